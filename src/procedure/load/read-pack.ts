import type { z } from "zod";
import type { Problem } from "../pure/check/problem.ts";
import { packSchema, partSchema, type Pack, type Part } from "../pure/edition/edition.ts";
import { readDocument, type ReadDocument } from "./document.ts";
import { inPlainWords } from "./plain-words.ts";

export type PackFile = { document: ReadDocument; pack: Pack };
export type PartFile = { document: ReadDocument; part: Part };

/** One dated edition of a procedure, without its shared parts. Every problem of the file is told at once. */
export function readPack(file: string): { ok: true; read: PackFile } | { ok: false; problems: Problem[] } {
  const read = readWith({ file, schema: packSchema });
  return read.ok ? { ok: true, read: { document: read.document, pack: read.data } } : read;
}

/** A shared part or a law edition. */
export function readPart(file: string): { ok: true; read: PartFile } | { ok: false; problems: Problem[] } {
  const read = readWith({ file, schema: partSchema });
  return read.ok ? { ok: true, read: { document: read.document, part: read.data } } : read;
}

function readWith<Schema extends z.ZodType>({
  file,
  schema,
}: {
  file: string;
  schema: Schema;
}): { ok: true; document: ReadDocument; data: z.output<Schema> } | { ok: false; problems: Problem[] } {
  const read = readDocument(file);
  if (!read.ok) return read;
  const { document } = read;
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return { ok: true, document, data: parsed.data };
  const found = inPlainWords({ issues: parsed.error.issues, value: document.value, schema });
  return { ok: false, problems: found.map((issue) => document.problem(issue)) };
}
