import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Edition } from "../pure/edition/edition.ts";
import {
  mailLanguages,
  mailTextsSchema,
  type MailLanguage,
  type MailTextId,
  type MailTexts,
  type MailTextsFor,
} from "../pure/mail/mail-texts.ts";

/**
 * Reads the project's texts of mail, and those that the editions bring in their frozen letters as `mail.vi.yaml`, `mail.en.yaml`.
 * Throws, with the name of the file, on one that names a variable which there is not.
 */
export function loadMailTexts(editions: readonly Edition[] = []): MailTextsFor {
  const own = { vi: readOwn("vi"), en: readOwn("en") };
  const merged = new Map<string, MailTexts>();
  const textsFor: MailTextsFor = (language, edition) => {
    const text = edition?.letters?.[fileNameOf(language)];
    if (edition === undefined || text === undefined) return own[language];
    const key = `${language} ${edition.ref.hash}`;
    const texts = merged.get(key) ?? mergedTexts(own[language], readTexts(text, nameOf(language, edition)));
    merged.set(key, texts);
    return texts;
  };
  for (const edition of editions) for (const language of mailLanguages) textsFor(language, edition);
  return textsFor;
}

function mergedTexts(own: MailTexts, special: MailTexts): MailTexts {
  return {
    texts: Object.fromEntries(
      // Who words a mail otherwise need not word its short form otherwise too.
      Object.entries({ ...own.texts, ...special.texts }).map(([id, text]) => [
        id,
        { short: own.texts[id as MailTextId]?.short, ...text },
      ]),
    ),
    purposes: { ...own.purposes, ...special.purposes },
    notices: { ...own.notices, ...special.notices },
  };
}

function readOwn(language: MailLanguage): MailTexts {
  const path = join(import.meta.dirname, "../../../procedures/mail", `${language}.yaml`);
  return readTexts(readFileSync(path, "utf8"), path);
}

function readTexts(text: string, name: string): MailTexts {
  const parsed = mailTextsSchema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function fileNameOf(language: MailLanguage): string {
  return `mail.${language}.yaml`;
}

function nameOf(language: MailLanguage, { ref }: Edition): string {
  return `${ref.organisation}/${ref.procedure} ${fileNameOf(language)}`;
}
