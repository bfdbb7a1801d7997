import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { actorRef } from "../../complaint/context.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { incidentById, incidents } from "../../projections/incidents/incidents.ts";
import { changeIncident, openIncident } from "../../store/incidents.ts";
import {
  etagOf,
  idempotencyHeaders,
  idParam,
  ifMatchHeaders,
  ifMatchNumber,
  instantText,
  limitParam,
} from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { problem } from "./problem.ts";
import { takingIn } from "./role-needed.ts";
import { lineText } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

export const incidentSchema = z.object({
  incidentId: z.string(),
  title: z.string(),
  service: z.string(),
  cause: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable().describe("Null while it runs."),
  version: z.int().describe("It is the ETag too."),
  complaints: z.int().describe("Linked to it, of those that I may see."),
  open: z.int(),
});
const params = z.object({ incidentId: idParam });
const tags = ["incidents"];

/** `/incidents`: one cause with many complaints, taken up once. */
export function incidentRoutes(api: Api, wiring: Wiring): void {
  listRoutes(api, wiring);
  changeRoutes(api, wiring);
}

function listRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/incidents",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Incidents, the latest first",
        querystring: z.strictObject({
          show: z.enum(["running", "all"]).default("running"),
          limit: limitParam,
          cursor: z.string().min(1).max(1000).optional(),
        }),
        response: { 200: z.object({ incidents: z.array(incidentSchema), nextCursor: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { show, limit, cursor } = request.query;
      const reader = readerOf(signedIn(request));
      const list = [reader.organisation, "incidents", show];
      const after = placeOf(list, cursor);
      const found = await readInside(wiring.pool, reader.organisation, (connection) =>
        incidents(connection, reader, { isRunning: show === "running", limit: limit + 1, after }),
      );
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.incidentId ?? null) : null;
      return { incidents: page, nextCursor: cursorFor(list, next) };
    },
  );
  api.get(
    "/incidents/:incidentId",
    { config: { scope: "read" }, schema: { tags, summary: "One incident", params, response: { 200: incidentSchema } } },
    async (request, reply) => {
      const incident = await incidentOr404(wiring, signedIn(request), request.params.incidentId);
      return reply.header("etag", etagOf(incident.version)).send(incident);
    },
  );
}

function changeRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/incidents",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Take up an incident",
        headers: idempotencyHeaders,
        body: z.strictObject({
          title: lineText,
          service: idParam.describe("The pack's service that it is about."),
          cause: lineText.optional(),
          startedAt: instantText,
        }),
        response: { 201: incidentSchema.describe("The incident that was opened.") },
      },
    },
    async (request, reply) => {
      const { organisation, visibility, by } = mayHandle(signedIn(request));
      const { startedAt } = request.body;
      if (startedAt > wiring.now()) throw outOfOrder("startedAt", "lies in the future");
      return writeOnce(request, reply, wiring, async (connection) => {
        const incidentId = wiring.newId();
        await openIncident(connection, organisation, { ...request.body, incidentId, by });
        void reply.header("location", `/api/v1/incidents/${incidentId}`);
        return { status: 201, body: await incidentById(connection, { organisation, visibility }, incidentId) };
      });
    },
  );
  api.patch(
    "/incidents/:incidentId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Say the cause of an incident, or its end",
        description: "What is left out stays; null takes it back.",
        params,
        headers: ifMatchHeaders,
        body: z.strictObject({ cause: lineText.nullable().optional(), endedAt: instantText.nullable().optional() }),
        response: { 200: incidentSchema },
      },
    },
    async (request, reply) => {
      const reader = mayHandle(signedIn(request));
      const { incidentId } = request.params;
      const { cause, endedAt } = request.body;
      if (endedAt && endedAt > wiring.now()) throw outOfOrder("endedAt", "lies in the future");
      const version = ifMatchNumber(request.headers["if-match"]);
      const incident = await writeInside(wiring.pool, reader.organisation, async (connection) => {
        const changed = await changeIncident(connection, reader.organisation, { incidentId, version, cause, endedAt });
        if (changed === "changed-meanwhile") throw problem("changed-meanwhile");
        if (changed === "ends-before-start") throw outOfOrder("endedAt", "is before startedAt");
        return incidentById(connection, reader, incidentId);
      });
      if (!incident) throw problem("no-such-item", { name: incidentId });
      return reply.header("etag", etagOf(incident.version)).send(incident);
    },
  );
}

/** The incident as this person sees it. */
export async function incidentOr404({ pool }: Pick<Wiring, "pool">, who: SignedIn, incidentId: string) {
  const reader = readerOf(who);
  const incident = await readInside(pool, reader.organisation, (connection) =>
    incidentById(connection, reader, incidentId),
  );
  if (!incident) throw problem("no-such-item", { name: incidentId });
  return incident;
}

export function readerOf({ identity, actor }: SignedIn) {
  return { organisation: identity.organisation, visibility: visibilityOf(actor) };
}

function mayHandle(who: SignedIn) {
  return { ...readerOf(takingIn(who)), by: actorRef(who.actor) };
}

function outOfOrder(field: string, what: string) {
  return problem("malformed-request", { what: `${field} ${what}` }, { field });
}
