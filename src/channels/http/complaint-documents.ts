import { z } from "zod";
import type { Attachment } from "../../complaint/events/parts.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { readComplaint, type ReadComplaint } from "./read-complaint.ts";
import { isPicture } from "./picture-of.ts";
import { sendDocument, sendSmall } from "./send-document.ts";

const documentSchema = z.object({
  attachmentId: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  evidence: z.string().optional(),
});

/** `/complaints/{id}/documents`: what is in the file, for those who may see the file. */
export function complaintDocumentRoutes(api: Api, wiring: Wiring): void {
  thumbnailRoute(api, wiring);
  const tags = ["documents"];
  api.get(
    "/complaints/:complaintId/documents",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Documents in the file",
        params: z.object({ complaintId: idParam }),
        response: { 200: z.object({ documents: z.array(documentSchema) }) },
      },
    },
    async (request) => {
      const read = await readComplaint(wiring, signedIn(request), request.params.complaintId);
      return { documents: documentsIn(read) };
    },
  );
  api.get(
    "/complaints/:complaintId/documents/:attachmentId",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One document",
        description:
          "A file to be kept, or a picture or PDF to be looked at; never to be run in the page. It is compared with its hash first, and not given out where it was altered.",
        params: z.object({ complaintId: idParam, attachmentId: idParam }),
        querystring: z.strictObject({
          disposition: z
            .enum(["attachment", "inline"])
            .default("attachment")
            .describe("`inline`: to be looked at in the page, where it is a PNG, JPEG or WebP picture or a PDF."),
        }),
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { complaintId, attachmentId } = request.params;
      const read = await readComplaint(wiring, who, complaintId);
      const document = documentsIn(read).find((each) => each.attachmentId === attachmentId);
      const { organisation } = who.identity;
      if (!document) throw problem("no-such-item", { name: attachmentId });
      return sendDocument(reply, wiring, { organisation, document, disposition: request.query.disposition });
    },
  );
}

/** A picture made small; its content is named by the document, so a browser need not ask for it again. */
function thumbnailRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/documents/:attachmentId/thumbnail",
    {
      config: { scope: "read" },
      schema: {
        tags: ["documents"],
        summary: "A small picture of a document that is a picture",
        description:
          "WebP, at most 320 pixels on a side, without what the camera wrote into it. 404 where it is no picture.",
        params: z.object({ complaintId: idParam, attachmentId: idParam }),
        produces: ["image/webp"],
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { complaintId, attachmentId } = request.params;
      const read = await readComplaint(wiring, who, complaintId);
      const document = documentsIn(read).find((each) => each.attachmentId === attachmentId);
      if (!document || !isPicture(document)) throw problem("no-such-item", { name: attachmentId });
      return sendSmall(reply, wiring, { organisation: who.identity.organisation, document });
    },
  );
}

/** What was handed in, then the papers as they were drafted and issued: each document once. */
export function documentsIn({ complaint, events }: Pick<ReadComplaint, "complaint" | "events">): Attachment[] {
  const papers = events.flatMap(({ type, data }) =>
    type === "PaperDrafted" || type === "PaperIssued" ? (data.attachment ?? []) : [],
  );
  const all = [...complaint.attachments, ...papers];
  return all.filter(({ attachmentId }, place) => all.findIndex((each) => each.attachmentId === attachmentId) === place);
}
