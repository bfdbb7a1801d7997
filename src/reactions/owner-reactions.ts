import type { ComplaintEvent } from "../complaint/events/event.ts";
import type { OutboxItem, OutboxKind } from "./outbox-item.ts";
import { notice, type Happened, type Reaction } from "./reaction.ts";

type News = { kind: OutboxKind; of?: OutboxItem["content"] };

/**
 * What the person in charge must know that others did: the customer, whoever decides, the units. Without such a person their unit
 * is told. Nobody is told of their own doing; `by` says whose it was, so that of a unit whoever did it is left out.
 */
export function ownerReactions({ event, complaint: { ownerId, unit } }: Happened): Reaction[] {
  const news = newsIn(event);
  if (!news) return [];
  const by = event.actor.kind === "person" ? event.actor.personId : null;
  if (ownerId !== null && ownerId === by) return [];
  const content = { ...news.of, ...(by === null ? {} : { by }) };
  if (ownerId !== null) return [notice(news.kind, "person", ownerId, content)];
  return unit === null ? [] : [notice(news.kind, "unit", unit, content)];
}

function newsIn(event: ComplaintEvent): News | undefined {
  return fromCustomer(event) ?? decided(event) ?? fromUnit(event);
}

/** What a customer did, by their own page or written down by a colleague. */
function fromCustomer({ type, data }: ComplaintEvent): News | undefined {
  switch (type) {
    case "InformationReceived":
      return { kind: "customer-informed" };
    case "VerdictRecorded":
      return { kind: verdictKinds[data.accepts] };
    case "ComplaintWithdrawn":
      return { kind: "customer-withdrew" };
    case "InvitationAnswered":
      return { kind: data.comes ? "customer-comes" : "customer-comes-not" };
    case "LevelEscalated":
      return data.byBreach ? undefined : { kind: "customer-goes-on" };
    case "RoundStarted":
      return { kind: "customer-goes-on" };
    case "NegotiationAsked":
      return { kind: "negotiation-asked" };
    case "OutsideReferralRecorded":
      return { kind: "customer-went-outside" };
    case "PaperSigned":
      return data.by === "customer" ? { kind: "customer-signed" } : undefined;
    default:
      return undefined;
  }
}

const verdictKinds = {
  yes: "customer-accepts",
  no: "customer-accepts-not",
  silent: "customer-silent",
} as const satisfies Record<string, OutboxKind>;

/** What whoever may decide decided on what the person in charge put before them. */
function decided({ type, data }: ComplaintEvent): News | undefined {
  switch (type) {
    case "ResolutionApproved":
      return { kind: "decision-approved" };
    case "ResolutionSentBack":
      return { kind: "decision-sent-back" };
    case "RemedyApproved":
      return { kind: data.approved ? "decision-approved" : "decision-sent-back" };
    case "DirectionGiven":
      return { kind: "direction-given" };
    case "PaperChecked":
      return { kind: "paper-checked" };
    case "PaperSigned":
      return { kind: "paper-signed" };
    case "TermExtended":
      return { kind: "term-extended" };
    default:
      return undefined;
  }
}

function fromUnit({ type, data }: ComplaintEvent): News | undefined {
  switch (type) {
    case "CoordinationAnswered":
      return { kind: "coordination-answered", of: { coordinationId: data.coordinationId } };
    case "CorrectiveActionCompleted":
      return { kind: "action-completed", of: { actionId: data.actionId } };
    case "CorrectiveActionVerified":
      return { kind: data.effective ? "action-verified" : "action-ineffective", of: { actionId: data.actionId } };
    default:
      return undefined;
  }
}
