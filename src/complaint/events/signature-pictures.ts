import type { ComplaintEvent } from "./event.ts";

/**
 * The facts without those that only brought the picture of a signature: it proves who signed and is drawn on the paper, but it is no
 * document of the file, and whoever had it could put it under anything.
 */
export function withoutSignaturePictures<E extends Pick<ComplaintEvent, "type" | "data">>(events: readonly E[]): E[] {
  const pictures = new Set<E>();
  const brought = new Map<string, E>();
  for (const event of events) {
    const { type, data } = event as Pick<ComplaintEvent, "type" | "data"> as ComplaintEvent;
    if (type === "AttachmentAdded") brought.set(data.attachment.sha256, event);
    if (type !== "PaperSigned" || data.signedOn !== "screen" || data.signatureSha256 === undefined) continue;
    const picture = brought.get(data.signatureSha256);
    if (picture) pictures.add(picture);
  }
  return events.filter((event) => !pictures.has(event));
}
