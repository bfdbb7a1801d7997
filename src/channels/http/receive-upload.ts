import { Readable } from "node:stream";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { writeInside } from "../../projections/inside-organisation.ts";
import { TooManyBytes } from "../../store/attachments/attachment-store.ts";
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
  if (!part) throw problem("malformed-request", { what: "no file in it" });
  let type = "";
  const content = Readable.from(
    onlyFile(
      parts,
      typedContent(part.file, (found) => (type = found)),
    ),
  );
  try {
    const { sha256, bytes } = await attachments.put(organisation, content, { bytesMax });
    await writeInside(pool, organisation, async (connection) => {
      await connection.query(
        `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ($1, $2, $3, $4, $5)
         on conflict (organisation, sha256) do update set wanted_at = now()`,
        [organisation, sha256, bytes, type, JSON.stringify(by)],
      );
      // An older upload of the same content may have been taken away just before this row was locked.
      if (!(await attachments.has(organisation, sha256))) throw problem("upload-cut-off");
    });
    return { sha256, bytes, type };
  } catch (error) {
    // The rest of what is refused is read and forgotten, so that the answer reaches whoever still sends.
    part.file.resume();
    if (error instanceof TooManyBytes) throw problem("too-large", { bytes: error.bytesMax });
    throw error;
  }
}

/** Passes the first file on, and ends with a problem where another one follows it: neither is kept. */
async function* onlyFile(parts: AsyncIterableIterator<MultipartFile>, first: AsyncIterable<Buffer>) {
  yield* first;
  const second = (await parts.next()) as IteratorResult<MultipartFile, undefined>;
  if (second.done) return;
  second.value.file.resume();
  throw problem("malformed-request", { what: "more than one file in it; send each by itself" });
}
