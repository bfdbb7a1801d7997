import { z } from "zod";
import { closeOutcomes } from "../complaint/events/ending.ts";
import { refusalMessages, type RefusalCode } from "../complaint/refusal.ts";
import { readDocument, type ReadDocument } from "../procedure/load/document.ts";
import { inPlainWords } from "../procedure/load/plain-words.ts";
import type { Problem } from "../procedure/pure/check/problem.ts";
import { parseInstant } from "../procedure/pure/instant.ts";
import { eventTypes, marks, phases, verbs } from "../procedure/pure/vocabulary.ts";

/** A moment with its zone, as people write it: `2026-02-12T10:00+07:00`. Read as an instant in UTC. */
const momentSchema = z.string().transform((text, context) => {
  const parsed = parseInstant(text);
  if (parsed.ok) return parsed.instant;
  context.addIssue({ code: "custom", message: parsed.reason });
  return z.NEVER;
});

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day as 2026-02-12");

/** `clerk@cskh`, `clerk@cskh Lan` (a person by name, else "the" person of that post), `customer` or `system`. */
const whoSchema = z
  .string()
  .regex(
    /^(customer|system|[a-z-]+@[a-z0-9-]+( \S.*)?)$/,
    'who does it: "clerk@cskh", "clerk@cskh Lan", "customer" or "system"',
  );

const refusalCodes = Object.keys(refusalMessages) as [RefusalCode, ...RefusalCode[]];

/** What is expected of one clock; only what is written is compared. `none`: it never started. */
const clockSchema = z.union([
  z.literal("none"),
  z.strictObject({
    status: z.enum(["running", "paused", "met", "late", "void"]).optional(),
    /** The last day, in the organisation's zone. */
    dueOn: daySchema.optional(),
    dueAt: momentSchema.optional(),
    startedAt: momentSchema.optional(),
    endedAt: momentSchema.optional(),
    term: z.string().nullable().optional(),
  }),
]);

/** What holds after a step. Only what is written is compared. */
const expectSchema = z.strictObject({
  /** The command is refused with this code, and nothing changes. Absent: it is accepted. */
  refused: z.enum(refusalCodes).optional(),
  stage: z.string().optional(),
  phase: z.enum(phases).optional(),
  unit: z.string().nullable().optional(),
  level: z.int().optional(),
  round: z.int().optional(),
  outcome: z.enum(closeOutcomes).optional(),
  marks: z.array(z.enum(marks)).optional(),
  missing: z.array(z.string()).optional(),
  timeBar: z
    .union([
      z.literal("none"),
      z.strictObject({
        rule: z.string().optional(),
        lastOn: daySchema.optional(),
        barred: z.boolean().optional(),
        lateness: z.string().optional(),
      }),
    ])
    .optional(),
  /** By rule, the latest instance; `noc-24h#1` names an instance. */
  clocks: z.record(z.string(), clockSchema).optional(),
  /** Duties that are owed and not settled, in the order in which they arose: the whole list. */
  papersOwed: z.array(z.string()).optional(),
  /** Types among the step's own events, in this order; others may stand between. */
  events: z.array(z.enum(eventTypes)).optional(),
  /** Rules of the clocks that warned since the step before, in order: the whole list. */
  warned: z.array(z.string()).optional(),
  /** Rules of the clocks that ran out since the step before, in order: the whole list. */
  breached: z.array(z.string()).optional(),
  /** By unit, the latest request. */
  coordinations: z
    .record(z.string(), z.enum(["asked", "confirmed", "answered", "accepted", "returned", "withdrawn"]))
    .optional(),
  remedies: z.array(z.enum(["agreed", "approved", "rejected", "done"])).optional(),
  /** What somebody may do now, and what not and why. */
  actions: z
    .array(
      z.strictObject({
        for: whoSchema,
        allowed: z.array(z.enum(verbs)).default([]),
        refused: z.partialRecord(z.enum(verbs), z.enum(refusalCodes)).default({}),
      }),
    )
    .optional(),
});
export type Expect = z.infer<typeof expectSchema>;

const doSchema = z.strictObject({
  /** When the command is given. */
  at: momentSchema,
  by: whoSchema,
  do: z.enum(verbs),
  /** The verb's own fields. `{ref: name}` and `{clock: rule}` stand for ids. */
  with: z.record(z.string(), z.unknown()).default({}),
  /** When it happened, for a late entry. */
  occurredAt: momentSchema.optional(),
  filled: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  confirmed: z.array(z.string()).optional(),
  /** Ids of the pack's evidence; each becomes a document. */
  attachments: z.array(z.string()).optional(),
  /** Names of other documents that are handed in: of a paper that is issued, its signed copy. */
  documents: z.array(z.string()).optional(),
  /** Names the ids that this step makes. */
  as: z.string().optional(),
  expect: expectSchema.default({}),
});
export type DoStep = z.infer<typeof doSchema>;

const waitSchema = z.strictObject({
  "wait until": momentSchema,
  expect: expectSchema.omit({ refused: true, events: true }).default({}),
});
export type WaitStep = z.infer<typeof waitSchema>;

export type Step = DoStep | WaitStep;

export function isWait(step: Step): step is WaitStep {
  return "wait until" in step;
}

const exampleSchema = z.strictObject({
  name: z.string().min(3),
  /** Rows of the checklist that it shows. */
  rows: z.array(z.string()).min(1),
  /** What it is about, for people. */
  story: z.string().optional(),
  steps: z.array(z.union([doSchema, waitSchema])).min(1),
});
export type Example = z.infer<typeof exampleSchema>;

/** Worked examples of one edition: `<edition>.examples.yaml` beside `<edition>.yaml`. */
const examplesFileSchema = z.strictObject({ format: z.literal(1), examples: z.array(exampleSchema).min(1) });

export type ExamplesFile = { document: ReadDocument; examples: Example[] };

/** Reads and checks a file of examples; every problem with its line. Names must differ: they are how one is asked for. */
export function readExamples(file: string): { ok: true; read: ExamplesFile } | { ok: false; problems: Problem[] } {
  const read = readDocument(file);
  if (!read.ok) return read;
  const { document } = read;
  const parsed = examplesFileSchema.safeParse(document.value);
  if (!parsed.success) {
    const issues = inPlainWords({ issues: parsed.error.issues, value: document.value, schema: examplesFileSchema });
    return { ok: false, problems: issues.map((issue) => document.problem(issue)) };
  }
  const { examples } = parsed.data;
  const problems = examples.flatMap((example, index) =>
    isNamedBefore(examples, index) ? [namedTwice(document, example, index)] : [],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, read: { document, examples } };
}

function isNamedBefore(examples: Example[], index: number): boolean {
  return examples.slice(0, index).some(({ name }) => name === examples[index]?.name);
}

function namedTwice(document: ReadDocument, { name }: Example, index: number): Problem {
  const message = `Another example is named "${name}" already.`;
  return document.problem({
    path: ["examples", index, "name"],
    code: "duplicate-id",
    message,
    mend: "Give it another name.",
  });
}
