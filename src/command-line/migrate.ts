import { Command } from "commander";
import { readConfig } from "../config.ts";
import { migrateOpen, openDatabase } from "./open-database.ts";

/** `hoiam migrate`: what `serve` does first, for operators who change the schema before they replace the program. */
export function migrateCommand(): Command {
  return new Command("migrate").description("bring the database to this program's schema, and end").action(async () => {
    const database = await openDatabase(readConfig(), { alone: false, onLost: () => undefined });
    for (const notice of database.notices) console.log(`Hồi Âm: ${notice}.`);
    try {
      for (const notice of await migrateOpen(database)) console.log(`Hồi Âm: ${notice}.`);
      console.log(`The schema of ${database.description} is up to date.`);
    } finally {
      await database.stop();
    }
  });
}
