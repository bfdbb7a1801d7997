import { dayNumberOf } from "../day.ts";
import { dayMs, instantFromMs, msFromInstant, type Instant } from "../instant.ts";
import { openBeforeAt, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Due } from "./due.ts";
import type { Term } from "./term.ts";
import { instantMsOfWorked, workedMsAt } from "./working-time.ts";

/**
 * The instant that lies a lead before a due, for warnings. Elapsed minutes and hours, calendar days and weeks are taken off
 * the instant; working hours run back through the shifts; working days give the midnight that begins the day so many open
 * days before the due day ("1 working day" before a due on Monday begins the Friday before). Months are refused: a warning is
 * never so early. Throws outside the calendar's years.
 */
export function instantBefore({ due, lead, calendar }: { due: Due; lead: Term; calendar: WorkingCalendar }): Instant {
  const dueMs = msFromInstant(due.dueAt);
  const { amount, unit, counting } = lead;
  switch (unit) {
    case "minutes":
    case "hours": {
      const leadMs = amount * (unit === "hours" ? 3_600_000 : 60_000);
      if (counting === "elapsed") return instantFromMs(dueMs - leadMs);
      return instantFromMs(instantMsOfWorked(calendar, Math.max(0, workedMsAt(calendar, dueMs) - leadMs)));
    }
    case "days":
      if (counting === "calendar") return instantFromMs(dueMs - amount * dayMs);
      return beginningOf(openDayBefore(due, amount, calendar), calendar);
    case "weeks":
      return instantFromMs(dueMs - amount * 7 * dayMs);
    case "months":
      throw new RangeError("a warning is given in minutes, hours, days or weeks");
  }
}

function openDayBefore(due: Due, amount: number, calendar: WorkingCalendar): number {
  const index = openBeforeAt(calendar, dayNumberOf(due.dueOn)) - amount;
  return calendar.openDays[Math.max(0, index)] ?? dayNumberOf(due.dueOn);
}

function beginningOf(dayNumber: number, calendar: WorkingCalendar): Instant {
  return instantFromMs(dayNumber * dayMs - calendar.offsetMs);
}
