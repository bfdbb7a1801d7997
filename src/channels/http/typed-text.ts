import { z } from "zod";
import { problem } from "./problem.ts";

/** A text of one line, as people type it. */
export const lineText = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine(saysSomething, "nothing in it can be seen")
  .refine(isOneLine, "one line, without control characters");

/** Whether anything in it is seen: not spaces, controls and characters without width alone. */
export function saysSomething(value: string): boolean {
  return /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(value);
}

/** Whether it is one line that reads as it is kept: no line ends, no controls, nothing that turns the direction of reading. */
export function isOneLine(value: string): boolean {
  return !/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(value);
}

/**
 * Refuses a command in which a text shows nothing, or a name or number of the customer or of a document is not one line. Longer
 * texts keep their lines and marks, as they were pasted. The log takes any text: what an earlier program took stays readable.
 */
export function refuseUnseenText(body: Record<string, unknown>): void {
  refuseIn(body, []);
}

const ONE_LINE_IN = new Set(["customer", "documents"]);

function refuseIn(value: unknown, path: readonly string[]): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) refuseIn(inner, [...path, key]);
  } else if (typeof value === "string" && value !== "") {
    const field = path.join(".");
    if (!saysSomething(value)) throw malformed(field, "nothing in it can be seen");
    if (ONE_LINE_IN.has(path[0] ?? "") && !isOneLine(value))
      throw malformed(field, "one line, without control characters");
  }
}

function malformed(field: string, why: string) {
  return problem("malformed-request", { what: `${field}: ${why}` }, { field });
}
