import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { classes } from "../../parts/classes.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { Actions } from "./actions/actions.tsx";
import { CallsSection } from "./calls-section.tsx";
import { ClocksSection } from "./clocks/clocks-section.tsx";
import { CoordinationSection } from "./coordination-section.tsx";
import { MendingSection } from "./mending-section.tsx";
import { CustomerSection } from "./customer-section.tsx";
import { FactsSection } from "./facts-section.tsx";
import { useFile, type ComplaintFile } from "./file.ts";
import { Header } from "./header.tsx";
import { NoteForm } from "./notes/note-form.tsx";
import { DocumentsSection } from "./papers/documents-section.tsx";
import { ProposedDuplicates } from "./proposed-duplicates.tsx";
import { StageRail } from "./stage-rail.tsx";
import { ToEnd } from "./to-end/to-end.tsx";
import { TimelineSection } from "./timeline/timeline-section.tsx";
import { useShownItem } from "./use-shown-item.ts";
import { wordsOfComplaint, wordsOfSections } from "./words.ts";

/** One complaint: where it stands, what runs, what happened, and what may be done now. */
export function ComplaintPage() {
  const { complaintId } = useParams({ from: "/inside/khieu-nai/$complaintId" });
  const { file, error, retry } = useFile(complaintId);
  if (!file) return error ? <NotShown error={error} onRetry={retry} /> : <Loading rows={8} />;
  // Another complaint begins anew: no chosen filter, no half-open dialogue of the one before.
  return <Open key={complaintId} file={file} />;
}

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords(wordsOfComplaint);
  return (
    <>
      <h1 className="sr-only">{words.complaint}</h1>
      <Failed error={error} onRetry={onRetry} />
      <Link to="/viec" className="self-center text-accent underline underline-offset-2">
        {words.back}
      </Link>
    </>
  );
}

const sections = ["work", "timeline", "clocks", "coordination", "customer", "documents"] as const;
type SectionId = (typeof sections)[number];

/** Where an item of the page stands that an address names. */
function sectionOf(item: string): SectionId {
  if (item.startsWith("clock-")) return "clocks";
  if (item.startsWith("message-") || item.startsWith("paper-")) return "documents";
  return item.startsWith("coordination-") ? "coordination" : "timeline";
}

function Open({ file }: { file: ComplaintFile }) {
  const [chosen, setChosen] = useState<SectionId>("work");
  useShownItem((id) => setChosen(sectionOf(id)));
  const { complaintId } = file.complaint;
  const look = (...ids: SectionId[]) => classes("print:block", !ids.includes(chosen) && "max-lg:hidden");
  return (
    <>
      <Header file={file} />
      <StageRail key={file.complaint.stage} file={file} />
      <ToEnd complaintId={complaintId} />
      <ProposedDuplicates complaintId={complaintId} />
      <SectionTabs chosen={chosen} onChoose={setChosen} />
      <div className="grid grow items-start gap-4 p-3 sm:p-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_28rem] min-[112rem]:grid-cols-[28rem_minmax(0,1fr)_28rem] min-[112rem]:grid-rows-1 print:block print:p-0">
        <div className={look("work")}>
          <FactsSection file={file} />
        </div>
        <div
          className={classes(
            look("timeline"),
            "flex min-w-0 flex-col gap-4 lg:col-start-1 min-[112rem]:col-start-2 min-[112rem]:row-start-1",
          )}
        >
          <NoteForm complaintId={complaintId} />
          <TimelineSection file={file} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 min-[112rem]:col-start-3 min-[112rem]:row-span-1 min-[112rem]:row-start-1 print:gap-2">
          <div className={classes(look("work"), "no-print")}>
            <Actions complaintId={complaintId} sequence={file.complaint.sequence} />
          </div>
          <div className={look("clocks")}>
            <ClocksSection complaintId={complaintId} />
          </div>
          <div className={look("coordination")}>
            <CoordinationSection file={file} />
          </div>
          {file.complaint.correctiveActions.length > 0 && (
            <div className={look("coordination")}>
              <MendingSection actions={file.complaint.correctiveActions} />
            </div>
          )}
          <div className={look("customer")}>
            <CustomerSection file={file} />
          </div>
          <div className={look("customer")}>
            <CallsSection file={file} />
          </div>
          <div className={look("documents")}>
            <DocumentsSection file={file} />
          </div>
        </div>
      </div>
    </>
  );
}

/** On a telephone one section at a time; on a desk all of them are there. */
function SectionTabs({ chosen, onChoose }: { chosen: SectionId; onChoose: (id: SectionId) => void }) {
  const words = useWords(wordsOfSections);
  return (
    <div role="group" className="no-print flex overflow-x-auto border-b border-line bg-surface px-2 lg:hidden">
      {sections.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
          className={classes(
            "min-h-11 shrink-0 border-b-2 px-3",
            chosen === id ? "border-accent font-medium text-accent-strong" : "border-transparent text-ink-2",
          )}
        >
          {words[id]}
        </button>
      ))}
    </div>
  );
}
