import type { ComplaintEvent, EventOf } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { ChannelType, PaperKind } from "../../procedure/pure/vocabulary.ts";

/** Papers that are written to a customer. All others stay inside. */
const kindsForCustomers: ReadonlySet<PaperKind> = new Set<PaperKind>([
  "receipt",
  "acknowledgement",
  "information-request",
  "acceptance-notice",
  "refusal-notice",
  "reply-letter",
  "invitation",
  "meeting-minutes",
  "settlement-minutes",
  "closing-slip",
]);

/** Whether papers of a kind are written to a customer; `kind` as it stands in the log. */
export function isForCustomers(kind: string): boolean {
  return (kindsForCustomers as ReadonlySet<string>).has(kind);
}

export const letterKinds = ["reply", "interim-reply", "acceptance", "refusal", "paper"] as const;

/** What the provider wrote or said to the customer. `text` and `documents` are opened with a one-time code only. */
export type Letter = {
  letterId: string;
  kind: (typeof letterKinds)[number];
  /** The provider's own name of a paper; null for what is a message. */
  name: string | null;
  /** As it stands on the paper where the program made it, with its symbol. */
  number: string | null;
  at: string;
  /** By what it was said, where it was not in writing: its text is then what was noted of it. */
  toldBy: ChannelType | null;
  text: string | null;
  documents: Attachment[];
  /** What another paper did with this one since. */
  followedAs?: "replacement" | "correction" | undefined;
};

/** Everything that was answered to the customer, in writing or in words, and the papers; the latest first. */
export function lettersTo(events: readonly ComplaintEvent[], edition: Edition): Letter[] {
  return events
    .flatMap((event) => letterOf(event, events, edition) ?? [])
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

function letterOf(event: ComplaintEvent, events: readonly ComplaintEvent[], edition: Edition): Letter | undefined {
  const at = event.occurredAt;
  const message = (data: { channel: string; written: boolean }) => {
    const type = edition.channels.find(({ id }) => id === data.channel)?.type ?? null;
    return { name: null, number: null, at, toldBy: data.written ? null : type, documents: [] };
  };
  switch (event.type) {
    case "ReplyGiven": {
      const { replyId, final, content, attachments } = event.data;
      const kind = final ? ("reply" as const) : ("interim-reply" as const);
      return { ...message(event.data), letterId: replyId, kind, text: content, documents: attachments };
    }
    case "AnsweredAtFirstLine": {
      const { replyId, content } = event.data;
      return { ...message(event.data), letterId: replyId, kind: "reply", text: content };
    }
    case "ComplaintAccepted": {
      const { noticeId, message: text } = event.data;
      return text === undefined ? undefined : { ...message(event.data), letterId: noticeId, kind: "acceptance", text };
    }
    case "ComplaintRefused": {
      const { noticeId, message: text } = event.data;
      return { ...message(event.data), letterId: noticeId, kind: "refusal", text };
    }
    case "PaperIssued":
      return issuedPaper(event, events, edition);
    case "PaperSigned":
      return event.data.by === "customer" ? signedPaper(event, events, edition) : undefined;
    default:
      return undefined;
  }
}

/** What the customer has signed is theirs to read again before it is issued, too. */
function signedPaper(
  { data: { paperId }, occurredAt }: EventOf<"PaperSigned">,
  events: readonly ComplaintEvent[],
  edition: Edition,
): Letter | undefined {
  const isIssued = events.some((event) => event.type === "PaperIssued" && event.data.paperId === paperId);
  const { paper, text, document } = draftOf(paperId, events);
  const known = edition.papers.find(({ id }) => id === paper);
  if (isIssued || !known || !kindsForCustomers.has(known.kind)) return undefined;
  return {
    letterId: paperId,
    kind: "paper",
    name: known.name,
    number: null,
    at: occurredAt,
    toldBy: null,
    text,
    documents: document ? [document] : [],
  };
}

function issuedPaper(
  { data, occurredAt }: EventOf<"PaperIssued">,
  events: readonly ComplaintEvent[],
  edition: Edition,
): Letter | undefined {
  if (!kindsForCustomers.has(data.kind)) return undefined;
  const { text, document } = draftOf(data.paperId, events);
  const attachment = data.attachment ?? document;
  return {
    letterId: data.paperId,
    kind: "paper",
    name: edition.papers.find(({ id }) => id === data.paper)?.name ?? data.paper,
    number: data.numberOnPaper ?? data.letterNumber ?? null,
    at: occurredAt,
    toldBy: null,
    text,
    documents: attachment ? [attachment] : [],
    followedAs: followingPaper(data.paperId, events),
  };
}

function followingPaper(paperId: string, events: readonly ComplaintEvent[]): Letter["followedAs"] {
  for (const event of events)
    if (event.type === "PaperIssued" && event.data.follows?.paperId === paperId) return event.data.follows.as;
  return undefined;
}

/** A paper that waits for the customer's signature. */
export type PaperToSign = {
  paperId: string;
  name: string;
  draftedAt: string;
  text: string | null;
  document: Attachment | null;
};

/** Drafted papers that the pack wants the customer to sign, that the customer has not signed, and that say something. */
export function papersToSign(
  events: readonly ComplaintEvent[],
  papers: readonly { paperId: string; paper: string; status: string; signatures: string[] }[],
  edition: Edition,
): PaperToSign[] {
  return papers.flatMap(({ paperId, paper, status, signatures }) => {
    const known = edition.papers.find(({ id }) => id === paper);
    const isWanted = known?.signedBy.includes("customer") && kindsForCustomers.has(known.kind);
    if (!known || !isWanted || status === "issued" || signatures.includes("customer")) return [];
    const { at, text, document } = draftOf(paperId, events);
    const saysSomething = text !== null || document !== null;
    return at === null || !saysSomething ? [] : [{ paperId, name: known.name, draftedAt: at, text, document }];
  });
}

/** What a drafted paper says: as text, as a document, or both; a draft never changes. */
export function draftOf(paperId: string, events: readonly ComplaintEvent[]) {
  const draft = events.find(
    (event): event is EventOf<"PaperDrafted"> => event.type === "PaperDrafted" && event.data.paperId === paperId,
  );
  return {
    at: draft?.occurredAt ?? null,
    paper: draft?.data.paper ?? null,
    text: draft?.data.content ?? null,
    document: draft?.data.attachment ?? null,
  };
}
