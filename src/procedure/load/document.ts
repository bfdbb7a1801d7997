import { readFileSync, statSync } from "node:fs";
import { isAlias, isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { formatPath, type Path, type Problem } from "../pure/check/problem.ts";

/** A YAML file as plain values that still knows on which line each of them stands. */
export type ReadDocument = {
  file: string;
  value: unknown;
  /** The line (from 1) of the value at this path, or of the nearest one around it that exists. */
  lineOf: (path: Path) => number;
  /** Gives a finding its file and line. An error unless said otherwise. */
  problem: (found: {
    path: Path;
    code: string;
    message: string;
    mend: string;
    severity?: "error" | "warning";
  }) => Problem;
};

/** Far above any procedure; a file beyond it is a mistake. */
export const packBytesMax = 2_000_000;

/** Reads one file as YAML 1.2 (dates stay text). Refuses what is not readable, not UTF-8, or not well formed, with the line. */
export function readDocument(file: string): { ok: true; document: ReadDocument } | { ok: false; problems: Problem[] } {
  const text = readText(file);
  if (!text.ok) return { ok: false, problems: [fileProblem({ file, code: "unreadable", message: text.reason })] };
  return parseText({ file, text: text.text });
}

export function parseText({
  file,
  text,
}: {
  file: string;
  text: string;
}): { ok: true; document: ReadDocument } | { ok: false; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => ({
      severity: "error",
      file,
      line: lineCounter.linePos(error.pos[0]).line,
      path: "",
      code: "not-yaml",
      message: `This is not well-formed YAML: ${error.message}.`,
      mend: "Check the indentation, the colons and the quotes on this line and the one above it.",
    }));
    return { ok: false, problems };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // An alias that repeats aliases would fill the memory.
    const message = `This is not well-formed YAML: ${error instanceof Error ? error.message : String(error)}.`;
    const mend = "Write out what the aliases (*name) stand for.";
    return { ok: false, problems: [{ ...fileProblem({ file, code: "not-yaml", message, mend }), line: 1 }] };
  }
  const lineOf = (path: Path): number => lineIn({ document, lineCounter, path });
  const problem: ReadDocument["problem"] = ({ path, severity, ...found }) => ({
    severity: severity ?? "error",
    file,
    line: lineOf(path),
    path: formatPath(path, value),
    ...found,
  });
  return { ok: true, document: { file, value, lineOf, problem } };
}

/** A problem of the file as a whole. */
export function fileProblem({
  file,
  code,
  message,
  mend,
}: {
  file: string;
  code: string;
  message: string;
  mend?: string;
}): Problem {
  return {
    severity: "error",
    file,
    line: 0,
    path: "",
    code,
    message,
    mend: mend ?? "Check the name and the rights of the file.",
  };
}

function readText(file: string): { ok: true; text: string } | { ok: false; reason: string } {
  try {
    const { size } = statSync(file);
    if (size > packBytesMax)
      return { ok: false, reason: `The file has ${size} bytes; at most ${packBytesMax} are read.` };
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, reason: "The file is not UTF-8 text." };
    return { ok: false, reason: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

function lineIn({ document, lineCounter, path }: { document: Document; lineCounter: LineCounter; path: Path }): number {
  let offset = startOf(document.contents) ?? 0;
  let here: unknown = document.contents;
  for (const step of path) {
    if (isAlias(here)) here = here.resolve(document);
    if (isMap(here)) {
      const pair = here.items.find((item) => keyText(item.key) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      here = pair.value;
    } else if (isSeq(here) && typeof step === "number") {
      here = here.items[step];
      offset = startOf(here) ?? offset;
    } else break;
  }
  return lineCounter.linePos(offset).line;
}

function keyText(key: unknown): string {
  return typeof key === "object" && key !== null && "value" in key ? String(key.value) : String(key);
}

function startOf(node: unknown): number | undefined {
  return typeof node === "object" && node !== null && "range" in node ? (node as Node).range?.[0] : undefined;
}
