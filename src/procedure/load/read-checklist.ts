import { z } from "zod";
import type { Problem } from "../pure/check/problem.ts";
import { rowPattern } from "../pure/check/sources-check.ts";
import { readDocument } from "./document.ts";
import { inPlainWords } from "./plain-words.ts";

/** What the published texts say, row by row, in our own words: what packs cite, and what coverage is counted over. */
const checklistSchema = z.strictObject({
  format: z.literal(1),
  texts: z.record(z.string(), z.string()),
  rows: z.array(
    z.strictObject({
      row: z.string().regex(rowPattern, "a row as in S0-0.14"),
      says: z.string(),
      /** A remark on the text itself, for which a remark or a reading is enough. */
      noise: z.boolean().default(false),
    }),
  ),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** Reads `checklist.yaml` of a procedures folder. */
export function readChecklist(file: string): { ok: true; checklist: Checklist } | { ok: false; problems: Problem[] } {
  const read = readDocument(file);
  if (!read.ok) return read;
  const { document } = read;
  const parsed = checklistSchema.safeParse(document.value);
  if (parsed.success) return { ok: true, checklist: parsed.data };
  const found = inPlainWords({ issues: parsed.error.issues, value: document.value, schema: checklistSchema });
  return { ok: false, problems: found.map((issue) => document.problem(issue)) };
}
