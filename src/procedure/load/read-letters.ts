import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Problem } from "../pure/check/problem.ts";
import { fileProblem } from "./document.ts";

/**
 * The texts that an edition sends: the files of `letters/<day>/` beside its pack, by name. Frozen with the edition, so that one
 * added, changed or taken away later is an edition that was changed. Line ends are as in the repository.
 */
export function readLetters(packFile: string): { texts: Record<string, string>; problems: Problem[] } {
  const folder = join(dirname(packFile), "letters", basename(packFile, ".yaml"));
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith("."));
    const texts = names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n")]);
    return { texts: Object.fromEntries(texts) as Record<string, string>, problems: [] };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { texts: {}, problems: [] };
    const message = `The letters cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    const mend = "Leave only text files in this folder, and check its rights.";
    return { texts: {}, problems: [fileProblem({ file: folder, code: "unreadable", message, mend })] };
  }
}
