import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";

/** One line of a result: what was measured, the figure, what it should be, and whether it is. */
export type ResultRow = { what: string; measured: string; target?: string; reached?: boolean };

/** Prints a part's figures and keeps them in `bench/results/<part>.md`. */
export function keepResults(
  part: string,
  { rows, notes }: { rows: readonly ResultRow[]; notes: readonly string[] },
): void {
  const table = [
    "| what | measured | target | |",
    "|---|---|---|---|",
    ...rows.map(
      ({ what, measured, target = "", reached }) => `| ${what} | ${measured} | ${target} | ${mark(reached)} |`,
    ),
  ];
  const text = [
    `# Measured: ${part}`,
    "",
    `\`npm run bench -- ${part}\`, ${machine()}.`,
    "",
    ...table,
    "",
    ...[...notes, otherLoad()].map((note) => `- ${note}`),
    "",
  ].join("\n");
  console.log(text);
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.md`), text);
}

// The average over a minute before this module was loaded: before anything was measured.
const [loadBefore = 0] = loadavg();

function otherLoad(): string {
  const busy = loadBefore > 0.5 ? ", so absolute figures are worse than on a machine left alone, and ratios too" : "";
  return `Load of the machine by others before the run: ${loadBefore.toFixed(1)}${busy}.`;
}

function mark(reached: boolean | undefined): string {
  if (reached === undefined) return "";
  return reached ? "reached" : "**missed**";
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${first?.model.trim() ?? "unknown"}), ${memory} GB, Node ${process.versions.node}, embedded PostgreSQL with fsync on, commit ${commit()}`;
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}
