import { readHere } from "./read-here.ts";
import type { OwnMail, ReadMail } from "./read-mail.ts";

// A process of its own: a mail made to cost time or memory costs this one only, and it can be ended whatever it is doing.

export type ReadOrder = { bytes: Uint8Array; own: OwnMail };
export type ReadAnswer = { mail: ReadMail } | { failed: string };

process.on("message", ({ bytes, own }: ReadOrder) => {
  const answer = (each: ReadAnswer) => process.send?.(each);
  readHere(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), own).then(
    (mail) => answer({ mail }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit());
