import { nextFiringAt } from "../../complaint/follow/fire.ts";
import type { Clock, Complaint } from "../../complaint/state.ts";
import type { Projected } from "../projected.ts";

/** A row of `clock`. Instants are UTC text. */
export type ClockRow = {
  organisation: string;
  complaint_id: string;
  clock_id: string;
  rule: string;
  instance: number;
  scope: string;
  scope_id: string;
  origin: string;
  purpose: string;
  calendar: string;
  calendar_version: string;
  term: string | null;
  started_at: string;
  due_on: string;
  due_at: string;
  inclusive: boolean;
  warn_ats: string[];
  warned: number;
  breached_at: string | null;
  pauses: Clock["pauses"];
  extensions: Clock["extensions"];
  status: Clock["status"];
  ended_at: string | null;
  stopped_by: string | null;
  next_action_at: string | null;
};

/** The rows of clocks that are not as they were. Without `before`, of all. */
export function clockRows(now: Projected, before?: Complaint): ClockRow[] {
  // A clock that no fact touched is the very same value in both states.
  const unchanged = new Set<Clock>(before?.clocks);
  return now.complaint.clocks.filter((clock) => !unchanged.has(clock)).map((clock) => clockRow(clock, now));
}

function clockRow(clock: Clock, { organisation, complaintId, complaint }: Projected): ClockRow {
  return {
    organisation,
    complaint_id: complaintId,
    clock_id: clock.clockId,
    rule: clock.rule,
    instance: clock.instance,
    scope: clock.scope,
    scope_id: clock.scopeId,
    origin: clock.origin,
    purpose: clock.purpose,
    calendar: clock.calendar,
    calendar_version: clock.calendarVersion,
    term: clock.term,
    started_at: clock.startedAt,
    due_on: clock.dueOn,
    due_at: clock.dueAt,
    inclusive: clock.inclusive,
    warn_ats: clock.warnAts,
    warned: clock.warned,
    breached_at: clock.breachedAt,
    pauses: clock.pauses,
    extensions: clock.extensions,
    status: clock.status,
    ended_at: clock.endedAt,
    stopped_by: clock.stoppedBy,
    next_action_at: nextFiringAt({ ...complaint, clocks: [clock] }),
  };
}
