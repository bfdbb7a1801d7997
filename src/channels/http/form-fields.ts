import { z } from "zod";
import type { FormField, FormFields, FormLeaf } from "../../complaint/forms/form-field.ts";

const typeText = z
  .enum([
    "text",
    "long-text",
    "phone",
    "email",
    "number",
    "money",
    "day",
    "instant",
    "term",
    "hash",
    "yes-no",
    "choice",
    "person",
    "complaint",
    "edition",
    "stage",
    "list",
    "group",
  ])
  .describe(
    "What to draw. `choice` has `options`, `list` says in `of` what each entry is, `group` has `fields`, `term` is a length or its new last day, `hash` the SHA-256 of a file, `stage` one of the edition that stands beside it.",
  );

/** What something is called. A pack names things in Vietnamese only: both are the same then. */
export const wordsSchema = z.object({ vi: z.string(), en: z.string() });

const leafShape = {
  label: wordsSchema,
  type: typeText,
  required: z.boolean(),
  nullable: z.literal(true).optional().describe("May be given as null: nobody, nothing."),
  options: z
    .array(
      z.object({
        value: z.union([z.string(), z.boolean()]),
        label: wordsSchema,
      }),
    )
    .optional()
    .describe("Every value that is legal now. None: it is typed freely, or looked up at `from`."),
  of: typeText.optional().describe("What each entry of a list is."),
  default: z.unknown().optional().describe("What counts where nothing is given."),
  max: z.number().optional().describe("Most entries of a list, or the largest number."),
  from: z.string().optional().describe("Where to look up whom or what it can name."),
};

export const formFieldSchema = z.object({
  ...leafShape,
  fields: z.record(z.string(), z.object(leafShape)).optional().describe("Of a group, or of each entry of a list."),
  in: z.enum(["body", "address"]).optional().describe("Whether it goes into the body or replaces `:name` in `href`."),
});

export const filledFieldSchema = formFieldSchema.extend({
  value: z.union([z.string(), z.number(), z.boolean()]).optional().describe("What the file has already."),
});

export const evidenceSchema = z.object({ value: z.string(), label: wordsSchema });

const lookedUpAt: Partial<Record<FormLeaf["type"], string>> = {
  person: "/api/v1/people-suggestions",
  complaint: "/api/v1/complaints",
  edition: "/api/v1/editions",
};

/** Fields with the addresses at which people, complaints and editions are looked up. */
export function withLookUps(fields: FormFields): Record<string, FormField & { from?: string }> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, ...lookUpOf(field) }]));
}

function lookUpOf({ type, of }: FormLeaf): { from?: string } {
  const from = lookedUpAt[of ?? type];
  return from === undefined ? {} : { from };
}
