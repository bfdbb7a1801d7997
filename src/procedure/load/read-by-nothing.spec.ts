import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { packSchema } from "../pure/edition/edition.ts";
import { isReadByNothing, readByNothing } from "../pure/edition/read-by-nothing.ts";

type Schema = { [key: string]: unknown; properties?: Record<string, Schema> };

/** Read for what they say about the edition itself: by check-pack and coverage. */
const aboutThePack = ["readings", "remarks", "planned"];

test("every name of the pack format that no code at run time knows is said to be read by nothing", () => {
  const known = wordsOfRunTime();
  const unread = namesOf(z.toJSONSchema(packSchema, { io: "input" }) as Schema).filter(
    (path) => !known.has(path.at(-1) ?? "") && !aboutThePack.includes(path[0] ?? "") && !isReadByNothing(path),
  );
  assert.deepEqual(
    unread.map((path) => path.join(".")),
    [],
  );
});

test("every value that is said to be read by nothing is one of the format", () => {
  const paths = namesOf(z.toJSONSchema(packSchema, { io: "input" }) as Schema).map((path) => path.join("."));
  assert.deepEqual(
    readByNothing.filter((path) => !paths.includes(path)),
    [],
  );
});

test("a value lies within one that nothing reads, or does not", () => {
  assert.equal(isReadByNothing(["indicators", "formula"]), true);
  assert.equal(isReadByNothing(["papers", "channels"]), true);
  assert.equal(isReadByNothing(["header"]), false);
  assert.equal(isReadByNothing(["header", "title"]), false);
});

/** Words of the code that runs, without its comments; not of what only describes, loads, checks or shows packs. */
function wordsOfRunTime(): Set<string> {
  const source = join(import.meta.dirname, "../..");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      /(?<!\.spec)\.ts$/.test(file) &&
      !/^(procedure\/(load|pure\/(check|edition))|demo|examples|command-line)\//.test(file),
  );
  const lines = files.flatMap((file) => readFileSync(join(source, file), "utf8").split("\n"));
  const code = lines.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line)).join("\n");
  return new Set(code.match(/\w+/g));
}

function namesOf(schema: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(schema)) return schema.flatMap((each) => namesOf(each, path));
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, ...rest } = schema as Schema;
  const own = Object.entries(properties).flatMap(([name, inner]) => [
    [...path, name],
    ...namesOf(inner, [...path, name]),
  ]);
  const nested = ["items", "anyOf", "oneOf", "allOf"].flatMap((key) => namesOf(rest[key], path));
  return [...own, ...nested];
}
