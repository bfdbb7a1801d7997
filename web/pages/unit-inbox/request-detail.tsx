import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { formatDay, formatDue, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { DocumentLinks } from "../complaint/papers/document-links.tsx";
import { Lines, Section } from "../complaint/section.tsx";
import { ChaseHistory } from "./chase-history.tsx";
import { valueText } from "./information.ts";
import { RequestActions } from "./request-actions.tsx";
import { RequestState } from "./request-lines.tsx";
import type { Request } from "./requests.ts";
import { wordsOfInbox } from "./words.ts";

/** One request: what is asked by when, what was told with it, how it was chased, and what may be done. */
export function RequestDetail({ item, ...work }: { item: Request; onWork: () => void; onDone: () => void }) {
  const words = useWords(wordsOfInbox);
  const packName = usePackName();
  const { complaintId, number, names, question, said, askedAt, customerName, promisedRepairOn } = item;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4">
      <div className="flex flex-col gap-2">
        <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg font-semibold">
          {number}
          <Link
            to="/khieu-nai/$complaintId"
            params={{ complaintId }}
            className="inline-flex min-h-9 items-center gap-1 text-base font-medium text-accent underline"
          >
            {words.open}
            <ExternalLink size={14} aria-hidden />
          </Link>
        </h2>
        <RequestState item={item} />
      </div>
      <Section title={words.question}>
        <p className="whitespace-pre-line">{question}</p>
        <RequestActions item={item} {...work} />
      </Section>
      <Section title={words.information}>
        <Lines
          lines={[
            ...item.information.map((each) => ({ label: packName(each.name), value: valueText(each) })),
            { label: words.kind, value: packName(names.kind) ?? words.noKind },
            { label: words.customer, value: customerName ?? words.anonymous },
            { label: words.customerClass, value: packName(names.customerClass) },
            { label: words.askedBy, value: [names.askedBy, formatInstant(askedAt)].filter(Boolean).join(", ") },
            { label: packName(names.dueRule) ?? "", value: names.dueRule && item.dueAt && formatDue(item.dueAt) },
            { label: words.promised, value: promisedRepairOn && formatDay(promisedRepairOn) },
          ]}
        />
      </Section>
      <Section title={words.content}>
        <p className="break-words whitespace-pre-line">{said.content}</p>
        {said.added.map(({ at, message }) => (
          <div key={`${at} ${message}`} className="pt-3">
            <p className="text-sm text-ink-3">{words.added(formatInstant(at))}</p>
            <p className="break-words whitespace-pre-line">{message}</p>
          </div>
        ))}
        <div className="pt-3 empty:hidden">
          <DocumentLinks complaintId={complaintId} documents={said.documents} />
        </div>
      </Section>
      <Section title={words.history}>
        <ChaseHistory steps={item.history} />
      </Section>
    </div>
  );
}
