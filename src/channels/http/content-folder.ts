import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** What was kept: its hash is its address, so the same content is kept once. */
export type KeptContent = { sha256: string; bytes: number; head: Buffer };

/** As much of the beginning as telling its type needs. */
const HEAD_BYTES = 4100;

/**
 * Takes a content from the network to the disk as it comes, never whole in memory. It gets its place only when all of it has
 * arrived and was flushed; what breaks off, or is refused by `check`, leaves nothing.
 */
export async function keepContent(
  folder: string,
  organisation: string,
  { source, check }: { source: Readable; check: (content: KeptContent) => Promise<void> },
): Promise<KeptContent> {
  const incoming = join(folder, organisation, "incoming");
  await mkdir(incoming, { recursive: true });
  const arriving = join(incoming, randomUUID());
  try {
    const content = await write(source, arriving);
    await check(content);
    const place = placeOf(folder, organisation, content.sha256);
    await mkdir(join(place, ".."), { recursive: true });
    await rename(arriving, place);
    return content;
  } catch (error) {
    source.resume();
    await rm(arriving, { force: true });
    throw error;
  }
}

/** Reads a kept content; undefined where the disk has lost it. */
export async function openContent(
  folder: string,
  organisation: string,
  sha256: string,
): Promise<{ stream: ReadStream; bytes: number } | undefined> {
  const place = placeOf(folder, organisation, sha256);
  const found = await stat(place).catch(() => undefined);
  return found && { stream: createReadStream(place), bytes: found.size };
}

async function write(source: Readable, arriving: string): Promise<KeptContent> {
  const hash = createHash("sha256");
  const head: Buffer[] = [];
  let bytes = 0;
  const file = await open(arriving, "wx", 0o600);
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
      hash.update(chunk);
      bytes += chunk.length;
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes, head: Buffer.concat(head) };
}

function placeOf(folder: string, organisation: string, sha256: string): string {
  return join(folder, organisation, sha256.slice(0, 2), sha256);
}
