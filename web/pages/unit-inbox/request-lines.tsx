import { Badge } from "../../parts/badge.tsx";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { markWords } from "../work-queue/marks.ts";
import { clockOf, statusTones, type Request } from "./requests.ts";
import { wordsOfInbox, wordsOfStatus } from "./words.ts";

/** A request in the list: how long there is, who is asked what, about whom. */
export function RequestLines({ item }: { item: Request }) {
  const words = useWords(wordsOfInbox);
  const packName = usePackName();
  const { names, customerName, reminders, question } = item;
  return (
    <>
      <RequestState item={item} />
      <span className="line-clamp-2">{question}</span>
      <span className="truncate text-sm text-ink-2">
        {[packName(names.unit), packName(names.kind) ?? words.noKind, customerName ?? words.anonymous].join(" · ")}
      </span>
      {reminders > 0 && <span className="text-sm text-ink-3">{words.reminders(reminders)}</span>}
    </>
  );
}

/** Its clock, its status, and what makes it come first. */
export function RequestState({ item }: { item: Request }) {
  const words = useWords(wordsOfStatus);
  const marks = useWords(markWords);
  const clock = clockOf(item);
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {clock && <ClockChip clock={clock} />}
      <Badge tone={statusTones[item.status]}>{words[item.status]}</Badge>
      {item.marks.map((mark) => (
        <Badge key={mark} tone={mark === "vulnerable" || mark === "priority" ? "accent" : "neutral"}>
          {marks[mark as keyof typeof marks] ?? mark}
        </Badge>
      ))}
    </span>
  );
}
