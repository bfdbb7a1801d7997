import type { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Attachment } from "../../complaint/events/parts.ts";
import { contentState } from "../../store/attachments/content-state.ts";
import { contentSafety, type Safety } from "../../store/attachments/scan-contents.ts";
import { WORD } from "../../documents/word/letter-in-word.ts";
import type { Wiring } from "./api.ts";
import { smallPicture } from "./picture-of.ts";
import { problem } from "./problem.ts";

/** What a browser may show in the page: it draws these and runs nothing of them. */
const shownTypes: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "application/pdf"]);

/**
 * Gives a document out as a file to be kept, never to be run in the page, and not where it was altered or is infected. `inline`: to be looked at,
 * where it is a picture or a PDF; anything else is a file to be kept all the same.
 */
export async function sendDocument(
  reply: FastifyReply,
  { attachments, pool }: Pick<Wiring, "attachments" | "pool">,
  asked: { organisation: string; document: Attachment; disposition?: "attachment" | "inline" },
): Promise<FastifyReply> {
  const { organisation, document } = asked;
  const { sha256, type, bytes, name, attachmentId } = document;
  const disposition = shownTypes.has(type) ? (asked.disposition ?? "attachment") : "attachment";
  refuseUnsafe(await contentSafety({ attachments, pool }, organisation, sha256));
  if ((await contentState(attachments, organisation, sha256)) === "altered") {
    reply.log.error({ organisation, sha256 }, "a kept document was altered");
    throw problem("document-altered");
  }
  const content = await attachments.open(organisation, sha256);
  if (!content) throw problem("no-such-item", { name: attachmentId });
  return reply
    .header("content-type", type === "text/plain" ? "text/plain; charset=utf-8" : type)
    .header("content-length", bytes)
    .header("content-disposition", `${disposition}; filename*=UTF-8''${encodedName(name)}`)
    .header("content-security-policy", disposition === "inline" && type === "application/pdf" ? POLICY_OF_PDF : POLICY)
    .header("cache-control", "private, no-cache")
    .serializer(asItIs)
    .send(content);
}

/** Nothing that harms whoever opens it leaves, and nothing that was not looked at where there is a scanner. */
export function refuseUnsafe(safety: Safety): void {
  if (safety.state === "infected") throw problem("document-infected", { what: safety.by });
  if (safety.state === "not-seen") throw problem("document-not-scanned");
}

/** Gives a small picture of a document that is one. */
export async function sendSmall(
  reply: FastifyReply,
  { attachments, pool }: Pick<Wiring, "attachments" | "pool">,
  { organisation, document }: { organisation: string; document: Attachment },
): Promise<FastifyReply> {
  const { sha256, attachmentId } = document;
  refuseUnsafe(await contentSafety({ attachments, pool }, organisation, sha256));
  const content = await attachments.open(organisation, sha256);
  const small = content && (await smallPicture(content));
  if (!small) throw problem("no-such-item", { name: attachmentId });
  return reply
    .header("content-type", "image/webp")
    .header("content-security-policy", POLICY)
    .header("cache-control", "private, max-age=86400")
    .send(small);
}

/** How a paper is given that was made just now: a Word file is kept, nothing shows it in the page. */
export const madeTypes = {
  pdf: { type: "application/pdf", ending: "pdf", disposition: "inline" },
  picture: { type: "image/svg+xml", ending: "svg", disposition: "inline" },
  word: { type: WORD, ending: "docx", disposition: "attachment" },
} as const;
export type MadeAs = keyof typeof madeTypes;

/** Gives a PDF that was made for this reader, as a file to be kept. */
export function sendMadeFile(
  reply: FastifyReply,
  { content, bytes, name }: { content: Readable; bytes: number; name: string },
): FastifyReply {
  return reply
    .header("content-type", "application/pdf")
    .header("content-length", bytes)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodedName(name)}`)
    .header("content-security-policy", POLICY)
    .header("cache-control", "private, no-store")
    .send(content);
}

/** Gives a paper to be looked at that was made just now. */
export function sendMade(
  reply: FastifyReply,
  { content, name, as }: { content: Buffer; name: string; as: MadeAs },
): FastifyReply {
  const { type, ending, disposition } = madeTypes[as];
  return reply
    .header("content-type", type)
    .header("content-disposition", `${disposition}; filename*=UTF-8''${encodedName(`${name}.${ending}`)}`)
    .header("content-security-policy", as === "pdf" ? POLICY_OF_PDF : POLICY)
    .header("cache-control", "private, no-store")
    .send(content);
}

/** Nothing of it runs, whoever opens it. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'self'";

/** A browser's own viewer does not open in a sandbox; it brings its own styles, and only our pages may frame it. */
const POLICY_OF_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

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
