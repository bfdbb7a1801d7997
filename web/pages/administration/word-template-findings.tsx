import type { Answer } from "../../api/ask.ts";
import { Badge } from "../../parts/badge.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfWordTemplates } from "./words-of-word-templates.ts";

type Checked = Answer<"POST /word-templates/:paper/versions">;
type Finding = Checked["findings"][number];

/** What came of a template that was handed in: what is to be mended first, each with where it stands. */
export function WordTemplateFindings({ checked, file }: { checked: Checked; file: string }) {
  const words = useWords(wordsOfWordTemplates);
  const { version, findings } = checked;
  const toMend = findings.filter(({ isWrong }) => isWrong);
  const ordered = [...toMend, ...findings.filter(({ isWrong }) => !isWrong)];
  return (
    <section aria-label={file} className="flex flex-col gap-2">
      <p role="status" className={version === null ? "font-medium text-late" : "font-medium text-kept"}>
        {file}: {version === null ? words.notKept(toMend.length) : words.kept(version)}
      </p>
      {ordered.length > 0 && (
        <ol className="overflow-hidden rounded-lg border border-line bg-surface">
          {ordered.map((finding, place) => (
            // The same thing may be found twice at one place.
            // oxlint-disable-next-line react/no-array-index-key
            <FindingRow key={place} finding={finding} />
          ))}
        </ol>
      )}
    </section>
  );
}

function FindingRow({ finding: { isWrong, words: said, suggestion, where } }: { finding: Finding }) {
  const words = useWords(wordsOfWordTemplates);
  const language = useLanguage();
  return (
    <li className="flex flex-col gap-1 border-t border-line px-3 py-2 first:border-t-0">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={isWrong ? "late" : "neutral"}>{isWrong ? words.toMend : words.note}</Badge>
        <span>{said[language]}</span>
        {suggestion !== null && <span className="font-medium">{words.perhaps(suggestion)}</span>}
      </p>
      {where && (
        <p className="text-sm text-ink-2">
          {words[where.part](where.paragraph)}: <q className="break-words">{where.text}</q>
        </p>
      )}
    </li>
  );
}
