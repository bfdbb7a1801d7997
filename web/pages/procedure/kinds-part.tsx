import { useLanguage, useWords } from "../../words/language.ts";
import type { PartOf } from "./edition.ts";
import { Listed, Part, Sources, Table, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** What each kind of complaint is entered in and what it wants; and how long a customer may wait. */
export function KindsPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  return (
    <Part id="kinds" title={words.kinds}>
      <Table
        caption={words.kinds}
        head={[words.kinds, words.register, words.required, words.asked, words.evidence, words.toUnits, words.source]}
        rows={edition.kinds.map((kind) => ({
          key: kind.id,
          cells: [
            <span key="name">
              {kind.name}
              {!kind.isComplaint && <span className="block text-xs font-normal text-ink-3">{words.noComplaint}</span>}
            </span>,
            kind.entry === null ? kind.register : `${kind.register} (${kind.entry})`,
            <Listed key="required" items={kind.required} />,
            <Listed key="asked" items={kind.asked} />,
            <Listed key="evidence" items={kind.evidence} />,
            <Listed key="units" items={kind.coordinationInformation} />,
            <Sources key="source" of={kind.source} />,
          ],
        }))}
      />
      <TimeBars edition={edition} />
    </Part>
  );
}

function TimeBars({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  if (edition.timeBars.length === 0) return null;
  return (
    <div>
      <Under>{words.timeBars}</Under>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {edition.timeBars.map(({ id, when, term, from, lateness, source }) => (
          <li key={id}>
            <strong className="font-semibold">{term[language]}</strong>
            {when && ` ${words.ifThen(when[language])}`}; {from}; {lateness[language]}. <Sources of={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}
