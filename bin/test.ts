// `npm test`: the checks, then every spec against one PostgreSQL server. The last line reads "N passed, N failed".
// `npm test -- src/complaint` runs only the specs below those paths, each test by its name.
import { runChecks } from "./test/checks.ts";
import { startTestServer } from "./test/server.ts";
import { findSpecs, runSpecs } from "./test/specs.ts";

const paths = process.argv.slice(2);
const specs = findSpecs(paths);
if (specs.length === 0) {
  console.error(`There is no *.spec.ts below ${paths.join(", ") || "the project"}.`);
  process.exit(1);
}

const begun = performance.now();
// A part of the specs is for work in progress; the checks look at everything.
const checks = paths.length > 0 ? { passed: 0, failed: 0 } : await runChecks();
const server = await startTestServer();
process.on("SIGINT", () => void server.remove().finally(() => process.exit(130)));
const results = await runSpecs(specs, { everyTest: paths.length > 0 });
await server.remove();

const passed = checks.passed + results.passed;
const failed = checks.failed + results.failed;
console.log(
  `\n${specs.length} spec files, ${results.skipped} tests skipped, ${Math.round((performance.now() - begun) / 1000)} s`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.passed === 0 ? 1 : 0;
