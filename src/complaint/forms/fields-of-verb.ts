import { z } from "zod";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { verbRules } from "../verbs.ts";
import { fieldWord } from "./field-words.ts";
import type { FieldType, FormField, FormLeaf } from "./form-field.ts";
import { valueWord, yesNo } from "./value-words.ts";

/** What a form asks of JSON Schema; zod writes it. */
export type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  maxLength?: number;
};

/** The verb's own fields as JSON Schema, for forms and for the API's description. */
export function fieldsOf(verb: Verb): Record<string, unknown> {
  return schemaOf(verb);
}

export function schemaOf(verb: Verb): Schema {
  const known = schemas.get(verb);
  if (known) return known;
  const schema = z.toJSONSchema(verbRules[verb].fields, { io: "input" }) as Schema;
  schemas.set(verb, schema);
  return schema;
}

const schemas = new Map<Verb, Schema>();

/** Every field of a verb with its name, as its schema has it: without the values that only a complaint knows. */
export function formFieldsOf(verb: Verb): Record<string, FormField> {
  const { properties = {}, required = [] } = schemaOf(verb);
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, fieldOf(verb, name, schema, required.includes(name))]),
  );
}

function fieldOf(verb: Verb, name: string, schema: Schema, isRequired: boolean): FormField {
  const leaf = leafOf(verb, name, schema, isRequired);
  const within = leaf.type === "edition" ? undefined : (schema.properties ?? schema.items?.properties);
  if (!within) return leaf;
  const wanted = schema.required ?? schema.items?.required ?? [];
  const fields = Object.entries(within).map(([inner, each]) => [
    inner,
    leafOf(verb, inner, each, wanted.includes(inner)),
  ]);
  return { ...leaf, fields: Object.fromEntries(fields) as Record<string, FormLeaf> };
}

function leafOf(verb: Verb, name: string, schema: Schema, isRequired: boolean): FormLeaf {
  const type = typeOf(verb, name, schema);
  const options = schema.enum?.map((value) => ({ value, label: valueWord(verb, name, value) }));
  const isNullable = schema.anyOf?.some((each) => each.type === "null") ?? false;
  const max = schema.maxItems ?? schema.maximum;
  return {
    label: fieldWord(verb, name),
    type,
    required: isRequired,
    ...(isNullable ? { nullable: true as const } : {}),
    ...(type === "yes-no" ? { options: yesOrNo() } : {}),
    ...(options ? { options } : {}),
    ...(type === "list" ? { of: typeOf(verb, name, schema.items ?? {}) } : {}),
    ...(schema.default === undefined ? {} : { default: schema.default }),
    ...(max === undefined ? {} : { max }),
  };
}

function yesOrNo() {
  return [
    { value: true, label: yesNo.yes },
    { value: false, label: yesNo.no },
  ];
}

function typeOf(verb: Verb, name: string, schema: Schema): FieldType {
  if (schema.type === "array") return "list";
  const named = typesByName[`${verb}.${name}`] ?? typesByName[name];
  if (named) return named;
  const [first] = schema.anyOf ?? [];
  if (first) return typeOf(verb, name, first);
  if (schema.enum) return "choice";
  if (schema.type === "object") return "group";
  if (schema.type === "boolean") return "yes-no";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.format === "date-time") return "instant";
  if (schema.pattern !== undefined) return "day";
  return (schema.maxLength ?? 0) > LINE_CHARS_MAX ? "long-text" : "text";
}

/** Characters of a text that fits one line of a form. */
const LINE_CHARS_MAX = 1000;

/** What the schema does not tell: the number of a person, and of money. */
const typesByName: Readonly<Record<string, FieldType>> = {
  personId: "person",
  mentions: "person",
  aboutPersonIds: "person",
  into: "complaint",
  "link.to": "complaint",
  "move-to-edition.to": "edition",
  "move-to-edition.stage": "stage",
  amount: "money",
  "extend.by": "term",
  documentSha256: "hash",
  signatureSha256: "hash",
  phone: "phone",
  "log-call.number": "phone",
  email: "email",
  "archive.keepUntil": "day",
};
