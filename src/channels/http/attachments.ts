import { Readable } from "node:stream";
import multipart, { type MultipartFile } from "@fastify/multipart";
import { z } from "zod";
import { writeInside } from "../../projections/inside-organisation.ts";
import { TooManyBytes } from "../../store/attachments/attachment-store.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { typedContent } from "./content-type.ts";
import { problem } from "./problem.ts";

/** Bytes of one document: a film of some minutes. */
export const ATTACHMENT_BYTES_MAX = 100_000_000;

const uploadedSchema = z.object({
  sha256: z.string().describe("Names the content: hand it in with a verb, in `documents`."),
  bytes: z.int(),
  type: z.string().describe("As the content shows it, whatever its name says."),
});

/** `/attachments`: documents are uploaded first, and handed in with the verb that they belong to. */
export async function attachmentRoutes(api: Api, { pool, attachments }: Wiring): Promise<void> {
  await api.register(multipart, {
    limits: { files: 2, fields: 5, fieldSize: 10_000, fileSize: ATTACHMENT_BYTES_MAX + 1 },
  });
  api.post(
    "/attachments",
    {
      config: { scope: "register" },
      schema: {
        tags: ["documents"],
        summary: "Upload a document",
        description: `One file of at most ${ATTACHMENT_BYTES_MAX} bytes as \`multipart/form-data\`. The same content again is kept once. What no complaint names is removed after a day.`,
        consumes: ["multipart/form-data"],
        response: { 201: uploadedSchema.describe("The document that was kept: name its hash in a command.") },
      },
    },
    async (request, reply) => {
      const { identity, actor } = signedIn(request);
      if (!request.isMultipart()) throw problem("wrong-content-type", { wanted: "multipart/form-data" });
      const parts = request.files();
      const part = (await parts.next()).value as MultipartFile | undefined;
      if (!part) throw problem("malformed-request", { what: "no file in it" });
      const { organisation } = identity;
      let type = "";
      const content = Readable.from(
        onlyFile(
          parts,
          typedContent(part.file, (found) => (type = found)),
        ),
      );
      try {
        const { sha256, bytes } = await attachments.put(organisation, content, { bytesMax: ATTACHMENT_BYTES_MAX });
        const by = { kind: actor.kind, personId: actor.personId };
        await writeInside(pool, organisation, async (connection) => {
          await connection.query(
            `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ($1, $2, $3, $4, $5)
             on conflict (organisation, sha256) do update set wanted_at = now()`,
            [organisation, sha256, bytes, type, JSON.stringify(by)],
          );
          // An older upload of the same content may have been taken away just before this row was locked.
          if (!(await attachments.has(organisation, sha256))) throw problem("upload-cut-off");
        });
        return await reply.code(201).send({ sha256, bytes, type });
      } catch (error) {
        // The rest of what is refused is read and forgotten, so that the answer reaches whoever still sends.
        part.file.resume();
        if (error instanceof TooManyBytes) throw problem("too-large", { bytes: error.bytesMax });
        throw error;
      }
    },
  );
}

/** Passes the first file on, and ends with a problem where another one follows it: neither is kept. */
async function* onlyFile(parts: AsyncIterableIterator<MultipartFile>, first: AsyncIterable<Buffer>) {
  yield* first;
  const second = (await parts.next()) as IteratorResult<MultipartFile, undefined>;
  if (second.done) return;
  second.value.file.resume();
  throw problem("malformed-request", { what: "more than one file in it; send each by itself" });
}
