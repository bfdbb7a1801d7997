import type { Day } from "./day.ts";
import { dayMs, dayOf, instantFromMs, type Instant } from "./instant.ts";

/** Vietnam's clocks are this far ahead of UTC, all year and without change since 1975. */
export const vietnamOffsetMinutes = 420;

/** The calendar day on which an instant falls in Vietnam. */
export function dayInVietnam(instant: Instant): Day {
  return dayOf(instant, vietnamOffsetMinutes);
}

/** From midnight to midnight in Vietnam: the day of an instant. A term of days that ends with it is due at `endsAt`. */
export function todayInVietnam(now: Instant): { beginsAt: Instant; endsAt: Instant } {
  const beginsMs = Date.parse(`${dayInVietnam(now)}T00:00:00+07:00`);
  return { beginsAt: instantFromMs(beginsMs), endsAt: instantFromMs(beginsMs + dayMs) };
}
