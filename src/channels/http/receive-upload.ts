import { Readable } from "node:stream";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { TooManyBytes } from "../../store/attachments/attachment-store.ts";
import { keepContent, TakenAway } from "../../store/attachments/keep-content.ts";
import type { Wiring } from "./api.ts";
import { typedContent } from "./content-type.ts";
import { problem } from "./problem.ts";

export const uploadedSchema = z.object({
  sha256: z.string().describe("Names the content: hand it in with a verb, in `documents`."),
  bytes: z.int(),
  type: z.string().describe("As the content shows it, whatever its name says."),
});

/** Takes the one file of a request, and keeps it for an organisation until a complaint names it. */
export async function receiveUpload(
  request: FastifyRequest,
  { pool, attachments }: Pick<Wiring, "pool" | "attachments">,
  { organisation, by, bytesMax }: { organisation: string; by: object; bytesMax: number },
): Promise<z.infer<typeof uploadedSchema>> {
  if (!request.isMultipart()) throw problem("wrong-content-type", { wanted: "multipart/form-data" });
  const parts = request.files();
  const part = (await parts.next()).value as MultipartFile | undefined;
  if (!part) throw problem("malformed-request", { what: { vi: "không có tệp nào", en: "no file in it" } });
  let type = "";
  const content = Readable.from(
    onlyFile(
      parts,
      typedContent(part.file, (found) => (type = found)),
    ),
  );
  try {
    const kept = { organisation, content, type: () => type, bytesMax, by };
    const { infectedBy, ...uploaded } = await keepContent({ pool, attachments }, kept);
    if (infectedBy !== null) throw problem("document-infected", { what: infectedBy });
    return uploaded;
  } catch (error) {
    // The rest of what is refused is read and forgotten, so that the answer reaches whoever still sends.
    part.file.resume();
    if (error instanceof TooManyBytes) throw problem("too-large", { bytes: error.bytesMax });
    if (error instanceof TakenAway) throw problem("upload-cut-off");
    throw error;
  }
}

/** Passes the first file on, and ends with a problem where another one follows it: neither is kept. */
async function* onlyFile(parts: AsyncIterableIterator<MultipartFile>, first: AsyncIterable<Buffer>) {
  yield* first;
  const second = (await parts.next()) as IteratorResult<MultipartFile, undefined>;
  if (second.done) return;
  second.value.file.resume();
  throw problem("malformed-request", {
    what: { vi: "nhiều hơn một tệp; hãy gửi từng tệp", en: "more than one file in it; send each by itself" },
  });
}
