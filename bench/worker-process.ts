import { openStoreOn } from "../src/command-line/open-store-on.ts";
import { runWorker, type Worker } from "../src/outbox/run-worker.ts";
import type { Store } from "../src/store/open-store.ts";
import { answerQuestions } from "./processes.ts";

/** A worker in a process of its own, as `hoiam worker` runs one beside the web server. */
let store: Store | undefined;
let worker: Worker | undefined;
let close = (): Promise<void> => Promise.resolve();

answerQuestions(
  async (question: { open: string } | "begin") => {
    if (question === "begin") {
      if (store) worker = runWorker(store, { onError: (error) => console.error(error) });
      return {};
    }
    const opened = await openStoreOn(question.open, { proceduresFolder: undefined });
    ({ store, close } = opened);
    return {};
  },
  async () => {
    await worker?.stop();
    await close();
  },
);
