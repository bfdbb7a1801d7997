import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Letter } from "./letter.ts";

/** Sets letters as PDF/A-2a, tagged. */
export type LetterPress = {
  /** Rejects with `LetterNotSet`. */
  pdf(letter: Letter): Promise<Buffer>;
  /** For whoever looks at the layout. */
  svg(letter: Letter): Promise<Buffer>;
  close(): void;
};

/** A letter could not be set: this machine has no typesetter, or it took too long. */
export class LetterNotSet extends Error {
  override name = "LetterNotSet";
}

/** Typst keeps what it has seen: after so many letters its process makes way for a fresh one. */
const LETTERS_PER_PROCESS = 300;
const WAIT_MS_MAX = 20_000;

type Waiting = { settle: (content: Buffer) => void; fail: (error: Error) => void; timer: NodeJS.Timeout };
type Answer = { id: number; content?: Uint8Array; failed?: string };
type Running = { child: ChildProcess; waiting: Map<number, Waiting>; letters: number };

/** One process that sets letters, begun with the first of them and never in the way of the program's end. */
export function letterPress(): LetterPress {
  let running: Running | undefined;
  let lastId = 0;

  const order = (letter: Letter, as: "pdf" | "svg") =>
    new Promise<Buffer>((settle, fail) => {
      const press = usable();
      const id = (lastId += 1);
      const timer = setTimeout(() => stop(press, "it took too long"), WAIT_MS_MAX).unref();
      press.waiting.set(id, { settle, fail, timer });
      press.letters += 1;
      press.child.ref();
      press.child.channel?.ref();
      press.child.send({ id, letter, as });
    });

  const usable = () => {
    if (running && running.letters < LETTERS_PER_PROCESS) return running;
    if (running) retire(running);
    running = begun((press) => {
      if (running === press) running = undefined;
    });
    return running;
  };
  return {
    pdf: (letter) => order(letter, "pdf"),
    svg: (letter) => order(letter, "svg"),
    close: () => {
      if (running) stop(running, "the program stops");
    },
  };
}

function begun(onEnd: (press: Running) => void): Running {
  const child = fork(join(import.meta.dirname, "typst-process.ts"), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    // It needs nothing of what this process is configured with, secrets least of all.
    env: {},
  });
  const press: Running = { child, waiting: new Map(), letters: 0 };
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)));
  child.on("message", ({ id, content, failed }: Answer) => {
    const each = press.waiting.get(id);
    press.waiting.delete(id);
    if (press.waiting.size === 0) idle(child);
    if (!each) return;
    clearTimeout(each.timer);
    if (content) each.settle(Buffer.from(content));
    else each.fail(new LetterNotSet(failed ?? "nothing came of it"));
  });
  const end = (why: string) => {
    onEnd(press);
    failAll(press, why);
  };
  child.on("error", (error) => end(error.message));
  child.on("exit", (code, signal) => end(`the typesetter ended with ${signal ?? code}: ${said.trim()}`));
  idle(child);
  return press;
}

/** Nobody's end waits for it while it has nothing to do. */
function idle(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
}

/** Ends once what it has been given is done. */
function retire({ child, waiting }: Running): void {
  if (waiting.size === 0) child.disconnect();
  else child.on("message", () => waiting.size === 0 && child.connected && child.disconnect());
}

function stop(press: Running, why: string): void {
  press.child.kill("SIGKILL");
  failAll(press, why);
}

function failAll({ waiting }: Running, why: string): void {
  for (const { fail, timer } of waiting.values()) {
    clearTimeout(timer);
    fail(new LetterNotSet(why));
  }
  waiting.clear();
}
