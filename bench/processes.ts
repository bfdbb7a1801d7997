import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";

/** A process of its own, so that measuring does not cost what is measured. It answers one question at a time. */
export type BenchProcess = {
  ask: <Answer>(question: unknown) => Promise<Answer>;
  end: () => Promise<void>;
  pid: number;
};

export function startProcess(file: string, execArgv: string[] = []): BenchProcess {
  const child = fork(join(import.meta.dirname, file), { execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return {
    ask: (question) => answerOf(child, question),
    end: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.disconnect();
      }),
    pid: child.pid ?? 0,
  };
}

/** In the process: answers each question with what `answer` makes of it, and ends when nobody asks any more. */
export function answerQuestions(answer: (question: never) => Promise<unknown>, end: () => Promise<void>): void {
  process.on("message", (question) => {
    void answer(question as never).then(
      (value) => process.send?.({ value }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on("disconnect", () => void end().then(() => process.exit(0)));
}

function answerOf<Answer>(child: ChildProcess, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a process of the bench ended with ${code}`));
    child.once("exit", onExit);
    child.once("message", (message: { value: Answer } | { error: string }) => {
      child.off("exit", onExit);
      if ("error" in message) reject(new Error(message.error));
      else resolve(message.value);
    });
    child.send(question as object);
  });
}
