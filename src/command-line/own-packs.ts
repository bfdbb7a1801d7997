import { readdirSync } from "node:fs";
import { CannotStart } from "../cannot-start.ts";
import type { Config } from "../config.ts";

/**
 * Refuses a folder of the operator's own packs that cannot be read, before a database is started for it.
 *
 * @throws CannotStart with exit code 2: the setting is wrong.
 */
export function refuseMissingPacks({ proceduresFolder }: Pick<Config, "proceduresFolder">): void {
  if (proceduresFolder === undefined) return;
  try {
    readdirSync(proceduresFolder);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CannotStart(
      `The folder of packs ${proceduresFolder} cannot be read (${why}): correct HOIAM_PROCEDURES, or make the folder.`,
      { exitCode: 2, cause: error },
    );
  }
}
