import type { z } from "zod";
import { fieldsOfFile, fillingData, letterFields, type Filling } from "../../documents/word/template-fields.ts";
import type { fieldSchema } from "./word-template-schema.ts";

type FieldShown = z.infer<typeof fieldSchema>;

/** Every field that a template may name, with what it comes to in the first of these letters that has something there. */
export function fieldsShown(samples: readonly Filling[]): FieldShown[] {
  const filled = samples.map(fillingData);
  const example = (tag: string) =>
    filled.map((each) => each[tag]).find((each) => typeof each === "string" && each !== "");
  const exampleInside = (list: string, tag: string) =>
    filled
      .flatMap((each) => (Array.isArray(each[list]) ? (each[list] as Record<string, unknown>[]) : []))
      .map((item) => item[tag])
      .find((each) => typeof each === "string" && each !== "");
  const ofLetter = letterFields.flatMap((field): FieldShown[] => {
    const { tag, kind, about } = field;
    const own = { tag, kind, about, list: null, written: written(field), example: asText(example(tag)) };
    if (field.kind !== "list") return [own];
    const inside = field.inside.map((each) => ({
      tag: each.tag,
      kind: each.kind,
      about: each.about,
      list: tag,
      written: written(each),
      example: asText(exampleInside(tag, each.tag)),
    }));
    return [own, ...inside];
  });
  const ofFile = Object.values(fieldsOfFile).map(({ tag, about }): FieldShown => ({
    tag,
    kind: "text",
    about,
    list: null,
    written: `{${tag}}`,
    example: asText(example(tag)),
  }));
  return [...ofLetter, ...ofFile];
}

function written({ tag, kind }: { tag: string; kind: FieldShown["kind"] }): string {
  if (kind === "picture") return `{%${tag}}`;
  return kind === "list" ? `{#${tag}}…{/${tag}}` : `{${tag}}`;
}

/** Of an example: so much as shows what it is. */
const EXAMPLE_CHARS_MAX = 120;

function asText(value: unknown): string {
  const text = typeof value === "string" ? value : "";
  return text.length > EXAMPLE_CHARS_MAX ? `${text.slice(0, EXAMPLE_CHARS_MAX)}…` : text;
}
