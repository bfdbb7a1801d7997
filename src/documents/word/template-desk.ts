import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckedTemplate } from "./check-template.ts";
import type { Wanted } from "./check-tags.ts";
import { wrong } from "./findings.ts";
import type { Filling } from "./template-fields.ts";

type CheckOrder = { do: "check"; file: Uint8Array; wanted: Wanted; sample: Filling };
type FillOrder = { do: "fill"; file: Uint8Array; filling: Filling };
export type TemplateOrder = CheckOrder | FillOrder;

const WAIT_MS_MAX = 20_000;
const MEGABYTES_MAX = 256;

/** Whether a Word file can be a template. One that asks for more time or memory than any letter is told to be too large. */
export async function templateChecked(
  file: Buffer,
  asked: Pick<CheckOrder, "wanted" | "sample">,
): Promise<CheckedTemplate> {
  try {
    const checked = await carriedOut<CheckedTemplate>({ do: "check", file, ...asked });
    return { ...checked, template: checked.template && Buffer.from(checked.template) };
  } catch (error) {
    if (error instanceof TooMuch) return { template: null, findings: [wrong("too-large")] };
    throw error;
  }
}

/** A template with everything of a letter in it, as a Word file. Rejects where that takes too long. */
export async function templateFilled(template: Buffer, filling: Filling): Promise<Buffer> {
  return Buffer.from(await carriedOut<Uint8Array>({ do: "fill", file: template, filling }));
}

class TooMuch extends Error {
  override name = "TooMuch";
}

function carriedOut<Done>(order: TemplateOrder): Promise<Done> {
  return new Promise((settle, fail) => {
    const worker = new Worker(join(import.meta.dirname, "template-work.ts"), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_MAX },
      // It needs nothing of what this process is configured with, secrets least of all.
      env: {},
    });
    const over = (error: Error) => {
      clearTimeout(timer);
      fail(error);
    };
    const timer = setTimeout(() => {
      over(new TooMuch(`a template took longer than ${WAIT_MS_MAX} ms`));
      void worker.terminate();
    }, WAIT_MS_MAX);
    worker.once("message", (done: Done) => {
      clearTimeout(timer);
      settle(done);
    });
    worker.once("error", (error) => over(isOutOfMemory(error) ? new TooMuch(error.message) : error));
    worker.once("exit", (code) => over(new Error(`the work on a template ended with ${code}`)));
  });
}

function isOutOfMemory(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
