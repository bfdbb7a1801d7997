import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { takeTurn } from "./public-access.ts";
import { editionsOnWeb } from "./public-organisations.ts";
import { receiveUpload, uploadedSchema } from "./receive-upload.ts";

/** Bytes of one document of a customer: a photo of the best telephone, or a short film. */
export const PUBLIC_ATTACHMENT_BYTES_MAX = 25_000_000;

/** `/public/organisations/{organisation}/attachments`: what a customer hands in is uploaded first. */
export function publicAttachmentRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/public/organisations/:organisation/attachments",
    {
      schema: {
        tags: ["public"],
        summary: "Upload a document of a customer",
        description: `One file of at most ${PUBLIC_ATTACHMENT_BYTES_MAX} bytes as \`multipart/form-data\`. What no complaint names is removed after a day.`,
        consumes: ["multipart/form-data"],
        params: z.object({ organisation: idParam }),
        response: { 201: uploadedSchema.describe("The document that was kept: name its hash when you complain.") },
      },
    },
    async (request, reply) => {
      const { organisation } = request.params;
      await editionsOnWeb(wiring, organisation);
      await takeTurn(wiring, { organisation, what: "upload", place: countedAddress(request.ip) });
      const by = { kind: "customer" };
      const bytesMax = PUBLIC_ATTACHMENT_BYTES_MAX;
      return reply.code(201).send(await receiveUpload(request, wiring, { organisation, by, bytesMax }));
    },
  );
}
