import type { Day } from "../day.ts";

/**
 * A day on which the nation rests.
 *
 * - `holiday`: named by law or by the year's notice, weekdays and weekends alike.
 * - `make-up`: a weekday off because a holiday fell on a weekend (Labour Code 2019 Đ111.3), as published for people who work
 *   Monday to Friday. An organisation with other rest days gets its own, from the holidays.
 * - `swap`: a weekday off in exchange for a worked Saturday (hoán đổi), directed to the civil service.
 */
export type ClosedDay = {
  date: Day;
  kind: "holiday" | "make-up" | "swap";
  name: string;
  source: string;
  status: "official" | "proposed";
  /** False for a holiday outside Labour Code Đ112.1, which Đ111.3 does not reach: 24/11. Absent means true. */
  madeUp?: boolean;
};

/** A weekend day worked in exchange for the weekday `swappedFor`. */
export type WorkedDay = { date: Day; swappedFor: Day; source: string; status: "official" | "proposed" };
