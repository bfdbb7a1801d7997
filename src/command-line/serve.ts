import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import type { Accounts } from "../channels/http/demonstration.ts";
import { httpServer } from "../channels/http/server.ts";
import { hasAnybody } from "../access/people.ts";
import { readConfig, type Config } from "../config.ts";
import { runWorker } from "../outbox/run-worker.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { demonstrationAccounts, linesOf, tellDemonstration } from "./demonstration.ts";
import { explainEnd } from "./end-with.ts";
import { housekeeping } from "./housekeeping.ts";
import { mailInOf } from "./mail-in-of.ts";
import { mailInWords, mailOf, mailTextsOf } from "./mail-of.ts";
import { listen, refuseTakenPort } from "./listen.ts";
import { migrateOpen, openDatabase } from "./open-database.ts";
import { openStoreOn } from "./open-store-on.ts";
import { senderOf } from "./sender-of.ts";
import { refuseMissingPacks } from "./own-packs.ts";
import { papersOf } from "./papers-of.ts";
import { secretsKeyOf } from "./secrets-key-of.ts";
import { configuredSeals } from "./seals-of.ts";
import { StopInOrder } from "./stop-in-order.ts";
import { tell } from "./worker.ts";

// One Ctrl-C in a terminal arrives twice: from the terminal, and passed on by npm.
const SAME_SIGNAL_MS = 1000;
// By then it is known whether the database went away under the worker.
const TOLD_AFTER_MS = 1000;

/** `hoiam serve`, which is also `npm start`: everything in one process, until Ctrl-C. */
export function serveCommand(): Command {
  return (
    new Command("serve")
      .description("start the database if it is the embedded one, the web server and the worker, until Ctrl-C")
      // As the default command it is given every word that is none of the commands.
      .allowExcessArguments()
      .action((_options: object, { args: [word] }: Command) => {
        if (word === undefined) return serve(readConfig());
        throw new CannotStart(`There is no command "${word}": npx hoiam --help tells them.`, { exitCode: 2 });
      })
  );
}

async function serve(config: Config): Promise<void> {
  const running = new StopInOrder();
  let dataFolder: string | undefined;
  let isEnding = false;
  const endWith = async (error: unknown) => {
    // Whatever breaks because of the first reason is not told as another.
    if (isEnding) return;
    isEnding = true;
    const code = explainEnd(error, { dataFolder });
    await running.stopAll();
    process.exit(code);
  };
  stopOnSignals(running);
  process.on("uncaughtException", (error) => void endWith(error));
  try {
    refuseMissingPacks(config);
    const seals = configuredSeals(config.seals, new Date().toISOString());
    await refuseTakenPort(config);
    const onLost = (reason: string) =>
      void endWith(new CannotStart(`The connection to PostgreSQL was lost (${reason}): start again.`));
    const opening = openDatabase(config, { alone: true, onLost });
    // Ctrl-C in the middle of the start must not leave the server that is just coming up.
    running.add("PostgreSQL", async () => (await opening.catch(() => undefined))?.stop());
    const database = await opening;
    if (running.begun) return;
    dataFolder = database.dataFolder;
    for (const notice of database.notices) console.log(`Hồi Âm: ${notice}.`);
    for (const notice of await migrateOpen(database)) console.log(`Hồi Âm: ${notice}.`);
    const { store, notices, close } = await openStoreOn(database.appUrl, config);
    for (const notice of notices) console.log(`Hồi Âm: ${notice}.`);
    running.add("the connections", close);
    const attachments = attachmentsOf(config, database.dataFolder);
    const secretsKey = await secretsKeyOf(config, store.pool, database.dataFolder);
    if (config.demo) await tellDemonstration(store, { attachments, secretsKey });
    if (running.begun) return;
    const mail = await mailOf(config, store, attachments, secretsKey);
    const sender = await senderOf(config, store, { mail, secretsKey });
    const chores = { housekeeping: housekeeping(store, attachments), sendWaiting: sender.turn };
    const worker = runWorker(store, { onError: tellLater(running), ...chores });
    running.add("the worker", () => worker.stop());
    const mailIn = await mailInOf(config, { store, secretsKey, attachments, onError: tellLater(running) });
    running.add("the mailboxes", () => mailIn.stop());
    const wired = {
      store,
      publicUrl: config.publicUrl,
      attachments,
      mail,
      sender,
      papers: await papersOf(store, { office: config.office, seals }),
      mailTexts: mailTextsOf(store),
      secretsKey,
    };
    const logger = { level: config.logLevel };
    const accounts = config.demo ? await demonstrationAccounts(store) : undefined;
    const server = await httpServer(wired, { logger, accounts, trustedProxies: config.trustedProxies });
    running.add("the web server", () => server.close());
    if (running.begun) return;
    const organisations = store.registry.organisations().map(({ id }) => id);
    const isEmpty = !(await hasAnybody(store.pool, organisations));
    await listen(server, config);
    printReady(config, {
      database: database.description,
      accounts,
      isEmpty,
      mail: mailInWords(config.mail, mail),
      seals: seals.inWords(),
    });
  } catch (error) {
    if (!running.begun) await endWith(error);
  }
}

/** What the worker could not do, unless the whole program ends at that moment: then the reason for that is told alone. */
function tellLater(running: StopInOrder): typeof tell {
  return (error, where) => void setTimeout(() => running.begun || tell(error, where), TOLD_AFTER_MS).unref();
}

/** The first signal stops everything in order and ends with 0; a second one, later, ends at once. */
function stopOnSignals(running: StopInOrder): void {
  let firstAt = 0;
  const stop = () => {
    if (firstAt === 0) {
      firstAt = performance.now();
      console.log("Hồi Âm: stopping …");
      void running.stopAll().then(() => process.exit());
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
      console.error("Hồi Âm: ended at once; the next start takes up what was left.");
      process.exit(130);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

function printReady(
  config: Config,
  {
    database,
    accounts,
    isEmpty,
    mail,
    seals,
  }: { database: string; accounts: Accounts | undefined; isEmpty: boolean; mail: string; seals: string[] },
): void {
  const seconds = process.uptime().toFixed(1);
  console.log(`Hồi Âm is ready after ${seconds} s: ${config.publicUrl}/`);
  console.log(`  data      ${database}`);
  console.log(`  API       ${config.publicUrl}/api/docs`);
  console.log(`  mail      ${mail}`);
  for (const seal of seals) console.log(`  seal      ${seal}`);
  if (accounts) for (const line of linesOf(accounts)) console.log(line);
  if (isEmpty) {
    console.log("  people    nobody may sign in yet: npx hoiam add-person --organisation <id> --id <id> --name <name>");
    console.log("            --role administrator@<unit>");
  }
  console.log("  to stop   Ctrl-C");
}
