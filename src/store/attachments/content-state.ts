import { createHash } from "node:crypto";
import type { AttachmentStore } from "./attachment-store.ts";

/** Reads a kept content to its end and compares it with the hash that names it. */
export async function contentState(
  attachments: AttachmentStore,
  organisation: string,
  sha256: string,
): Promise<"whole" | "altered" | "missing"> {
  const content = await attachments.open(organisation, sha256);
  if (!content) return "missing";
  const hash = createHash("sha256");
  for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex") === sha256 ? "whole" : "altered";
}
