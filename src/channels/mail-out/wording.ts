import type { Edition } from "../../procedure/pure/edition/edition.ts";
import {
  bilingual,
  filledText,
  mailLanguages,
  type MailLanguage,
  type MailTextId,
  type MailTextsFor,
} from "../../procedure/pure/mail/mail-texts.ts";

type Values = Readonly<Record<string, string>>;

/**
 * A text with its values: in `language`, or, where nobody knows what the reader speaks, in all, Vietnamese first and in the subject.
 * `valuesIn` is asked for each language.
 */
export function worded(
  textsFor: MailTextsFor,
  { id, edition, language = "vi" }: { id: MailTextId; edition: Edition | undefined; language?: MailLanguage },
  valuesIn: (language: MailLanguage) => Values,
): { subject: string; text: string } {
  const languages = bilingual.has(id) ? mailLanguages : [language];
  const written = languages.map((each) => {
    const text = textsFor(each, edition).texts[id] ?? textsFor("vi", edition).texts[id];
    if (!text) throw new Error(`there is no text ${id} for mail`);
    const values = valuesIn(each);
    return { subject: filledText(text.subject, values), text: filledText(text.body, values) };
  });
  return { subject: written[0]?.subject ?? "", text: written.map(({ text }) => text).join("\n\n* * *\n\n") };
}
