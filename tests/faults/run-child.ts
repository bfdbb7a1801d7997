import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs one of the programs of this folder to its end; `said`: its lines. */
export function runChild(
  name: string,
  asked: readonly string[],
): Promise<{ signal: string | null; code: number | null; said: string[] }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, name), ...asked], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, said: output.split("\n").filter(Boolean) }));
  });
}

/** The steps of a run to die before, each name once, but for the borders of transactions, where nothing is new. */
export function crashPoints(steps: readonly string[]): string[] {
  return [...new Set(steps)].filter((name) => !/^sql (?:begin|commit|rollback)/.test(name));
}
