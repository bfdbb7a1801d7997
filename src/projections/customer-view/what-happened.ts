import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { ChannelType } from "../../procedure/pure/vocabulary.ts";

export const happenings = [
  "received",
  "acknowledged",
  "asked-for-information",
  "information-received",
  "accepted",
  "refused",
  "answered",
  "answered-for-now",
  "invited",
  "meeting-confirmed",
  "meeting-declined",
  "meeting-held",
  "paper-signed",
  "customer-accepts",
  "customer-does-not-accept",
  "next-level",
  "next-round",
  "term-extended",
  "remedy-done",
  "told-where-else",
  "negotiation-asked",
  "negotiation-begun",
  "negotiation-refused",
  "withdrawn",
  "closed",
  "reopened",
] as const;

/** One thing that happened, in a word of a closed list: nothing that anybody typed stands in it. */
export type Happening = { at: string; what: (typeof happenings)[number]; channel: ChannelType | null };

/** What the customer is told of the way so far, the latest first. A fact that is not named here is not told. */
export function whatHappened(events: readonly ComplaintEvent[], { channels }: Edition): Happening[] {
  return events
    .flatMap((event) => {
      const what = wordFor(event);
      if (what === undefined) return [];
      const id = "channel" in event.data ? event.data.channel : undefined;
      const channel = channels.find((each) => each.id === id)?.type ?? null;
      return [{ at: event.occurredAt, what, channel: saysHow.has(what) ? channel : null }];
    })
    .toReversed();
}

/** Where the way by which something went is worth telling. */
const saysHow: ReadonlySet<Happening["what"]> = new Set(["received", "acknowledged", "answered", "answered-for-now"]);

/** What the customer is told of one fact; undefined: nothing. */
export function wordFor(event: ComplaintEvent): Happening["what"] | undefined {
  switch (event.type) {
    case "ReplyGiven":
      if (!event.data.substantive) return undefined;
      return event.data.final ? "answered" : "answered-for-now";
    case "InvitationAnswered":
      return event.data.comes ? "meeting-confirmed" : "meeting-declined";
    case "VerdictRecorded":
      if (event.data.accepts === "silent") return undefined;
      return event.data.accepts === "yes" ? "customer-accepts" : "customer-does-not-accept";
    case "PaperSigned":
      return event.data.by === "customer" ? "paper-signed" : undefined;
    case "TermExtended":
      return event.data.customerTold ? "term-extended" : undefined;
    default:
      return words[event.type];
  }
}

const words: Readonly<Partial<Record<ComplaintEvent["type"], Happening["what"]>>> = {
  ComplaintRegistered: "received",
  ReceiptAcknowledged: "acknowledged",
  InformationRequested: "asked-for-information",
  InformationReceived: "information-received",
  ComplaintAccepted: "accepted",
  ComplaintRefused: "refused",
  AnsweredAtFirstLine: "answered",
  CustomerInvited: "invited",
  MeetingRecorded: "meeting-held",
  LevelEscalated: "next-level",
  RoundStarted: "next-round",
  RemedyCompleted: "remedy-done",
  OutsideRemediesTold: "told-where-else",
  NegotiationAsked: "negotiation-asked",
  NegotiationBegun: "negotiation-begun",
  NegotiationRefused: "negotiation-refused",
  ComplaintWithdrawn: "withdrawn",
  ComplaintClosed: "closed",
  ComplaintReopened: "reopened",
};
