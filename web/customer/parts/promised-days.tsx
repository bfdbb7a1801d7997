import { CircleCheck, CirclePause, Clock, TriangleAlert } from "lucide-react";
import type { Answer } from "../../api/ask.ts";
import { formatDay, formatDue } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfPromises, wordsOfPurposes } from "./promise-words.ts";

type Day = Answer<"GET /public/complaints/:code">["promisedDays"][number];

const looks = {
  running: { icon: Clock, tone: "text-ink-2" },
  overdue: { icon: TriangleAlert, tone: "text-late" },
  late: { icon: TriangleAlert, tone: "text-late" },
  kept: { icon: CircleCheck, tone: "text-kept" },
  paused: { icon: CirclePause, tone: "text-paused" },
} as const;

/** What was promised by which day, and whether it was kept: in sign and in words. */
export function PromisedDays({ days }: { days: readonly Day[] }) {
  const words = useWords(wordsOfPromises);
  const purposes = useWords(wordsOfPurposes);
  if (days.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
      {days.map((day) => {
        const { icon: Icon, tone } = looks[day.state];
        return (
          <li
            key={`${day.purpose} ${day.startedAt} ${day.dueAt} ${day.round} ${day.endedAt}`}
            className="flex gap-3 px-4 py-3"
          >
            <Icon size={22} className={`mt-0.5 shrink-0 ${tone}`} aria-hidden />
            <div>
              <p className="font-medium">
                {purposes[day.purpose as keyof typeof purposes] ?? purposes.handle}
                {day.round > 1 && ` (${words.round(day.round)})`}
              </p>
              <p className={day.state === "overdue" || day.state === "late" ? "text-late" : "text-ink-2"}>
                {saidOf(day, words)}
              </p>
              {day.origin === "law" && <p className="text-base text-ink-2">{words.byLaw(day.laws.join("; "))}</p>}
              {day.extended && <p className="text-base text-ink-2">{words.extended}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type Said = ReturnType<typeof useWords<typeof wordsOfPromises>>;

function saidOf({ state, dueAt, endedAt }: Day, words: Said): string {
  const due = formatDue(dueAt);
  const ended = endedAt === null ? "" : formatDay(endedAt);
  return words[state](due, ended);
}
