import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { TooManyBytes, type KeptContent } from "./attachment-store.ts";

/** A content that came whole and is safe on disk, in a file of its own that nobody else knows yet. */
export type Received = KeptContent & { path: string; read: () => Readable };

/**
 * Writes a stream to a temporary file, hashing and counting it on its way, hands it to `keep`, and leaves no temporary file
 * behind, whatever happens.
 */
export async function receiveContent<Result>(
  content: Readable,
  { folder, bytesMax }: { folder: string; bytesMax: number },
  keep: (received: Received) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    return await keep(await write(content, path, bytesMax));
  } finally {
    await rm(path, { force: true });
  }
}

async function write(content: Readable, path: string, bytesMax: number): Promise<Received> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new TooManyBytes(bytesMax);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, bytes, sha256: hash.digest("hex"), read: () => createReadStream(path) };
}
