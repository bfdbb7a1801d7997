import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { procedureFolders, PROJECT_FOLDER, readConfig } from "../config.ts";
import { checkPackFile, type RunExamples } from "../procedure/load/check-file.ts";
import { readChecklist } from "../procedure/load/read-checklist.ts";
import type { Problem } from "../procedure/pure/check/problem.ts";
import { fieldsOfEvents } from "./fields-of-events.ts";
import { formatProblem } from "./format-problem.ts";

/** `hoiam check-pack FILE...`: proves packs before they are issued. Ends with 1 where an error was found, 2 where a file cannot be read. */
export function checkPackCommand({ runExamples }: { runExamples?: RunExamples } = {}): Command {
  return new Command("check-pack")
    .description("prove packs before they are issued: every finding with its file, line and how to mend it")
    .argument("[files...]", "packs: <organisation>/<procedure>/<YYYY-MM-DD>.yaml")
    .action(async (files: string[]) => {
      if (files.length === 0)
        throw new CannotStart("check-pack needs the path of a pack: hoiam check-pack FILE...", { exitCode: 2 });
      const folders = procedureFolders(readConfig());
      process.exitCode = await checkPacks({ files, folders, runExamples, say: (line) => console.log(line) });
    });
}

/** The work of the command; returns its exit code. `folders`: where shared parts and law are looked for besides each pack's own. */
export async function checkPacks({
  files,
  folders,
  runExamples,
  say,
}: {
  files: readonly string[];
  folders: readonly string[];
  runExamples?: RunExamples | undefined;
  say: (line: string) => void;
}): Promise<number> {
  const checklist = readChecklist(join(PROJECT_FOLDER, "procedures", "checklist.yaml"));
  if (!checklist.ok) throw new CannotStart(checklist.problems.map((problem) => formatProblem(problem)).join("\n"));
  const context = { rows: new Set(checklist.checklist.rows.map(({ row }) => row)), eventFields: fieldsOfEvents() };
  const codes = [];
  for (const file of files) {
    if (!existsSync(file)) {
      say(
        `${file}: there is no such file, so nothing was checked. A pack stands in <folder>/<organisation>/<procedure>/<YYYY-MM-DD>.yaml.`,
      );
      codes.push(2);
      continue;
    }
    const problems = await checkPackFile(resolve(file), { folders, context, runExamples });
    for (const problem of problems) say(formatProblem(problem));
    say(summary(file, problems));
    codes.push(exitCodeFor(problems));
  }
  return Math.max(...codes);
}

function exitCodeFor(problems: readonly Problem[]): 0 | 1 | 2 {
  if (problems.some(({ code }) => code === "unreadable" || code === "file-name")) return 2;
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

function summary(file: string, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return `${file}: in order.`;
  return `${file}: ${errors === 0 ? "may be issued" : "must not be issued"} (${count(errors, "error")}, ${count(warnings, "warning")}).`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
