import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { problem } from "./problem.ts";

/** The one file of a request, all of it in memory, with the name that its sender gave it. */
export async function receiveSmallFile(
  request: FastifyRequest,
  bytesMax: number,
): Promise<{ name: string; content: Buffer }> {
  if (!request.isMultipart()) throw problem("wrong-content-type", { wanted: "multipart/form-data" });
  const part = (await request.files({ limits: { files: 1 } }).next()).value as MultipartFile | undefined;
  if (!part) throw problem("malformed-request", { what: { vi: "không có tệp nào", en: "no file in it" } });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of part.file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      // The rest is read and forgotten, so that the answer reaches whoever still sends.
      part.file.resume();
      throw problem("too-large", { bytes: bytesMax });
    }
    chunks.push(chunk);
  }
  return { name: part.filename.normalize("NFC"), content: Buffer.concat(chunks) };
}
