import type { PauseReason } from "../../procedure/pure/vocabulary.ts";
import type { Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import { calendarOf, recountedDue } from "../follow/clock-due.ts";
import type { Complaint } from "../state.ts";
import { fact, type VerbContext } from "../verb-rule.ts";

/** Ids of the running clocks that this reason may stop: the pack's word for a promise, the law's for a law clock. */
export function pausable(reason: PauseReason, complaint: Complaint, { edition }: Context): string[] {
  return complaint.clocks
    .filter(({ status, rule }) => {
      const pausedBy = edition.clocks.find(({ id }) => id === rule)?.pausedBy ?? [];
      return status === "running" && pausedBy.includes(reason);
    })
    .map(({ clockId }) => clockId);
}

export function paused(
  input: { reason: PauseReason; comment?: string; clocks: string[] },
  context: VerbContext,
): NewEvent {
  return fact("ComplaintPaused", input, context);
}

/**
 * Every paused clock runs again, with its due counted anew without the pause. What ended the waiting may have happened before
 * the waiting began and been written down later: then the pause gives back no time at all.
 */
export function resumed({ reason }: { reason: string }, complaint: Complaint, context: VerbContext): NewEvent {
  const since = complaint.pause?.since ?? context.at;
  const at = context.at < since ? since : context.at;
  const clocks = complaint.clocks
    .filter(({ status }) => status === "paused")
    .flatMap((clock) => {
      const rule = context.edition.clocks.find(({ id }) => id === clock.rule);
      if (!rule) return [];
      const calendar = calendarOf(clock.calendar, context.calendars);
      const due = recountedDue({ clock, rule, calendar, now: at });
      return [{ clockId: clock.clockId, previousDueAt: clock.dueAt, ...due }];
    });
  return fact("ComplaintResumed", { reason, clocks }, { at });
}
