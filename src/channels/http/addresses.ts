import { z } from "zod";
import { roles } from "../../procedure/pure/vocabulary.ts";
import { parseDay } from "../../procedure/pure/day.ts";
import { parseInstant } from "../../procedure/pure/instant.ts";
import { problem } from "./problem.ts";

/** Longest identifier in a path. */
export const MAX_PARAM_CHARS = 100;

/** An identifier in a path: the server's own ones are UUIDs, those of packs are words with hyphens, and a clock's is made of both. */
export const idParam = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/, "no identifier of this system");

/** An identifier that the caller chooses, for people. */
export const newIdText = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens")
  .max(100);

export const dayText = z.string().superRefine((text, context) => {
  const parsed = parseDay(text);
  if (!parsed.ok) context.addIssue({ code: "custom", message: "write a day that exists, as 2026-02-12" });
});

/** An instant with its zone, as people and programs write it; kept in UTC with milliseconds. */
export const instantText = z
  .string()
  .max(40)
  .transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed.ok) return parsed.instant;
    context.addIssue({ code: "custom", message: "write an instant with its zone, as 2026-02-12T10:00:00+07:00" });
    return z.NEVER;
  })
  .describe("An instant with its zone, such as 2026-02-12T10:00:00+07:00; with milliseconds in UTC in every answer.");

export const roleText = z.enum(roles);

/** How many rows a page has. */
export const limitParam = z.coerce.number().int().min(1).max(200).default(50);

/** A text of a query: kept forms only. */
export const queryText = z
  .string()
  .max(500)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "a character that cannot be kept")
  .transform((text) => text.normalize("NFC").trim());

export const problemSchema = z
  .looseObject({
    type: z.string().describe("Stable: /problems/<code>, a page that explains it."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("In Vietnamese."),
    messages: z.object({ vi: z.string(), en: z.string() }),
    field: z.string().optional().describe("The field of the request that must change."),
    requestId: z.string(),
  })
  .describe("What went wrong, as RFC 9457 tells it. Some kinds have members of their own: errors, details, meanwhile.");

export const idempotencyHeaders = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "1 to 200 printable ASCII characters")
    .optional()
    .describe("The same key with the same body again gets the same answer, and nothing is done twice."),
});

export const ifMatchHeaders = z.object({
  "if-match": z.string().max(100).optional().describe('The ETag that was read, such as "17".'),
});

/** The number in an If-Match header; undefined where there is none, or `*`. */
export function ifMatchNumber(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const number = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (number === undefined) throw problem("bad-if-match", {}, { field: "If-Match" });
  return Number(number);
}

export function etagOf(number: number): string {
  return `"${number}"`;
}
