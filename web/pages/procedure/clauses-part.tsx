import { useWords } from "../../words/language.ts";
import type { PartOf } from "./edition.ts";
import { Part } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** Every row that values cite: where it stands in the written text, and the text's own words. */
export function ClausesPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  if (edition.clauses.length === 0) return null;
  return (
    <Part id="clauses" title={words.clauses}>
      <dl className="flex flex-col gap-1.5">
        {edition.clauses.map(({ row, at, quote }) => (
          <div key={row} id={row} className="grid scroll-mt-4 gap-x-6 target:bg-accent-soft sm:grid-cols-[12rem_1fr]">
            <dt className="font-medium">
              {at} <span className="text-xs font-normal text-ink-3">{row}</span>
            </dt>
            <dd>{quote === null ? words.wholeText : `“${quote}”`}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
