import type { Day } from "../day.ts";
import type { Instant } from "../instant.ts";
import type { DayReason } from "../calendar/working-calendar.ts";

/**
 * Why a day or span was counted or skipped. Stable codes, stored and sent; `wordsOf` puts them in a sentence.
 *
 * Besides the calendar's own: `start-day` (the day of the event, not counted), `start-day-counted` (counted by the organisation's
 * rule), `time-bar-first-day` (counted because a time-bar begins with it), `calendar-day` (counted whatever day it is), `paused`, `rolled-to` (not counted: the term ends with this day because its
 * last day is a day off), `elapsed-time`, `working-time`, `outside-shifts`.
 */
export type StepReason =
  | DayReason
  | "start-day"
  | "start-day-counted"
  | "time-bar-first-day"
  | "calendar-day"
  | "paused"
  | "rolled-to"
  | "elapsed-time"
  | "working-time"
  | "outside-shifts";

/**
 * Why, and from where: `name` of the holiday or closure, `source` its notice or law. `status` stands where the year's notice was
 * missing when this was counted, so that the day may still change.
 */
export type StepGrounds = {
  verdict: "counted" | "skipped";
  reason: StepReason;
  name?: string;
  source?: string;
  status?: "proposed";
};

/** `counted`: how many days of the term are counted up to and with this one. */
export type DayStep = StepGrounds & { on: Day; counted: number };

/** `from` is included and `to` is not; `countedMs`: how much of the term has run by `to`. */
export type SpanStep = StepGrounds & { from: Instant; to: Instant; countedMs: number };

export type ProofStep = DayStep | SpanStep;
