import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { migrate } from "../src/store/migrate.ts";

export type BenchDatabase = Pick<EmbeddedPostgres, "appUrl" | "superuserUrl"> & {
  /** Passes row-level security, to prepare and to look. */
  admin: pg.Pool;
  stop: () => Promise<void>;
};

/**
 * A database of its own in the temporary folder, migrated and empty, as `npm start` would run it: fsync on. It is gone when
 * it stops.
 */
export async function openBenchDatabase({
  settings = {},
}: { settings?: Record<string, string> } = {}): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-bench-"));
  // PostgreSQL may run as another user than we do.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, "data"),
    alone: true,
    onLost: (reason) => console.error(`the bench's server went away: ${reason}`),
    settings: { max_connections: "100", ...settings },
  });
  await migrate(server.ownerUrl, { login: server.login });
  const admin = new pg.Pool({ connectionString: databaseOf(server), max: 2 });
  return {
    appUrl: server.appUrl,
    superuserUrl: databaseOf(server),
    admin,
    stop: async () => {
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The superuser, on the program's database. */
function databaseOf({ superuserUrl, ownerUrl }: EmbeddedPostgres): string {
  const url = new URL(superuserUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}
