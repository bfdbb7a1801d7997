import { join, relative } from "node:path";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { procedureFolders, PROJECT_FOLDER, readConfig } from "../config.ts";
import {
  citationsInEditions,
  citationsInExamples,
  citationsInTests,
  type Citation,
  type CitedAs,
} from "../procedure/load/find-citations.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { readChecklist, type Checklist } from "../procedure/load/read-checklist.ts";
import { formatProblem } from "./format-problem.ts";

/** `hoiam coverage`: each row of the checklist and where it lives. Ends with 1 while a row lives nowhere. */
export function coverageCommand(): Command {
  return new Command("coverage")
    .description("show where each row of the published procedures lives, and which lives nowhere")
    .option("--json", "as JSON")
    .action(({ json }: { json?: true }) => {
      const folders = procedureFolders(readConfig());
      const tests = ["src", "tests", "web"].map((name) => join(PROJECT_FOLDER, name));
      const covered = readCoverage({ checklist: join(PROJECT_FOLDER, "procedures", "checklist.yaml"), folders, tests });
      console.log(json ? JSON.stringify(covered, null, 2) : formatCoverage(covered));
      process.exitCode = covered.some(({ state }) => state === "nowhere") ? 1 : 0;
    });
}

/**
 * `lives`: a value that the program reads, a verb, a paper, an example or a test cites it (for a remark on the text itself, a
 * reading or a remark is enough). `partly`: and a part still to be built is named for the rest of it. `planned`: only that.
 * `nowhere`: at most a remark, a reading or a value that nothing reads speaks of it.
 */
export type CoveredRow = Checklist["rows"][number] & {
  state: "lives" | "partly" | "planned" | "nowhere";
  citations: Citation[];
};

/** Counted, never believed: only what the loaded packs, their examples and the tests really cite. */
export function readCoverage({
  checklist,
  folders,
  tests,
}: {
  checklist: string;
  folders: string[];
  tests: string[];
}): CoveredRow[] {
  const read = readChecklist(checklist);
  if (!read.ok) throw new CannotStart(read.problems.map(formatProblem).join("\n"));
  const result = loadEditions(folders);
  if (!result.ok) throw new CannotStart(`The packs cannot be read:\n${result.problems.map(formatProblem).join("\n")}`);
  const citations = [
    ...citationsInEditions(result.loaded),
    ...folders.flatMap(citationsInExamples),
    ...citationsInTests(tests),
  ];
  const byRow = Map.groupBy(citations, ({ row }) => row);
  return read.checklist.rows.map((row) => {
    const found = byRow.get(row.row) ?? [];
    return { ...row, state: stateOf(row.noise, found), citations: found };
  });
}

/** Rows that live, then those that live in part, then those that a later part builds, then those that live nowhere. */
export function formatCoverage(covered: readonly CoveredRow[]): string {
  const of = (state: CoveredRow["state"]): CoveredRow[] => covered.filter((row) => row.state === state);
  const [lives, partly, planned, nowhere] = [of("lives"), of("partly"), of("planned"), of("nowhere")];
  const lines = lives.flatMap(formatRow);
  if (partly.length > 0) lines.push("Living in part, the rest still to be built:", ...partly.flatMap(formatRow));
  if (planned.length > 0) lines.push("Still to be built:", ...planned.flatMap(formatRow));
  lines.push(
    `${lives.length} of ${covered.length} rows live in the product, ${partly.length} live in part, ${planned.length} are planned, ${nowhere.length} live nowhere.`,
  );
  if (nowhere.length > 0) lines.push("Nothing represents:", ...nowhere.flatMap(formatRow));
  return lines.join("\n");
}

const enough: ReadonlySet<CitedAs> = new Set(["value", "verb", "paper", "example", "test"]);
const enoughForNoise: ReadonlySet<CitedAs> = new Set([...enough, "reading", "remark"]);

function stateOf(noise: boolean, citations: readonly Citation[]): CoveredRow["state"] {
  const isPlanned = citations.some(({ as }) => as === "planned");
  if (citations.some(({ as }) => (noise ? enoughForNoise : enough).has(as))) return isPlanned ? "partly" : "lives";
  return isPlanned ? "planned" : "nowhere";
}

function formatRow({ row, says, noise, citations }: CoveredRow): string[] {
  return [`${row}  ${says}${noise ? " (a remark on the text)" : ""}`, ...citations.map(formatCitation)];
}

function formatCitation({ as, file, line, path, note }: Citation): string {
  return `    ${as.padEnd(8)} ${relative(PROJECT_FOLDER, file)}:${line}${path === "" ? "" : ` ${path}`}${note === undefined ? "" : ` – ${note}`}`;
}
