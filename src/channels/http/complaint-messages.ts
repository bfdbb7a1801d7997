import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { complaintFile, findComplaint } from "../../projections/complaint-file/complaint-file.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { reachComplaint } from "./read-complaint.ts";

const messageSchema = z.object({
  outboxId: z.string(),
  sequence: z.int().describe("The fact on account of which it leaves."),
  kind: z.string(),
  audience: z.string(),
  recipient: z.string().nullable(),
  channel: z.string().nullable(),
  urgency: z.enum(["now", "digest"]),
  status: z.enum(["queued", "sending", "sent", "refused", "failed", "unknown", "dropped", "gathered"]),
  queuedAt: z.string(),
  endedAt: z.string().nullable().describe("Null: it waits, is being sent, or is tried again."),
  nextTryAt: z.string().nullable().describe("Of one that was tried and is tried again."),
  attempts: z.int(),
  lastError: z.string().nullable().describe("A status code of the reader's server, or a word: never an address."),
});

/** `/complaints/{id}/messages`: what left because of it and what waits; `/complaint-numbers/{number}`: which one it is. */
export function complaintMessageRoutes(api: Api, wiring: Wiring): void {
  const { pool, mail } = wiring;
  const tags = ["complaints"];
  api.get(
    "/complaints/:complaintId/messages",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What left because of it, and what still waits",
        params: z.object({ complaintId: idParam }),
        response: {
          200: z.object({
            messages: z.array(messageSchema),
            isMailSent: z.boolean().describe("Whether mail of this organisation leaves at all."),
          }),
        },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      const { organisation } = identity;
      const { complaintId } = request.params;
      const file = await readInside(pool, organisation, (connection) =>
        complaintFile(connection, { organisation, complaintId, visibility: visibilityOf(actor) }),
      );
      if (!file) throw problem("complaint-unknown");
      return { messages: file.outbox, isMailSent: mail?.sendsFor(organisation) ?? false };
    },
  );
  api.get(
    "/complaint-numbers/:number",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The complaint with this number on paper",
        params: z.object({ number: idParam }),
        response: { 200: z.object({ complaintId: z.string(), number: z.string() }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const { number } = request.params;
      const complaintId = await readInside(pool, organisation, (connection) =>
        findComplaint(connection, { organisation, number }),
      );
      if (complaintId === undefined) throw problem("complaint-unknown");
      const { complaint } = await reachComplaint(wiring, who, complaintId);
      return { complaintId, number: complaint.number };
    },
  );
}
