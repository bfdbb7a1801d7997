import sharp from "sharp";
import type { LetterPicture } from "../../documents/letter.ts";
import type { Wiring } from "./api.ts";

/** Of one picture as it was handed in; a signature is smaller. */
const BYTES_MAX = 5_000_000;
/** Twice what a printer shows of a signature that is five centimetres wide. */
const WIDTH_MAX = 1200;
const HEIGHT_MAX = 480;
const PIXELS_MAX = 40_000_000;

/** The picture of a signature, as it stands on paper; undefined where it is no picture, or gone: then "(Đã ký)" stands there. */
export async function signaturePicture(
  { attachments }: Pick<Wiring, "attachments">,
  organisation: string,
  sha256: string,
): Promise<LetterPicture | undefined> {
  const content = await attachments.open(organisation, sha256);
  if (!content) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += (chunk as Buffer).length;
    if (bytes > BYTES_MAX) return undefined;
    chunks.push(chunk as Buffer);
  }
  try {
    const png = await sharp(Buffer.concat(chunks), { limitInputPixels: PIXELS_MAX })
      .rotate()
      .trim()
      .resize({ width: WIDTH_MAX, height: HEIGHT_MAX, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .png()
      .toBuffer();
    return { type: "image/png", base64: png.toString("base64") };
  } catch {
    // It is not drawn; who signed stands there all the same.
    return undefined;
  }
}
