import { dayFromNumber, dayNumberFrom, dayNumberOf, civilFrom, daysInMonth, type Day } from "../procedure/pure/day.ts";
import { markOf, type WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { dayOf, instantFromMs, msFromInstant, type Instant } from "../procedure/pure/instant.ts";

const unitsMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** What happened this recently is news, and would be sent; a story is history. */
const RECENT_MS = 6 * unitsMs.m;

/**
 * A moment of a story, told from today:
 *
 * `-6 09:12`  at 09:12 (Vietnam) of the sixth working day before today; `0` is today, or the working day before it
 * `21h ago`, `40m ago`, `3d ago`, `in 2h`  by the clock, from now
 * `+20m`      after the step before
 *
 * A moment of the past is kept after the step before it and some minutes before now, so that a story can be told at any hour of any day.
 */
export function momentOf(
  text: string,
  { now, previous, calendar }: { now: Instant; previous?: Instant | undefined; calendar: WorkingCalendar },
): Instant {
  const nowMs = msFromInstant(now);
  const previousMs = previous === undefined ? undefined : msFromInstant(previous);
  const wantedMs = wanted(text, { nowMs, previousMs, calendar });
  if (isAhead(text)) return instantFromMs(wantedMs);
  const earliestMs = previousMs === undefined ? -Infinity : previousMs + 60_000;
  return instantFromMs(Math.min(Math.max(wantedMs, earliestMs), nowMs - RECENT_MS));
}

/** The day so many working days from the day of an instant. From a day off, counting begins at the working day before it. */
export function workingDayFrom(now: Instant, workingDays: number, calendar: WorkingCalendar): Day {
  let number = dayNumberOf(dayOf(now, calendar.offsetMs / 60_000));
  const isOpen = () => markOf(calendar, dayFromNumber(number)).open;
  while (!isOpen()) number -= 1;
  for (let left = Math.abs(workingDays); left > 0; left -= isOpen() ? 1 : 0) number += Math.sign(workingDays);
  return dayFromNumber(number);
}

/** The same day so many months ago, or the last of a shorter month. */
export function monthsBefore(now: Instant, months: number, calendar: WorkingCalendar): Day {
  const { year, month, day } = civilFrom(dayNumberOf(dayOf(now, calendar.offsetMs / 60_000)));
  const index = year * 12 + month - 1 - months;
  const then = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return dayFromNumber(dayNumberFrom({ ...then, day: Math.min(day, daysInMonth(then)) }));
}

function wanted(
  text: string,
  { nowMs, previousMs, calendar }: { nowMs: number; previousMs: number | undefined; calendar: WorkingCalendar },
): number {
  const byClock = /^(?:\+|in )?(\d+)([mhd])( ago)?$/.exec(text);
  if (byClock) {
    const amountMs = Number(byClock[1]) * unitsMs[byClock[2] as keyof typeof unitsMs];
    if (text.startsWith("+")) return (previousMs ?? nowMs) + amountMs;
    return text.startsWith("in ") ? nowMs + amountMs : nowMs - amountMs;
  }
  const byDay = /^(-?\d+) (\d\d):(\d\d)$/.exec(text);
  if (!byDay) throw new Error(`no moment of a story: "${text}"`);
  const day = workingDayFrom(instantFromMs(nowMs), Number(byDay[1]), calendar);
  const midnightMs = msFromInstant(`${day}T00:00:00.000Z`) - calendar.offsetMs;
  return midnightMs + Number(byDay[2]) * unitsMs.h + Number(byDay[3]) * unitsMs.m;
}

function isAhead(text: string): boolean {
  return text.startsWith("in ") || (/^[1-9]/.test(text) && text.includes(" ") && !text.endsWith("ago"));
}
