import { z } from "zod";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { workQueue } from "../../projections/work-queue/work-queue.ts";
import { actorRef } from "../../complaint/context.ts";
import { linkedAmong, linksTo } from "../../projections/incidents/incidents.ts";
import { ANSWERED_TOGETHER_MAX, complaintsToAnswer } from "../../store/incidents.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { idempotencyKeyOf } from "./carry-out.ts";
import { carryOutEach, eachDoneSchema, refused, type EachResult, type Part } from "./carry-out-each.ts";
import { bodyOf, commandParts } from "./command-body.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { incidentOr404, readerOf } from "./incidents.ts";
import { asShown } from "./item-names.ts";
import { problem } from "./problem.ts";
import { filterOf, filterQuery, pageQuery, pageSchema } from "./queue-items.ts";

const params = z.object({ incidentId: idParam });
const tags = ["incidents"];
const LINKED_TOGETHER_MAX = 500;
const body = z.strictObject({
  complaintIds: z.array(idParam).min(1).max(LINKED_TOGETHER_MAX),
  reason: z.string().trim().min(1).max(1000).optional(),
});

/** `/incidents/{id}/complaints`, `…/removals` and `…/replies`: linked and let go one by one, answered together. */
export function incidentComplaintRoutes(api: Api, wiring: Wiring): void {
  linkedRoute(api, wiring);
  linkRoute(api, wiring);
  unlinkRoute(api, wiring);
  replyRoute(api, wiring);
}

function linkedRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/incidents/:incidentId/complaints",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Complaints linked to it, the newest first",
        params,
        querystring: z.strictObject({ ...pageQuery, open: filterQuery.open }),
        response: { 200: pageSchema },
      },
    },
    async (request) => {
      const { incidentId } = request.params;
      const { limit, cursor, open } = request.query;
      const who = signedIn(request);
      await incidentOr404(wiring, who, incidentId);
      const reader = readerOf(who);
      const list = [reader.organisation, "incident", incidentId, open];
      const filter = filterOf({ incidentId, open }, wiring.now());
      const place = placeOf(list, cursor);
      const page = await readInside(wiring.pool, reader.organisation, async (connection) => {
        const found = await workQueue(connection, { ...reader, filter, order: "arrival", limit, cursor: place });
        return asShown(found, wiring, { connection, organisation: reader.organisation });
      });
      return { items: page.items, nextCursor: cursorFor(list, page.next) };
    },
  );
}

function linkRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/incidents/:incidentId/complaints",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Link complaints to it",
        description: "The verb `link` for each of them, as the same incident; one that refuses keeps no other from it.",
        params,
        headers: idempotencyHeaders,
        body,
        response: { 200: eachDoneSchema },
      },
    },
    async (request) => {
      const { incidentId } = request.params;
      const { complaintIds, reason } = request.body;
      const who = signedIn(request);
      await incidentOr404(wiring, who, incidentId);
      const data = { to: incidentId, as: "same-incident", ...(reason === undefined ? {} : { reason }) };
      const parts = [...new Set(complaintIds)].map((complaintId): Part => ({
        complaintId,
        command: { verb: "link", data },
      }));
      return carryOutEach(request, wiring, parts);
    },
  );
}

function unlinkRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/incidents/:incidentId/removals",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Take complaints out of it again",
        description: "The verb `unlink` for each of them, of the link by which it came in last.",
        params,
        headers: idempotencyHeaders,
        body: body.required(),
        response: { 200: eachDoneSchema },
      },
    },
    async (request) => {
      const { incidentId } = request.params;
      const { complaintIds, reason } = request.body;
      const who = signedIn(request);
      await incidentOr404(wiring, who, incidentId);
      const { organisation } = who.identity;
      const links = await readInside(wiring.pool, organisation, (connection) =>
        linksTo(connection, { organisation, incidentId, complaintIds }),
      );
      // One that never was in it is refused by the verb itself, as any link that is not there.
      const parts = [...new Set(complaintIds)].map((complaintId): Part => ({
        complaintId,
        command: { verb: "unlink", data: { linkId: links.get(complaintId) ?? incidentId, reason } },
      }));
      return carryOutEach(request, wiring, parts);
    },
  );
}

function replyRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/incidents/:incidentId/replies",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Answer all open complaints that are linked to it",
        description:
          "The verb `reply` for each of them, with its own clocks, its own refusal and its own conflict. The same again under the same key answers those that are left of the same complaints, and none twice.",
        params,
        headers: idempotencyHeaders.required(),
        body: bodyOf("reply").extend({
          complaints: z
            .array(z.strictObject({ complaintId: idParam, sequence: z.int().min(1).optional() }))
            .min(1)
            .max(ANSWERED_TOGETHER_MAX)
            .optional()
            .describe("Only these; `sequence` is the last fact that you saw, as with If-Match."),
        }),
        response: { 200: eachDoneSchema },
      },
    },
    async (request) => {
      const { incidentId } = request.params;
      const who = signedIn(request);
      await incidentOr404(wiring, who, incidentId);
      const { complaints, ...body } = request.body as Record<string, unknown> & { complaints?: Named[] };
      const key = String(idempotencyKeyOf(request));
      const { linked, strangers } = await toAnswer(wiring, who, { incidentId, key, complaints, request: request.body });
      const { documents = [], data, ...envelope } = commandParts(body, {});
      const sequences = new Map(complaints?.map(({ complaintId, sequence }) => [complaintId, sequence]));
      const attachments = await documentsHandedIn(wiring, who.identity.organisation, { documents, salt: key });
      const command = { verb: "reply" as const, data, ...envelope, attachments };
      const parts = linked.map((complaintId) => ({ complaintId, command, sequence: sequences.get(complaintId) }));
      const { results, remaining } = await carryOutEach(request, wiring, parts);
      return { results: [...results, ...strangers], remaining };
    },
  );
}

type Named = { complaintId: string; sequence?: number };

/** `strangers`: named, and not linked to it, or not to be seen by whoever asks. */
async function toAnswer(
  { pool }: Wiring,
  who: SignedIn,
  asked: { incidentId: string; key: string; complaints: Named[] | undefined; request: unknown },
): Promise<{ linked: string[]; strangers: EachResult[] }> {
  const reader = readerOf(who);
  const { incidentId, key, complaints } = asked;
  const named = complaints?.map(({ complaintId }) => complaintId);
  const request = JSON.stringify([incidentId, asked.request]);
  const by = actorRef(who.actor);
  return writeInside(pool, reader.organisation, async (connection) => {
    const ids = await complaintsToAnswer(connection, reader, { incidentId, key, request, named, by });
    if (ids === "used-otherwise") throw problem("key-used-otherwise", {}, { field: "Idempotency-Key" });
    if (ids === "too-many") {
      const what = `more than ${ANSWERED_TOGETHER_MAX} complaints are linked; name them`;
      throw problem("malformed-request", { what }, { field: "complaints" });
    }
    const seen = await linkedAmong(connection, reader, { incidentId, complaintIds: ids });
    const strangers = ids.filter((id) => !seen.has(id)).map((id) => refused(id, problem("complaint-unknown")));
    return { linked: ids.filter((id) => seen.has(id)), strangers };
  });
}
