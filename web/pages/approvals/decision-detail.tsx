import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { formatDue, formatInstant, formatMoney } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { DocumentLinks } from "../complaint/papers/document-links.tsx";
import { Lines, Section } from "../complaint/section.tsx";
import { clockOf } from "../unit-inbox/requests.ts";
import { DecisionForm } from "./decision-form.tsx";
import type { Decision } from "./decisions.ts";
import { SaidBefore } from "./said-before.tsx";
import { wordsOfAbout, wordsOfApprovals, wordsOfRemedies } from "./words.ts";

export const decisionFormId = "decision";

/** One decision: what is asked, what it stands on, and the form. On a telephone it is read from above to below. */
export function DecisionDetail({
  decision,
  onWork,
  onDone,
}: {
  decision: Decision;
  /** Somebody begins to decide: from now on it stays in sight. */
  onWork: () => void;
  onDone: () => void;
}) {
  const words = useWords(wordsOfApprovals);
  const packName = usePackName();
  const { complaint, asked, content, history, documents } = decision;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4">
      <DecisionHead decision={decision} />
      <Section title={words.asks}>
        {asked.amount !== null && <p className="text-xl font-semibold">{formatMoney(asked.amount)}</p>}
        <p className="whitespace-pre-line">{asked.text ?? words.noText}</p>
        <p className="pt-1 text-sm text-ink-3">
          {[asked.by, asked.at && formatInstant(asked.at)].filter(Boolean).join(" · ")}
        </p>
      </Section>
      <div id={decisionFormId} onFocusCapture={onWork}>
        <Section title={words.decision}>
          <DecisionForm decision={decision} onDone={onDone} />
        </Section>
      </div>
      <Section title={words.documents}>
        {documents.length === 0 && <p className="text-ink-2">{words.noDocuments}</p>}
        <DocumentLinks complaintId={complaint.complaintId} documents={documents} />
      </Section>
      <Section title={words.content}>
        <p className="break-words whitespace-pre-line">{content}</p>
        <div className="pt-3">
          <Lines
            lines={[
              { label: words.kind, value: packName(complaint.names.kind) ?? words.noKind },
              { label: words.stage, value: packName(complaint.names.stage) },
              { label: words.unit, value: packName(complaint.names.unit) },
              { label: words.due, value: complaint.dueAt ? formatDue(complaint.dueAt) : words.noDue },
            ]}
          />
        </div>
      </Section>
      <Section title={words.history}>
        <SaidBefore said={history} />
      </Section>
    </div>
  );
}

function DecisionHead({ decision: { about, complaint, asked } }: { decision: Decision }) {
  const words = useWords(wordsOfApprovals);
  const named = useWords(wordsOfAbout);
  const remedies = useWords(wordsOfRemedies);
  const { complaintId, number, customerName } = complaint;
  const clock = clockOf(complaint);
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">
        {asked.paper ?? (asked.remedy ? remedies[asked.remedy] : named[about])} · {customerName ?? words.anonymous}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {clock && <ClockChip clock={clock} />}
        <Link
          to="/khieu-nai/$complaintId"
          params={{ complaintId }}
          className="inline-flex min-h-9 items-center gap-1 font-medium text-accent underline"
        >
          {number} · {words.open}
          <ExternalLink size={14} aria-hidden />
        </Link>
      </p>
    </div>
  );
}
