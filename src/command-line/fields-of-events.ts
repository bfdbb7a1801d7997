import { z } from "zod";
import { eventSchemas } from "../complaint/events/event.ts";
import type { EventFields } from "../procedure/pure/check/event-fields.ts";
import { eventTypes } from "../procedure/pure/vocabulary.ts";

type FieldSchema = { enum?: (string | boolean)[]; const?: string | boolean; type?: string };

/** What each fact of the core holds, for the check of packs whose triggers speak of it. */
export function fieldsOfEvents(): EventFields {
  return Object.fromEntries(eventTypes.map((type) => [type, fieldsOf(eventSchemas[type])]));
}

function fieldsOf(schema: z.ZodType): Record<string, readonly (string | boolean)[] | "any"> {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.fromEntries(Object.entries(properties).map(([field, of]) => [field, valuesOf(of as FieldSchema)]));
}

function valuesOf({ enum: values, const: only, type }: FieldSchema): readonly (string | boolean)[] | "any" {
  if (values) return values;
  if (only !== undefined) return [only];
  return type === "boolean" ? [true, false] : "any";
}
