import type { Day } from "./day.ts";
import { dayOf, type Instant } from "./instant.ts";

/** Vietnam's clocks are this far ahead of UTC, all year and without change since 1975. */
export const vietnamOffsetMinutes = 420;

/** The calendar day on which an instant falls in Vietnam. */
export function dayInVietnam(instant: Instant): Day {
  return dayOf(instant, vietnamOffsetMinutes);
}
