import { dayInVietnam, vietnamOffsetMinutes } from "../../procedure/pure/vietnam.ts";

/** `10:05 ngày 12/02/2026`, as clocks in Vietnam show it. */
export function instantInWords(instant: string, language: "vi" | "en" = "vi"): string {
  const local = new Date(Date.parse(instant) + vietnamOffsetMinutes * 60_000).toISOString();
  return `${local.slice(11, 16)} ${language === "vi" ? "ngày" : "on"} ${dayInWords(dayInVietnam(instant))}`;
}

/** `12/02/2026`. */
export function dayInWords(day: string): string {
  return day.split("-").toReversed().join("/");
}
