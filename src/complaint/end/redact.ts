import { z } from "zod";
import { line } from "../events/parts.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/**
 * Erases personal values for good. The store removes value and salt in the same transaction; the chain of hashes stays
 * whole. Source: Law 91/2025/QH15.
 */
export const redact = verbRule({
  verb: "redact",
  fields: z.strictObject({
    events: z
      .array(z.strictObject({ sequence: z.int().min(1), paths: z.array(line).min(1) }))
      .min(1)
      .max(10_000),
    reason: line,
    basis: line,
  }),
  conflictsWith: [],
  allowed: always,
  decide: (data, _complaint, context) => [fact("ComplaintRedacted", data, context)],
});
