import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "../cannot-start.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { childOptions } from "./child-environment.ts";
import { diskFull } from "./create-cluster.ts";
import type { OrdinaryUser } from "./ordinary-user.ts";
import { isAlive, isRunningIn, readPostmasterFile, setStaleFileAside, type Postmaster } from "./postmaster-file.ts";

// Recovery after a power cut replays at most some checkpoints' worth of log: minutes on a slow disk.
const READY_WAIT_MS = 10 * 60_000;
const STOP_WAIT_MS = 60_000;
const POLL_MS = 20;
const LOG_BYTES_MAX = 20_000_000;
const PORT_TRIES_MAX = 5;

export interface PostmasterOptions {
  folder: string;
  binaries: PostgresBinaries;
  runAs: OrdinaryUser | undefined;
  /** Server settings for this start, such as `{ fsync: "off" }` in tests. */
  settings: Record<string, string>;
}

/** Finds the server that already runs in the folder, or starts one; resolves when it accepts connections. */
export async function findOrStartPostmaster(
  options: PostmasterOptions,
): Promise<{ running: Postmaster; started: boolean }> {
  const readyBefore = Date.now() + READY_WAIT_MS;
  for (let tries = 1; ; tries++) {
    const running = await waitForRunning(options.folder, readyBefore);
    if (running) return { running, started: false };
    const outcome = await startOnce(options, readyBefore);
    if (typeof outcome === "object") return { running: outcome, started: true };
    if (outcome === "already-running") continue;
    if (tries >= PORT_TRIES_MAX)
      throw new CannotStart(
        `No free port was found for PostgreSQL in ${tries} tries; the last lines of ${logFile(options.folder)} say more.`,
      );
  }
}

/** Asks the server for a fast shutdown (open transactions are rolled back, everything is written) and waits for its end. */
export async function stopPostmaster(folder: string, pid: number): Promise<void> {
  if (!isRunningIn(folder, pid)) return;
  process.kill(pid, "SIGINT");
  const before = Date.now() + STOP_WAIT_MS;
  while (isAlive(pid) && readPostmasterFile(folder)?.pid === pid) {
    if (Date.now() > before)
      throw new CannotStart(
        `PostgreSQL (process ${pid}) did not stop within ${STOP_WAIT_MS / 1000} s; ${logFile(folder)} says why.`,
      );
    await sleep(POLL_MS);
  }
}

/** The log stands beside PostgreSQL's folder, so that it survives when that folder is restored from a backup. */
export function logFile(folder: string): string {
  return join(dirname(folder), "postgres.log");
}

/** Waits while a server in the folder is starting or stopping; a file left by a dead one is put aside. */
async function waitForRunning(folder: string, before: number): Promise<Postmaster | undefined> {
  for (;;) {
    const found = readPostmasterFile(folder);
    if (!found) return undefined;
    if (!isRunningIn(folder, found.pid)) {
      setStaleFileAside(folder);
      return undefined;
    }
    if (found.status === "ready") return found;
    if (Date.now() > before)
      throw new CannotStart(
        `PostgreSQL (process ${found.pid}) is not ready after ${READY_WAIT_MS / 60_000} minutes; ${logFile(folder)} says why.`,
      );
    await sleep(POLL_MS);
  }
}

async function startOnce(
  options: PostmasterOptions,
  before: number,
): Promise<Postmaster | "port-taken" | "already-running"> {
  const log = logFile(options.folder);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) truncateSync(log);
  const logStart = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnPostgres(options, await freePort(), log);
  let ended = false;
  let failure: Error | undefined;
  child.once("exit", () => (ended = true));
  child.once("error", (error) => (failure = error));
  while (!ended && !failure) {
    const found = readPostmasterFile(options.folder);
    if (found?.pid === child.pid && found?.status === "ready") {
      child.unref();
      return found;
    }
    if (Date.now() > before)
      throw new CannotStart(`PostgreSQL is not ready after ${READY_WAIT_MS / 60_000} minutes; ${log} says why.`);
    await sleep(POLL_MS);
  }
  if (failure)
    throw new CannotStart(`PostgreSQL could not be run (${failure.message}): run npm ci again.`, { cause: failure });
  return whyEnded(readFileSync(log, "utf8").slice(logStart), log);
}

function spawnPostgres(options: PostmasterOptions, port: number, log: string): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...options.settings,
  };
  const output = openSync(log, "a", 0o600);
  try {
    return spawn(
      options.binaries.postgres,
      ["-D", options.folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        ...childOptions(options.runAs),
        // A group of its own: Ctrl-C reaches only us, and we stop the server last.
        detached: true,
        stdio: ["ignore", output, output],
      },
    );
  } finally {
    closeSync(output);
  }
}

function whyEnded(messages: string, log: string): "port-taken" | "already-running" {
  if (messages.includes("Address already in use")) return "port-taken";
  if (/lock file "postmaster.pid" already exists/.test(messages)) return "already-running";
  if (messages.includes("No space left on device")) throw diskFull(dirname(log));
  const fatal = messages.split("\n").findLast((line) => /\b(FATAL|PANIC):/.test(line));
  if (fatal?.includes("shared memory block") && fatal.includes("still in use")) {
    throw new CannotStart(
      `Processes of a PostgreSQL that was killed are still running on ${dirname(log)}: end them (they are called "postgres:"), then start again.`,
    );
  }
  throw new CannotStart(
    `PostgreSQL stopped while starting: ${fatal?.replace(/^.*?(FATAL|PANIC):\s*/, "") ?? "no reason given"} (details in ${log}).`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
