import { parentPort, workerData } from "node:worker_threads";
import { checkedTemplate } from "./check-template.ts";
import { filledTemplate } from "./fill-template.ts";
import type { TemplateOrder } from "./template-desk.ts";

// A thread of its own: a file that somebody handed in is taken apart here, within bounds of time and memory.
const order = workerData as TemplateOrder;
const file = Buffer.from(order.file);
const done = order.do === "check" ? checkedTemplate(file, order) : filledTemplate(file, order.filling);
// To a thread, which has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(done);
