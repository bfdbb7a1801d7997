import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Order } from "./bind-process.ts";
import type { BoundDossier, Dossier, DossierPart, UnboundReason } from "./dossier.ts";

/** A dossier could not be bound: its process ended, or took too long. */
export class DossierNotBound extends Error {
  override name = "DossierNotBound";
}

/** The content of a part, or why it is not to be had. */
export type OpenPart = (part: DossierPart) => Promise<Buffer | UnboundReason>;

/** One document; the binding of all of them at the end. */
const PART_MS_MAX = 20_000;
const FINISH_MS_MAX = 120_000;
/** Whoever gathered the documents and never finishes leaves no process behind. */
const IDLE_MS_MAX = 120_000;
/** A transaction that was undone asks once more. */
const AGAIN_MS_MAX = FINISH_MS_MAX + 10_000;
const MEMORY_MB_MAX = 1024;

/** A dossier with its documents gathered, in a process of its own. */
export type Gathered = {
  /** Writes the dossier to `file`. `cover`: a paper that stands first. May be asked again, with another cover. */
  finish: (cover: Buffer | null, file: string) => Promise<BoundDossier>;
  close: () => void;
};

/**
 * Gathers the documents of a dossier one after the other: one at a time is in this process' memory. A document over which the
 * process ends, or that takes too long, is left out, and the others are gathered again without it. Rejects with `DossierNotBound`.
 * @param options.bytesMax of all bound contents together; what comes after it stands in the index only
 */
export async function gatherDossier(
  { front, parts }: Dossier,
  {
    open,
    bytesMax,
    onProgress = () => undefined,
    signal,
  }: { open: OpenPart; bytesMax: number; onProgress?: (done: number) => void; signal?: AbortSignal },
): Promise<Gathered> {
  const leftOut = new Set<string>();
  for (;;) {
    const child = begun();
    const stopped = () => child.stop("it was called off");
    signal?.addEventListener("abort", stopped, { once: true });
    const failed = await addAll(child, parts, { open, bytesMax, onProgress, leftOut });
    signal?.removeEventListener("abort", stopped);
    if (failed === null) {
      let idle = setTimeout(() => child.stop("nobody finished it"), IDLE_MS_MAX).unref();
      return {
        finish: async (cover, file) => {
          clearTimeout(idle);
          idle = setTimeout(() => child.stop("nobody finished it again"), AGAIN_MS_MAX).unref();
          return (await child.ask({ do: "finish", front, cover, file }, FINISH_MS_MAX)) as BoundDossier;
        },
        close: () => {
          clearTimeout(idle);
          child.stop("it is done");
        },
      };
    }
    child.stop("a document could not be read");
    if (signal?.aborted || leftOut.has(failed.sha256)) throw new DossierNotBound(`nothing came of ${failed.name}`);
    leftOut.add(failed.sha256);
  }
}

/** The part over which it ended; null: all were added. */
async function addAll(
  child: Binder,
  parts: readonly DossierPart[],
  {
    open,
    bytesMax,
    onProgress,
    leftOut,
  }: {
    open: OpenPart;
    bytesMax: number;
    onProgress: (done: number) => void;
    leftOut: ReadonlySet<string>;
  },
): Promise<DossierPart | null> {
  let bytesLeft = bytesMax;
  for (const [done, part] of parts.entries()) {
    onProgress(done);
    const isBroken = leftOut.has(part.sha256);
    const content = isBroken ? "broken" : part.bytes > bytesLeft ? "too-large" : await open(part);
    try {
      const added = await child.ask({ do: "add", part, content }, PART_MS_MAX);
      if (typeof added === "number") bytesLeft -= part.bytes;
    } catch (error) {
      if (!(error instanceof DossierNotBound) || isBroken) throw error;
      return part;
    }
  }
  onProgress(parts.length);
  return null;
}

type Binder = { ask: (order: Asked, waitMsMax: number) => Promise<unknown>; stop: (why: string) => void };
type Asked = Order extends infer Each ? (Each extends Order ? Omit<Each, "id"> : never) : never;
type Waiting = { settle: (result: unknown) => void; fail: (error: Error) => void; timer: NodeJS.Timeout };

function begun(): Binder {
  const child: ChildProcess = fork(join(import.meta.dirname, "bind-process.ts"), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${MEMORY_MB_MAX}`],
    // It needs nothing of what this process is configured with, secrets least of all.
    env: {},
  });
  child.unref();
  child.channel?.unref();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: string | null = null;
  const end = (why: string) => {
    ended ??= why;
    for (const { fail, timer } of waiting.values()) {
      clearTimeout(timer);
      fail(new DossierNotBound(why));
    }
    waiting.clear();
  };
  child.on("error", (error) => end(error.message));
  child.on("exit", (code, signal) => end(`the process ended with ${signal ?? code}`));
  child.on("message", ({ id, result, failed }: { id: number; result?: unknown; failed?: string }) => {
    const each = waiting.get(id);
    waiting.delete(id);
    if (!each) return;
    clearTimeout(each.timer);
    if (failed === undefined) each.settle(result);
    else each.fail(new DossierNotBound(failed));
  });
  const stop = (why: string) => {
    child.kill("SIGKILL");
    end(why);
  };
  return {
    ask: (order, waitMsMax) =>
      new Promise((settle, fail) => {
        if (ended !== null) return fail(new DossierNotBound(ended));
        const id = (lastId += 1);
        waiting.set(id, { settle, fail, timer: setTimeout(() => stop("it took too long"), waitMsMax) });
        child.send({ ...order, id });
      }),
    stop,
  };
}
