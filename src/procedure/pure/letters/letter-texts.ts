import { z } from "zod";
import type { PaperKind } from "../vocabulary.ts";

/** What a text of a letter may name as `{number}`: what the file says of it; empty where it says nothing. */
export const letterVariables = [
  "organisation",
  "number",
  "receivedAt",
  "receivedOn",
  "service",
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
  "missing",
  "cause",
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

/** What a paper says from the second round on in other words; what is not named here stays as it is. */
const laterRoundsSchema = z.strictObject({
  subject: template.optional(),
  about: template.optional(),
  opening: template.optional(),
  closing: template.optional(),
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
  laterRounds: laterRoundsSchema.optional(),
});
export type LetterText = z.infer<typeof letterTextSchema>;

/**
 * The texts of an edition, by kind, and by the pack's own id of a paper where one paper says it otherwise than its kind: whole
 * texts of it. What it does not say is the project's own.
 */
export const letterTextsSchema = z.record(z.string().max(100), letterTextSchema);

export type LetterTexts = Record<PaperKind, LetterText> & Partial<Record<string, LetterText>>;

/** What a paper says: by its id, else by its kind; from the second round on with what is said otherwise then. */
export function letterTextOf(texts: LetterTexts, paper: { id: string; kind: PaperKind }, round: number): LetterText {
  const text = texts[paper.id] ?? texts[paper.kind];
  return round > 1 && text.laterRounds ? { ...text, ...text.laterRounds } : text;
}
