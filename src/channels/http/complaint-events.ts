import { z } from "zod";
import { eventTypes } from "../../procedure/pure/vocabulary.ts";
import { namesOf } from "../../access/people.ts";
import { etagOf, idParam } from "./addresses.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { eventSchema } from "./carry-out.ts";
import { readComplaint } from "./read-complaint.ts";

/** `/complaints/{id}/events`: everything that happened, in order, with the names of those who did it. */
export function complaintEventRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/events",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        summary: "What happened, in order",
        params: z.object({ complaintId: idParam }),
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).default(0).describe("Sequence after which to begin."),
          limit: z.coerce.number().int().min(1).max(1000).default(500),
        }),
        response: {
          200: z.object({
            events: z.array(eventSchema.extend({ type: z.enum(eventTypes) })),
            people: z
              .record(z.string(), z.string())
              .describe("Names of everybody who did it or is named in it, by person id."),
            nextAfter: z.int().nullable(),
          }),
        },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { after, limit } = request.query;
      const { complaint, events } = await readComplaint(wiring, who, request.params.complaintId);
      const page = events.filter(({ sequence }) => sequence > after).slice(0, limit);
      const people = await namesOf(wiring.pool, who.identity.organisation, page.flatMap(peopleIn));
      const last = page.at(-1)?.sequence;
      const nextAfter = last !== undefined && last < complaint.sequence ? last : null;
      return reply.header("etag", etagOf(complaint.sequence)).send({ events: page, people, nextAfter });
    },
  );
}

function peopleIn({ actor, data }: ComplaintEvent): string[] {
  const by = actor.kind === "person" ? [actor.personId, actor.deputyFor ?? ""] : [];
  const personId = "personId" in data && data.personId !== null ? [data.personId] : [];
  return [...by, ...personId, ...("mentions" in data ? data.mentions : [])];
}
