import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { CannotStart } from "../cannot-start.ts";

/**
 * Says in one line why the program ends, and returns its exit code. What we foresaw explains itself; the details of
 * anything else go to a file, so that nobody is met by a page of stack trace.
 */
export function explainEnd(error: unknown, options: { dataFolder: string | undefined }): number {
  if (error instanceof CannotStart) {
    console.error(`Hồi Âm: ${error.message}`);
    return error.exitCode;
  }
  const message = (error instanceof Error ? error.message : String(error)).split("\n")[0];
  const details = `${new Date().toISOString()} process ${process.pid}\n${inspect(error, { depth: 6 })}\n\n`;
  const file = writeDetails(details, [options.dataFolder, tmpdir()]);
  console.error(`Hồi Âm: stopped by an error it did not expect: ${message} (details in ${file ?? "the lines below"}).`);
  if (!file) console.error(details);
  return 1;
}

function writeDetails(details: string, folders: (string | undefined)[]): string | undefined {
  for (const folder of folders) {
    if (!folder) continue;
    const file = join(folder, "hoiam-errors.log");
    try {
      appendFileSync(file, details, { mode: 0o600 });
      return file;
    } catch {
      // A full or a forbidden disk may be the very error: try the next place.
    }
  }
  return undefined;
}
