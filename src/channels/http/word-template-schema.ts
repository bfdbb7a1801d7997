import { z } from "zod";
import { wordsSchema } from "./form-fields.ts";

/** Bytes of a template as it is handed in: a letterhead with pictures. */
export const TEMPLATE_BYTES_MAX = 5_000_000;

const whereSchema = z.object({
  part: z.enum(["body", "header", "footer", "notes"]),
  paragraph: z.int().describe("The first is 1."),
  text: z.string().describe("Its words, as far as they show where it is."),
});

export const findingSchema = z.object({
  code: z.string(),
  isWrong: z.boolean().describe("It keeps the template from being used; false: something to know."),
  about: z.string().nullable().describe("The field as it stands in the template, or what it is about."),
  suggestion: z.string().nullable().describe("The field that was most likely meant."),
  where: whereSchema.nullable().describe("Null: the whole file."),
  words: wordsSchema,
});

export const checkedSchema = z.object({
  version: z.int().nullable().describe("Under which it was kept; null: something is wrong with it, and it was not."),
  findings: z.array(findingSchema),
});

export const versionSchema = z.object({
  version: z.int(),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  isOn: z.boolean(),
});

export const paperSchema = z.object({
  paper: z.string().describe("The pack's id."),
  name: z.string(),
  kind: z.string(),
  isNumbered: z.boolean(),
  versionOn: z.int().nullable().describe("Null: it is made in the program's own layout."),
  versions: z.array(versionSchema).describe("The newest first."),
});

export const fieldSchema = z.object({
  tag: z.string(),
  kind: z.enum(["text", "picture", "list"]),
  written: z.string().describe("As it stands in a template."),
  list: z.string().nullable().describe("It may only stand between the begin and the end of this one."),
  about: wordsSchema,
  example: z.string(),
});
