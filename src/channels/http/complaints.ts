import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { namesOf } from "../../access/people.ts";
import { linkTargets } from "../../projections/complaint-file/link-targets.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { etagOf, idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { carryOut, doneSchema } from "./carry-out.ts";
import { refuseClosedChannel } from "./closed-channels.ts";
import { bodyOf, commandParts } from "./command-body.ts";
import { complaintSchema } from "./complaint-schema.ts";
import { correctiveActionsOf } from "./corrective-actions.ts";
import { problem } from "./problem.ts";
import { takingIn } from "./role-needed.ts";
import { readComplaint, type ReadComplaint } from "./read-complaint.ts";

type Told = Record<string, unknown> & { procedure?: string; training?: boolean };

/** `/complaints`: taking them in, and reading one. `complaint-list.ts` lists them. */
export function complaintRoutes(api: Api, wiring: Wiring): void {
  const tags = ["complaints"];
  const register = bodyOf("register");
  api.post(
    "/complaints",
    {
      config: { scope: "register" },
      preHandler: (request) => refuseClosedChannel(wiring, request),
      schema: {
        tags,
        operationId: "register",
        summary: "Take a complaint in",
        description:
          "The verb `register`. Never refused for gaps or lateness: gaps come back in `missing`. Refused by a channel that is closed, unless it arrived before. `occurredAt` is when it was received.",
        headers: idempotencyHeaders,
        body: register.extend({
          procedure: idParam.optional().describe("Needed only where the organisation has several."),
          training: z
            .boolean()
            .optional()
            .describe(
              "Whether it is for practice. What `session.isTraining` says, or it is refused: nothing real lands in a training because it was turned on elsewhere meanwhile.",
            ),
        }),
        response: {
          201: doneSchema.describe("The complaint that was registered: its id, its number, its first facts."),
        },
      },
    },
    async (request, reply) => {
      const { identity } = takingIn(signedIn(request));
      const { procedure, training = identity.isTraining, ...body } = request.body as Told;
      if (training !== identity.isTraining) throw problem("training-otherwise");
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
      const who = signedIn(request);
      const read = await readComplaint(wiring, who, complaintId);
      const etag = etagOf(read.complaint.sequence);
      void reply.header("etag", etag).header("cache-control", "private, no-cache");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send(null);
      const names = await namesIn(read, who, wiring);
      return reply.send({ complaintId, ...read.complaint, correctiveActions: correctiveActionsOf(read), names });
    },
  );
}

async function namesIn({ complaint, edition }: ReadComplaint, { identity, actor }: SignedIn, { pool }: Wiring) {
  const { classification, channel, unit, stage, ownerId, links } = complaint;
  const { organisation } = identity;
  const nameOf = (named: readonly { id: string; name: string }[], id: string | null | undefined) =>
    named.find((each) => each.id === id)?.name;
  const people = await namesOf(pool, organisation, ownerId === null ? [] : [ownerId]);
  const to = links.map((link) => link.to);
  const targets =
    to.length === 0
      ? []
      : await readInside(pool, organisation, (connection) =>
          linkTargets(connection, { organisation, to, visibility: visibilityOf(actor) }),
        );
  return {
    stage: nameOf(edition.stages, stage) ?? stage,
    kind: nameOf(edition.kinds, classification?.kind) ?? null,
    channel: nameOf(edition.channels, channel) ?? channel,
    unit: nameOf(edition.units, unit) ?? unit,
    register: nameOf(edition.registers, classification?.register) ?? null,
    owner: ownerId === null ? null : (people[ownerId] ?? ownerId),
    links: targets,
  };
}
