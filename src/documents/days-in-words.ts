import { dayNumberOf, weekdayOf, type Day } from "../procedure/pure/day.ts";
import { dayInVietnam, vietnamOffsetMinutes } from "../procedure/pure/vietnam.ts";

const weekdays = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"] as const;

/** `ngày 16 tháng 3 năm 2026`: days below 10 and the months 1 and 2 with a zero, as NĐ 30/2020 writes them. */
export function dayInFull(day: Day): string {
  const [year, month = "", date] = day.split("-");
  const written = month === "01" || month === "02" ? month : String(Number(month));
  return `ngày ${date} tháng ${written} năm ${year}`;
}

/** `Hà Nội, ngày 16 tháng 3 năm 2026`; where the place is not known, `Ngày 16 tháng 3 năm 2026`. */
export function placeAndDay(place: string | null, day: Day): string {
  return place === null ? dayInFull(day).replace(/^n/, "N") : `${place}, ${dayInFull(day)}`;
}

/** `thứ hai 16/03/2026`. */
export function dayWithWeekday(day: Day): string {
  return `${weekdayIn(day)} ${plainDay(day)}`;
}

/** `16/03/2026`. */
export function plainDay(day: Day): string {
  return day.split("-").toReversed().join("/");
}

/** `09:05 thứ hai 16/03/2026`, as clocks in Vietnam show it. */
export function instantInFull(instant: string): string {
  const local = new Date(Date.parse(instant) + vietnamOffsetMinutes * 60_000).toISOString();
  return `${local.slice(11, 16)} ${dayWithWeekday(dayInVietnam(instant))}`;
}

/** When a term ends: one of days at the end of its last day, `hết thứ ba 24/11/2026`; one of hours by its minute. */
export function termEnd(dueAt: string): string {
  const lastDay = dayEndingAt(dueAt);
  return lastDay === null ? instantInFull(dueAt) : `hết ${dayWithWeekday(lastDay)}`;
}

/** The day whose last instant, in Vietnam, is just before; null where a day goes on. */
export function dayEndingAt(instant: string): Day | null {
  const last = new Date(Date.parse(instant) - 1);
  const isEndOfDay = new Date(last.getTime() + vietnamOffsetMinutes * 60_000).toISOString().endsWith("23:59:59.999Z");
  return isEndOfDay ? dayInVietnam(last.toISOString()) : null;
}

function weekdayIn(day: Day): string {
  return weekdays[weekdayOf(dayNumberOf(day)) - 1] ?? "";
}
