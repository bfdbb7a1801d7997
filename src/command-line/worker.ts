import { once } from "node:events";
import { Command } from "commander";
import { readConfig } from "../config.ts";
import { runWorker } from "../outbox/run-worker.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { housekeeping } from "./housekeeping.ts";
import { mailInOf } from "./mail-in-of.ts";
import { mailOf } from "./mail-of.ts";
import { migrateOpen, openDatabase } from "./open-database.ts";
import { openStoreOn } from "./open-store-on.ts";
import { refuseMissingPacks } from "./own-packs.ts";
import { secretsKeyOf } from "./secrets-key-of.ts";
import { senderOf } from "./sender-of.ts";

/** `hoiam worker`: one more worker beside the one that `serve` runs, on this machine or another. */
export function workerCommand(): Command {
  return new Command("worker")
    .description("wake due clocks and seal the log, beside the servers of the same database, until Ctrl-C")
    .action(async () => {
      const config = readConfig();
      refuseMissingPacks(config);
      const ending = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
      const database = await openDatabase(config, { alone: false, onLost: () => undefined });
      try {
        for (const notice of await migrateOpen(database)) console.log(`Hồi Âm: ${notice}.`);
        const { store, notices, close } = await openStoreOn(database.appUrl, config);
        for (const notice of notices) console.log(`Hồi Âm: ${notice}.`);
        // Without a bucket, documents are kept by the machine that serves.
        const attachments = config.bucket && attachmentsOf(config, database.dataFolder);
        const secretsKey = attachments && (await secretsKeyOf(config, store.pool, database.dataFolder));
        const mail = await mailOf(config, store, attachments, secretsKey);
        const sender = secretsKey && (await senderOf(config, store, { mail, secretsKey }));
        const chores = { housekeeping: housekeeping(store, attachments), sendWaiting: sender?.turn };
        const worker = runWorker(store, { onError: tell, ...chores });
        const mailIn = secretsKey && (await mailInOf(config, { store, secretsKey, attachments, onError: tell }));
        console.log(`A worker runs on ${database.description}.`);
        if (config.mail && !mail) console.log("It sends no mail: the documents are kept by the machine that serves.");
        await ending;
        await Promise.all([worker.stop(), mailIn?.stop()]);
        await close();
      } finally {
        await database.stop();
      }
    });
}

/** For the operator's terminal or journal: what could not be done, and for which complaint. */
export function tell(
  error: unknown,
  { organisation, complaintId }: { organisation?: string; complaintId?: string },
): void {
  const where = [organisation, complaintId].filter((each) => each !== undefined).join(" ");
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`Hồi Âm: the worker could not go on${where ? ` with ${where}` : ""} (${reason}).`);
}
