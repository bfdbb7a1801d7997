import type { FastifyReply } from "fastify";
import type { Attachment } from "../../complaint/events/parts.ts";
import { contentState } from "../../store/attachments/content-state.ts";
import type { Wiring } from "./api.ts";
import { problem } from "./problem.ts";

/** Gives a document out as a file to be kept, never to be run in the page, and not where it was altered. */
export async function sendDocument(
  reply: FastifyReply,
  { attachments }: Pick<Wiring, "attachments">,
  { organisation, document }: { organisation: string; document: Attachment },
): Promise<FastifyReply> {
  const { sha256, type, bytes, name, attachmentId } = document;
  if ((await contentState(attachments, organisation, sha256)) === "altered") {
    reply.log.error({ organisation, sha256 }, "a kept document was altered");
    throw problem("document-altered");
  }
  const content = await attachments.open(organisation, sha256);
  if (!content) throw problem("no-such-item", { name: attachmentId });
  return reply
    .header("content-type", type === "text/plain" ? "text/plain; charset=utf-8" : type)
    .header("content-length", bytes)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodedName(name)}`)
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("cache-control", "private, no-cache")
    .serializer(asItIs)
    .send(content);
}

function asItIs(content: string): string {
  return content;
}

// RFC 8187: what encodeURIComponent leaves alone and a header does not.
function encodedName(name: string): string {
  return encodeURIComponent(name.replaceAll(/[\r\n/\\]/g, "_")).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
