import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

export const PROJECT_FOLDER = resolve(import.meta.dirname, "..");

export interface SourceFile {
  /** From the project's folder, with slashes: `src/complaint/evolve.ts`. */
  path: string;
  text: string;
}

/** Every file below the folder (from the project's folder) whose name ends in one of `endings`; none if there is no such folder. */
export function sourceFiles(folder: string, endings: string[]): SourceFile[] {
  const top = join(PROJECT_FOLDER, folder);
  return listFiles(top)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({
      path: relative(PROJECT_FOLDER, path).replaceAll(sep, "/"),
      text: readFileSync(path, "utf8"),
    }));
}

/** The code alone: comments and the contents of plain strings are blanked, line numbers stay. */
export function withoutCommentsAndStrings(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (found) =>
    found.replaceAll(/[^\n]/g, " "),
  );
}

/** `path:line` of a place in a file, for messages that an editor can follow. */
export function placeOf(file: SourceFile, offset: number): string {
  return `${file.path}:${file.text.slice(0, offset).split("\n").length}`;
}

// What was installed and what was built.
const NOT_OURS = ["node_modules", `web${sep}dist`];

function listFiles(top: string): string[] {
  try {
    return readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !NOT_OURS.some((name) => entry.parentPath.includes(`${sep}${name}`)))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
