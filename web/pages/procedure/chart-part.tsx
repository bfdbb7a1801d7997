import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { CheckField } from "../../parts/field.tsx";
import { FlowChart, type StageMark } from "../../parts/flow-chart/flow-chart.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import type { PartOf } from "./edition.ts";
import { Part } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** The chart, with how many complaints stand at each stage now; a number opens them. */
export function ChartPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  const navigate = useNavigate();
  const [withConditions, setWithConditions] = useState(false);
  const { hash } = edition.ref;
  const query = { language, conditions: withConditions ? "true" : "false" };
  const { data: chart, error, refetch } = useAnswer("GET /editions/:hash/flow-chart", { params: { hash }, query });
  const marks = useMarks(edition);
  const conditions = (
    <div className="no-print">
      <CheckField
        label={words.conditions}
        checked={withConditions}
        onChange={({ target }) => setWithConditions(target.checked)}
      />
    </div>
  );
  return (
    <Part id="chart" title={words.chart} aside={conditions}>
      <p id="chart-hint" className="text-sm text-ink-2">
        {words.chartHint}{" "}
        <a href="#stages" className="text-accent underline">
          {words.asList}
        </a>
      </p>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!chart && !error && <Loading rows={8} />}
      {chart && (
        <div
          role="region"
          aria-label={words.chartOf(edition.header.title)}
          // It is wider than a telephone: whoever has no pointer scrolls it by the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="max-h-[85vh] overflow-auto rounded-lg border border-line print:max-h-none print:overflow-visible"
        >
          <FlowChart
            chart={chart}
            title={words.chartOf(edition.header.title)}
            describedBy="chart-hint"
            marks={marks}
            onOpen={(stage, event) => {
              event.preventDefault();
              void navigate({ to: "/viec", search: { queue: "all", stage } });
            }}
          />
        </div>
      )}
    </Part>
  );
}

function useMarks({ ref, stages }: PartOf["edition"]): ReadonlyMap<string, StageMark> {
  const words = useWords(wordsOfProcedure);
  const { data } = useAnswer("GET /procedures/:procedure/stages", { params: { procedure: ref.procedure } });
  const marks = new Map<string, StageMark>();
  for (const { id, name } of stages) {
    const found = data?.stages.find(({ stage }) => stage === id);
    if (!data || !found) continue;
    const text = data.isCut ? `${found.open}+` : String(found.open);
    const label = words.openHere(name, text, found.overdue);
    marks.set(id, { text, label, isLate: found.overdue > 0, href: `/viec?queue=all&stage=${id}` });
  }
  return marks;
}
