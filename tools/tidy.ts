import { readFileSync } from "node:fs";
import { join } from "node:path";
import { houseRuleProblems } from "./house-rules.ts";
import { lockProblems } from "./lock-file.ts";
import { PROJECT_FOLDER, sourceFiles } from "./source-files.ts";

// The house's rules as a test: `node tools/tidy.ts`.
const FILES_MIN = 40;
const files = ["src", "web", "tests", "tools", "bench", "bin"].flatMap((folder) =>
  sourceFiles(folder, [".ts", ".tsx", ".js"]),
);
const problems = [
  ...files.flatMap(houseRuleProblems),
  ...lockProblems(readFileSync(join(PROJECT_FOLDER, "package-lock.json"), "utf8")),
];
if (files.length < FILES_MIN) problems.push(`only ${files.length} files were seen, of at least ${FILES_MIN}`);
for (const problem of problems) console.error(problem);
console.log(`${files.length} files: ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
