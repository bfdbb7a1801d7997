import { z } from "zod";
import { holds, visibilityOf } from "../../access/actor.ts";
import { namesOf } from "../../access/people.ts";
import { trayRoles } from "../../access/permissions.ts";
import {
  arrivals,
  arrivalShown,
  arrivalsOfComplaint,
  arrivalsWaiting,
  type ArrivalItem,
  type ArrivalShown,
} from "../../projections/arrivals/arrivals.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { idParam, limitParam, queryText } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { arrivalInWhole, arrivalItemSchema, arrivalShownSchema, arrivalStatuses, itemShown } from "./arrival-schema.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { notYourRole } from "./role-needed.ts";
import { sendDocument } from "./send-document.ts";

export const arrivalParams = z.object({ arrivalId: z.string().regex(/^[0-9a-f]{32}$/, "32 hexadecimal digits") });
const tags = ["arrivals"];

/** `/arrivals`: what came in by connected channels. The tray is that of clerks and shift leads; the rest is seen with its complaint. */
export function arrivalRoutes(api: Api, wiring: Wiring): void {
  trayRoute(api, wiring);
  readingRoutes(api, wiring);
  contentRoutes(api, wiring);
}

/** Lets through who looks after the tray. */
export function atTheTray(who: SignedIn): SignedIn {
  if (!trayRoles.some((role) => holds(who.actor, role))) throw notYourRole(trayRoles);
  return who;
}

/** One that this person may see. What is about no complaint is seen at the tray alone. */
export async function readArrival({ pool }: Wiring, who: SignedIn, arrivalId: string): Promise<ArrivalShown> {
  const { organisation } = who.identity;
  const visibility = visibilityOf(who.actor);
  const found = await readInside(pool, organisation, (connection) =>
    arrivalShown(connection, { organisation, visibility }, arrivalId),
  );
  if (!found) throw problem("no-such-item", { name: arrivalId });
  if (found.aboutComplaintId === null && found.complaintId === null) atTheTray(who);
  return found;
}

function trayRoute(api: Api, wiring: Wiring): void {
  const { pool } = wiring;
  api.get(
    "/arrivals",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What came in by connected channels, the latest first",
        description: "For clerks and shift leads. What is about a complaint is shown to whoever may see that.",
        querystring: z.strictObject({
          status: z.enum(arrivalStatuses).default("waiting"),
          medium: z.enum(["mail", "sms", "chat", "call"]).optional(),
          search: queryText.optional().describe("Who wrote, the subject or the beginning; among the latest thousands."),
          limit: limitParam,
          cursor: z.string().min(1).max(1000).optional(),
        }),
        response: {
          200: z.object({
            arrivals: z.array(arrivalItemSchema),
            waiting: z.int().describe("How many wait, counted up to 1000."),
            nextCursor: z.string().nullable(),
          }),
        },
      },
    },
    async (request) => {
      const who = atTheTray(signedIn(request));
      const { status, medium, search, limit, cursor } = request.query;
      const { organisation } = who.identity;
      const asked = { organisation, visibility: visibilityOf(who.actor) };
      const list = [organisation, "arrivals", status, medium ?? "", search ?? ""];
      const after = afterIn(placeOf(list, cursor));
      const [found, waiting] = await readInside(pool, organisation, async (connection) => [
        await arrivals(connection, asked, { status, medium, words: search, limit: limit + 1, after }),
        await arrivalsWaiting(connection, asked),
      ]);
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      const next = last ? `${last.receivedAt} ${last.arrivalId}` : null;
      return { arrivals: await named(wiring, who, page), waiting, nextCursor: cursorFor(list, next) };
    },
  );
}

function readingRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/arrivals",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What came in about a complaint, in the order in which it came",
        params: z.object({ complaintId: idParam }),
        response: { 200: z.object({ arrivals: z.array(arrivalItemSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { complaintId } = request.params;
      await readComplaint(wiring, who, complaintId);
      const { organisation } = who.identity;
      const asked = { organisation, visibility: visibilityOf(who.actor) };
      const found = await readInside(wiring.pool, organisation, (connection) =>
        arrivalsOfComplaint(connection, asked, complaintId),
      );
      return { arrivals: await named(wiring, who, found) };
    },
  );
  api.get(
    "/arrivals/:arrivalId",
    {
      config: { scope: "read" },
      schema: { tags, summary: "One arrival", params: arrivalParams, response: { 200: arrivalShownSchema } },
    },
    async (request) => {
      const who = signedIn(request);
      const found = await readArrival(wiring, who, request.params.arrivalId);
      return arrivalInWhole(found, await namesIn(wiring, who, [found]));
    },
  );
}

function contentRoutes(api: Api, wiring: Wiring): void {
  const file = { 200: z.any().describe("The file, to be kept.") };
  api.get(
    "/arrivals/:arrivalId/original",
    {
      config: { scope: "read" },
      schema: { tags, summary: "The original, byte for byte, as a file", params: arrivalParams, response: file },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { arrivalId } = request.params;
      const { originalSha256: sha256, originalBytes: bytes, medium } = await readArrival(wiring, who, arrivalId);
      const [type, ending] = medium === "mail" ? ["message/rfc822", "eml"] : ["application/octet-stream", "bin"];
      const document = { attachmentId: arrivalId, name: `${arrivalId}.${ending}`, type, bytes, sha256 };
      return sendDocument(reply, wiring, { organisation: who.identity.organisation, document });
    },
  );
  api.get(
    "/arrivals/:arrivalId/html",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Its HTML as a file, cleaned of scripts, forms and whatever would be fetched from elsewhere",
        params: arrivalParams,
        response: file,
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { arrivalId } = request.params;
      const { htmlSha256: sha256 } = await readArrival(wiring, who, arrivalId);
      const { organisation } = who.identity;
      const bytes = sha256 === null ? undefined : await bytesOf(wiring, organisation, sha256);
      if (sha256 === null || bytes === undefined) throw problem("no-such-item", { name: `${arrivalId}/html` });
      const type = "text/html; charset=utf-8";
      const document = { attachmentId: arrivalId, name: `${arrivalId}.html`, type, bytes, sha256 };
      return sendDocument(reply, wiring, { organisation, document });
    },
  );
  api.get(
    "/arrivals/:arrivalId/documents/:attachmentId",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "A document that came with it, as a file",
        params: arrivalParams.extend({ attachmentId: idParam }),
        response: file,
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { arrivalId, attachmentId } = request.params;
      const { documents } = await readArrival(wiring, who, arrivalId);
      const document = documents.find((each) => each.attachmentId === attachmentId);
      if (!document) throw problem("no-such-item", { name: attachmentId });
      return sendDocument(reply, wiring, { organisation: who.identity.organisation, document });
    },
  );
}

async function bytesOf({ pool }: Wiring, organisation: string, sha256: string): Promise<number | undefined> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ bytes: string }>("select bytes from attachment where organisation = $1 and sha256 = $2", [
      organisation,
      sha256,
    ]),
  );
  return rows[0] && Number(rows[0].bytes);
}

async function named(wiring: Wiring, who: SignedIn, items: readonly ArrivalItem[]) {
  const names = await namesIn(wiring, who, items);
  return items.map((item) => itemShown(item, names));
}

function namesIn({ pool }: Wiring, { identity }: SignedIn, items: readonly ArrivalItem[]) {
  const ids = items.flatMap(({ handledBy }) => (handledBy?.personId === undefined ? [] : [handledBy.personId]));
  return namesOf(pool, identity.organisation, ids);
}

function afterIn(place: string | undefined): { receivedAt: string; arrivalId: string } | undefined {
  const [receivedAt, arrivalId] = place?.split(" ") ?? [];
  return receivedAt === undefined || arrivalId === undefined ? undefined : { receivedAt, arrivalId };
}
