import { existsSync } from "node:fs";
import { join } from "node:path";

/** Real data that is not part of the project: specs that need it are skipped where it is not beside it. */
export function publicData(name: string): { file: string; skip: false | string } {
  const file = join(import.meta.dirname, "../../../shared/data", name);
  return {
    file,
    skip: existsSync(file) ? false : `${name} is not there; put it into ../shared/data beside the project`,
  };
}
