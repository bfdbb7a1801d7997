import { existsSync } from "node:fs";
import { checkEdition, type CheckContext } from "../pure/check/check-edition.ts";
import { formatPath, type Problem } from "../pure/check/problem.ts";
import type { Edition } from "../pure/edition/edition.ts";
import { fileProblem } from "./document.ts";
import { loadPackFile } from "./load-editions.ts";
import type { LoadedEdition } from "./resolve-edition.ts";

/**
 * Runs the worked examples of a pack and tells those that fail. Handed in, because examples run the core.
 * `editions`: the pack's closures, one for each law edition in force during its time, earliest first.
 */
export type RunExamples = (asked: { file: string; editions: readonly Edition[] }) => Problem[] | Promise<Problem[]>;

/** Everything that is wrong with one pack file, in the order of its lines; each thing is said once, not once for each law edition. */
export async function checkPackFile(
  file: string,
  {
    folders,
    context,
    runExamples,
  }: { folders: readonly string[]; context: CheckContext; runExamples?: RunExamples | undefined },
): Promise<Problem[]> {
  const { loaded, problems } = loadPackFile(file, folders);
  if (loaded.length === 0) return problems;
  const found = loaded.toReversed().flatMap((each) => checkLoaded(each, context));
  const examples = file.replace(/\.yaml$/, ".examples.yaml");
  const failed = existsSync(examples)
    ? await runExamples?.({ file: examples, editions: loaded.map(({ edition }) => edition) })
    : [noExamples(file)];
  return [...problems, ...onceEach(found), ...(failed ?? [])];
}

/** What `checkEdition` finds, with file and line. */
export function checkLoaded({ edition, locate }: LoadedEdition, context: CheckContext): Problem[] {
  return checkEdition(edition, context).map(({ path, ...finding }) => ({
    ...finding,
    ...locate(path),
    path: formatPath(path, edition),
  }));
}

function onceEach(problems: Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.path}`;
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function noExamples(file: string): Problem {
  const message = "No worked examples stand beside this pack.";
  const mend = "Write <day>.examples.yaml: what happens, what is done, what must follow.";
  return { ...fileProblem({ file, code: "no-examples", message, mend }), severity: "warning" };
}
