import { Command } from "commander";
import { explainEnd } from "./command-line/end-with.ts";
import { migrateCommand } from "./command-line/migrate.ts";
import { serveCommand } from "./command-line/serve.ts";
import packageFile from "../package.json" with { type: "json" };

// One line for each command; each is a file of `command-line/`.
const program = new Command("hoiam")
  .description("Runs a provider's written complaint procedure, and proves that every promise in it was kept.")
  .version(packageFile.version)
  .addCommand(serveCommand(), { isDefault: true })
  .addCommand(migrateCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explainEnd(error, { dataFolder: undefined });
}
