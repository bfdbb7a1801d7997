import pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import type { Config } from "../config.ts";
import { openOwnFolder } from "../embedded-postgres/data-folder.ts";
import { startEmbeddedPostgres } from "../embedded-postgres/start.ts";
import { mayUndoSeparation, withAppRole } from "../store/app-role.ts";
import { migrate } from "../store/migrate.ts";

const VERSION_MIN = 15;
const CONNECT_WAIT_MS = 10_000;

/** The database that a command works on, and the folder for everything that is kept outside it. */
export interface OpenDatabase {
  /** Signs in as the owner of the tables: for migrations only. */
  ownerUrl: string;
  /** The user of `appUrl`. */
  login: string;
  /** Acts as `hoiam_app`, for everything else. */
  appUrl: string;
  /** Absolute; may be another than the configured one (see `notice`). */
  dataFolder: string;
  /** Lines for the person at the terminal. */
  notices: string[];
  /** For people: `PostgreSQL 18.4 in /srv/hoi-am/data`. Without a password. */
  description: string;
  /** Stops the embedded server unless another process uses it; does nothing to a server of the operator's own. */
  stop: () => Promise<void>;
}

/**
 * Opens the database that the configuration names: the operator's own, after making sure that it can be used, or else
 * the embedded one.
 *
 * @throws CannotStart with one line that says what to do.
 */
export async function openDatabase(
  config: Config,
  options: { alone: boolean; onLost: (reason: string) => void },
): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined) return openEmbedded(config, options);
  openOwnFolder(config.dataFolder);
  const ownerUrl = config.ownerUrl ?? config.databaseUrl;
  const { version, login } = await checkServer(config.databaseUrl);
  if (config.ownerUrl !== undefined) await checkServer(config.ownerUrl, "HOIAM_OWNER_URL");
  return {
    ownerUrl,
    login,
    appUrl: withAppRole(config.databaseUrl),
    dataFolder: config.dataFolder,
    notices: [],
    description: `PostgreSQL ${version} at ${describeUrl(config.databaseUrl)}`,
    stop: () => Promise.resolve(),
  };
}

async function openEmbedded(
  config: Config,
  options: { alone: boolean; onLost: (reason: string) => void },
): Promise<OpenDatabase> {
  const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder, ...options });
  const notices = embedded.notice ? [embedded.notice] : [];
  if (options.alone && !embedded.started) {
    notices.push("PostgreSQL was still running from an earlier start, and is used again");
  }
  return {
    ownerUrl: embedded.ownerUrl,
    login: embedded.login,
    appUrl: embedded.appUrl,
    dataFolder: embedded.dataFolder,
    notices,
    description: `the embedded PostgreSQL in ${embedded.dataFolder}`,
    stop: embedded.stop,
  };
}

/**
 * Brings an open database to this program's schema and lets the program's login in.
 *
 * @returns a line for the person at the terminal where that login could undo row-level security
 */
export async function migrateOpen({ ownerUrl, login }: OpenDatabase): Promise<string[]> {
  await migrate(ownerUrl, { login });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "hoiam migrate" });
  await client.connect();
  try {
    if (!(await mayUndoSeparation(client, login))) return [];
    return [
      `the database user ${login} that the program signs in as could undo the separation of organisations: give DATABASE_URL a login of its own, and HOIAM_OWNER_URL the owner of the tables`,
    ];
  } finally {
    await client.end();
  }
}

/**
 * Signs in once and returns the server's version and the user; every way in which that can fail has its own line.
 *
 * @param setting the name of the variable that holds the address
 */
export async function checkServer(
  databaseUrl: string,
  setting = "DATABASE_URL",
): Promise<{ version: string; login: string }> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WAIT_MS });
  // A connection that breaks while it is being closed has told us what we wanted to know.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    const version = rows[0]?.server_version ?? "0";
    if (Number.parseInt(version, 10) < VERSION_MIN) {
      throw new CannotStart(
        `The PostgreSQL at ${describeUrl(databaseUrl)} is version ${version}, and ${VERSION_MIN} or newer is needed: upgrade it, or leave DATABASE_URL out to use the embedded one.`,
      );
    }
    const { rows: users } = await client.query<{ login: string }>("select session_user as login");
    if (!users[0]) throw new Error("the server did not say who we are");
    return { version, login: users[0].login };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(explain(error, databaseUrl, setting), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(error: unknown, databaseUrl: string, setting: string): string {
  const where = describeUrl(databaseUrl);
  const url = new URL(databaseUrl);
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "28P01":
    case "28000":
      return `The PostgreSQL at ${where} refuses the user ${url.username || "given"} (${reason}): correct the user and the password in ${setting}.`;
    case "3D000":
      return `The PostgreSQL at ${where} has no such database: make it with "createdb ${url.pathname.slice(1)}", or correct ${setting}.`;
    case "53300":
      return `The PostgreSQL at ${where} has no connection left: raise its max_connections, or end what holds them.`;
    case "57P03":
      return `The PostgreSQL at ${where} is not ready yet (${reason}): try again in a moment.`;
    default:
      return `The PostgreSQL at ${where} cannot be reached (${code ?? reason}): start it, or correct ${setting}.`;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Host, port and database, without user and password. */
function describeUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.host || "localhost"}${url.pathname}`;
}
