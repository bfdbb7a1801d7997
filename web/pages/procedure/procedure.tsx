import { useNavigate, useParams } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { SelectField } from "../../parts/field.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { usePackNamesIn } from "../../words/pack-names.ts";
import { ChartPart } from "./chart-part.tsx";
import { ClausesPart } from "./clauses-part.tsx";
import { ClausesContext } from "./parts.tsx";
import { ClocksPart } from "./clocks-part.tsx";
import { Contents } from "./contents.tsx";
import { CoverPart } from "./cover-part.tsx";
import type { EditionDocument } from "./edition.ts";
import { useEditions } from "./editions.ts";
import { ChangesPart } from "./changes-part.tsx";
import { PublishedPart } from "./published-part.tsx";
import { KindsPart } from "./kinds-part.tsx";
import { PapersPart } from "./papers-part.tsx";
import { PartiesPart } from "./parties-part.tsx";
import { IndicatorsPart, PlannedPart, ReadingsPart } from "./readings-part.tsx";
import { StagesPart } from "./stages-part.tsx";
import { wordsOfProcedure } from "./words.ts";

/** The provider's procedure as the controlled document that it is, with what happens in it now. Nothing can be changed here. */
export function ProcedurePage() {
  const words = useWords(wordsOfProcedure);
  const { hash } = useParams({ strict: false });
  const inForce = useAnswer("GET /procedures", { query: {} });
  const chosen = hash ?? inForce.data?.procedures[0]?.hash;
  const edition = useAnswer(
    "GET /editions/:hash/document",
    { params: { hash: chosen ?? "" } },
    { enabled: chosen !== undefined },
  );
  const shown = usePackNamesIn(edition.data);
  const error = edition.error ?? (chosen === undefined ? inForce.error : null);
  if (error) return <Failed error={error} onRetry={() => void Promise.all([inForce.refetch(), edition.refetch()])} />;
  if (inForce.data && chosen === undefined) return <Empty title={words.noEdition}>{words.noEditionHint}</Empty>;
  if (!shown) return <Loading rows={10} />;
  // The cover and its abbreviations stand as they were signed.
  return <Open key={shown.ref.hash} edition={{ ...shown, header: edition.data?.header ?? shown.header }} />;
}

function Open({ edition }: { edition: EditionDocument }) {
  const words = useWords(wordsOfProcedure);
  return (
    <div className="mx-auto flex w-full max-w-[100rem] flex-col gap-4 p-3 sm:p-4 print:p-0">
      <div className="no-print flex flex-wrap items-end justify-between gap-3">
        <EditionPicker edition={edition} />
        <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <div className="flex items-start gap-6">
        <Contents />
        <article className="flex min-w-0 grow flex-col gap-7 rounded-xl border border-line bg-surface p-4 sm:p-6 print:border-0 print:p-0">
          <ClausesContext.Provider value={edition.clauses}>
            <CoverPart edition={edition} />
            <ChartPart edition={edition} />
            <StagesPart edition={edition} />
            <ClocksPart edition={edition} />
            <KindsPart edition={edition} />
            <PartiesPart edition={edition} />
            <PapersPart edition={edition} />
            <IndicatorsPart edition={edition} />
            <ClausesPart edition={edition} />
            <ReadingsPart edition={edition} />
            <PlannedPart edition={edition} />
          </ClausesContext.Provider>
          <PublishedPart edition={edition} />
          <ChangesPart edition={edition} />
        </article>
      </div>
    </div>
  );
}

function EditionPicker({ edition }: { edition: EditionDocument }) {
  const words = useWords(wordsOfProcedure);
  const navigate = useNavigate();
  return (
    <SelectField
      label={words.edition}
      className="max-w-full min-w-0 sm:min-w-96"
      value={edition.ref.hash}
      options={useEditions().map(({ hash, label }) => ({ value: hash, label }))}
      onChange={({ target }) => void navigate({ to: "/quy-trinh/$hash", params: { hash: target.value } })}
    />
  );
}
