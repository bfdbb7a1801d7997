import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";

/** Kinds of pictures that are made small. Others are shown by their names. */
const types: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);
/** On the longer side; twice what a list shows, for dense screens. */
const SIDE_PX = 320;
/** A picture that unpacks to more is a trap, or a poster. */
const PIXELS_MAX = 100_000_000;
const BYTES_MAX = 30_000_000;
const WAIT_S = 10;
/** Two at once: pictures are small work, and everything else shares these processors. */
sharp.concurrency(1);
sharp.cache(false);

export function isPicture({ type, bytes }: { type: string; bytes: number }): boolean {
  return types.has(type) && bytes <= BYTES_MAX;
}

/** A small WebP of a picture, turned as it was taken and without where that was; undefined: it cannot be read as one. */
export async function smallPicture(content: Readable): Promise<Buffer | undefined> {
  const bytes = await buffer(content);
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, animated: false, failOn: "error" })
    .timeout({ seconds: WAIT_S })
    .rotate()
    .resize(SIDE_PX, SIDE_PX, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer()
    .catch(() => undefined);
}
