import { Hourglass } from "lucide-react";
import { formatDue } from "../../../words/format.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import type { Described } from "./described.ts";
import { wordsOfActions } from "./words.ts";

/** Whose turn it is and until when, where it is another's. */
export function Awaited({ awaited }: { awaited: Described["waitsFor"] }) {
  const words = useWords(wordsOfActions);
  const chosen = useLanguage();
  if (awaited.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-xl bg-sunken px-3 py-2">
      {awaited.map(({ who, dueAt }) => (
        <li key={`${who.vi} ${dueAt}`} className="flex gap-2">
          <Hourglass size={16} aria-hidden className="mt-1 shrink-0 text-ink-3" />
          <span>{dueAt === null ? words.waits(who[chosen]) : words.waitsUntil(who[chosen], formatDue(dueAt))}</span>
        </li>
      ))}
    </ul>
  );
}
