import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { childOf, formatPath, type Path } from "../pure/check/problem.ts";
import { citationsIn } from "../pure/check/sources-check.ts";
import { isReadByNothing } from "../pure/edition/read-by-nothing.ts";
import type { LoadedEdition } from "./resolve-edition.ts";

/** Where a row of the checklist is cited. `note`: what a remark says, or what a planned part builds. */
export type Citation = { row: string; as: CitedAs; file: string; line: number; path: string; note?: string };

/** `unread`: by a value that the program keeps and reads nowhere yet. */
export type CitedAs = "value" | "unread" | "verb" | "paper" | "reading" | "remark" | "planned" | "example" | "test";

/** Every citation in the values of loaded editions; one that several law editions share comes once. */
export function citationsInEditions(loaded: readonly LoadedEdition[]): Citation[] {
  const found = new Map<string, Citation>();
  for (const { edition, locate } of loaded) {
    for (const { path, cited } of citationsIn(edition)) {
      const as = citedAs(path);
      const of = path.slice(0, -1);
      const entry = {
        row: cited,
        as,
        ...locate(path),
        path: formatPath(of, edition),
        ...noteOf(as, of.reduce<unknown>(childOf, edition)),
      };
      found.set([cited, as, entry.file, entry.line, entry.path].join("\n"), entry);
    }
  }
  return [...found.values()];
}

/** Rows named anywhere in the worked examples of a procedures folder. */
export function citationsInExamples(folder: string): Citation[] {
  return filesUnder(folder, (name) => name.endsWith(".examples.yaml")).flatMap((file) =>
    citationsInLines(file, "example"),
  );
}

/** Rows named in the title of a test: a row that merely stands in its data is not what it is about. */
export function citationsInTests(folders: readonly string[]): Citation[] {
  const isTitle = (line: string): boolean => /\b(it|test|describe)\(/.test(line);
  return folders.flatMap((folder) =>
    filesUnder(folder, (name) => /\.spec\.tsx?$/.test(name)).flatMap((file) => citationsInLines(file, "test", isTitle)),
  );
}

function citedAs(path: Path): CitedAs {
  const [list] = path;
  if (list === "readings") return "reading";
  if (list === "remarks") return "remark";
  if (list === "planned") return "planned";
  if (list === "papers" || list === "paperDuties") return "paper";
  if (isReadByNothing(path.filter((step) => typeof step === "string"))) return "unread";
  return list === "anywhere" || path.includes("moves") ? "verb" : "value";
}

function noteOf(as: CitedAs, value: unknown): { note?: string } {
  if (typeof value !== "object" || value === null) return {};
  if (as === "remark" && "remark" in value) return { note: String(value.remark) };
  if (as === "planned" && "part" in value && "builds" in value)
    return { note: `${String(value.part)}: ${String(value.builds)}` };
  return as === "reading" && "choice" in value ? { note: String(value.choice) } : {};
}

function citationsInLines(file: string, as: CitedAs, counts: (line: string) => boolean = () => true): Citation[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const rows = counts(line) ? (line.match(/\bS\d-\d+\.\d+\b/g) ?? []) : [];
      return [...new Set(rows)].map((row) => ({ row, as, file, line: index + 1, path: "" }));
    });
}

/** Folders that are not there (a program installed without its tests) hold nothing. */
function filesUnder(folder: string, wanted: (name: string) => boolean): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .flatMap((entry) => (entry.isFile() && wanted(entry.name) ? [join(entry.parentPath, entry.name)] : []))
      .sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
