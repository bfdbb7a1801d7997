import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { noteLeaving, notePresence, othersPresent, PRESENT_MS } from "../../store/presence.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";

const othersSchema = z.object({
  others: z.array(z.object({ personId: z.string(), name: z.string(), isTyping: z.boolean() })),
});
const params = z.object({ complaintId: idParam });

/** `/complaints/{id}/presence`: who else has it open, and who is typing in it. The stream says when that changes. */
export function complaintPresenceRoutes(api: Api, { pool }: Wiring): void {
  const tags = ["complaints"];
  api.get(
    "/complaints/:complaintId/presence",
    {
      config: { scope: "read" },
      schema: { tags, summary: "Who else has it open", params, response: { 200: othersSchema } },
    },
    (request) => {
      const who = signedIn(request);
      const { complaintId } = request.params;
      return readInside(pool, who.identity.organisation, (connection) => othersAt(connection, who, complaintId));
    },
  );
  api.put(
    "/complaints/:complaintId/presence",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Say that I have it open",
        description: `To be said again within ${PRESENT_MS / 1000} seconds: whoever says nothing for so long has left.`,
        params,
        body: z.strictObject({ isTyping: z.boolean() }),
        response: { 200: othersSchema },
      },
    },
    (request) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const { complaintId } = request.params;
      return writeInside(pool, organisation, async (connection) => {
        const answer = await othersAt(connection, who, complaintId);
        await notePresence(connection, { organisation, complaintId, personId }, request.body.isTyping);
        return answer;
      });
    },
  );
  api.delete(
    "/complaints/:complaintId/presence",
    {
      config: { scope: "read" },
      schema: { tags, summary: "Say that I have left it", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { organisation, personId } = signedIn(request).identity;
      const { complaintId } = request.params;
      await writeInside(pool, organisation, (connection) =>
        noteLeaving(connection, { organisation, complaintId, personId }),
      );
      return reply.code(204).send(null);
    },
  );
}

async function othersAt(connection: Connection, { identity, actor }: SignedIn, complaintId: string) {
  const { organisation, personId } = identity;
  const others = await othersPresent(connection, { organisation, complaintId, personId }, visibilityOf(actor));
  if (!others) throw problem("complaint-unknown");
  return { others };
}
