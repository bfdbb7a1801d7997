import { relative } from "node:path";
import type { Problem } from "../procedure/pure/check/problem.ts";

/** One line, as editors and terminals link it: `file:line: error: message mend [code, path]`. Paths are relative to here. */
export function formatProblem({ file, line, severity, message, mend, code, path }: Problem): string {
  const here = relative(process.cwd(), file);
  const place = here.startsWith("..") || here === "" ? file : here;
  return `${place}${line > 0 ? `:${line}` : ""}: ${severity}: ${message} ${mend} [${[code, path].filter(Boolean).join(" ")}]`;
}
