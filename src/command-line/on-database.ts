import pg from "pg";
import { readConfig } from "../config.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import { refuseOtherSchema } from "../store/migrate.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { migrateOpen, openDatabase } from "./open-database.ts";

/**
 * Runs a command that reads or writes the database beside a server that may be running, and leaves nothing open.
 * @param options.migrates false for a command that only reads: an older schema is refused, and stays as it is
 */
export async function onDatabase<Result>(
  work: (pool: pg.Pool, attachments: AttachmentStore) => Promise<Result>,
  { migrates = true }: { migrates?: boolean } = {},
): Promise<Result> {
  const config = readConfig();
  const database = await openDatabase(config, { alone: false, onLost: () => undefined });
  for (const notice of database.notices) console.error(`Hồi Âm: ${notice}.`);
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 4, application_name: "hoiam", pipeline: true });
  pool.on("error", () => undefined);
  try {
    if (!migrates) await refuseOtherSchema(database.ownerUrl);
    else for (const notice of await migrateOpen(database)) console.error(`Hồi Âm: ${notice}.`);
    return await work(pool, attachmentsOf(config, database.dataFolder));
  } finally {
    await pool.end();
    await database.stop();
  }
}
