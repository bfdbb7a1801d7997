import type { Fact, Guard } from "../procedure/pure/edition/guard.ts";
import type { Complaint } from "./state.ts";
import { isOpen } from "./state.ts";

/** Whether a guard holds for a complaint at an instant. No guard always holds. */
export function holds(guard: Guard | undefined, complaint: Complaint, now: string): boolean {
  if (guard === undefined) return true;
  if ("all" in guard) return guard.all.every((each) => holds(each, complaint, now));
  if ("any" in guard) return guard.any.some((each) => holds(each, complaint, now));
  if ("not" in guard) return !holds(guard.not, complaint, now);
  return factHolds(guard, complaint, now);
}

function factHolds(fact: Fact, complaint: Complaint, now: string): boolean {
  const classification = complaint.classification;
  switch (fact.fact) {
    case "kind":
      return classification !== null && fact.in.includes(classification.kind);
    case "nature":
      return classification !== null && fact.in.includes(classification.nature);
    case "register":
      return classification !== null && fact.in.includes(classification.register);
    case "service":
      return classification?.service !== undefined && fact.in.includes(classification.service);
    case "customer-class": {
      // Known from the customer before anybody sorts the complaint.
      const customerClass = classification?.customerClass ?? complaint.customer.customerClass;
      return customerClass !== undefined && fact.in.includes(customerClass);
    }
    case "channel":
      return fact.in.includes(complaint.channel);
    case "channel-type":
      return fact.in.includes(complaint.channelType);
    case "consumer":
      return (classification?.consumer ?? complaint.customer.consumer ?? true) === fact.is;
    case "regulated-service":
      return (classification?.regulatedService ?? false) === fact.is;
    case "mark":
      return complaint.marks.includes(fact.has);
    case "stage":
      return fact.in.includes(complaint.stage);
    case "phase":
      return fact.in.includes(complaint.phase);
    case "level":
      return isWithin(complaint.level, fact);
    case "round":
      return isWithin(complaint.round, fact);
    case "complete":
      return (classification !== null && complaint.missing.length === 0) === fact.is;
    case "time-barred":
      return (complaint.timeBar?.barred ?? false) === fact.is;
    case "acknowledged":
      return complaint.acknowledgements.length > 0 === fact.is;
    case "accepted":
      return (complaint.accepted !== null) === fact.is;
    case "refused":
      return (complaint.refused?.round === complaint.round) === fact.is;
    case "replied":
      return isReplied(fact, complaint) === fact.is;
    case "verdict":
      return fact.in.includes(verdictOf(complaint));
    case "satisfied":
      return fact.in.includes(complaint.verdict?.satisfied ?? "unknown");
    case "call-back":
      return fact.in.includes(callBackOf(complaint));
    case "coordinations-open":
      return complaint.coordinations.some(isCoordinationOpen) === fact.is;
    case "coordinations-accepted":
      return areCoordinationsAccepted(complaint) === fact.is;
    case "finding-recorded":
      return complaint.findings.some((finding) => !fact.thisRound || finding.ofThisRound) === fact.is;
    case "root-cause":
      return fact.in.includes(complaint.findings.at(-1)?.rootCause ?? "unknown");
    case "handling-recorded":
      return complaint.handlings.length > 0 === fact.is;
    case "resolution":
      return fact.in.includes(complaint.resolution?.status ?? "none");
    case "dossier-submitted":
      return complaint.dossiers.length > 0 === fact.is;
    case "direction-given":
      return (complaint.dossiers.at(-1)?.directedAt != null) === fact.is;
    case "remedies-open":
      return complaint.remedies.some(isRemedyOpen) === fact.is;
    case "promises-open":
      return complaint.promises.some((promise) => promise.fulfilledAt === null) === fact.is;
    case "papers-owed":
      return complaint.papersOwed.some((owed) => owed.issuedAs === null) === fact.is;
    case "paper-issued":
      return complaint.papers.some((paper) => paper.kind === fact.kind && paper.status === "issued") === fact.is;
    case "meeting":
      return fact.in.includes(complaint.meetings.at(-1)?.outcome ?? "none");
    case "outside-remedies-told":
      return (complaint.outsideRemediesToldAt !== null) === fact.is;
    case "outside-referral":
      return (complaint.outsideReferral !== null) === fact.is;
    case "forwarded-by-authority":
      return (complaint.forwardedByAuthority !== undefined) === fact.is;
    case "negotiation":
      return fact.in.includes(complaint.negotiation);
    case "withdrawn":
      return (complaint.withdrawnAt !== null) === fact.is;
    case "watching":
      return complaint.watches.some((watch) => watch.endedAt === null) === fact.is;
    case "watched":
      return complaint.watches.some((watch) => watch.endedAt !== null) === fact.is;
    case "corrective-actions-open":
      return (
        complaint.actions.some((action) => action.status === "ordered" || action.status === "completed") === fact.is
      );
    case "corrective-action-ordered":
      return complaint.actions.length > 0 === fact.is;
    case "remedy-awaiting-approval":
      return complaint.remedies.some(({ status, needsApproval }) => status === "agreed" && needsApproval) === fact.is;
    case "linked":
      return complaint.links.some(({ as }) => as === fact.as);
    case "lesson-recorded":
      return complaint.lessons.length > 0 === fact.is;
    case "contact-attempts":
      return complaint.contactAttempts.filter((attempt) => !attempt.reached).length >= fact.atLeast;
    case "clock-elapsed":
      return hasElapsed(fact.clock, complaint, now);
  }
}

/** Asked, confirmed, answered or sent back: somebody still has something to do about it. */
export function isCoordinationOpen(coordination: Complaint["coordinations"][number]): boolean {
  return coordination.status !== "accepted" && coordination.status !== "withdrawn";
}

export function isRemedyOpen(remedy: Complaint["remedies"][number]): boolean {
  return remedy.status === "approved" || remedy.status === "agreed";
}

function areCoordinationsAccepted({ coordinations }: Complaint): boolean {
  return coordinations.some(({ status }) => status === "accepted") && !coordinations.some(isCoordinationOpen);
}

function isReplied(fact: Extract<Fact, { fact: "replied" }>, complaint: Complaint): boolean {
  return complaint.replies.some(
    (reply) =>
      reply.round === complaint.round &&
      reply.level === complaint.level &&
      reply.dispatch === "sent" &&
      reply.substantive &&
      (fact.final === undefined || reply.final === fact.final) &&
      (fact.written === undefined || reply.written === fact.written),
  );
}

function verdictOf({ verdict, round }: Complaint): "accepted" | "not-accepted" | "silent" | "none" {
  if (verdict === null || verdict.round !== round) return "none";
  return verdict.accepts === "silent" ? "silent" : verdict.accepts === "yes" ? "accepted" : "not-accepted";
}

function callBackOf({ appointments }: Complaint): "fixed" | "not-fixed" | "no-answer" | "none" {
  const outcome = appointments.findLast((each) => each.outcome !== "open")?.outcome;
  return outcome === undefined || outcome === "open" ? "none" : outcome;
}

function hasElapsed(rule: string, complaint: Complaint, now: string): boolean {
  const clock = complaint.clocks.findLast((each) => each.rule === rule);
  if (!clock) return false;
  if (!isOpen(clock)) return clock.status === "late";
  return clock.status === "running" && (clock.inclusive ? clock.dueAt < now : clock.dueAt <= now);
}

function isWithin(
  value: number,
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
): boolean {
  return value >= (atLeast ?? 1) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}
