import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../../src/config.ts";
import type { OrdinaryUser } from "../../src/embedded-postgres/ordinary-user.ts";

const END_MS_MAX = 60_000;

/** The program as a person runs it: a process of its own, with nothing of our environment. */
export interface Program {
  pid: number;
  /** Everything printed so far. */
  output: () => string;
  /** Resolves when the program says that it is ready; fails with what it printed when it ends before. */
  ready: Promise<void>;
  /** The exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
  kill: (signal: NodeJS.Signals) => void;
}

/** Starts `hoiam` with the given settings. What a spec starts, it must end. */
export function startProgram(
  settings: Record<string, string>,
  options: { arguments?: string[]; command?: string; runAs?: OrdinaryUser; endMsMax?: number } = {},
): Program {
  const leading = options.command ? [options.command] : [join(PROJECT_FOLDER, "src", "main.ts")];
  const child = spawn(process.execPath, [...leading, ...(options.arguments ?? [])], {
    ...options.runAs,
    cwd: "/",
    env: { PATH: process.env["PATH"], HOME: "/", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<number | string>((resolve) => {
    const giveUp = setTimeout(() => child.kill("SIGKILL"), options.endMsMax ?? END_MS_MAX);
    child.on("close", (code, signal) => {
      clearTimeout(giveUp);
      resolve(code ?? signal ?? -1);
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Hồi Âm is ready")) resolve();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    void ended.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  // A spec about a start that fails waits for `ended` only.
  ready.catch(() => undefined);
  return { pid: child.pid ?? 0, output: () => output, ready, ended, kill: (signal) => child.kill(signal) };
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The embedded server's address for the owner of the database, as the program itself makes it. */
export function embeddedUrl(dataFolder: string): string {
  const password = readFileSync(join(dataFolder, "postgres-password"), "utf8").trim();
  const port = readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://hoiam_owner:${password}@127.0.0.1:${port}/hoiam`;
}

/** The lines meant for a person, without those that tell of progress. */
export function refusalsOf(program: Program): string[] {
  return program
    .output()
    .split("\n")
    .filter((line) => line.startsWith("Hồi Âm:") && !line.includes("stopping"));
}
