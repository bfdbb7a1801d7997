import type { ComplaintEvent, EventOf } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { PaperKind } from "../../procedure/pure/vocabulary.ts";

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

export const letterKinds = ["reply", "interim-reply", "acceptance", "refusal", "paper"] as const;

/** What the provider wrote to the customer. `text` and `documents` are opened with a one-time code only. */
export type Letter = {
  letterId: string;
  kind: (typeof letterKinds)[number];
  /** The provider's own name of a paper; null for what is a message. */
  name: string | null;
  number: string | null;
  at: string;
  text: string | null;
  documents: Attachment[];
};

/** Everything in writing that left to the customer, the latest first. */
export function lettersTo(events: readonly ComplaintEvent[], edition: Edition): Letter[] {
  return events
    .flatMap((event) => letterOf(event, events, edition) ?? [])
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

function letterOf(event: ComplaintEvent, events: readonly ComplaintEvent[], edition: Edition): Letter | undefined {
  const at = event.occurredAt;
  const message = { name: null, number: null, at, documents: [] };
  switch (event.type) {
    case "ReplyGiven": {
      const { replyId, written, final, content, attachments } = event.data;
      const kind = final ? ("reply" as const) : ("interim-reply" as const);
      return written ? { ...message, letterId: replyId, kind, text: content, documents: attachments } : undefined;
    }
    case "AnsweredAtFirstLine": {
      const { replyId, written, content } = event.data;
      return written ? { ...message, letterId: replyId, kind: "reply", text: content } : undefined;
    }
    case "ComplaintAccepted": {
      const { noticeId, written, message: text } = event.data;
      return written && text !== undefined ? { ...message, letterId: noticeId, kind: "acceptance", text } : undefined;
    }
    case "ComplaintRefused": {
      const { noticeId, written, message: text } = event.data;
      return written ? { ...message, letterId: noticeId, kind: "refusal", text } : undefined;
    }
    case "PaperIssued":
      return issuedPaper(event, events, edition);
    default:
      return undefined;
  }
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
    number: data.letterNumber ?? null,
    at: occurredAt,
    text,
    documents: attachment ? [attachment] : [],
  };
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
    const { at, ...draft } = draftOf(paperId, events);
    const saysSomething = draft.text !== null || draft.document !== null;
    return at === null || !saysSomething ? [] : [{ paperId, name: known.name, draftedAt: at, ...draft }];
  });
}

/** What a drafted paper says: as text, as a document, or both; a draft never changes. */
export function draftOf(paperId: string, events: readonly ComplaintEvent[]) {
  const draft = events.find(
    (event): event is EventOf<"PaperDrafted"> => event.type === "PaperDrafted" && event.data.paperId === paperId,
  );
  return {
    at: draft?.occurredAt ?? null,
    text: draft?.data.content ?? null,
    document: draft?.data.attachment ?? null,
  };
}
