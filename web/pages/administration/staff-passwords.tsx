import { Button } from "../../parts/button.tsx";
import { tell } from "../../parts/toast.tsx";
import { useWords } from "../../words/language.ts";
import { csvOf, saveCsv } from "./staff-file.ts";
import type { ImportedLine } from "./use-staff-import.ts";
import { wordsOfStaff } from "./words-of-staff.ts";

/** The passwords of who was added, this once. */
export function StaffPasswords({ lines }: { lines: readonly ImportedLine[] }) {
  const words = useWords(wordsOfStaff);
  const rows = lines.flatMap(({ name, signInName, password }) => (password ? [[name, signInName, password]] : []));
  if (rows.length === 0) return null;
  const copy = () =>
    void navigator.clipboard.writeText(rows.map((row) => row.join("\t")).join("\n")).then(() => tell(words.copied));
  return (
    <section className="flex flex-col gap-2 rounded-xl bg-soon-soft p-3">
      <p className="font-medium text-soon">{words.passwords}</p>
      <ul>
        {rows.map(([name, signInName, password]) => (
          <li key={signInName} className="flex flex-wrap gap-x-3">
            <span className="font-medium">{name}</span>
            <span className="grow text-ink-2">{signInName}</span>
            <code>{password}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>{words.copy}</Button>
        <Button onClick={() => saveCsv("mat-khau-mot-lan.csv", csvOf(rows))}>{words.download}</Button>
      </div>
    </section>
  );
}
