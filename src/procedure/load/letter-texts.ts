import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Edition } from "../pure/edition/edition.ts";
import { letterTextsSchema, type LetterText, type LetterTexts } from "../pure/letters/letter-texts.ts";
import { paperKinds } from "../pure/vocabulary.ts";

export type LetterTextsFor = (edition: Edition) => LetterTexts;

const OF_EDITION = "papers.vi.yaml";

/**
 * Reads the project's texts of papers, and those that the editions bring in their frozen letters as `papers.vi.yaml`. Throws, with
 * the name of the file, on one that names a variable, a kind or a paper which there is not.
 */
export function loadLetterTexts(editions: readonly Edition[] = []): LetterTextsFor {
  const path = join(import.meta.dirname, "../../../procedures/letters/vi.yaml");
  const own = readTexts(readFileSync(path, "utf8"), path, []);
  const unsaid = paperKinds.filter((kind) => own[kind] === undefined);
  if (!isWhole(own)) throw new Error(`${path}: no text for ${unsaid.join(", ")}`);
  const merged = new Map<string, LetterTexts>();
  const textsFor: LetterTextsFor = (edition) => {
    const text = edition.letters?.[OF_EDITION];
    if (text === undefined) return own;
    const { organisation, procedure, hash } = edition.ref;
    const name = `${organisation}/${procedure} ${OF_EDITION}`;
    const ids = edition.papers.map(({ id }) => id);
    const texts = merged.get(hash) ?? { ...own, ...readTexts(text, name, ids) };
    merged.set(hash, texts);
    return texts;
  };
  for (const edition of editions) textsFor(edition);
  return textsFor;
}

function readTexts(text: string, name: string, paperIds: readonly string[]): Partial<Record<string, LetterText>> {
  const parsed = letterTextsSchema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  const named: readonly string[] = [...paperKinds, ...paperIds];
  const unknown = Object.keys(parsed.data).filter((each) => !named.includes(each));
  if (unknown.length > 0) throw new Error(`${name}: there is no kind of paper and no paper ${unknown.join(", ")}`);
  return parsed.data;
}

function isWhole(texts: Partial<Record<string, LetterText>>): texts is LetterTexts {
  return paperKinds.every((kind) => texts[kind] !== undefined);
}
