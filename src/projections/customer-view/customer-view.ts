import type { ComplaintEvent, EventOf } from "../../complaint/events/event.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { OutsideWay } from "../../procedure/pure/vocabulary.ts";
import { lettersTo, papersToSign, type Letter, type PaperToSign } from "./letters.ts";
import { promisedDays, type PromisedDay } from "./promises.ts";
import { saidByCustomer, type Said } from "./said-by-customer.ts";
import { waysOutside } from "./ways-outside.ts";
import { whatHappened, wordFor, type Happening } from "./what-happened.ts";

export const whereabouts = [
  "received",
  "waiting-for-you",
  "looked-into",
  "looked-into-again",
  "looked-into-to-content",
  "at-next-level",
  "meeting",
  "answered",
  "finishing",
  "refused",
  "withdrawn",
  "closed",
] as const;
export type Whereabouts = (typeof whereabouts)[number];

/**
 * What a customer sees of their own complaint: made up field by field of what is theirs, never of the file with something left out.
 * No note, no name of staff, unit or other customer, no cause under discussion has a place in it.
 */
export type CustomerView = {
  number: string;
  receivedAt: string;
  kind: string | null;
  /** What the customer wrote; null where somebody of the provider wrote it down. */
  ownWords: string | null;
  where: Whereabouts;
  since: string;
  answeredAt: string | null;
  closedAt: string | null;
  /** Somebody answered or refused it at some time, in whichever handling. */
  wasAnswered: boolean;
  /** Closed because it had arrived before under another number, where its days are kept. */
  isDuplicate: boolean;
  level: number;
  round: number;
  promisedDays: PromisedDay[];
  /** Promised in an answer. */
  promises: { text: string; dueOn: string; fulfilledAt: string | null }[];
  happened: Happening[];
  /** What the customer said since, on the page. */
  said: Said[];
  letters: Letter[];
  questions: { requestId: string; at: string; wanted: string[]; message: string | null; answeredAt: string | null }[];
  meetings: {
    meetingId: string;
    meetingAt: string;
    place: string | null;
    isOpen: boolean;
    comes: boolean | null;
  }[];
  toSign: PaperToSign[];
  remedies: { type: string; amount: number; isDone: boolean }[];
  verdict: { accepts: "yes" | "no" | "silent"; at: string } | null;
  /** Where else to turn, as the customer was told. */
  elsewhere: string[];
  /** Where else a customer may turn, by the law that the complaint runs under. */
  outsideWays: OutsideWay[];
};

export function customerView(
  { complaint, events }: { complaint: Complaint; events: readonly ComplaintEvent[] },
  { edition, now }: { edition: Edition; now: string },
): CustomerView {
  const { number, receivedAt, classification, level, round, verdict } = complaint;
  const registered = events.find((event) => event.type === "ComplaintRegistered");
  const where = whereIs(complaint);
  return {
    number,
    receivedAt,
    kind: edition.kinds.find(({ id }) => id === classification?.kind)?.name ?? null,
    ownWords: registered?.actor.kind === "customer" ? complaint.content : null,
    where,
    since: sinceWhen(where, complaint),
    answeredAt: answeredAt(complaint),
    closedAt: "closedAt" in complaint ? complaint.closedAt : null,
    wasAnswered: events.some((event) => isAnswer(wordFor(event))),
    isDuplicate: "outcome" in complaint && complaint.outcome === "duplicate",
    level,
    round,
    promisedDays: promisedDays(complaint, { edition, now }),
    promises: complaint.promises.map(({ text, dueOn, fulfilledAt }) => ({ text, dueOn, fulfilledAt })),
    happened: whatHappened(events, edition),
    said: saidByCustomer(events),
    letters: lettersTo(events, edition),
    questions: questionsIn(complaint, events),
    meetings: meetingsIn(complaint, events),
    toSign: papersToSign(events, complaint.papers, edition),
    remedies: remediesIn(complaint),
    verdict: verdict?.round === round ? { accepts: verdict.accepts, at: verdict.at } : null,
    elsewhere: waysOutside(
      complaint,
      events.flatMap((event) => (event.type === "OutsideRemediesTold" ? event.data.remedies : [])),
    ),
    outsideWays: waysOutside(
      complaint,
      edition.outsideWays.map(({ id }) => id),
    ),
  };
}

/** In one word, where it stands for the customer. The provider's own steps have names for those who work there. */
export function whereIs(complaint: Complaint): Whereabouts {
  const { phase, withdrawnAt, refused, round, level, informationRequests, verdict, meetings } = complaint;
  if (phase === "closed" || phase === "archived") return "closed";
  if (withdrawnAt !== null) return "withdrawn";
  if (refused?.round === round) return "refused";
  if (informationRequests.some(({ answeredAt }) => answeredAt === null)) return "waiting-for-you";
  if (phase === "answered") return verdict?.round === round && verdict.accepts === "yes" ? "finishing" : "answered";
  if (meetings.some(({ outcome }) => outcome === "invited")) return "meeting";
  if (phase === "received") return "received";
  if (level > 1) return "at-next-level";
  const isUnsatisfied = verdict?.accepts === "yes" && verdict.satisfied === "no";
  if (isUnsatisfied) return "looked-into-to-content";
  return round > 1 ? "looked-into-again" : "looked-into";
}

function sinceWhen(where: Whereabouts, complaint: Complaint): string {
  if (where === "closed" && "closedAt" in complaint) return complaint.closedAt;
  if (where === "withdrawn") return complaint.withdrawnAt ?? complaint.receivedAt;
  if (where === "refused") return complaint.refused?.at ?? complaint.receivedAt;
  if (where === "received") return complaint.receivedAt;
  if (where === "waiting-for-you") {
    return complaint.informationRequests.find(({ answeredAt }) => answeredAt === null)?.at ?? complaint.stageEnteredAt;
  }
  return complaint.stageEnteredAt;
}

function isAnswer(what: Happening["what"] | undefined): boolean {
  return what === "answered" || what === "refused";
}

function answeredAt({ replies, round }: Complaint): string | null {
  return replies.findLast((each) => each.final && each.substantive && each.round === round)?.at ?? null;
}

function questionsIn({ informationRequests }: Complaint, events: readonly ComplaintEvent[]): CustomerView["questions"] {
  return informationRequests.map(({ requestId, at, wanted, answeredAt: answered }) => {
    const asked = events.find(
      (event): event is EventOf<"InformationRequested"> =>
        event.type === "InformationRequested" && event.data.requestId === requestId,
    );
    return { requestId, at, wanted, message: asked?.data.message ?? null, answeredAt: answered };
  });
}

function meetingsIn({ meetings }: Complaint, events: readonly ComplaintEvent[]): CustomerView["meetings"] {
  return meetings.map(({ meetingId, meetingAt, outcome, comes = null }) => {
    const invited = events.find(
      (event): event is EventOf<"CustomerInvited"> =>
        event.type === "CustomerInvited" && event.data.meetingId === meetingId,
    );
    return { meetingId, meetingAt, place: invited?.data.place ?? null, isOpen: outcome === "invited", comes };
  });
}

/** What is only proposed and waits for somebody's approval is no promise yet. */
function remediesIn({ remedies }: Complaint): CustomerView["remedies"] {
  return remedies
    .filter(
      ({ status, needsApproval }) =>
        status === "done" || status === "approved" || (status === "agreed" && !needsApproval),
    )
    .map(({ type, amount, status }) => ({ type, amount, isDone: status === "done" }));
}
