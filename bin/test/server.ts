import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../src/embedded-postgres/start.ts";
import { TEST_SERVER_SETTINGS } from "../../tests/support/database.ts";

/** Starts one empty server for all specs, which find it by HOIAM_TEST_SERVER; `remove` leaves nothing behind. */
export async function startTestServer(): Promise<{ remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-specs-"));
  // Root's PostgreSQL runs as an ordinary user, who must be able to pass.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, "data"),
    alone: true,
    onLost: (reason) => console.error(`the test server went away: ${reason}`),
    settings: TEST_SERVER_SETTINGS,
  });
  process.env["HOIAM_TEST_SERVER"] = server.superuserUrl;
  return {
    remove: async () => {
      await server.stop();
      rmSync(server.dataFolder, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
