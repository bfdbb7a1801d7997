import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";

const TICK_MS = 10;

/** Processor time in milliseconds that a process has used since it began. Linux only. */
export function processorMs(pid: number): number {
  return statOf(String(pid))?.ownMs ?? 0;
}

/** The same of a whole PostgreSQL server: its processes, and those that have ended. */
export async function serverProcessorMs(admin: pg.Pool): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>("select pg_backend_pid() as pid");
  const postmaster = statOf(String(rows[0]?.pid))?.parent ?? "";
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(name));
  const living = all.filter((stat) => stat?.parent === postmaster).reduce((sum, stat) => sum + (stat?.ownMs ?? 0), 0);
  return living + (statOf(postmaster)?.endedMs ?? 0);
}

function statOf(pid: string): { parent: string; ownMs: number; endedMs: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which may hold anything: state, parent, … user, system, and the same of ended children.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = (index: number) => Number(fields[index]);
    return {
      parent: fields[1] ?? "",
      ownMs: (ticks(11) + ticks(12)) * TICK_MS,
      endedMs: (ticks(13) + ticks(14)) * TICK_MS,
    };
  } catch {
    return undefined;
  }
}
