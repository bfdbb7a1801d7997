import { createHash, randomUUID } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbeddedPostgres } from "../../src/embedded-postgres/start.ts";
import { withAppRole } from "../../src/store/app-role.ts";
import { migrate, readMigrations } from "../../src/store/migrate.ts";

/** A migrated, empty database for one spec file. */
export interface TestDatabase {
  /** Signs in as the owner: what `DATABASE_URL` would be. */
  url: string;
  /** The program's login, which owns nothing, before it takes its role. */
  loginUrl: string;
  /** The same, acting as `hoiam_app`, as the program does. */
  appUrl: string;
  /** Acts as `hoiam_app`: bound by row-level security. */
  pool: pg.Pool;
  /** Acts as the owner, to prepare or to look behind the program's back. */
  ownerPool: pg.Pool;
  /** Ends the pools, drops the database and leaves the server. Call it in `after`. */
  close(): Promise<void>;
}

// Crash safety is not what specs test, and fsync would cost most of their time. The specs of the launcher start servers
// of their own, with fsync on.
export const TEST_SERVER_SETTINGS = { fsync: "off", full_page_writes: "off", max_connections: "200" };

const END_MS_MAX = 5000;

const OWNER = "hoiam_test_owner";
const LOGIN = "hoiam_test_login";
const PASSWORD = "test";
const TEMPLATE_LOCK = [0x4841, 10];

/**
 * Makes a database for one spec file, as a copy of a migrated template. `npm test` starts one server for all specs; a spec
 * run alone with `node --test` starts one below the temporary folder, kept between runs.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await useTestServer();
  const name = `hoiam_test_${process.pid}_${randomUUID().slice(0, 8)}`;
  await onServer(server.superuserUrl, (admin) => copyTemplate(admin, server.superuserUrl, name));
  const url = urlFor(server.superuserUrl, { user: OWNER, database: name });
  const loginUrl = urlFor(server.superuserUrl, { user: LOGIN, database: name });
  const appUrl = withAppRole(loginUrl);
  const pool = new pg.Pool({ connectionString: appUrl, max: 10, pipeline: true });
  const ownerPool = new pg.Pool({ connectionString: url, max: 4 });
  // A pool is ended before the server has seen all of its connections go: dropping the database may still cut one.
  for (const each of [pool, ownerPool]) each.on("error", () => undefined);
  return {
    url,
    loginUrl,
    appUrl,
    pool,
    ownerPool,
    close: async () => {
      // A spec that failed may never give its connection back: the pool would wait for it, and the whole run with it.
      const ended = Promise.all([pool.end(), ownerPool.end()]);
      await Promise.race([ended, sleep(END_MS_MAX, undefined, { ref: false })]);
      await onServer(server.superuserUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
      await server.stop();
    },
  };
}

interface TestServer {
  superuserUrl: string;
  stop(): Promise<void>;
}

async function useTestServer(): Promise<TestServer> {
  const given = process.env["HOIAM_TEST_SERVER"];
  if (given) return { superuserUrl: given, stop: () => Promise.resolve() };
  const clone = createHash("sha256")
    .update(import.meta.dirname)
    .digest("hex")
    .slice(0, 8);
  const server = await startEmbeddedPostgres({
    dataFolder: join(tmpdir(), `hoiam-test-${userInfo().username}-${clone}`),
    alone: false,
    onLost: (reason) => console.error(`the test server went away: ${reason}`),
    settings: TEST_SERVER_SETTINGS,
  });
  // What a spec that crashed left behind.
  if (server.started) await onServer(server.superuserUrl, dropLeftovers);
  return server;
}

/** The template is named after the migrations' text: a changed migration makes a new one. */
async function copyTemplate(admin: pg.Client, superuserUrl: string, name: string): Promise<void> {
  const migrations = readMigrations();
  const hash = createHash("sha256").update(migrations.map((migration) => migration.checksum).join());
  const template = `hoiam_template_${hash.digest("hex").slice(0, 12)}`;
  await admin.query("select pg_advisory_lock($1, $2)", TEMPLATE_LOCK);
  const there = await admin.query("select 1 from pg_database where datname = $1", [template]);
  if (!there.rowCount) {
    await createUsers(admin);
    const unfinished = `${template}_unfinished`;
    await admin.query(`drop database if exists ${unfinished} with (force)`);
    await admin.query(`create database ${unfinished} owner ${OWNER}`);
    await migrate(urlFor(superuserUrl, { user: OWNER, database: unfinished }), { login: LOGIN, migrations });
    await admin.query(`alter database ${unfinished} rename to ${template}`);
  }
  // Copying the files is quicker than logging every page, for a database that is thrown away.
  await admin.query(`create database ${name} template ${template} owner ${OWNER} strategy file_copy`);
  await admin.query("select pg_advisory_unlock($1, $2)", TEMPLATE_LOCK);
}

/** No superuser, as the owner is none in production: a spec must not pass by a right that the program will not have. */
async function createUsers(admin: pg.Client): Promise<void> {
  for (const role of [`${OWNER} login createrole`, `${LOGIN} login`]) {
    const there = await admin.query("select 1 from pg_roles where rolname = $1", [role.split(" ")[0]]);
    if (!there.rowCount) await admin.query(`create role ${role} password '${PASSWORD}'`);
  }
}

async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^hoiam_test_[0-9]+_' limit 1000",
  );
  for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`);
}

async function onServer<Result>(superuserUrl: string, work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlFor(superuserUrl: string, { user, database }: { user: string; database: string }): string {
  const url = new URL(superuserUrl);
  url.username = user;
  url.password = PASSWORD;
  url.pathname = `/${database}`;
  return url.href;
}
