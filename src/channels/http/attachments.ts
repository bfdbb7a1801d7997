import multipart from "@fastify/multipart";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { receiveUpload, uploadedSchema } from "./receive-upload.ts";

/** Bytes of one document: a film of some minutes. */
export const ATTACHMENT_BYTES_MAX = 100_000_000;

/** `/attachments`: documents are uploaded first, and handed in with the verb that they belong to. */
export async function attachmentRoutes(api: Api, wiring: Wiring): Promise<void> {
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
      const { organisation } = identity;
      const by = { kind: actor.kind, personId: actor.personId };
      const bytesMax = ATTACHMENT_BYTES_MAX;
      return reply.code(201).send(await receiveUpload(request, wiring, { organisation, by, bytesMax }));
    },
  );
}
