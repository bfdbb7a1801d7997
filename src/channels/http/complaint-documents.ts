import { z } from "zod";
import { idParam } from "./addresses.ts";
import { contentState } from "../../store/attachments/content-state.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";

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
      const { complaint } = await readComplaint(wiring, signedIn(request), request.params.complaintId);
      return { documents: complaint.attachments };
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
          "Always as a file to be kept, never to be run in the page. It is compared with its hash first, and not given out where it was altered.",
        params: z.object({ complaintId: idParam, attachmentId: idParam }),
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { complaintId, attachmentId } = request.params;
      const { complaint } = await readComplaint(wiring, who, complaintId);
      const document = complaint.attachments.find((each) => each.attachmentId === attachmentId);
      const { organisation } = who.identity;
      if (!document) throw problem("no-such-item", { name: attachmentId });
      const state = await contentState(wiring.attachments, organisation, document.sha256);
      if (state === "altered") {
        request.log.error({ organisation, complaintId, sha256: document.sha256 }, "a kept document was altered");
        throw problem("document-altered");
      }
      const content = await wiring.attachments.open(organisation, document.sha256);
      if (!content) throw problem("no-such-item", { name: attachmentId });
      return reply
        .header("content-type", document.type === "text/plain" ? "text/plain; charset=utf-8" : document.type)
        .header("content-length", document.bytes)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodedName(document.name)}`)
        .header("content-security-policy", "sandbox; default-src 'none'")
        .header("cache-control", "private, no-cache")
        .serializer(asItIs)
        .send(content);
    },
  );
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
