import type { ComplaintEvent } from "../file.ts";
import type { Names } from "../names.ts";

export type EventType = ComplaintEvent["type"];
export type Data = ComplaintEvent["data"];

/** By what a reader narrows the timeline. */
export const groups = ["calls", "letters", "solving", "notes", "clocks", "changes"] as const;
export type Group = (typeof groups)[number];

/** One line that says what happened, from what the fact says. */
type Said = string | ((data: Data, names: Names) => string);

export type Happened = {
  group: Group;
  vi: Said;
  en: Said;
  /** Keys of the fact whose text is shown below the line, in order. */
  body?: readonly string[];
  /** Only follows from another fact of the same moment: shown small. */
  follows?: true;
};

/** A value of a fact as text; empty where there is none. */
export function text(data: Data, key: string): string {
  const value = data[key];
  if (Array.isArray(value)) return value.filter((each) => typeof each === "string").join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The second part, where there is one: `Phân loại: Cước dịch vụ`. */
export function withPart(first: string, part: string): string {
  return part === "" ? first : `${first}: ${part}`;
}
