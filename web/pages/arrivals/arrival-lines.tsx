import { Mail, MessageCircle, MessageSquare, Paperclip, Phone } from "lucide-react";
import { useLanguage, useWords, type Spoken } from "../../words/language.ts";
import { formatInstant } from "../../words/format.ts";
import type { Item } from "./arrivals.tsx";
import { wordsOfArrivals, wordsOfReasons } from "./words.ts";

const icons = { mail: Mail, sms: MessageSquare, chat: MessageCircle, call: Phone };

/** Who wrote it, as they call themselves; else by what the carrier knows them. */
export function senderOf({ sender }: Pick<Item, "sender">): string | undefined {
  return sender.name ?? sender.email ?? sender.phone ?? sender.userId;
}

export function titleOf(item: Item, words: Spoken<typeof wordsOfArrivals>): string {
  return senderOf(item) ?? words.unknownSender;
}

/** What stands in the list below the sender. */
export function ArrivalLines({ arrival }: { arrival: Item }) {
  const words = useWords(wordsOfArrivals);
  const { medium, subject, excerpt, attachments, receivedAt, about, into } = arrival;
  const Icon = icons[medium];
  const number = into?.number ?? about?.number;
  return (
    <>
      <p className="truncate text-ink">{subject || excerpt.slice(0, 120) || words.noSubject}</p>
      <WaitingReason arrival={arrival} className="text-sm text-ink-2" />
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
        <Icon size={14} aria-hidden /> <span className="sr-only">{words[medium]}</span>
        <time dateTime={receivedAt}>{formatInstant(receivedAt)}</time>
        {attachments > 0 && (
          <span className="inline-flex items-center gap-1">
            <Paperclip size={13} aria-hidden />
            {attachments} <span className="sr-only">{words.documents}</span>
          </span>
        )}
        {number && <span>{into ? words.into(number) : words.about(number)}</span>}
      </p>
    </>
  );
}

/** Why it waits, or what a person said when they set it aside. */
export function WaitingReason({ arrival, className }: { arrival: Item; className?: string }) {
  const chosen = useLanguage();
  const { status, waitingReason, setAsideReason } = arrival;
  if (status === "set-aside") return <p className={className}>{setAsideReason}</p>;
  if (waitingReason === null || status === "taken-in") return null;
  return <p className={className}>{reasonInWords(waitingReason, chosen)}</p>;
}

function reasonInWords(code: string, chosen: "vi" | "en"): string {
  const [word = "", ...more] = code.split(":");
  const known = Object.entries(wordsOfReasons).find(([name]) => name === word)?.[1];
  if (!known) return code;
  return more.length === 0 ? known[chosen] : `${known[chosen]} (${more.join(":")})`;
}
