import { isOpen, type Clock, type Complaint } from "../state.ts";
import type { Changes } from "./change.ts";

type TimingEvent =
  | "ClockStarted"
  | "ClockStopped"
  | "ClockWarned"
  | "ClockBreached"
  | "ClockMoved"
  | "ClockReinstated"
  | "TermExtended"
  | "ComplaintPaused"
  | "ComplaintResumed";

/**
 * A clock is running, or paused, until it is met, late or void. Warned and breached are marks on the way, each once for
 * a due instant: another due instant (extended, resumed, moved) that lies ahead may warn and breach anew.
 */
export const timingChanges: Pick<Changes, TimingEvent> = {
  ClockStarted: (complaint, { data, occurredAt }) => {
    const { paused, ...clock } = data;
    const started: Clock = {
      ...clock,
      warned: 0,
      breachedAt: null,
      pauses: paused ? [{ from: occurredAt, to: null }] : [],
      extensions: [],
      status: paused ? "paused" : "running",
      endedAt: null,
      stoppedBy: null,
    };
    return { ...complaint, clocks: [...complaint.clocks, started] };
  },
  ClockStopped: (complaint, { data }) =>
    changeClock(complaint, data.clockId, () => ({ status: data.outcome, endedAt: data.stoppedAt, stoppedBy: data.by })),
  ClockWarned: (complaint, { data }) => changeClock(complaint, data.clockId, () => ({ warned: data.warning })),
  ClockBreached: (complaint, { data, occurredAt }) =>
    changeClock(complaint, data.clockId, () => ({ breachedAt: occurredAt })),
  ClockMoved: (complaint, { data, recordedAt }) =>
    changeClock(complaint, data.clockId, () => ({
      term: data.term,
      calendarVersion: data.calendarVersion,
      ...newDue(data, recordedAt),
    })),
  // What came back is kept in `stoppedBy`: sent again, it stops the clock again. A pause that still goes on holds it again.
  ClockReinstated: (complaint, { data }) =>
    changeClock(complaint, data.clockId, ({ pauses }) => ({
      status: pauses.some(({ to }) => to === null) ? "paused" : "running",
      endedAt: null,
    })),
  TermExtended: (complaint, { data, recordedAt }) =>
    changeClock(complaint, data.clockId, (clock) => ({
      extensions: [...clock.extensions, { by: data.by }],
      ...newDue(data, recordedAt),
    })),
  ComplaintPaused: (complaint, { data, occurredAt }) => {
    const paused: Complaint = { ...complaint, pause: { reason: data.reason, since: occurredAt } };
    return data.clocks.reduce(
      (each, clockId) =>
        changeClock(each, clockId, (clock) => ({
          status: "paused",
          pauses: [...clock.pauses, { from: occurredAt, to: null }],
        })),
      paused,
    );
  },
  ComplaintResumed: (complaint, { data, occurredAt, recordedAt }) =>
    data.clocks.reduce(
      (each, { clockId, ...due }) =>
        changeClock(each, clockId, (clock) => ({
          status: "running",
          pauses: clock.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? occurredAt })),
          ...newDue(due, recordedAt),
        })),
      withoutOpenPauses(complaint, occurredAt),
    ),
};

/** The pause is over for clocks too that ended during it and may run again. */
function withoutOpenPauses(complaint: Complaint, at: string): Complaint {
  const clocks = complaint.clocks.map((clock) =>
    isOpen(clock) ? clock : { ...clock, pauses: clock.pauses.map(({ from, to }) => ({ from, to: to ?? at })) },
  );
  return { ...complaint, clocks, pause: null };
}

type Due = { dueOn: string; dueAt: string; inclusive: boolean; warnAts: string[] };

function newDue({ dueOn, dueAt, inclusive, warnAts }: Due, recordedAt: string): Partial<Clock> {
  const warned = warnAts.filter((at) => at <= recordedAt).length;
  const due = { dueOn, dueAt, inclusive, warnAts, warned };
  return dueAt > recordedAt ? { ...due, breachedAt: null } : due;
}

function changeClock(complaint: Complaint, clockId: string, change: (clock: Clock) => Partial<Clock>): Complaint {
  return {
    ...complaint,
    clocks: complaint.clocks.map((clock) => (clock.clockId === clockId ? { ...clock, ...change(clock) } : clock)),
  };
}
