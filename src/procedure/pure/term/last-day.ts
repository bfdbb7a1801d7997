import { civilFrom, dayNumberFrom, daysInMonth, type DayNumber } from "../day.ts";

/**
 * Where a period of weeks, months or calendar days ends by the calendar alone.
 *
 * `firstDayCounted` false: the Civil Code's count for a term (Đ147.2–3, Đ148.2–3): the day of the event is not counted, a month
 * ends on the corresponding day, or on the last of a month that has none (31 January + 1 month = 28 February).
 * `firstDayCounted` true: the period begins with that day and ends the day before the corresponding one (1 March + 1 month =
 * 31 March; 31 January + 1 month = 28 February still, for that February has no 31st to stop before).
 *
 * `anchor` is the day after which `last - anchor` days are counted. It is the first day itself, or the day before it, except
 * where a month was cut short: then it is the latest day that leads to the same end without cutting, so that a pause lengthens
 * all those starts alike and a later start never ends earlier.
 */
export function lastDayOf(input: {
  day: DayNumber;
  amount: number;
  unit: "days" | "weeks" | "months";
  firstDayCounted: boolean;
}): { last: DayNumber; anchor: DayNumber } {
  const { day, amount, unit, firstDayCounted } = input;
  const back = firstDayCounted ? 1 : 0;
  if (unit === "months") return lastDayOfMonths({ day, amount, back });
  const days = unit === "weeks" ? amount * 7 : amount;
  return { last: day + days - back, anchor: day - back };
}

function lastDayOfMonths({ day, amount, back }: { day: DayNumber; amount: number; back: 0 | 1 }): {
  last: DayNumber;
  anchor: DayNumber;
} {
  const civil = civilFrom(day);
  const months = civil.year * 12 + civil.month - 1 + amount;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  const length = daysInMonth(target);
  if (civil.day <= length) {
    const corresponding = dayNumberFrom({ ...target, day: civil.day });
    return { last: corresponding - back, anchor: day - back };
  }
  return { last: dayNumberFrom({ ...target, day: length }), anchor: day - (civil.day - length) };
}
