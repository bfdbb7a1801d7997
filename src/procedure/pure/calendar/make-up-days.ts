import { dayFromNumber, dayNumberOf, weekdayOf, type DayNumber, type Weekday } from "../day.ts";
import type { CalendarRules } from "./calendar-rules.ts";
import type { ClosedDay } from "./announced-day.ts";
import type { NationalCalendar } from "./national-calendar.ts";

/**
 * The days off that make up for holidays on a weekly rest day, on the next working day each (Labour Code 2019 Đ111.3, and the
 * Codes before it). They follow the organisation's own rest days: who works Saturdays gets none for a Saturday holiday.
 * For a Monday–Friday week the published days win in years that have a notice.
 */
export function makeUpDaysOf({ national, rules }: { national: NationalCalendar; rules: CalendarRules }): ClosedDay[] {
  const publishedWins = isMondayToFriday(rules.week);
  const published = national.closedDays.filter(({ kind }) => kind === "make-up");
  const publishedOn = new Map(published.map((day) => [day.date, day]));
  const taken = new Set<DayNumber>();
  for (const { date, kind } of national.closedDays) {
    if (kind === "holiday" || (kind === "swap" && rules.swapDaysClosed)) taken.add(dayNumberOf(date));
  }
  const derived: ClosedDay[] = [];
  for (const holiday of national.closedDays) {
    if (holiday.kind !== "holiday" || holiday.madeUp === false) continue;
    const dayNumber = dayNumberOf(holiday.date);
    if (rules.week.includes(weekdayOf(dayNumber))) continue;
    if (publishedWins && holiday.status === "official") continue;
    const made = nextWorkingDay({ after: dayNumber, week: rules.week, taken });
    taken.add(made);
    derived.push(publishedOn.get(dayFromNumber(made)) ?? madeUpFor(holiday, made));
  }
  return publishedWins ? [...published, ...derived] : derived;
}

function isMondayToFriday(week: readonly Weekday[]): boolean {
  return week.length === 5 && !week.includes(6) && !week.includes(7);
}

function nextWorkingDay(search: {
  after: DayNumber;
  week: readonly Weekday[];
  taken: ReadonlySet<DayNumber>;
}): DayNumber {
  let dayNumber = search.after + 1;
  while (!search.week.includes(weekdayOf(dayNumber)) || search.taken.has(dayNumber)) dayNumber += 1;
  return dayNumber;
}

function madeUpFor(holiday: ClosedDay, made: DayNumber): ClosedDay {
  const [, month, day] = holiday.date.split("-").map(Number);
  return {
    date: dayFromNumber(made),
    kind: "make-up",
    name: `Nghỉ bù ${holiday.name} (${day}/${month})`,
    source: `${holiday.source}; Bộ luật Lao động Đ111.3`,
    status: holiday.status,
  };
}
