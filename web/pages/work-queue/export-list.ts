import { openAnswer } from "../../api/ask.ts";
import { saveAs } from "../../parts/save-as.ts";
import { dayOf } from "../../words/format.ts";
import { language } from "../../words/language.ts";
import type { ListQuery } from "./queue-search.ts";

/** Rows read so far; `of` is undefined where the server could not count them before. */
export type Exported = { rows: number; of: number | undefined };

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** The whole list, or rows by name. */
export type ToExport = { query: ListQuery } | { complaintIds: string[] };

/** Reads it as a table into a file, and tells how far it has come. Throws what the server refuses. */
export async function exportList(
  wanted: ToExport,
  { onProgress, signal }: { onProgress: (exported: Exported) => void; signal: AbortSignal },
): Promise<Exported> {
  const response = await ("query" in wanted
    ? openAnswer("GET /complaints/export", { query: { ...wanted.query, language: language() } }, signal)
    : openAnswer("POST /complaints/export", { body: { ...wanted, language: language() } }, signal));
  const total = response.headers.get("rows-total");
  const of = total === null ? undefined : Number(total);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const count = lineCounter();
  // The first line is the names of the columns.
  let rows = -1;
  for await (const part of response.body ?? []) {
    parts.push(part);
    rows += count(part);
    onProgress({ rows: Math.max(rows, 0), of });
  }
  saveAs(new Blob(parts, { type: "text/csv;charset=utf-8" }), `khieu-nai-${dayOf(new Date().toISOString())}.csv`);
  return { rows, of };
}

/** Counts the ends of lines that stand in no quoted text, also across the parts of a file. */
function lineCounter(): (part: Uint8Array) => number {
  let isQuoted = false;
  return (part) => {
    let lines = 0;
    for (const byte of part) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) lines += 1;
    }
    return lines;
  };
}
