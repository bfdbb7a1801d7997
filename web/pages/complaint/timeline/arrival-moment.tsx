import { Download, Mail } from "lucide-react";
import { addressOf, type Answer } from "../../../api/ask.ts";
import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { wordsOfTimeline } from "./words.ts";

export type Arrival = Answer<"GET /complaints/:complaintId/arrivals">["arrivals"][number];

/** What came in about this complaint and made no fact of it: a bounce, an automatic reply, a copy, or what still waits in the tray. */
export function ArrivalMoment({ arrival }: { arrival: Arrival }) {
  const words = useWords(wordsOfTimeline);
  const { nature, status, receivedAt, subject, excerpt } = arrival;
  const isWaiting = status === "waiting";
  return (
    <li className="relative grid grid-cols-[1.75rem_1fr] gap-x-3 pb-4 before:absolute before:top-8 before:bottom-0 before:left-[0.84rem] before:w-px before:bg-line last:before:hidden print:break-inside-avoid">
      <span className="flex size-7 items-center justify-center rounded-full bg-sunken text-ink-2">
        <Mail size={15} aria-hidden />
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="text-sm text-ink-2">{writerOf(arrival) ?? words.unknownWriter}</span>
          <time dateTime={receivedAt} className="text-xs text-ink-3">
            {formatInstant(receivedAt)}
          </time>
        </p>
        <p className={nature === "bounce" || isWaiting ? "font-medium text-late" : "font-medium"}>
          {isWaiting ? words.waitsInTray : words[`came-${nature}`]}
        </p>
        <p className="line-clamp-2 wrap-anywhere text-ink-2">{subject || excerpt}</p>
        <OriginalLink arrival={arrival} />
      </div>
    </li>
  );
}

/** What a fact was made of. */
export function CameAs({ arrival }: { arrival: Arrival }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
      <OriginalLink arrival={arrival} />
    </p>
  );
}

function OriginalLink({ arrival: { arrivalId, medium } }: { arrival: Arrival }) {
  const words = useWords(wordsOfTimeline);
  return (
    <a
      href={addressOf("GET /arrivals/:arrivalId/original", { params: { arrivalId } })}
      download
      className="no-print inline-flex min-h-9 items-center gap-1.5 text-sm text-accent underline-offset-2 hover:underline"
    >
      <Download size={14} aria-hidden /> {words[`original-${medium}`]}
    </a>
  );
}

function writerOf({ sender: { name, email, phone, userId } }: Arrival): string | undefined {
  return name ?? email ?? phone ?? userId;
}
