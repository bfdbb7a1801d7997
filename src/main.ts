import { Command, CommanderError } from "commander";
import { acceptEditionsCommand } from "./command-line/accept-editions.ts";
import { addPersonCommand } from "./command-line/add-person.ts";
import { checkPackCommand } from "./command-line/check-pack.ts";
import { coverageCommand } from "./command-line/coverage.ts";
import { dueCommand } from "./command-line/due.ts";
import { exportLogCommand } from "./command-line/export-log.ts";
import { explainEnd } from "./command-line/end-with.ts";
import { migrateCommand } from "./command-line/migrate.ts";
import { playCommand } from "./command-line/play.ts";
import { rebuildCommand } from "./command-line/rebuild.ts";
import { serveCommand } from "./command-line/serve.ts";
import { verifyLogCommand } from "./command-line/verify-log.ts";
import { workerCommand } from "./command-line/worker.ts";
import { runExamples } from "./examples/run-examples.ts";
import packageFile from "../package.json" with { type: "json" };

// One line for each command; each is a file of `command-line/`.
const program = new Command("hoiam")
  .description("Runs a provider's written complaint procedure, and proves that every promise in it was kept.")
  .version(packageFile.version)
  .addCommand(serveCommand(), { isDefault: true })
  .addCommand(migrateCommand())
  .addCommand(addPersonCommand())
  .addCommand(acceptEditionsCommand())
  .addCommand(dueCommand())
  .addCommand(checkPackCommand({ runExamples }))
  .addCommand(coverageCommand())
  .addCommand(playCommand())
  .addCommand(workerCommand())
  .addCommand(rebuildCommand())
  .addCommand(verifyLogCommand())
  .addCommand(exportLogCommand());

// Commander would end a wrong call with 1; wrong usage is 2 here, as with every tool of its kind.
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  const isUsage = error instanceof CommanderError;
  process.exitCode = isUsage ? Math.min(error.exitCode, 1) * 2 : explainEnd(error, { dataFolder: undefined });
}
