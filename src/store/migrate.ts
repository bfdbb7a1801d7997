import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import { createAppRole } from "./app-role.ts";
import { MIGRATION_LOCK } from "./locks.ts";

/** A numbered SQL file. Once released it never changes: what must be different is a new file. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
  /** SHA-256 of the file, line ends taken as they are in the repository. */
  checksum: string;
}

type Applied = Pick<Migration, "number" | "name" | "checksum">;

const FOLDER = join(import.meta.dirname, "migrations");

/**
 * Brings the database to this program's schema: each missing file in order, each in a transaction of its own, so that an
 * interrupted run is taken up where it stopped. Processes that start together wait for the first.
 *
 * @param ownerUrl signs in as the owner of the tables; anybody will do where nothing is missing.
 * @param options.login the user of the program's own connections, who is let in; absent: the same
 * @throws CannotStart when a file already applied has changed, or when the database is newer than the program.
 */
export async function migrate(
  ownerUrl: string,
  { login, migrations = readMigrations() }: { login?: string | undefined; migrations?: Migration[] } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "hoiam migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1, $2)", MIGRATION_LOCK);
    await createAppRole(client, login);
    await applyMissing(client, migrations);
  } catch (error) {
    throw isForbidden(error) ? notOwner(ownerUrl, error) : error;
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

/**
 * For commands that only read: what `migrate` would do is refused, and nothing is written.
 *
 * @throws CannotStart where the database lacks a migration, or is newer than the program.
 */
export async function refuseOtherSchema(
  url: string,
  { migrations = readMigrations() }: { migrations?: Migration[] } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "hoiam" });
  await client.connect();
  try {
    const applied = (await hasSchema(client)) ? await appliedMigrations(client) : [];
    refuseUnknown(applied, migrations);
    const missing = migrations.filter(({ number }) => !applied.some((row) => row.number === number));
    const [first] = missing;
    if (!first) return;
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : "";
    throw new CannotStart(
      `The database is older than this program (it lacks the migration ${first.name}${more}), and this command changes nothing: start the server once, or run npx hoiam migrate.`,
    );
  } finally {
    await client.end();
  }
}

/** The files `0001-….sql`, in order; a number stands once. */
export function readMigrations(folder: string = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  let last = 0;
  return names.map((name) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (!(number > last)) throw new Error(`${name}: migrations are named 0001-….sql, 0002-….sql …, each number once`);
    last = number;
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { number, name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<void> {
  const applied = await appliedBefore(client);
  refuseUnknown(applied, migrations);
  const done = new Set(applied.map((row) => row.number));
  for (const migration of migrations) if (!done.has(migration.number)) await apply(client, migration);
}

async function appliedBefore(client: pg.Client): Promise<Applied[]> {
  if (await hasSchema(client)) return appliedMigrations(client);
  await client.query(
    `create table schema_migration (
         number integer primary key,
         name text not null,
         checksum text not null,
         applied_at timestamptz not null default now())`,
  );
  return [];
}

async function hasSchema(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('schema_migration') is not null as there",
  );
  return rows[0]?.there ?? false;
}

async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  return (await client.query<Applied>("select number, name, checksum from schema_migration order by number")).rows;
}

/** The server refused a statement, in a migration or beside it; what explains itself already is not meant. */
function isForbidden(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof CannotStart) return false;
  return "code" in error ? error.code === "42501" : isForbidden(error.cause);
}

function notOwner(ownerUrl: string, error: unknown): CannotStart {
  const { username, pathname } = new URL(ownerUrl);
  const [user, database] = [decodeURIComponent(username), decodeURIComponent(pathname.slice(1))];
  return new CannotStart(
    `The database user ${user} may not create tables in ${database}: let an administrator run "alter database ${database} owner to ${user}" once.`,
    { cause: error },
  );
}

function refuseUnknown(applied: readonly Applied[], migrations: Migration[]): void {
  for (const row of applied) {
    const known = migrations.find((migration) => migration.number === row.number);
    if (!known) {
      throw new CannotStart(
        `The database is newer than this program (it has migration ${row.name}): start the newer program, or restore the backup made before it.`,
      );
    }
    if (known.checksum !== row.checksum) {
      throw new CannotStart(
        `The migration ${known.name} was changed after it had been applied: put its text back and make the change in a new file.`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into schema_migration (number, name, checksum) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`migration ${migration.name} failed: ${reason}`, { cause: error });
  }
}
