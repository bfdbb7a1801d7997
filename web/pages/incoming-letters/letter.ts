import type { Answer, Parts } from "../../api/ask.ts";
import { dayOf, formatDay, formatInstant, formatTime } from "../../words/format.ts";

export type Letter = Answer<"GET /incoming-letters">["letters"][number];
export type LetterBody = Parts<"POST /incoming-letters">["body"];
export type Outcome = Letter["outcome"];

export const outcomes = ["waiting", "registered", "added", "nothing-to-do", "struck"] as const;
export const ways = ["post", "counter", "fax", "authority"] as const;

export const tones = {
  waiting: "soon",
  registered: "kept",
  added: "kept",
  "nothing-to-do": "neutral",
  struck: "neutral",
} as const satisfies Record<Outcome, string>;

/** `12/2026`. */
export function numberOf({ number, year }: Pick<Letter, "number" | "year">): string {
  return `${number}/${year}`;
}

/** As a field for a day and time holds it: in Vietnam. */
export function typedAt(instant: string): string {
  return `${dayOf(instant)}T${formatTime(instant)}`;
}

/** What was changed, as people read it. */
export function shownValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (field === "receivedAt" && typeof value === "string") return formatInstant(value);
  if ((field === "postmarkedOn" || field === "theirDate") && typeof value === "string") return formatDay(value);
  if (Array.isArray(value)) return value.map((each: { name?: string }) => each.name ?? "").join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
