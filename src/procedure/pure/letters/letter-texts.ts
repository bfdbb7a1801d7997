import { z } from "zod";
import { paperKinds, type PaperKind } from "../vocabulary.ts";

/** What a text of a letter may name as `{number}`: what the file says of it; empty where it says nothing. */
export const letterVariables = [
  "organisation",
  "number",
  "receivedAt",
  "receivedOn",
  "channel",
  "customerName",
  "content",
  "helplines",
  "owner",
  "promises",
  "answerDueOn",
  "outsideWays",
  "wanted",
  "wantedMessage",
  "acceptedOn",
  "acceptance",
  "refusalReason",
  "refusalBasis",
  "refusal",
  "counted",
  "reply",
  "repliedOn",
  "round",
  "commitments",
  "remedies",
  "meetingAt",
  "place",
  "meetingResult",
  "question",
  "resolution",
  "dossier",
  "action",
  "handling",
  "lesson",
  "authority",
] as const;
export type LetterVariable = (typeof letterVariables)[number];

const TEXT_CHARS_MAX = 20_000;
const known: readonly string[] = letterVariables;

const template = z
  .string()
  .min(1)
  .max(TEXT_CHARS_MAX)
  .superRefine((text, context) => {
    for (const [, name = ""] of text.matchAll(/\{([^{}\n]*)\}/g))
      if (!known.includes(name))
        context.addIssue({
          code: "custom",
          message: `{${name}} is no variable of a letter (there are ${known.join(", ")})`,
        });
  });

const letterTextSchema = z.strictObject({
  /** After the number: 12/2026/TL-… */
  symbol: z.string().min(1).max(20),
  /** An official letter with its subject; a paper under its name; a form with the items that the pack names. */
  layout: z.enum(["letter", "headed", "form"]),
  to: z.enum(["customer", "unit", "action-unit", "board", "authority", "nobody"]),
  subject: template.optional(),
  about: template.optional(),
  opening: template.optional(),
  closing: template.optional(),
  /** Items of a form where the pack names none. */
  rows: z.array(z.string()).default([]),
  /** Items that follow those of the pack. */
  also: z.array(z.enum(["missing", "promises"])).default([]),
  /** Without these there is nothing to say yet. */
  needs: z.array(z.enum(letterVariables)).default([]),
});
export type LetterText = z.infer<typeof letterTextSchema>;

/** The texts of an edition, whole kinds of it: what it does not say is the project's own. */
export const letterTextsSchema = z.partialRecord(z.enum(paperKinds), letterTextSchema);

export type LetterTexts = Record<PaperKind, LetterText>;
