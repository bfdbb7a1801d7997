import { formatDay } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import type { ComplaintEvent, ComplaintFile } from "../file.ts";
import { documentsIn } from "../papers/documents-in.ts";
import { DocumentLinks } from "../papers/document-links.tsx";
import { eventWords } from "./event-words.ts";
import { text, type Data } from "./happened.ts";
import { inWords } from "./value-words.ts";
import { wordsOfTimeline } from "./words.ts";

/** The words of a fact, what was filled in with it, whom it mentions, and its documents. */
export function FactBody({ fact: { type, data }, file }: { fact: ComplaintEvent; file: ComplaintFile }) {
  const words = useWords(wordsOfTimeline);
  const paragraphs = (eventWords[type].body ?? []).map((key) => ({ key, said: inWords(type, text(data, key)) }));
  const mentions = data["mentions"];
  const names = Array.isArray(mentions) ? mentions.map((id) => file.names.person(id)) : [];
  const score = data["score"];
  return (
    <div className="flex max-w-prose flex-col gap-1">
      {paragraphs
        .filter(({ said }) => said !== "")
        .map(({ key, said }) => (
          <p key={key} className="break-words whitespace-pre-line">
            {said}
          </p>
        ))}
      {typeof score === "number" && <p className="text-sm text-ink-2">{words.score(score)}</p>}
      {promisesIn(data).map(({ promiseId, text: promise, dueOn }) => (
        <p key={promiseId} className="text-sm">
          <span className="text-ink-2">{words.promise(formatDay(dueOn))}:</span> {promise}
        </p>
      ))}
      {names.length > 0 && <p className="text-sm text-ink-2">{words.mentions(names.join(", "))}</p>}
      <DocumentLinks complaintId={file.complaint.complaintId} documents={documentsIn(data)} />
    </div>
  );
}

function promisesIn({ promises }: Data): { promiseId: string; text: string; dueOn: string }[] {
  return Array.isArray(promises) ? (promises as { promiseId: string; text: string; dueOn: string }[]) : [];
}
