import type { Context } from "../context.ts";
import { notYourRole } from "../not-your-role.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Complaint, Coordination } from "../state.ts";

/**
 * A coordination request: asked, confirmed by the unit, answered, then accepted as suitable or sent back; withdrawn where
 * it is not needed any more. A unit may pass it on; it stays one request.
 */
export function coordinationIn(
  complaint: Complaint,
  coordinationId: string,
  statuses: readonly Coordination["status"][],
): Coordination | Refusal {
  const found = complaint.coordinations.find((each) => each.coordinationId === coordinationId);
  if (!found) return refuse("unknown-item", { name: coordinationId }, "coordinationId");
  return statuses.includes(found.status)
    ? found
    : refuse("item-not-open", { name: coordinationId, status: found.status }, "coordinationId");
}

export function anyCoordination(complaint: Complaint, statuses: readonly Coordination["status"][]): Refusal | null {
  return complaint.coordinations.some(({ status }) => statuses.includes(status))
    ? null
    : refuse("unknown-item", { name: "coordination" });
}

/** Why this actor can act on none of the requests: there is none in these statuses, or all are of other units. */
export function anyOwnCoordination(
  complaint: Complaint,
  statuses: readonly Coordination["status"][],
  context: Pick<Context, "actor" | "edition">,
): Refusal | null {
  const refusals = complaint.coordinations
    .filter(({ status }) => statuses.includes(status))
    .map((each) => mayAnswerFor(each, context));
  if (refusals.length === 0) return refuse("unknown-item", { name: "coordination" });
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/** An answer waits for the check, or a repair promised in a checked one is not done yet. */
export function isToAccept({ status, promisedRepairOn, repairDone }: Coordination): boolean {
  return status === "answered" || (status === "accepted" && promisedRepairOn !== undefined && !repairDone);
}

/** Somebody of the unit that was asked, whoever holds the link to this request, or a clerk who writes down what the unit said. */
export function mayAnswerFor(
  { unit, coordinationId }: Coordination,
  { actor, edition }: Pick<Context, "actor" | "edition">,
): Refusal | null {
  if (actor.kind === "link" && actor.coordinationId === coordinationId && actor.unit === unit) return null;
  if (actor.kind !== "person") return notYourRole([unit], edition);
  const isOfUnit = actor.roles.some((held) => held.unit === unit);
  const writesDown = actor.roles.some(({ role }) => role === "clerk" || role === "shift-lead");
  return isOfUnit || writesDown ? null : notYourRole([unit], edition);
}

export const unanswered: readonly Coordination["status"][] = ["asked", "confirmed", "returned"];
