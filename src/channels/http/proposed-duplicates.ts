import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import { proposedDuplicates } from "../../intake/proposed-duplicates.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { sayNotDuplicate, takeBackNotDuplicate } from "../../store/not-duplicates.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { readerOf } from "./incidents.ts";
import { asShown } from "./item-names.ts";
import { queueItemSchema } from "./queue-items.ts";
import { readComplaint } from "./read-complaint.ts";
import { takingIn } from "./role-needed.ts";
import { writeOnce } from "./write-once.ts";

const tags = ["complaints"];
const pairParams = z.object({ complaintId: idParam, otherId: idParam });

/** What is probably the same matter as a complaint, proposed until a person links them or says that they are two. */
export function proposedDuplicateRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/proposed-duplicates",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Open complaints that are probably the same matter as this one",
        description: "Proposed only: nothing is put together by itself.",
        params: z.object({ complaintId: idParam }),
        response: {
          200: z.object({
            complaints: z.array(
              queueItemSchema.extend({
                alike: z.array(z.enum(["customer", "number", "words"])),
                isLikelyDuplicate: z.boolean(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { complaintId } = request.params;
      const { complaint } = await readComplaint(wiring, who, complaintId);
      const reader = readerOf(who);
      return readInside(wiring.pool, reader.organisation, async (connection) => {
        const items = await proposedDuplicates(connection, reader, { complaintId, complaint });
        const shown = await asShown({ items }, wiring, { connection, organisation: reader.organisation });
        return { complaints: shown.items };
      });
    },
  );
  for (const isNot of [true, false]) pairRoute(api, wiring, isNot);
}

function pairRoute(api: Api, wiring: Wiring, isNot: boolean): void {
  const route = isNot ? api.put.bind(api) : api.delete.bind(api);
  route(
    "/complaints/:complaintId/not-duplicates/:otherId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: isNot ? "Say that these two are two matters" : "Take that back: they are proposed again",
        params: pairParams,
        headers: idempotencyHeaders,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const who = takingIn(signedIn(request));
      const { organisation } = who.identity;
      const { complaintId, otherId } = request.params;
      for (const each of [complaintId, otherId]) await readComplaint(wiring, who, each);
      return writeOnce(request, reply, wiring, async (connection) => {
        const pair = { complaintId, otherId };
        if (isNot) await sayNotDuplicate(connection, organisation, { ...pair, by: refOf(who.actor) });
        else await takeBackNotDuplicate(connection, organisation, pair);
        return { status: 204, body: null };
      });
    },
  );
}
