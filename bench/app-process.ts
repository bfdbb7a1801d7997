import { tmpdir } from "node:os";
import { join } from "node:path";
import { httpServer } from "../src/channels/http/server.ts";
import { openStoreOn } from "../src/command-line/open-store-on.ts";
import { runWorker, type Worker } from "../src/outbox/run-worker.ts";
import { diskStore } from "../src/store/attachments/disk.ts";
import { answerQuestions } from "./processes.ts";

/** The program as `npm start` runs it, in a process of its own: web server and worker, with a line of log for each request. */

let worker: Worker | undefined;
let close = (): Promise<void> => Promise.resolve();

answerQuestions(
  async ({ appUrl }: { appUrl: string }) => {
    const opened = await openStoreOn(appUrl, { proceduresFolder: undefined });
    const server = await httpServer(
      {
        store: opened.store,
        publicUrl: "http://127.0.0.1",
        attachments: diskStore(join(tmpdir(), "hoiam-bench-documents")),
      },
      { logger: { level: "info" } },
    );
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    worker = runWorker(opened.store);
    close = async () => {
      await server.close();
      await worker?.stop();
      await opened.close();
    };
    return { address };
  },
  () => close(),
);
