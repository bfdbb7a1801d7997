import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download, Paperclip } from "lucide-react";
import { useState } from "react";
import { addressOf, download, type Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { formatBytes, formatInstant } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { Lines, Section } from "../complaint/section.tsx";
import { ArrivalActs } from "./arrival-acts.tsx";
import { WaitingReason } from "./arrival-lines.tsx";
import { Suggestions } from "./suggestions.tsx";
import { wordsOfArrivals, wordsOfNotes } from "./words.ts";

export type Shown = Answer<"GET /arrivals/:arrivalId">;

/** One arrival: what came, what had to be guessed, whom it may be from, and what can be made of it. */
export function ArrivalDetail({ arrivalId, onDone }: { arrivalId: string; onDone: () => void }) {
  const { data, error, refetch } = useAnswer("GET /arrivals/:arrivalId", { params: { arrivalId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <ShownArrival arrival={data} onDone={onDone} />;
}

function ShownArrival({ arrival, onDone }: { arrival: Shown; onDone: () => void }) {
  const words = useWords(wordsOfArrivals);
  const canBeTaken = arrival.status === "waiting" || arrival.status === "noted";
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4">
      <Head arrival={arrival} />
      <ArrivalActs arrival={arrival} onDone={onDone} />
      <Section title={words.content}>
        <Content arrival={arrival} />
      </Section>
      {arrival.documents.length > 0 && (
        <Section title={words.documents}>
          <Documents arrival={arrival} />
        </Section>
      )}
      {canBeTaken && (
        <Section title={words.suggestions}>
          <Suggestions arrival={arrival} onDone={onDone} />
        </Section>
      )}
    </div>
  );
}

function Head({ arrival }: { arrival: Shown }) {
  const words = useWords(wordsOfArrivals);
  const chosen = useLanguage();
  const { arrivalId, sender, to, cc, receivedAt, status, about, into, bounce, notes, originalBytes } = arrival;
  const complaint = into ?? about;
  const from = [sender.name, sender.email && `<${sender.email}>`, sender.phone, sender.userId]
    .filter(Boolean)
    .join(" ");
  const { handledBy, handledAt } = arrival;
  const lines = [
    { label: words.from, value: from || words.unknownSender },
    { label: words.to, value: to.join(", ") || null },
    { label: words.cc, value: cc.join(", ") || null },
    { label: words.received, value: formatInstant(receivedAt) },
    {
      label: words[status],
      value: handledBy && handledAt && words.handled(handledBy.name ?? words.program, formatInstant(handledAt)),
    },
  ];
  return (
    <header className="flex flex-col gap-2">
      <h2 className="text-xl font-semibold wrap-anywhere">{arrival.subject || words.noSubject}</h2>
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={status === "waiting" ? "soon" : "neutral"}>{words[status]}</Badge>
        <WaitingReason arrival={arrival} className="text-ink-2" />
      </div>
      {bounce && (
        <p className="font-medium text-late">{words.bounce(bounce.recipient ?? words.someReader, bounce.status)}</p>
      )}
      <Lines lines={lines.filter(({ value }) => value !== null)} />
      {notes.length > 0 && (
        <p className="rounded-lg bg-soon-soft px-3 py-2 text-sm text-soon">
          <span className="font-medium">{words.notes}:</span>{" "}
          {notes.map((note) => wordsOfNotes[note]?.[chosen] ?? note).join("; ")}
        </p>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <a
          href={addressOf("GET /arrivals/:arrivalId/original", { params: { arrivalId } })}
          download
          className="inline-flex min-h-9 items-center gap-1.5 text-accent underline-offset-2 hover:underline"
        >
          <Download size={15} aria-hidden /> {words.original} ({formatBytes(originalBytes)})
        </a>
        {complaint && (
          <Link
            to="/khieu-nai/$complaintId"
            params={{ complaintId: complaint.complaintId }}
            className="inline-flex min-h-9 items-center text-accent underline-offset-2 hover:underline"
          >
            {words.openComplaint} {complaint.number}
          </Link>
        )}
      </div>
    </header>
  );
}

/** Its words, with what it repeats folded away; or the mail as it looks, where nothing in it can run or be fetched. */
function Content({ arrival }: { arrival: Shown }) {
  const words = useWords(wordsOfArrivals);
  const [isHtml, setHtml] = useState(false);
  const { arrivalId, content, quoted, hasHtml } = arrival;
  return (
    <div className="flex flex-col gap-3">
      {hasHtml && (
        <div className="flex gap-1" role="group" aria-label={words.content}>
          <Button look={isHtml ? "quiet" : "plain"} aria-pressed={!isHtml} onClick={() => setHtml(false)}>
            {words.asText}
          </Button>
          <Button look={isHtml ? "plain" : "quiet"} aria-pressed={isHtml} onClick={() => setHtml(true)}>
            {words.asMail}
          </Button>
        </div>
      )}
      {isHtml ? (
        <MailAsSent arrivalId={arrivalId} />
      ) : (
        <>
          <p className="wrap-anywhere whitespace-pre-line">{content.trim() || words.noWords}</p>
          {quoted !== null && quoted.trim() !== "" && (
            <details>
              <summary className="text-sm text-ink-2 hover:text-ink">{words.quoted}</summary>
              <p className="border-l-2 border-line pl-3 text-sm wrap-anywhere whitespace-pre-line text-ink-2">
                {quoted}
              </p>
            </details>
          )}
        </>
      )}
    </div>
  );
}

/** Nothing is fetched, run or sent from within: the server cleaned it, and the frame forbids it once more. */
const FRAME_POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><style>body{font-family:sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}a{pointer-events:none}</style>`;

function MailAsSent({ arrivalId }: { arrivalId: string }) {
  const words = useWords(wordsOfArrivals);
  const { data, error, refetch } = useQuery({
    queryKey: ["GET /arrivals/:arrivalId/html", arrivalId],
    queryFn: async () => (await download("GET /arrivals/:arrivalId/html", { params: { arrivalId } }, {})).text(),
    staleTime: Infinity,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  return (
    <>
      <p className="text-sm text-ink-2">{words.htmlHint}</p>
      <iframe
        title={words.asMail}
        sandbox=""
        srcDoc={`${FRAME_POLICY}${data}`}
        className="h-96 w-full resize-y rounded-lg border border-line bg-white"
      />
    </>
  );
}

function Documents({ arrival: { arrivalId, documents } }: { arrival: Shown }) {
  return (
    <ul className="flex flex-col">
      {documents.map(({ attachmentId, name, bytes }) => (
        <li key={attachmentId}>
          <a
            href={addressOf("GET /arrivals/:arrivalId/documents/:attachmentId", {
              params: { arrivalId, attachmentId },
            })}
            download={name}
            className="inline-flex min-h-9 items-center gap-1.5 wrap-anywhere text-accent underline-offset-2 hover:underline"
          >
            <Paperclip size={15} aria-hidden className="shrink-0" /> {name}{" "}
            <span className="text-sm text-ink-2">({formatBytes(bytes)})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
