import { dayMs, instantFromMs, msFromInstant } from "../../procedure/pure/instant.ts";
import type { Move } from "../../procedure/pure/edition/stages.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import type { Context } from "../context.ts";
import { permitted } from "../decide.ts";
import { chosenMove } from "../moves.ts";
import { isRefusal } from "../refusal.ts";
import type { Complaint } from "../state.ts";
import type { VerbContext } from "../verb-rule.ts";
import { verbRules } from "../verbs.ts";
import { schemaOf, type Schema } from "./fields-of-verb.ts";
import type { FormOption } from "./form-field.ts";

/** A field that takes one of some values. `path`: names joined by dots, `requests.0.unit`. */
export type ClosedField = { path: string; options: FormOption[]; required: boolean };

/**
 * Which values of each closed field lead to this move now, and whether one must be given. The verb itself is asked, with each
 * value: legal is what it does not refuse, together with some value of the other closed fields. So no rule stands here twice.
 */
export function legalValues(
  { verb, move, closed }: { verb: Verb; move: Move; closed: ClosedField[] },
  complaint: Complaint,
  context: Context,
): ClosedField[] {
  const start = placeholders(schemaOf(verb), context.now) as Record<string, unknown>;
  const paths = closed.map(({ path }) => path);
  const isLegal = (values: Values) => fits(withValues(start, values), { verb, move, paths }, complaint, context);
  return closed.map((field) => {
    const others = closed.filter((each) => each !== field);
    const works = (value: string | boolean | undefined) =>
      someOf(others, (values) => isLegal([...values, [field.path, value]]));
    const options = field.options.filter(({ value }) => works(value));
    return { ...field, options, required: field.required || (options.length > 0 && !works(undefined)) };
  });
}

/**
 * Whether a verb takes these values from this actor now, with something sensible in every other field: asked of the verb itself, as
 * above. A value that it wants besides them is a word against it.
 */
export function wouldTake(
  { verb, data }: { verb: Verb; data: Record<string, unknown> },
  complaint: Complaint,
  context: Context,
): boolean {
  const moves = permitted(verb, complaint, context);
  if (isRefusal(moves)) return false;
  const start = placeholders(schemaOf(verb), context.now) as Record<string, unknown>;
  const paths = Object.keys(schemaOf(verb).properties ?? {});
  return moves.some((move) => fits({ ...start, ...data }, { verb, move, paths }, complaint, context));
}

type Values = [path: string, value: string | boolean | undefined][];

/** Most combinations that are tried for one value; a value that none of so many lets through is not offered. */
const TRIES_MAX = 400;

function someOf(fields: readonly ClosedField[], isLegal: (values: Values) => boolean): boolean {
  let tries = 0;
  const search = (index: number, values: Values): boolean => {
    const field = fields[index];
    if (!field) {
      tries += 1;
      return isLegal(values);
    }
    const given = field.options.map(({ value }) => value);
    return [...(field.required ? [] : [undefined]), ...given].some(
      (value) => tries < TRIES_MAX && search(index + 1, [...values, [field.path, value]]),
    );
  };
  return search(0, []);
}

/** A refusal of what a person types freely is no word against the values chosen beside it. */
function fits(
  data: Record<string, unknown>,
  { verb, move, paths }: { verb: Verb; move: Move; paths: readonly string[] },
  complaint: Complaint,
  context: Context,
): boolean {
  const parsed = verbRules[verb].fields.safeParse(data);
  if (!parsed.success) return false;
  const known = parsed.data as Record<string, unknown>;
  if (chosenMove({ verb, data: known }, complaint, context) !== move) return false;
  const asked: VerbContext = {
    ...context,
    at: context.now,
    move,
    command: { verb, data },
    newId: () => "tried",
  };
  const made = verbRules[verb].decide(known, complaint, asked);
  return !isRefusal(made) || (made.field !== undefined && !paths.includes(made.field));
}

function withValues(start: Record<string, unknown>, values: Values): Record<string, unknown> {
  const data = structuredClone(start);
  for (const [path, value] of values) if (value !== undefined) put(data, path.split("."), value);
  return data;
}

function put(into: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) into[name] = value;
  else put((into[name] ??= {}) as Record<string, unknown>, rest, value);
}

/** Something in every required field, of its type; days and instants lie a day ahead. */
function placeholders(schema: Schema, now: string): unknown {
  const [first] = schema.anyOf ?? [];
  if (first) return placeholders(first, now);
  if (schema.enum) return schema.enum[0];
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  if (schema.type === "array") return [placeholders(schema.items ?? {}, now)];
  if (schema.type === "object") {
    const wanted = (schema.required ?? []).map((name) => [name, placeholders(schema.properties?.[name] ?? {}, now)]);
    return Object.fromEntries(wanted);
  }
  const tomorrow = instantFromMs(msFromInstant(now) + dayMs);
  if (schema.format === "date-time") return tomorrow;
  return schema.pattern === undefined ? "x" : tomorrow.slice(0, "2026-02-12".length);
}
