import { spawn } from "node:child_process";
import { PROJECT_FOLDER } from "../../tools/source-files.ts";

interface Check {
  name: string;
  command: string;
  /** What puts it right, where a command can. */
  remedy?: string;
}

// Each runs in the project's folder, where npm has put node_modules/.bin first in the path.
const CHECKS: Check[] = [
  { name: "formatting", command: "prettier --check . --log-level warn", remedy: "npm run format" },
  { name: "lint", command: "oxlint --type-aware --deny-warnings" },
  { name: "types", command: "tsc --noEmit" },
  { name: "types of the pages", command: "tsc --noEmit --project web" },
  {
    name: "contract of the pages",
    command: "node bin/write-contract.ts --check",
    remedy: "node bin/write-contract.ts",
  },
  { name: "borders of folders", command: "node tools/check-boundaries.ts" },
  { name: "house rules", command: "node tools/tidy.ts" },
  { name: "unused files and dependencies", command: "knip --no-progress --no-config-hints" },
];
const AT_ONCE = 2;

/** Runs every check, two at a time, and shows what the failing ones said. Each counts as one test. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [...CHECKS];
  let failed = 0;
  const runNext = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await passes(check))) failed++;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return { passed: CHECKS.length - failed, failed };
}

async function passes(check: Check): Promise<boolean> {
  const begun = performance.now();
  const { code, output } = await run(check.command);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`✔ ${check.name} (${seconds} s)`);
    return true;
  }
  console.log(`✖ ${check.name} (${seconds} s): ${check.command}`);
  console.log(output.trimEnd().replaceAll(/^/gm, "    "));
  if (check.remedy) console.log(`    → ${check.remedy}`);
  return false;
}

function run(command: string): Promise<{ code: number | null; output: string }> {
  const path = `${PROJECT_FOLDER}/node_modules/.bin${process.platform === "win32" ? ";" : ":"}${process.env["PATH"]}`;
  const child = spawn(command, {
    shell: true,
    cwd: PROJECT_FOLDER,
    env: { ...process.env, PATH: path, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve) => {
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
