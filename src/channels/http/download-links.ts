import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import {
  addDownloadLink,
  documentOfKey,
  downloadLinksOf,
  endDownloadLink,
  noteFetched,
} from "../../access/download-links.ts";
import { countedAddress } from "../../access/guesses.ts";
import { personNames } from "../../access/person-names.ts";
import { NO_ORGANISATION } from "../../access/public-turns.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { noteInOrganisation } from "../../store/organisation-log.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { documentsIn } from "./complaint-documents.ts";
import { problem } from "./problem.ts";
import { readOpened, takeTurn } from "./public-access.ts";
import { readComplaint } from "./read-complaint.ts";
import { sendDocument } from "./send-document.ts";
import { lineText } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

/** A week: whoever needs it later asks again. */
const HOURS_MAX = 168;
const HOURS = 72;
const MADE_FOR_CHARS_MAX = 200;

const linkSchema = z.object({
  downloadLinkId: z.string(),
  attachmentId: z.string(),
  madeFor: z.string(),
  madeBy: z.string().describe("The name of whoever made it."),
  madeAt: z.string(),
  expiresAt: z.string(),
  fetchedAt: z.string().nullable().describe("First; null: nobody has."),
  fetched: z.int(),
});

/** `…/download-links`: one document of a file for somebody who never signs in, for a while. */
export function downloadLinkRoutes(api: Api, wiring: Wiring): void {
  makingRoute(api, wiring);
  listingRoutes(api, wiring);
  fetchingRoute(api, wiring);
}

const tags = ["documents"];

function makingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/complaints/:complaintId/documents/:attachmentId/download-links",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Make a link by which somebody fetches this document without signing in",
        description: `It ends by itself, after ${HOURS_MAX} hours at the latest, and may be taken back. Who made it for whom stands in the organisation's log. Nothing of training is handed out.`,
        params: z.object({ complaintId: idParam, attachmentId: idParam }),
        headers: idempotencyHeaders,
        body: z.strictObject({
          madeFor: lineText.pipe(z.string().min(1).max(MADE_FOR_CHARS_MAX)).describe("Whom it is for."),
          hours: z.int().min(1).max(HOURS_MAX).default(HOURS),
        }),
        response: {
          201: z
            .object({
              downloadLinkId: z.string(),
              url: z.string().describe("Shown now, and never again."),
              expiresAt: z.string(),
            })
            .describe("The link."),
        },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const { complaintId, attachmentId } = request.params;
      const read = await readComplaint(wiring, who, complaintId);
      if (read.complaint.shownIn !== "work") throw problem("not-in-training");
      if (!documentsIn(read).some((each) => each.attachmentId === attachmentId))
        throw problem("no-such-item", { name: attachmentId });
      return writeOnce(request, reply, wiring, async (connection) => {
        const link = { complaintId, attachmentId, ...request.body, madeBy: who.actor.personId };
        const { key, ...made } = await addDownloadLink(connection, organisation, link);
        const data = { complaintId, attachmentId, downloadLinkId: made.downloadLinkId, expiresAt: made.expiresAt };
        await noteInOrganisation(connection, organisation, {
          facts: [{ type: "DownloadLinkMade", data }],
          by: refOf(who.actor),
        });
        return { status: 201, body: { ...made, url: `${wiring.publicUrl}/api/v1/public/downloads/${key}` } };
      });
    },
  );
}

function listingRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/download-links",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Links to documents of this file that are still good",
        params: z.object({ complaintId: idParam }),
        response: { 200: z.object({ links: z.array(linkSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const { complaintId } = request.params;
      await readComplaint(wiring, who, complaintId);
      return readInside(wiring.pool, organisation, async (connection) => {
        const links = await downloadLinksOf(connection, organisation, complaintId);
        const makers = links.map(({ madeBy }) => madeBy);
        const names = await personNames(connection, organisation, makers);
        return { links: links.map((link) => ({ ...link, madeBy: names.get(link.madeBy) ?? link.madeBy })) };
      });
    },
  );
  api.delete(
    "/complaints/:complaintId/download-links/:downloadLinkId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Take a link back: it ends now",
        params: z.object({ complaintId: idParam, downloadLinkId: idParam }),
        headers: idempotencyHeaders,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const { complaintId, downloadLinkId } = request.params;
      await readComplaint(wiring, who, complaintId);
      return writeOnce(request, reply, wiring, async (connection) => {
        if (!(await endDownloadLink(connection, organisation, { complaintId, downloadLinkId })))
          throw problem("no-such-item", { name: downloadLinkId });
        await noteInOrganisation(connection, organisation, {
          facts: [{ type: "DownloadLinkEnded", data: { complaintId, downloadLinkId } }],
          by: refOf(who.actor),
        });
        return { status: 204, body: null };
      });
    },
  );
}

function fetchingRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/public/downloads/:key",
    {
      schema: {
        tags: ["public"],
        summary: "The document of a link",
        description: "A file to be kept. A link that has expired, was taken back or never was is told alike.",
        params: z.object({ key: z.string().max(150) }),
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      const found = await documentOfKey(wiring.pool, key);
      const document = found && (await documentNamed(wiring, found));
      if (!found || !document) {
        const place = countedAddress(request.ip);
        await takeTurn(wiring, { organisation: NO_ORGANISATION, what: "wrong-code", place });
        throw problem("link-over");
      }
      const { organisation } = found;
      await noteFetched(wiring.pool, organisation, key);
      return sendDocument(reply, wiring, { organisation, document });
    },
  );
}

/** As it stands in the file now: what was erased there is gone here too. */
async function documentNamed(
  wiring: Wiring,
  { organisation, complaintId, attachmentId }: { organisation: string; complaintId: string; attachmentId: string },
) {
  const opened = await readOpened(wiring, organisation, complaintId);
  return documentsIn(opened).find((each) => each.attachmentId === attachmentId);
}
