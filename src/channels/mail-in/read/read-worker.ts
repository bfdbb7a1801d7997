import { parentPort } from "node:worker_threads";
import { readHere } from "./read-here.ts";
import type { OwnMail, ReadMail } from "./read-mail.ts";

// A thread of its own: a mail made to cost time or memory costs this one only.

export type ReadOrder = { bytes: Uint8Array; own: OwnMail };
export type ReadAnswer = { mail: ReadMail } | { failed: string };

parentPort?.on("message", ({ bytes, own }: ReadOrder) => {
  const answer = (each: ReadAnswer) => parentPort?.postMessage(each, []);
  readHere(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), own).then(
    (mail) => answer({ mail }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
