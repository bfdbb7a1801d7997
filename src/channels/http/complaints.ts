import { z } from "zod";
import { mayRegister } from "../../access/actor.ts";
import { etagOf, idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { carryOut, doneSchema } from "./carry-out.ts";
import { bodyOf, commandParts } from "./command-body.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";

const complaintSchema = z
  .object({
    complaintId: z.string(),
    sequence: z.int(),
    number: z.string(),
    phase: z.string(),
    stage: z.string(),
    names: z
      .object({ stage: z.string(), kind: z.string().nullable(), channel: z.string(), unit: z.string().nullable() })
      .describe("What the provider calls them."),
  })
  .loose();

/** `/complaints`: taking them in, and reading one. `complaint-list.ts` lists them. */
export function complaintRoutes(api: Api, wiring: Wiring): void {
  const tags = ["complaints"];
  const register = bodyOf("register");
  api.post(
    "/complaints",
    {
      config: { scope: "register" },
      schema: {
        tags,
        operationId: "register",
        summary: "Take a complaint in",
        description:
          "The verb `register`. Never refused for gaps or lateness: gaps come back in `missing`. `occurredAt` is when it was received.",
        headers: idempotencyHeaders,
        body: register.extend({
          procedure: idParam.optional().describe("Needed only where the organisation has several."),
        }),
        response: { 201: doneSchema },
      },
    },
    async (request, reply) => {
      if (!mayRegister(signedIn(request).actor))
        throw problem("not-your-role", { who: "clerk, shift-lead, unit-member" });
      const { procedure, ...body } = request.body as Record<string, unknown> & { procedure?: string };
      return carryOut(request, reply, wiring, { verb: "register", procedure, parts: commandParts(body, {}) });
    },
  );
  api.get(
    "/complaints/:complaintId",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One complaint as it stands",
        description: "Its ETag is its sequence: send it back as `If-Match` with a verb.",
        params: z.object({ complaintId: idParam }),
        response: { 200: complaintSchema, 304: z.null() },
      },
    },
    async (request, reply) => {
      const { complaintId } = request.params;
      const { complaint, edition } = await readComplaint(wiring, signedIn(request), complaintId);
      const etag = etagOf(complaint.sequence);
      void reply.header("etag", etag).header("cache-control", "private, no-cache");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send(null);
      const { classification, channel, unit, stage } = complaint;
      const names = {
        stage: edition.stages.find(({ id }) => id === stage)?.name ?? stage,
        kind: edition.kinds.find(({ id }) => id === classification?.kind)?.name ?? null,
        channel: edition.channels.find(({ id }) => id === channel)?.name ?? channel,
        unit: edition.units.find(({ id }) => id === unit)?.name ?? unit,
      };
      return reply.send({ complaintId, ...complaint, names });
    },
  );
}
