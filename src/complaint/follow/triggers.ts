import type { ClockRule, Trigger } from "../../procedure/pure/edition/clocks.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import type { NewEvent } from "../events/event.ts";
import { holds } from "../facts.ts";
import { matches } from "../moves.ts";
import type { Complaint } from "../state.ts";

/** Whether one of the triggers is this fact, on the state that it left. */
export function isTriggered(triggers: readonly Trigger[], event: NewEvent, complaint: Complaint, now: string): boolean {
  return triggers.some(
    (trigger) => trigger.on === event.type && matches(trigger.with, event.data) && holds(trigger.when, complaint, now),
  );
}

/**
 * Whether this fact turns what was sorted as no complaint (praise, a plain request) into one. Everything that registering
 * a complaint begins is then still to begin.
 */
export function isFoundToBeComplaint(event: NewEvent, { kinds }: Edition): boolean {
  if (event.type !== "ComplaintClassified" || !event.data.complaint) return false;
  return kinds.find(({ id }) => id === event.data.previousKind)?.complaint === false;
}

/** Whether registering by itself, as the complaint is sorted now, would have been one of the triggers. */
export function isTriggeredByReceipt(triggers: readonly Trigger[], complaint: Complaint, now: string): boolean {
  return triggers.some(
    (trigger) =>
      trigger.on === "ComplaintRegistered" && trigger.with === undefined && holds(trigger.when, complaint, now),
  );
}

/** The clock rules that look at this kind of fact at all, so that most facts cost nothing. */
export function rulesFor(type: EventType, edition: Edition): readonly ClockRule[] {
  let byType = rulesByType.get(edition);
  if (!byType) {
    byType = new Map();
    for (const rule of edition.clocks) {
      const types = new Set([...rule.start, ...rule.stop, ...rule.void, ...(rule.reinstate ?? [])].map(({ on }) => on));
      for (const each of types) byType.set(each, [...(byType.get(each) ?? []), rule]);
    }
    rulesByType.set(edition, byType);
  }
  return byType.get(type) ?? [];
}

const rulesByType = new WeakMap<Edition, Map<EventType, readonly ClockRule[]>>();
