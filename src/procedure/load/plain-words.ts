import { z } from "zod";
import { childOf, type Path } from "../pure/check/problem.ts";
import { nearMiss } from "../pure/check/near-miss.ts";

type Issue = z.core.$ZodIssue;
export type PlainIssue = { path: Path; code: string; message: string; mend: string };

/** What the schema refuses, said for the person who writes the pack: what is wrong, and how to mend it. */
export function inPlainWords({
  issues,
  value,
  schema,
}: {
  issues: readonly Issue[];
  value: unknown;
  schema: z.ZodType;
}): PlainIssue[] {
  return issues.flatMap((issue) => explain({ issue, at: [], value, schema }));
}

type Explained = { issue: Issue; at: Path; value: unknown; schema: z.ZodType };

function explain({ issue, at, value, schema }: Explained): PlainIssue[] {
  const path = [...at, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const written = valueAt(value, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey({ path, key, allowed: keysAllowedAt(schema, path) }));
    case "invalid_value":
      return [notAllowed({ path, written, allowed: issue.values.map(String) })];
    case "invalid_union":
      return explainUnion({ issue, path, value, schema });
    case "invalid_type":
      return [wrongType({ path, written, expected: issue.expected })];
    case "invalid_format":
      return [wrongFormat({ path, written, format: issue.message })];
    case "too_small":
      return [tooFew({ path, minimum: Number(issue.minimum), of: issue.origin })];
    default:
      return [{ path, code: "schema", message: `${label(path)}: ${issue.message}.`, mend: "See pack.schema.json." }];
  }
}

/** Of the forms that a value may have, speak of the one that it was probably meant to be. */
function explainUnion({
  issue,
  path,
  value,
  schema,
}: {
  issue: z.core.$ZodIssueInvalidUnion;
  path: Path;
  value: unknown;
  schema: z.ZodType;
}): PlainIssue[] {
  const written = valueAt(value, path);
  if (issue.discriminator !== undefined) {
    const options = stringsIn(childOf(issue, "options"));
    return [notAllowed({ path, written, allowed: options })];
  }
  const branches = issue.errors.map((issues) => ({ issues, misfit: misfitOf(issues, written) }));
  const closest = branches.toSorted((a, b) => a.misfit - b.misfit)[0];
  if (!closest || closest.misfit >= misfitOfAnotherType) {
    const message = `${label(path)} is ${describe(written)}, and none of the forms allowed here.`;
    return [{ path, code: written === undefined ? "missing" : "wrong-form", message, mend: formsOf(issue.errors) }];
  }
  return closest.issues.flatMap((inner) => explain({ issue: inner, at: path, value, schema }));
}

const misfitOfAnotherType = 1000;

function misfitOf(issues: readonly Issue[], written: unknown): number {
  let misfit = 0;
  for (const issue of issues) {
    const [step] = issue.path;
    if (issue.path.length === 0 && issue.code === "invalid_type") misfit += misfitOfAnotherType;
    else if (issue.code === "unrecognized_keys") misfit += 10 * issue.keys.length;
    else if (typeof step === "string" && childOf(written, step) === undefined) misfit += 10;
    else misfit += 1;
  }
  return misfit;
}

function formsOf(branches: readonly (readonly Issue[])[]): string {
  const forms = branches.flatMap((issues) =>
    issues.flatMap((issue) => (issue.code === "invalid_type" ? [issue.expected] : [])),
  );
  return `Write ${[...new Set(forms)].map((form) => typeNames[form] ?? form).join(" or ")}.`;
}

function unknownKey({ path, key, allowed }: { path: Path; key: string; allowed: string[] }): PlainIssue {
  const meant = nearMiss(key, allowed);
  const mend = meant ? `Did you mean "${meant}"?` : `Remove it; allowed here: ${allowed.join(", ")}.`;
  return { path: [...path, key], code: "unknown-key", message: `"${key}" is not a word that may stand here.`, mend };
}

function notAllowed({ path, written, allowed }: { path: Path; written: unknown; allowed: string[] }): PlainIssue {
  if (written === undefined) return missing(path, `Allowed: ${allowed.join(", ")}.`);
  const meant = typeof written === "string" ? nearMiss(written, allowed) : undefined;
  const mend = `${meant ? `Did you mean "${meant}"? ` : ""}Allowed: ${allowed.join(", ")}.`;
  return {
    path,
    code: "not-allowed",
    message: `${label(path)} is ${describe(written)}, which is not one of the allowed values.`,
    mend,
  };
}

function wrongType({ path, written, expected }: { path: Path; written: unknown; expected: string }): PlainIssue {
  const wanted = typeNames[expected] ?? expected;
  if (written === undefined) return missing(path, `Add it as ${wanted}.`);
  const quoted = expected === "string" && (typeof written === "number" || typeof written === "boolean");
  const mend = quoted ? `Put it in quotes: "${String(written)}".` : `Write ${wanted}.`;
  return {
    path,
    code: "wrong-type",
    message: `${label(path)} is ${describe(written)}, and ${wanted} is expected.`,
    mend,
  };
}

function wrongFormat({ path, written, format }: { path: Path; written: unknown; format: string }): PlainIssue {
  return {
    path,
    code: "wrong-format",
    message: `${label(path)} is ${describe(written)}, which has another form.`,
    mend: `Expected: ${format}.`,
  };
}

function tooFew({ path, minimum, of }: { path: Path; minimum: number; of: string }): PlainIssue {
  const wanted =
    of === "array"
      ? `at least ${minimum} in the list`
      : of === "string"
        ? `at least ${minimum} characters`
        : `at least ${minimum}`;
  return { path, code: "too-few", message: `${label(path)} is too small.`, mend: `Expected: ${wanted}.` };
}

function missing(path: Path, mend: string): PlainIssue {
  return { path, code: "missing", message: `${label(path)} is missing.`, mend };
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  object: "a block of keys",
  record: "a block of keys",
  array: "a list",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

function label(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "The file";
  return typeof last === "number" ? `Entry ${last + 1} of "${String(path.at(-2) ?? "the list")}"` : `"${last}"`;
}

function describe(written: unknown): string {
  if (written === null || written === undefined) return "empty";
  if (Array.isArray(written)) return "a list";
  if (typeof written === "object") return "a block of keys";
  return typeof written === "string" ? `"${written.slice(0, 80)}"` : `the ${typeof written} ${JSON.stringify(written)}`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(childOf, value);
}

/** The keys that the schema knows at a path, over all the forms that the value may have there. */
function keysAllowedAt(schema: z.ZodType, path: Path): string[] {
  let here: z.core.$ZodType[] = formsIn(schema);
  for (const step of path) {
    here = here.flatMap((form) => {
      if (form instanceof z.ZodObject) return formsIn(form.shape[step]);
      if (form instanceof z.ZodArray) return formsIn(form.element);
      return form instanceof z.ZodRecord ? formsIn(form.valueType) : [];
    });
  }
  return [...new Set(here.flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])))];
}

function formsIn(schema: z.core.$ZodType | undefined): z.core.$ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodLazy
  ) {
    return formsIn(schema.unwrap());
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsIn);
  return schema ? [schema] : [];
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
