import { dayFromNumber, dayNumberFrom, weekdayOf, type DayNumber } from "../day.ts";
import { dayNumberFromLunar } from "./lunar.ts";
import type { ClosedDay } from "./announced-day.ts";

/**
 * The holidays of a year for which no notice is at hand, from the Labour Code of its time, all marked `proposed`.
 *
 * - To 30/04/2013 (Labour Code 1994, as amended, Đ73): Tết is four days, the last of the old year and three of the new.
 * - From 01/05/2013 (Labour Code 2012 Đ115.1): Tết is five days.
 * - From 01/01/2021 (Labour Code 2019 Đ112.1): National Day is two days, 2/9 and one beside it.
 * - From 01/07/2026 (Resolution 28/2026/QH16): 24/11, without a day made up.
 *
 * Two choices belong to the Prime Minister each year. Proposed is what explains every notice from 2018 to 2026: Tết takes one
 * day before mùng 1 and four from it where mùng 1 is a Tuesday, which fills Monday to Friday, and otherwise two before and
 * three from it; National Day takes 3/9 where 2/9 is a Sunday, a Monday or a Thursday, and otherwise 1/9.
 * Swaps are never proposed. Days made up follow from each organisation's rest days, so none is listed here.
 */
export function proposedHolidaysOf(year: number): ClosedDay[] {
  const law = lawOf(year);
  const holidays: Holiday[] = [
    { dayNumber: dayNumberFrom({ year, month: 1, day: 1 }), name: "Tết Dương lịch" },
    ...tetOf(year),
    { dayNumber: dayNumberFromLunar({ year, month: 3, day: 10 }), name: "Giỗ Tổ Hùng Vương" },
    { dayNumber: dayNumberFrom({ year, month: 4, day: 30 }), name: "Ngày Chiến thắng" },
    { dayNumber: dayNumberFrom({ year, month: 5, day: 1 }), name: "Ngày Quốc tế Lao động" },
    ...nationalDayOf(year),
  ];
  const closedDays = holidays.map(({ dayNumber, name }) => proposed({ dayNumber, name, source: law }));
  if (year >= 2026) closedDays.push(cultureDayOf(year));
  return closedDays.sort((a, b) => (a.date < b.date ? -1 : 1));
}

type Holiday = { dayNumber: DayNumber; name: string };

function tetOf(year: number): Holiday[] {
  const newYear = dayNumberFromLunar({ year, month: 1, day: 1 });
  const { before, from } = tetDaysOf(year, newYear);
  const days: Holiday[] = [];
  for (let offset = -before; offset < from; offset += 1) {
    const name = offset < 0 ? "Tết Nguyên đán (cuối năm)" : `Tết Nguyên đán (mùng ${offset + 1})`;
    days.push({ dayNumber: newYear + offset, name });
  }
  return days;
}

function tetDaysOf(year: number, newYear: DayNumber): { before: number; from: number } {
  // Tết 2013 fell in February, before the Code of 2012 came into force on 1 May.
  if (year <= 2013) return { before: 1, from: 3 };
  return weekdayOf(newYear) === 2 ? { before: 1, from: 4 } : { before: 2, from: 3 };
}

function nationalDayOf(year: number): Holiday[] {
  const nationalDay = dayNumberFrom({ year, month: 9, day: 2 });
  const days = [{ dayNumber: nationalDay, name: "Quốc khánh" }];
  if (year < 2021) return days;
  const weekday = weekdayOf(nationalDay);
  const besideIt = weekday === 7 || weekday === 1 || weekday === 4 ? nationalDay + 1 : nationalDay - 1;
  days.push({ dayNumber: besideIt, name: "Quốc khánh (ngày liền kề)" });
  return days;
}

function cultureDayOf(year: number): ClosedDay {
  const dayNumber = dayNumberFrom({ year, month: 11, day: 24 });
  return { ...proposed({ dayNumber, name: "Ngày Văn hóa Việt Nam", source: "NQ 28/2026/QH16" }), madeUp: false };
}

function lawOf(year: number): string {
  if (year >= 2021) return "Bộ luật Lao động 2019 Đ112.1";
  return year >= 2014 ? "Bộ luật Lao động 2012 Đ115.1" : "Bộ luật Lao động 1994 Đ73";
}

function proposed({ dayNumber, name, source }: Holiday & { source: string }): ClosedDay {
  return { date: dayFromNumber(dayNumber), kind: "holiday", name, source, status: "proposed" };
}
