import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { procedureFolders, readConfig } from "../config.ts";
import { isWait, readExamples, type Example } from "../examples/examples-file.ts";
import { missesOf } from "../examples/expectations.ts";
import { playExample, type PlayedStep } from "../examples/play-example.ts";
import { calendarsFor, editionFor } from "../examples/run-examples.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { loadPackFile } from "../procedure/load/load-editions.ts";
import type { Problem } from "../procedure/pure/check/problem.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { formatProblem } from "./format-problem.ts";
import { playForPeople } from "./play-for-people.ts";

/** `hoiam play FILE`: plays one worked example on a virtual clock and tells it as a story. Ends with 1 where it did not go as written. */
export function playCommand(): Command {
  return new Command("play")
    .description("play a worked example on a virtual clock and tell it as a story in Vietnamese; no database is needed")
    .argument("<file>", "worked examples: <organisation>/<procedure>/<YYYY-MM-DD>.examples.yaml")
    .option("--example <name>", "its name, the beginning of its name, or its number in the file")
    .option("--json", "print what was played as one object")
    .action((file: string, options: { example?: string; json?: boolean }) => {
      const folders = procedureFolders(readConfig());
      const printed = playFile({ file: resolve(file), folders, ...options });
      console.log(printed.text);
      process.exitCode = printed.exitCode;
    });
}

/** The work of the command. Without `example`, a file with several tells their names. */
export function playFile({
  file,
  folders,
  example: wanted,
  json = false,
}: {
  file: string;
  folders: readonly string[];
  example?: string;
  json?: boolean;
}): { text: string; exitCode: 0 | 1 } {
  refuseWrongFile(file);
  const read = readExamples(file);
  if (!read.ok) throw unusable(read.problems);
  const { examples } = read.read;
  const example = chosen(examples, wanted);
  if (!example) return { text: namesOf(examples), exitCode: 0 };
  const { loaded, problems } = loadPackFile(file.replace(/\.examples\.yaml$/, ".yaml"), folders);
  if (problems.length > 0) throw unusable(problems);
  const edition = editionFor(
    example,
    loaded.map((each) => each.edition),
  );
  if (!edition)
    throw new CannotStart(`No edition is in force on the day of the first step of "${example.name}".`, { exitCode: 2 });
  const calendars = calendarsFor(loadVietnameseCalendar())(edition);
  const offsetMinutes = calendars.organisation.offsetMs / 60_000;
  const played = playExample(example, { edition, calendars });
  const isAsWritten = played.every((each) => missesOf(each, offsetMinutes).length === 0);
  const text = json
    ? JSON.stringify(asObject(example, played, { edition, offsetMinutes }), null, 2)
    : playForPeople(example, played, { edition, offsetMinutes });
  return { text, exitCode: isAsWritten ? 0 : 1 };
}

const EXAMPLES = ".examples.yaml";

/** A pack has no examples in it; they stand beside it. */
function refuseWrongFile(file: string): void {
  if (!existsSync(file))
    throw new CannotStart(
      `${file}: there is no such file. Worked examples stand beside a pack: <YYYY-MM-DD>${EXAMPLES}.`,
      {
        exitCode: 2,
      },
    );
  if (file.endsWith(EXAMPLES)) return;
  const beside = file.replace(/\.ya?ml$/, EXAMPLES);
  const other = existsSync(beside) ? `: hoiam play ${beside}` : `, and there are none beside it (${beside})`;
  throw new CannotStart(`${file} holds no worked examples${other}.`, { exitCode: 2 });
}

function chosen(examples: readonly Example[], wanted: string | undefined): Example | undefined {
  if (wanted === undefined) return examples.length === 1 ? examples[0] : undefined;
  const example =
    examples.find(({ name }) => name === wanted) ??
    examples[/^\d+$/.test(wanted) ? Number(wanted) - 1 : -1] ??
    examples.find(({ name }) => name.toLowerCase().startsWith(wanted.toLowerCase()));
  if (example) return example;
  throw new CannotStart(`There is no example "${wanted}". ${namesOf(examples)}`, { exitCode: 2 });
}

function namesOf(examples: readonly Example[]): string {
  const names = examples.map(({ name }, index) => `  ${String(index + 1).padStart(2)}  ${name}`);
  return ["Choose one with --example <number or name>:", ...names].join("\n");
}

function unusable(problems: readonly Problem[]): CannotStart {
  return new CannotStart(problems.map((problem) => formatProblem(problem)).join("\n"), { exitCode: 2 });
}

function asObject(
  { name, rows, story }: Example,
  played: readonly PlayedStep[],
  { edition, offsetMinutes }: { edition: Edition; offsetMinutes: number },
): object {
  return {
    name,
    rows,
    story,
    edition: edition.ref,
    steps: played.map((each) => ({
      at: each.at,
      ...(isWait(each.step) ? {} : { by: each.step.by, verb: each.step.do }),
      fired: each.fired,
      events: each.events,
      refusal: each.refusal,
      stage: each.complaint?.stage,
      phase: each.complaint?.phase,
      misses: missesOf(each, offsetMinutes),
    })),
    clocks: played.at(-1)?.complaint?.clocks ?? [],
  };
}
