import { Badge, type Tone } from "../../parts/badge.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { staffColumns } from "./staff-file.ts";
import type { ImportedLine } from "./use-staff-import.ts";
import { wordsOfStaff } from "./words-of-staff.ts";

const tones: Record<ImportedLine["outcome"], Tone> = {
  added: "accent",
  changed: "accent",
  unchanged: "neutral",
  refused: "late",
};
const order: readonly ImportedLine["outcome"][] = ["refused", "added", "changed", "unchanged"];

/** Each line and what becomes of it, those that are refused first: they are what somebody has to mend. */
export function StaffLines({ lines }: { lines: readonly ImportedLine[] }) {
  const sorted = lines.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line);
  return (
    <ol className="rounded-xl border border-line">
      {sorted.map((line) => (
        <StaffLineRow key={line.line} line={line} />
      ))}
    </ol>
  );
}

function StaffLineRow({ line: { line, name, signInName, outcome, changes, roles, problems } }: { line: ImportedLine }) {
  const words = useWords(wordsOfStaff);
  const chosen = useLanguage();
  const called = { name: words.nameChanged, email: words.emailChanged };
  return (
    <li className="border-t border-line px-3 py-2 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tones[outcome]}>{words[outcome]}</Badge>
        <span className="font-medium">{name || "—"}</span>
        <span className="grow text-ink-2">{signInName}</span>
        <span className="text-sm text-ink-3">{words.line(line)}</span>
      </p>
      <ul className="text-sm text-ink-2">
        {changes.map(({ field, from, to }) => (
          <li key={field}>{words.becomes(called[field], from ?? words.none, to)}</li>
        ))}
        {roles.length > 0 && problems.length === 0 && (
          <li>{words.gets(roles.map(({ name: role }) => role).join(", "))}</li>
        )}
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.vi}`} className="text-late">
            <span className="font-medium">{words.column(staffColumns[problem.field])}</span>: {problem[chosen]}
          </li>
        ))}
      </ul>
    </li>
  );
}
