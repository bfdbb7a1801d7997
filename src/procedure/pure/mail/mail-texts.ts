import { z } from "zod";
import type { Edition } from "../edition/edition.ts";

/** In which mail is written. */
export const mailLanguages = ["vi", "en"] as const;
export type MailLanguage = (typeof mailLanguages)[number];

const ofComplaint = ["organisation", "number"] as const;

/** Every text that leaves as mail, with the variables that it may name as `{number}`. A wrong name is refused when texts are read. */
export const mailVariables = {
  /** Sent by itself: nothing that somebody typed stands in it, so that nobody makes it carry words to a stranger. */
  acknowledgement: [...ofComplaint, "receivedAt", "promises", "code", "trackUrl", "helplines"],
  "one-time-code": [...ofComplaint, "digits", "purpose", "minutes"],
  "answer-link": [...ofComplaint, "unit", "sentTo", "dueAt", "url", "expiresAt"],
  reply: [...ofComplaint, "message", "trackUrl"],
  "information-request": [...ofComplaint, "wanted", "message", "trackUrl"],
  acceptance: [...ofComplaint, "message", "trackUrl"],
  refusal: [...ofComplaint, "message", "reason", "basis"],
  invitation: [...ofComplaint, "meetingAt", "place", "trackUrl"],
  "outside-remedies": [...ofComplaint, "remedies"],
  "negotiation-refused": [...ofComplaint, "reason"],
  extension: [...ofComplaint, "promise", "dueOn", "reason", "trackUrl"],
  paper: [...ofComplaint, "paper", "letterNumber", "message", "trackUrl"],
  "inbox-digest": ["organisation", "name", "count", "notices", "inboxUrl"],
} as const satisfies Record<string, readonly string[]>;
export type MailTextId = keyof typeof mailVariables;

/** Those that are sent in every language, one below the other: nobody knows yet which one the reader speaks. */
export const bilingual: ReadonlySet<MailTextId> = new Set<MailTextId>(["acknowledgement", "one-time-code"]);

/** `short`: for SMS and Zalo, where it says what `body` says and leads to the customer's page by `{link}`. */
export type MailText = { subject: string; body: string; short?: string | undefined };
export type MailTexts = {
  texts: Partial<Record<MailTextId, MailText>>;
  /** What a one-time code is asked for. */
  purposes: Record<string, string>;
  /** What a notice of the inbox says: `{number}`. */
  notices: Record<string, string>;
};

/** Texts in one language: those of the edition, and the project's own where it says nothing. */
export type MailTextsFor = (language: MailLanguage, edition: Edition | undefined) => MailTexts;

const SUBJECT_CHARS_MAX = 200;
const BODY_CHARS_MAX = 20_000;
const SHORT_CHARS_MAX = 1_000;
const placeholder = /\{([^{}\n]*)\}/g;

const textSchema = (id: MailTextId) => {
  const template = (charsMax: number, known: readonly string[] = mailVariables[id]) =>
    z
      .string()
      .min(1)
      .max(charsMax)
      .superRefine((text, context) => {
        for (const name of namesIn(text).filter((each) => !known.includes(each)))
          context.addIssue({
            code: "custom",
            message: `{${name}} is no variable of ${id} (there are ${known.join(", ")})`,
          });
      });
  const subject = template(SUBJECT_CHARS_MAX).refine((text) => !/[\r\n]/.test(text), "a subject is one line");
  const short = template(SHORT_CHARS_MAX, [...mailVariables[id], "link"]).optional();
  return z.strictObject({ subject, body: template(BODY_CHARS_MAX), short });
};

const ids = Object.keys(mailVariables) as MailTextId[];
const words = z.record(z.string(), z.string().min(1).max(SUBJECT_CHARS_MAX)).default({});

/** A file of texts in one language: the project's own, or what an edition says otherwise. */
export const mailTextsSchema = z.strictObject({
  texts: z.strictObject(Object.fromEntries(ids.map((id) => [id, textSchema(id).optional()]))).default({}),
  purposes: words,
  notices: words,
}) as unknown as z.ZodType<MailTexts>;

export type MailValues<Id extends MailTextId> = Record<(typeof mailVariables)[Id][number], string>;

/** A text with its values in place. A line of which a value is empty is left out: there is nothing to say there. */
export function filledText(template: string, values: Readonly<Record<string, string>>): string {
  const lines = template.split("\n").filter((line) => namesIn(line).every((name) => (values[name] ?? "") !== ""));
  const filled = lines.map((line) => line.replaceAll(placeholder, (_whole, name: string) => values[name] ?? ""));
  return filled
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function namesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = ""]) => name);
}
