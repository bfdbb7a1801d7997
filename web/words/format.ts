import { language, type Language } from "./language.ts";

const HOUR_MS = 3_600_000;
/**
 * Every provider's days are Vietnam's; an instant is shown in that zone wherever the browser is. It has been seven hours ahead of
 * UTC since 1975: adding them is a hundredth of the work of asking the browser's calendar, and a list asks for each row.
 */
const ZONE_MS = 7 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** What people mean by a working day when they count hours. */
const WORKING_DAY_MS = 8 * HOUR_MS;

const locales: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };
const weekdays: Record<Language, readonly string[]> = {
  vi: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

type Parts = Record<"year" | "month" | "day" | "hour" | "minute", string>;

/** `T3 24/11/2026`, `Tue 24/11/2026`. `instant`: in UTC, or a day as `2026-11-24`. */
export function formatDay(instant: string): string {
  const { year, month, day } = partsOf(instant);
  return `${weekdayOf(`${year}-${month}-${day}`)} ${day}/${month}/${year}`;
}

/** `09:30`, in Vietnam. */
export function formatTime(instant: string): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

/** `09:30 T3 24/11/2026`. */
export function formatInstant(instant: string): string {
  return `${formatTime(instant)} ${formatDay(instant)}`;
}

/** `08:00–12:00 T6 30/01/2026`, and where it ends on another day `10:00 T6 30/01/2026 – 10:00 CN 01/02/2026`. */
export function formatSpan(from: string, to: string): string {
  if (formatDay(from) !== formatDay(to)) return `${formatInstant(from)} – ${formatInstant(to)}`;
  return `${formatTime(from)}–${formatInstant(to)}`;
}

/** Short, for lists: `09:30` today, `T3 24/11` this year, `24/11/2025` before. */
export function formatBriefly(instant: string, now: string): string {
  const then = partsOf(instant);
  const today = partsOf(now);
  const day = `${then.year}-${then.month}-${then.day}`;
  if (day === `${today.year}-${today.month}-${today.day}`) return `${then.hour}:${then.minute}`;
  if (then.year === today.year) return `${weekdayOf(day)} ${then.day}/${then.month}`;
  return `${then.day}/${then.month}/${then.year}`;
}

/**
 * A due instant as people read it. A term of days ends at the midnight after its last day, so it is that day that is shown:
 * `hết T3 24/11/2026`.
 */
export function formatDue(dueAt: string): string {
  const { hour, minute } = partsOf(dueAt);
  if (hour !== "00" || minute !== "00") return formatInstant(dueAt);
  const last = formatDay(new Date(Date.parse(dueAt) - 1).toISOString());
  return language() === "vi" ? `hết ${last}` : `end of ${last}`;
}

/**
 * How far a due is: `Còn 1 ngày 3 giờ`, `Quá 2 giờ`, in working time, or around the clock where the term itself runs so.
 * `workingMs`: negative once it has passed.
 */
export function formatRemaining({
  workingMs,
  isElapsed,
  isOver,
  dueAt,
}: {
  workingMs: number;
  isElapsed: boolean;
  isOver: boolean;
  dueAt: string;
}): string {
  // Over since the last working minute: tonight, or on a day off. No working time tells how long that is; its day does.
  if (isOver && Math.abs(workingMs) < 60_000) {
    const since = formatDueBriefly(dueAt);
    return language() === "vi" ? `Quá hạn từ ${since}` : `Over since ${since}`;
  }
  const length = formatLength(Math.abs(workingMs), isElapsed ? DAY_MS : WORKING_DAY_MS);
  if (language() === "vi") return isOver ? `Quá ${length}` : `Còn ${length}`;
  return isOver ? `${length} over` : `${length} left`;
}

/** The day of a term of days, or the time and day: `T6 20/11`, `18:39 T6 20/11`. */
function formatDueBriefly(dueAt: string): string {
  const { hour, minute } = partsOf(dueAt);
  const isDay = hour === "00" && minute === "00";
  const last = partsOf(isDay ? new Date(Date.parse(dueAt) - 1).toISOString() : dueAt);
  const day = `${weekdayOf(`${last.year}-${last.month}-${last.day}`)} ${last.day}/${last.month}`;
  return isDay ? day : `${hour}:${minute} ${day}`;
}

/** `1 ngày 3 giờ`, `40 phút`. `dayMs`: a working day of eight hours, or one around the clock. */
function formatLength(ms: number, dayMs: number): string {
  const days = Math.floor(ms / dayMs);
  const hours = Math.floor((ms % dayMs) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / 60_000);
  if (days >= 10) return counted(days, "day");
  if (days > 0) return [counted(days, "day"), hours > 0 ? counted(hours, "hour") : ""].filter(Boolean).join(" ");
  if (hours > 0)
    return [counted(hours, "hour"), minutes > 0 ? counted(minutes, "minute") : ""].filter(Boolean).join(" ");
  return counted(minutes, "minute");
}

const units: Record<Language, Record<"day" | "hour" | "minute", string>> = {
  vi: { day: "ngày", hour: "giờ", minute: "phút" },
  en: { day: "d", hour: "h", minute: "min" },
};

function counted(count: number, unit: "day" | "hour" | "minute"): string {
  return `${count} ${units[language()][unit]}`;
}

/** `1.250.000`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locales[language()]).format(value);
}

/** `1.250.000 ₫`: dong, without decimals. */
export function formatMoney(dong: number): string {
  return `${formatNumber(Math.round(dong))} ₫`;
}

/** `1,4 MB`. */
export function formatBytes(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${new Intl.NumberFormat(locales[language()], { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

/** Today in Vietnam, as `2026-11-24`. */
export function dayOf(instant: string): string {
  const { year, month, day } = partsOf(instant);
  return `${year}-${month}-${day}`;
}

/** `T3`. `day`: as `2026-11-24`. */
export function weekdayOf(day: string): string {
  return weekdays[language()][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

function partsOf(instant: string): Parts {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(instant) ? `${instant}T00:00:00+07:00` : instant);
  const [year = "", month = "", day = "", hour = "", minute = ""] = new Date(at.getTime() + ZONE_MS)
    .toISOString()
    .split(/[-T:]/);
  return { year, month, day, hour, minute };
}
