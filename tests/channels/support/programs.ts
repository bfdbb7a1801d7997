import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Where servers are that no search path names for everybody. */
const FOLDERS = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/usr/local/sbin", "/sbin"];

function whereIs(program: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, program)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** For `skip` of a suite: what is missing on this machine, or false. */
export function withoutPrograms(...programs: string[]): string | false {
  const missing = programs.filter((program) => whereIs(program) === undefined);
  return missing.length > 0 && `${missing.join(", ")} not found: bin/install-test-servers brings them on Debian`;
}

type Start = {
  program: string;
  arguments: string[];
  /** Who runs it where this process is root; it is never root. */
  user: string;
  /** Somebody answers at it once it runs. */
  port: number;
};

export type Running = { said: () => string; stop: () => Promise<void> };

const START_MS_MAX = 20_000;

/** Starts a server as an ordinary process, and waits until it answers. Rejects with what it said when it does not. */
export async function startProgram({ program, arguments: given, user, port }: Start): Promise<Running> {
  let said = "";
  const child = spawn(whereIs(program) ?? program, given, {
    ...asUser(user),
    env: { PATH: FOLDERS.join(":"), LANG: "C.UTF-8" },
    stdio: ["ignore", "pipe", "pipe"],
    // Its children go with it.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-20_000)));
  const running = { said: () => said, stop: () => stopped(child) };
  const begun = performance.now();
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() - begun > START_MS_MAX) {
      await running.stop();
      throw new Error(`${program} does not answer at port ${port}: ${said}`);
    }
    await pause(50);
  }
  return running;
}

/** The owner that a server's files need. */
export function ownerOf(user: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (which: string) => Number(execFileSync("id", [which, user], { encoding: "utf8" }).trim());
  return { uid: number("-u"), gid: number("-g") };
}

function asUser(user: string): { uid?: number; gid?: number } {
  return ownerOf(user) ?? {};
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It has ended meanwhile.
    }
    await Promise.race([ended, pause(3000, undefined, { ref: false })]);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", () => resolve()));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

/** Asks until something comes of it; rejects with `what` where nothing does. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  msMax = 20_000,
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() - begun > msMax) throw new Error(`waited ${msMax} ms for ${what}`);
    await pause(100);
  }
}
