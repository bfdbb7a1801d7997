import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, renameSync } from "node:fs";
import { join } from "node:path";

/** What a running PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Written by the server itself; `ready` means that it accepts connections. */
  status: "starting" | "ready" | "stopping" | "standby" | "unknown";
}

/** Reads `postmaster.pid`; undefined when there is none or when the server has only begun to write it. */
export function readPostmasterFile(postgresFolder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(postgresFolder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number.isSafeInteger(port) ? port : 0, status: statusFrom(lines[7]) };
}

/**
 * Whether the process named in the file is a PostgreSQL that works in this folder. After `kill -9` or a power cut the
 * number may by now belong to anything, and PostgreSQL then refuses to start when that is of the same user.
 */
export function isRunningIn(postgresFolder: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      // A postmaster's working folder is its data folder.
      return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(postgresFolder);
    } catch {
      // Another user's process hides its folder. Ours never does: we are root, or the same user.
      return false;
    }
  }
  if (process.platform === "win32") return true;
  const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return command.includes("postgres") && command.includes(postgresFolder);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Puts a stale file aside. Should a child of the dead server still be running, PostgreSQL finds out by its shared memory,
 * not by this file, and refuses to start.
 */
export function setStaleFileAside(postgresFolder: string): void {
  renameSync(join(postgresFolder, "postmaster.pid"), join(postgresFolder, "postmaster.pid.stale"));
}

function statusFrom(line: string | undefined): Postmaster["status"] {
  const word = line?.trim();
  return word === "starting" || word === "ready" || word === "stopping" || word === "standby" ? word : "unknown";
}
