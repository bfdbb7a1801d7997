import { CircleCheck, Hourglass, TriangleAlert } from "lucide-react";
import { classes } from "../../parts/classes.ts";
import { formatDay } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Preview } from "./advice.ts";
import { Card } from "./card.tsx";
import { wordsOfIntake } from "./words.ts";

type TimeBar = NonNullable<Preview["timeBar"]>;

/** Whether it comes too late, with each day that was counted. It is taken in either way. */
export function TimeBarCard({ preview: { timeBar, timeBarsOpen } }: { preview: Preview }) {
  const words = useWords(wordsOfIntake);
  if (!timeBar && timeBarsOpen.length === 0) return null;
  return (
    <Card title={words.timeBar} icon={<Hourglass size={16} aria-hidden />}>
      {timeBar ? (
        <Counted timeBar={timeBar} />
      ) : (
        <ul className="text-ink-2">
          {[...new Set(timeBarsOpen.map(({ from }) => from))].map((from) => (
            <li key={from}>{words.timeBarAsks(from)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Counted({ timeBar }: { timeBar: TimeBar }) {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { barred, lastOn, from, term, eventOn, source, calendarVersion } = timeBar;
  const last = formatDay(lastOn);
  const sources = [source].flat().filter((each) => each !== null);
  return (
    <>
      <p className={classes("flex items-start gap-2 font-medium", barred ? "text-late" : "text-kept")}>
        {barred ? (
          <TriangleAlert size={16} aria-hidden className="mt-1 shrink-0" />
        ) : (
          <CircleCheck size={16} aria-hidden className="mt-1 shrink-0" />
        )}
        {barred ? words.barred(last) : words.inTime(last)}
      </p>
      {barred && <p className="mt-1 text-sm text-ink-2">{words.barredHint}</p>}
      <details className="mt-1.5 text-sm">
        <summary className="text-ink-2">{words.proof}</summary>
        <p className="mt-1 text-ink-2">
          {from}: {formatDay(eventOn)} + {term[chosen]}
        </p>
        <p className="text-ink-3">{[...sources, calendarVersion].join("; ")}</p>
        <Days steps={timeBar.steps} />
      </details>
    </>
  );
}

/** Days of one reason as one line: a month of calendar days says nothing that its first and last do not. */
function Days({ steps }: { steps: TimeBar["steps"] }) {
  const chosen = useLanguage();
  return (
    <ol className="mt-1.5 divide-y divide-line rounded-lg border border-line">
      {runsOf(steps).map(({ first, last }) => (
        <li key={first.on} className="px-2 py-1">
          <span className="flex justify-between gap-2">
            <span>{first === last ? formatDay(first.on) : `${formatDay(first.on)} – ${formatDay(last.on)}`}</span>
            <span className={first.verdict === "counted" ? "font-medium text-kept" : "text-ink-3"}>
              {first.verdict === "skipped" ? "–" : first === last ? first.counted : `${first.counted}–${last.counted}`}
            </span>
          </span>
          <span className="text-ink-2">{first.words[chosen]}</span>
        </li>
      ))}
    </ol>
  );
}

type Day = Extract<TimeBar["steps"][number], { on: string }>;

function runsOf(steps: TimeBar["steps"]): { first: Day; last: Day }[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const step of steps) {
    if (!("on" in step)) continue;
    const run = runs.at(-1);
    if (run && run.first.verdict === step.verdict && run.first.words.vi === step.words.vi) run.last = step;
    else runs.push({ first: step, last: step });
  }
  return runs;
}
