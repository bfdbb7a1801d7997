import { relative, resolve, sep } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { inspect } from "node:util";
import { PROJECT_FOLDER, sourceFiles } from "../../tools/source-files.ts";

const FOLDERS = ["src", "tests", "tools", "web"];
const AT_ONCE = 2;
const FILE_MS_MAX = 10 * 60_000;
// A counterexample may be a whole calendar.
const FAILURE_LINES_MAX = 60;
const FAILURE_COLUMNS_MAX = 300;

export interface SpecResults {
  passed: number;
  failed: number;
  skipped: number;
}

/** The spec files below the given paths, or all of them; a path is a folder, a file or its beginning. */
export function findSpecs(paths: string[]): string[] {
  const wanted = paths.map((path) => relative(PROJECT_FOLDER, resolve(path)).replaceAll(sep, "/"));
  return FOLDERS.flatMap((folder) => sourceFiles(folder, [".spec.ts"]))
    .map((file) => file.path)
    .filter((path) => wanted.length === 0 || wanted.some((start) => path.startsWith(start)));
}

/** Runs each file in a process of its own. Prints a line for each file, and every failure in full at the end. */
export async function runSpecs(files: string[], options: { everyTest: boolean }): Promise<SpecResults> {
  const results: SpecResults = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  const stream = run({
    files: files.map((file) => resolve(PROJECT_FOLDER, file)),
    concurrency: AT_ONCE,
    timeout: FILE_MS_MAX,
    cwd: PROJECT_FOLDER,
  });
  stream.on("test:fail", (event) => {
    const failure = describeFailure(event);
    if (failure) failures.push(failure);
  });
  stream.on("test:summary", ({ file, counts, success, duration_ms }) => {
    if (file === undefined) {
      results.passed = counts.passed;
      // A test that was cut off by its time, or by a failing hook, has not passed.
      results.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
      results.skipped = counts.skipped + counts.todo;
      // A file that crashed outside its tests counts as one.
      if (!success && results.failed === 0) results.failed = 1;
    } else if (!options.everyTest) {
      const seconds = (duration_ms / 1000).toFixed(1);
      const name = relative(PROJECT_FOLDER, file);
      console.log(`${success ? "✔" : "✖"} ${name}: ${counts.passed} of ${counts.tests} (${seconds} s)`);
    }
  });
  if (options.everyTest) {
    const reporter = stream.compose(spec);
    for await (const text of reporter) process.stdout.write(String(text));
  } else {
    for await (const event of stream) void event;
    for (const failure of failures) console.log(`\n${failure}`);
  }
  return results;
}

/** Nothing for a suite that failed only because a test in it did. */
function describeFailure(event: {
  name: string;
  file?: string | undefined;
  line?: number | undefined;
  details: { error: Error & { failureType?: string; cause?: unknown } };
}): string | undefined {
  const { error } = event.details;
  if (error.failureType === "subtestsFailed") return undefined;
  const place = event.file ? `${relative(PROJECT_FOLDER, event.file)}:${event.line ?? 1}` : "";
  const lines = inspect(error.cause ?? error, { depth: 4 }).split("\n");
  const shown = lines.slice(0, FAILURE_LINES_MAX).map((line) => `    ${line.slice(0, FAILURE_COLUMNS_MAX)}`);
  return [`✖ ${event.name}  ${place}`, ...shown].join("\n");
}
