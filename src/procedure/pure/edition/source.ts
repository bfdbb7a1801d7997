import { z } from "zod";

/** An identifier inside a pack: lower-case words joined by hyphens. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens");

/** A calendar day written as in `2018-01-19`. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD");

/**
 * Where a value comes from: rows of the checklist (`S0-0.14`), clauses of the law (`law: TT 05/2011`), or another
 * published text, in words. Every value of a pack has one, so that coverage is counted and not believed.
 */
export const sourceSchema = z.union([z.string().min(3), z.array(z.string().min(3)).min(1)]);
export type Source = z.infer<typeof sourceSchema>;

/**
 * What the provider's name is in English, for readers of English pages; where it is absent the name stands in Vietnamese. A reading
 * aid: no part of the text that is frozen, so it comes and changes without a new edition.
 */
export const englishSchema = z.string().min(1).exactOptional();
