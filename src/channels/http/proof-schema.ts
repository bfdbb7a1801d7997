import { z } from "zod";

export const dueSchema = z.object({
  dueOn: z.string().describe("The last day."),
  dueAt: z.string().describe("The instant at which the time is over."),
  inclusive: z.boolean().describe("Whether what happens at `dueAt` is still in time."),
});

const grounds = {
  verdict: z.enum(["counted", "skipped"]),
  reason: z.string(),
  name: z.string().optional(),
  source: z.string().optional(),
  status: z.literal("proposed").optional(),
  words: z.object({ vi: z.string(), en: z.string() }),
};

/** A day or a span, in order and without a gap, counted or skipped with its reason. */
export const proofStepSchema = z.union([
  z.object({ on: z.string(), counted: z.int(), ...grounds }),
  z.object({ from: z.string(), to: z.string(), countedMs: z.int(), ...grounds }),
]);
