import { Badge } from "../../parts/badge.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import type { EditionDocument, PartOf } from "./edition.ts";
import { Part, Sources, Table, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

export function IndicatorsPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  if (edition.indicators.length === 0) return null;
  return (
    <Part id="indicators" title={words.indicators}>
      <Table
        caption={words.indicators}
        head={[
          words.indicator,
          words.target,
          words.collected,
          words.method,
          words.analysed,
          words.answersFor,
          words.source,
        ]}
        rows={edition.indicators.map(({ id, name, target, collected, method, analysed, answersFor, source }) => ({
          key: id,
          cells: [
            name,
            target ?? words.blank,
            collected?.[language] ?? words.blank,
            method,
            analysed?.[language] ?? words.blank,
            answersFor,
            <Sources key="source" of={source} />,
          ],
        }))}
      />
    </Part>
  );
}

/** Where the text can be read in more than one way: how it is read here, and why. */
export function ReadingsPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  if (edition.readings.length === 0) return null;
  return (
    <Part id="readings" title={words.readings}>
      <ol className="flex flex-col gap-4">
        {edition.readings.map((reading) => (
          <ReadingItem key={reading.id} reading={reading} />
        ))}
      </ol>
    </Part>
  );
}

function ReadingItem({ reading }: { reading: EditionDocument["readings"][number] }) {
  const words = useWords(wordsOfProcedure);
  const { question, choice, why, setting, waitsFor, alternatives, source } = reading;
  return (
    <li className="break-inside-avoid">
      <Under>{question}</Under>
      <p>
        <span className="text-ink-3">{words.reading}:</span> {choice}
      </p>
      <p>
        <span className="text-ink-3">{words.why}:</span> {why}
      </p>
      {alternatives.length > 0 && (
        <p className="text-ink-2">
          <span className="text-ink-3">{words.couldBe}:</span> {alternatives.join("; ")}
        </p>
      )}
      <p className="text-sm text-ink-3">
        {words.setting}: <code className="break-all">{setting}</code> <Sources of={source} />{" "}
        {waitsFor && <Badge className="whitespace-normal">{words.waits}</Badge>}
      </p>
    </li>
  );
}

/** What the text says and the product does not do yet, said plainly; and remarks on the text itself. */
export function PlannedPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const { planned, remarks } = edition;
  return (
    <Part id="planned" title={words.planned}>
      <p className="text-ink-2">{planned.length > 0 ? words.plannedHint : words.noPlanned}</p>
      {planned.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {planned.map(({ row, builds }) => (
            <li key={row + builds}>
              {builds} <Sources of={[row]} />
            </li>
          ))}
        </ul>
      )}
      {remarks.length > 0 && (
        <div>
          <Under>{words.remarks}</Under>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {remarks.map(({ row, remark }) => (
              <li key={row + remark}>
                {remark} <Sources of={[row]} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Part>
  );
}
