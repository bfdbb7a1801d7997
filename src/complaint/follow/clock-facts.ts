import type { ClockRule } from "../../procedure/pure/edition/clocks.ts";
import type { Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import type { Clock, Complaint } from "../state.ts";
import { calendarOf, firstDue, recountedDue, termFor } from "./clock-due.ts";

export type Start = Extract<NewEvent, { type: "ClockStarted" }>;
export type Stop = Extract<NewEvent, { type: "ClockStopped" }>;
type Move = Extract<NewEvent, { type: "ClockMoved" }>;

/**
 * A clock that begins to run. `at`: when it was found to run; `startedAt`: what its term counts from; `data`: the fact that
 * may name its due day. Undefined where that fact names none and the rule has no other term.
 */
export function clockStarted(input: {
  rule: ClockRule;
  scopeId: string;
  data: Record<string, unknown>;
  at: string;
  startedAt: string;
  complaint: Complaint;
  context: Context;
}): Start | undefined {
  const { rule, scopeId, data, at, startedAt, complaint, context } = input;
  const calendar = calendarOf(rule.calendar, context.calendars);
  const first = firstDue({ rule, term: termFor(rule, complaint, context.now), data, startedAt, calendar });
  if (!first) return undefined;
  const instance = complaint.clocks.filter((clock) => clock.rule === rule.id).length + 1;
  return {
    type: "ClockStarted",
    occurredAt: at,
    data: {
      clockId: `${rule.id}:${scopeId}:${instance}`,
      rule: rule.id,
      instance,
      scope: rule.scope,
      scopeId,
      origin: rule.origin,
      purpose: rule.purpose,
      startedAt,
      term: first.term,
      calendar: rule.calendar,
      calendarVersion: calendar.version,
      ...first.due,
      paused: complaint.pause !== null && rule.pausedBy.includes(complaint.pause.reason),
    },
  };
}

/** The end of a clock. `by`: what was sent and ended it, if anything was; `reason`: why it ends void. */
export function clockStopped(
  { clockId, rule }: Pick<Clock, "clockId" | "rule">,
  ended: { outcome: "met" | "late" | "void"; stoppedAt: string; by: string | null; reason: string },
  at: string,
): Stop {
  const { outcome, stoppedAt, by } = ended;
  const reason = outcome === "void" ? ended.reason : null;
  return { type: "ClockStopped", occurredAt: at, data: { clockId, rule, outcome, stoppedAt, by, reason } };
}

/** A running clock with another term counted anew from its beginning, up to now. */
export function clockMoved(
  clock: Clock,
  { rule, term, reason, at, context }: { rule: ClockRule; term: string; reason: string; at: string; context: Context },
): Move {
  const calendar = calendarOf(rule.calendar, context.calendars);
  const due = recountedDue({ clock, rule, term, calendar, now: context.now });
  const { clockId, dueAt: previousDueAt } = clock;
  const data = { clockId, rule: rule.id, term, calendarVersion: calendar.version, previousDueAt, ...due, reason };
  return { type: "ClockMoved", occurredAt: at, data };
}

/**
 * A clock that ended runs again, with its old due. Where it ended while the file was paused and the pause is over, its due is counted
 * anew without the pause, as that of every clock that the pause held.
 */
export function clockReinstated(
  clock: Clock,
  { reason, at, context }: { reason: string; at: string; context: Context },
): NewEvent[] {
  const { clockId, rule: id, pauses, term } = clock;
  const again: NewEvent = { type: "ClockReinstated", occurredAt: at, data: { clockId, rule: id, reason } };
  const rule = context.edition.clocks.find((each) => each.id === id);
  const isPauseOver = pauses.length > 0 && pauses.every(({ to }) => to !== null);
  if (!rule || term === null || !isPauseOver) return [again];
  const moved = clockMoved(clock, { rule, term, reason, at, context });
  return moved.data.dueAt === clock.dueAt ? [again] : [again, moved];
}
