import { createHmac } from "node:crypto";
import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import { keepSecret } from "../kept-secret.ts";
import { withAppRole } from "../store/app-role.ts";
import { findBinaries } from "./binaries.ts";
import { createClusterIfMissing } from "./create-cluster.ts";
import { openDataFolder, passwordFile, postgresFolder } from "./data-folder.ts";
import { findOrStartPostmaster, stopPostmaster } from "./postmaster.ts";
import { useServer, type ServerUse } from "./server-use.ts";

const OWNER = "hoiam_owner";
/** Signs in for the program: a member of `hoiam_app` and of nothing else. */
const LOGIN = "hoiam_login";
const DATABASE = "hoiam";
const CONNECT_TRIES_MAX = 50;

export interface EmbeddedPostgres {
  /** The folder really used: another than the wanted one when root's PostgreSQL could not enter that. */
  dataFolder: string;
  /** A line to show when `dataFolder` is not the wanted one. */
  notice: string | undefined;
  /** Owner of the database: for migrations only. */
  ownerUrl: string;
  /** The user of `appUrl`, whom migrations let act as `hoiam_app`. */
  login: string;
  /** The program's own: acts as `hoiam_app`, which is neither owner nor superuser, nor may become it. Works once migrations ran. */
  appUrl: string;
  /** For tests and maintenance that make and drop whole databases. */
  superuserUrl: string;
  /** False when a server was found running (after `kill -9`, or beside another process of ours). */
  started: boolean;
  /** Stops the server cleanly, unless another process of ours still uses it. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, on the loopback address with a port of its own choice, or adopts the
 * one that already runs on the data folder. The folder's layout: `postgres/` (the server's files), `postgres-password`,
 * `postgres.log`.
 *
 * @throws CannotStart with one line for the person at the terminal.
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  /** True for the one process that serves; commands beside it say false. */
  alone: boolean;
  /** Called when the server goes away without our asking. */
  onLost: (reason: string) => void;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const place = openDataFolder(options.dataFolder);
  const dataFolder = realpathSync(place.path);
  const folder = postgresFolder(dataFolder);
  const binaries = findBinaries({ runAs: place.runAs, copiesFolder: "/var/lib/hoiam" });
  const password = readPassword(dataFolder);
  await createClusterIfMissing({ folder, superuserPassword: password, binaries, runAs: place.runAs });

  for (let tries = 1; tries <= CONNECT_TRIES_MAX; tries++) {
    const { running, started } = await findOrStartPostmaster({
      folder,
      binaries,
      runAs: place.runAs,
      settings: options.settings ?? {},
    });
    const url = (user: string, database: string, its = password) =>
      `postgres://${user}:${its}@127.0.0.1:${running.port}/${database}`;
    const superuserUrl = url("postgres", "postgres");
    const use = await useServer({ superuserUrl, folder, alone: options.alone, onLost: options.onLost });
    if (!use) {
      // It is stopping, or its last process is: look again.
      await sleep(100);
      continue;
    }
    await createDatabaseIfMissing(superuserUrl, password);
    return {
      dataFolder,
      notice: place.notice,
      ownerUrl: url(OWNER, DATABASE),
      login: LOGIN,
      appUrl: withAppRole(url(LOGIN, DATABASE, passwordOfLogin(password))),
      superuserUrl,
      started,
      stop: stopOnce(use, folder, running.pid),
    };
  }
  throw new CannotStart(
    `The PostgreSQL that runs in ${folder} does not let us in: stop it (its process number is the first line of postmaster.pid there), then start again.`,
  );
}

function readPassword(dataFolder: string): string {
  try {
    return keepSecret(passwordFile(dataFolder));
  } catch (error) {
    throw new CannotStart(
      `${passwordFile(dataFolder)} cannot be read or written (${error instanceof Error ? error.message : String(error)}).`,
      { cause: error },
    );
  }
}

/** Another than the owner's, and from which that cannot be found. */
function passwordOfLogin(password: string): string {
  return createHmac("sha256", password).update(LOGIN).digest("base64url");
}

/** The owner may create roles, because migrations make `hoiam_app`; it is no superuser, as on any other server. */
async function createDatabaseIfMissing(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select rolname as name from pg_roles union all select datname from pg_database",
    );
    const there = new Set(rows.map(({ name }) => name));
    if (!there.has(OWNER)) await client.query(`create role ${OWNER} login createrole password '${password}'`);
    if (!there.has(LOGIN)) await client.query(`create role ${LOGIN} login password '${passwordOfLogin(password)}'`);
    if (!there.has(DATABASE)) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

function stopOnce(use: ServerUse, folder: string, pid: number): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= use.release(() => stopPostmaster(folder, pid)));
}
