import type { z } from "zod";
import { eventSchemas } from "./event.ts";
import type { EventType } from "../../procedure/pure/vocabulary.ts";

/** What stands for an erased text where people read it. */
export const ERASED_TEXT = "[đã xoá]";

/** A personal value in an event's data. `key` is its path with dots, as salts and redactions name it: "customer.phone". */
export type PersonalValue = { key: string; path: string[]; value: unknown };

/** Every personal value that is there, in the order of the schema. */
export function personalValues(type: EventType, data: unknown): PersonalValue[] {
  const place = placeOf(type);
  const found: PersonalValue[] = [];
  if (place) collect(place, data, [], found);
  return found;
}

/** A copy in which each personal value is what `replace` makes of it. The data itself where the type has no personal ones. */
export function withPersonalValues(
  type: EventType,
  data: unknown,
  replace: (personal: PersonalValue & { kind: "text" | "record" }) => unknown,
): unknown {
  const place = placeOf(type);
  return place ? replaced(place, data, [], replace) : data;
}

/** The data as the program reads it: an erased text reads `[đã xoá]`, an erased record is empty. */
export function readable(type: EventType, data: unknown): unknown {
  return withPersonalValues(type, data, ({ value, kind }) => {
    if (!isMarker(value)) return value;
    return kind === "text" ? ERASED_TEXT : {};
  });
}

/** The hash that stands for an erased value. A pack's field is never named "#", so no record of fields looks like one. */
export function isMarker(value: unknown): value is { "#": string } {
  if (typeof value !== "object" || value === null || !("#" in value)) return false;
  return Object.keys(value).length === 1 && typeof value["#"] === "string";
}

/** Where an event type keeps personal values, as its schema marks them. */
type Place = { kind: "text" | "record" } | { fields: [string, Place][] } | { each: Place };

const places = new Map<string, Place | null>();

function placeOf(type: EventType): Place | null {
  let place = places.get(type);
  if (place === undefined) {
    const schema = eventSchemas[type];
    if (!schema) throw new Error(`unknown event type ${type}: the log was written by a newer program`);
    place = placeIn(schema);
    places.set(type, place);
  }
  return place;
}

/** The parts of a zod definition that can hold personal values. Any other holds none, unless it is marked itself. */
type Definition = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
};

function placeIn(schema: z.ZodType): Place | null {
  const definition = schema.def as unknown as Definition;
  if (schema.meta()?.["personal"] === true) return { kind: definition.type === "string" ? "text" : "record" };
  if (definition.innerType) return placeIn(definition.innerType);
  if (definition.element) {
    const each = placeIn(definition.element);
    return each && { each };
  }
  if (definition.shape) {
    const fields = Object.entries(definition.shape).flatMap(([name, field]): [string, Place][] => {
      const place = placeIn(field);
      return place ? [[name, place]] : [];
    });
    return fields.length > 0 ? { fields } : null;
  }
  const others = [...(definition.options ?? []), ...(definition.valueType ? [definition.valueType] : [])];
  if (others.some((other) => placeIn(other)))
    throw new Error("personal values inside unions and records are not found");
  return null;
}

function collect(place: Place, value: unknown, path: string[], found: PersonalValue[]): void {
  if (value === undefined || value === null) return;
  if ("kind" in place) found.push({ key: path.join("."), path, value });
  else if ("each" in place) {
    for (const [index, item] of (value as unknown[]).entries()) collect(place.each, item, [...path, `${index}`], found);
  } else {
    const fields = value as Record<string, unknown>;
    for (const [name, inner] of place.fields) collect(inner, fields[name], [...path, name], found);
  }
}

function replaced(
  place: Place,
  value: unknown,
  path: string[],
  replace: (personal: PersonalValue & { kind: "text" | "record" }) => unknown,
): unknown {
  if (value === undefined || value === null) return value;
  if ("kind" in place) return replace({ key: path.join("."), path, value, kind: place.kind });
  if ("each" in place) {
    return (value as unknown[]).map((item, index) => replaced(place.each, item, [...path, `${index}`], replace));
  }
  const copy = { ...(value as Record<string, unknown>) };
  for (const [name, inner] of place.fields) {
    if (copy[name] !== undefined) copy[name] = replaced(inner, copy[name], [...path, name], replace);
  }
  return copy;
}
