import { z } from "zod";
import { paperKinds, phases, verbs } from "../../procedure/pure/vocabulary.ts";
import { wordsSchema } from "./form-fields.ts";

const source = z.array(z.string()).describe("Rows of the written text, clauses of the law, or another text.");
const origin = z.enum(["procedure", "law"]);
const names = z.array(z.string());

const headerSchema = z.object({
  number: z.string().nullable(),
  formerNumber: z.string().optional(),
  edition: z.string().nullable(),
  title: z.string(),
  revisedOn: z.string().nullable(),
  effectiveOn: z.string(),
  effectiveOnStated: z.boolean().describe("False: the text gives no day in force; the day is a choice."),
  publishedOn: z.string().optional().describe("The day that the text itself carries as that of its publishing."),
  pages: z.int().nullable(),
  purpose: z.string().optional(),
  scope: names,
  relatedDocuments: names.optional(),
  definitions: z.array(z.object({ term: z.string(), meaning: z.string() })).optional(),
  principles: z.array(z.object({ text: z.string(), source })),
  responsibleUnits: names.optional(),
  improvedBy: z.string().optional(),
  signOff: z.array(
    z.object({
      step: z.string(),
      label: z.string(),
      name: z.string(),
      post: z.string(),
      signedOn: z.string().nullable(),
    }),
  ),
  changeLog: z.array(z.object({ edition: z.string(), old: z.string(), new: z.string(), changedOn: z.string() })),
  stamp: z.object({ text: z.string(), by: z.string(), stampedOn: z.string().nullable() }).nullable(),
  source,
});

const moveSchema = z.object({
  verb: z.enum(verbs),
  name: wordsSchema,
  by: z.array(wordsSchema),
  when: wordsSchema.nullable().describe("What must hold; null: nothing."),
  confirm: names.describe("What the person judges and affirms."),
  needs: names.describe("Fields and evidence that must be there."),
  source,
});

const clockSchema = z.object({
  id: z.string(),
  name: z.string(),
  origin: z.enum(["procedure", "law", "internal"]),
  purpose: z.string(),
  term: wordsSchema,
  terms: z
    .array(z.object({ when: wordsSchema, term: wordsSchema, source }))
    .describe("Other terms; the first that holds."),
  start: z.array(wordsSchema),
  from: z.enum(["event", "receipt"]).describe("`receipt`: it counts from receipt whenever it was started."),
  stop: z.array(wordsSchema),
  void: z.array(wordsSchema),
  calendar: z.enum(["organisation", "national", "own"]),
  owner: wordsSchema,
  warn: z.array(wordsSchema).describe("How long before its end somebody is warned."),
  pauses: z.boolean(),
  extendable: z.boolean(),
  beside: z
    .array(z.object({ id: z.string(), name: z.string(), term: wordsSchema }))
    .describe("Clocks of the law with the same purpose."),
  source,
});

const kindSchema = z.object({
  id: z.string(),
  name: z.string(),
  isComplaint: z.boolean(),
  register: z.string(),
  entry: z.string().nullable(),
  required: names,
  asked: names,
  evidence: names,
  coordinationInformation: names,
  source,
});

const readingSchema = z.object({
  id: z.string(),
  question: z.string(),
  choice: z.string(),
  why: z.string(),
  setting: z.string().describe("Path of the value that carries the choice."),
  waitsFor: z.string().optional().describe("The part still to be built that will read this value."),
  alternatives: names,
  source,
});

export const clauseSchema = z.object({
  row: z.string().describe("As sources cite it: `S0-0.14`."),
  at: z.string().describe("As the text itself numbers it: `5.2.4`."),
  quote: z.string().nullable().describe("The text's own words; null: it is about the whole."),
});

export const editionDocumentSchema = z.object({
  ref: z.object({ hash: z.string(), procedure: z.string(), effectiveOn: z.string(), lawEffectiveOn: z.string() }),
  organisation: z.object({ name: z.string(), letterhead: z.string().nullable() }),
  header: headerSchema,
  levels: z.int().nullable(),
  rounds: z.int().nullable(),
  units: z.array(
    z.object({
      name: z.string(),
      fullName: z.string().nullable(),
      under: z.string().nullable(),
      coordinates: z.boolean(),
      source,
    }),
  ),
  roles: z.array(z.object({ name: z.string(), unit: z.string().nullable(), source })),
  channels: z.array(z.object({ name: z.string(), address: z.string().nullable(), written: z.boolean(), source })),
  complainants: z.array(z.object({ name: z.string(), needs: names, source })),
  kinds: z.array(kindSchema),
  timeBars: z.array(
    z.object({
      id: z.string(),
      when: wordsSchema.nullable(),
      term: wordsSchema,
      from: z.string(),
      lateness: wordsSchema,
      origin,
      source,
    }),
  ),
  stages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      step: z.string().nullable(),
      phase: z.enum(phases),
      unit: wordsSchema,
      lane: z.string().nullable(),
      moves: z.array(
        moveSchema.extend({ key: z.string(), leadsTo: z.array(z.object({ stage: z.string(), name: z.string() })) }),
      ),
      source,
    }),
  ),
  anywhere: z.array(moveSchema.extend({ phases: z.array(z.enum(phases)) })),
  clocks: z.array(clockSchema),
  papers: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(paperKinds),
      name: z.string(),
      numberedIn: z.string().nullable(),
      signedBy: z.array(wordsSchema),
      fields: names,
      keptAs: z.string().nullable(),
      source,
    }),
  ),
  paperDuties: z.array(
    z.object({ id: z.string(), on: z.array(wordsSchema), when: wordsSchema.nullable(), papers: names, origin, source }),
  ),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      target: z.string().nullable(),
      collected: wordsSchema.nullable(),
      analysed: wordsSchema.nullable(),
      method: z.string().nullable().describe("As the text says that it is computed."),
      answersFor: z.string().nullable().describe("The unit; null: nobody is named."),
      by: z.string(),
      source,
    }),
  ),
  retention: z.array(
    z.object({ record: z.string(), keep: wordsSchema.nullable(), originalsAt: z.string().nullable(), source }),
  ),
  readings: z.array(readingSchema),
  clauses: z.array(clauseSchema).describe("Where the cited rows stand in the written text."),
  planned: z.array(z.object({ row: z.string(), part: z.string(), builds: z.string() })),
  remarks: z.array(z.object({ row: z.string(), remark: z.string() })),
});
