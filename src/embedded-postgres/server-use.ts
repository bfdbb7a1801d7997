import { dirname } from "node:path";
import pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import { passwordFile } from "./data-folder.ts";

// Two-part advisory locks of the database "postgres"; the first part is ours alone ("HA").
const OURS = 0x4841;
const IN_USE = 1;
const SERVING = 2;

/** A connection that stands for "this process uses the server"; it falls away by itself when the process is killed. */
export interface ServerUse {
  /** Gives the use back; calls `stopServer` when nobody else uses the server, and lets nobody in meanwhile. */
  release: (stopServer: () => Promise<void>) => Promise<void>;
}

/**
 * Connects as the superuser, makes sure that the server is the one of this folder, and notes that it is in use.
 * Returns undefined when the server is another one or is just stopping.
 */
export async function useServer(options: {
  superuserUrl: string;
  folder: string;
  /** Refuse when another process already serves from this folder. */
  alone: boolean;
  onLost: (reason: string) => void;
}): Promise<ServerUse | undefined> {
  const client = new pg.Client({ connectionString: options.superuserUrl, application_name: "hoiam launcher" });
  let released = false;
  client.on("error", (error) => {
    if (!released) options.onLost(error.message);
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    if (rows[0]?.folder !== options.folder) throw new Error(`the server keeps its data in ${rows[0]?.folder}`);
    await client.query("select pg_advisory_lock_shared($1, $2)", [OURS, IN_USE]);
  } catch (error) {
    released = true;
    await client.end().catch(() => undefined);
    if (error instanceof pg.DatabaseError && error.code === "28P01") throw passwordLost(options.folder);
    return undefined;
  }
  if (options.alone && !(await tryLock(client, SERVING))) {
    released = true;
    await client.end();
    throw new CannotStart(
      `It is already running on this data folder: use that one, stop it first, or set HOIAM_DATA (and PORT) for a second one.`,
    );
  }
  return {
    release: async (stopServer) => {
      released = true;
      try {
        if (await nobodyElseUsesIt(client)) await stopServer();
      } finally {
        // A stopping server has closed it already.
        await client.end().catch(() => undefined);
      }
    },
  };
}

async function nobodyElseUsesIt(client: pg.Client): Promise<boolean> {
  try {
    await client.query("select pg_advisory_unlock_shared($1, $2)", [OURS, IN_USE]);
    return await tryLock(client, IN_USE);
  } catch {
    // The connection is lost: whatever still runs in the folder is of no use to anybody.
    return true;
  }
}

function passwordLost(folder: string): CannotStart {
  return new CannotStart(
    `The password kept in ${passwordFile(dirname(folder))} is not the one of the database beside it: restore both from the same backup.`,
  );
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1, $2) as got", [OURS, lock]);
  return rows[0]?.got === true;
}
