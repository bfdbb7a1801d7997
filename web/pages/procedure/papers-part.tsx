import { useLanguage, useWords } from "../../words/language.ts";
import type { PartOf } from "./edition.ts";
import { Listed, Part, Sources, Table, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** Papers, when each is owed, and how long what is kept. */
export function PapersPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  const registers: Readonly<Record<string, string>> = {
    outgoing: words.outgoing,
    incoming: words.incoming,
    receipts: words.receipts,
    minutes: words.minutes,
  };
  return (
    <Part id="papers" title={words.papers}>
      <Table
        caption={words.papers}
        head={[words.paper, words.fields, words.numbered, words.signedBy, words.keptAs, words.source]}
        rows={edition.papers.map((paper) => ({
          key: paper.id,
          cells: [
            paper.name,
            <Listed key="fields" items={paper.fields} />,
            paper.numberedIn && (registers[paper.numberedIn] ?? paper.numberedIn),
            <Listed key="signed" items={paper.signedBy.map((who) => who[language])} />,
            paper.keptAs,
            <Sources key="source" of={paper.source} />,
          ],
        }))}
      />
      <Duties edition={edition} />
      <Table
        caption={words.keep}
        head={[words.record, words.keep, words.originals, words.source]}
        rows={edition.retention.map(({ record, keep, originalsAt, source }) => ({
          key: record,
          cells: [
            record,
            keep?.[language] ?? words.blank,
            originalsAt ?? words.blank,
            <Sources key="source" of={source} />,
          ],
        }))}
      />
    </Part>
  );
}

function Duties({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  if (edition.paperDuties.length === 0) return null;
  return (
    <div>
      <Under>{words.duties}</Under>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {edition.paperDuties.map(({ id, on, when, papers, source }) => (
          <li key={id}>
            <strong className="font-medium">{papers.join(` ${words.orElse} `)}</strong>:{" "}
            {on.map((each) => each[language]).join(` ${words.orElse} `)}
            {when && `, ${words.ifThen(when[language])}`} <Sources of={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}
