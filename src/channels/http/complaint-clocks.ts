import { z } from "zod";
import { isOpen, type Clock } from "../../complaint/state.ts";
import type { Calendars } from "../../complaint/context.ts";
import { etagOf, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { clockProof, clockProofSchema } from "./clock-proof.ts";
import { dueSchema } from "./proof-schema.ts";
import { readComplaint } from "./read-complaint.ts";

const clockSchema = dueSchema
  .extend({
    clockId: z.string(),
    rule: z.string(),
    name: z.string(),
    source: z.union([z.string(), z.array(z.string())]).nullable(),
    origin: z.enum(["procedure", "law", "internal"]),
    purpose: z.string(),
    status: z.enum(["running", "paused", "met", "late", "void"]),
    toKeep: z.boolean().describe("Of the open clocks of its purpose, this is the earliest: the one to keep."),
    proof: clockProofSchema.nullable().optional(),
  })
  .loose();

/** `/complaints/{id}/clocks`: every promise and every duty of the law, with the days that were counted on request. */
export function complaintClockRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/clocks",
    {
      config: { scope: "read" },
      schema: {
        tags: ["time"],
        summary: "Clocks, with their proof",
        params: z.object({ complaintId: idParam }),
        querystring: z.strictObject({
          proof: z
            .enum(["none", "full"])
            .default("none")
            .describe("`full`: each day or span, counted or skipped, with its reason."),
        }),
        response: { 200: z.object({ sequence: z.int(), clocks: z.array(clockSchema) }) },
      },
    },
    async (request, reply) => {
      const read = await readComplaint(wiring, signedIn(request), request.params.complaintId);
      const { complaint, edition, calendarNumber, decidedAt: now } = read;
      const wantsProof = request.query.proof === "full";
      const calendars = wantsProof
        ? await wiring.store.calendars.calendarsFor(edition, { number: calendarNumber, connection: wiring.pool })
        : undefined;
      const clocks = complaint.clocks.map((clock) => {
        const rule = edition.clocks.find(({ id }) => id === clock.rule);
        return {
          ...clock,
          name: rule?.name ?? clock.rule,
          source: rule?.source ?? null,
          toKeep: isToKeep(clock, complaint.clocks),
          ...proofMember({ clock, calendars, now }),
        };
      });
      return reply.header("etag", etagOf(complaint.sequence)).send({ sequence: complaint.sequence, clocks });
    },
  );
}

function proofMember({ clock, calendars, now }: { clock: Clock; calendars: Calendars | undefined; now: string }) {
  return calendars === undefined ? {} : { proof: clockProof(clock, calendars[clock.calendar], now) };
}

function isToKeep(clock: Clock, clocks: readonly Clock[]): boolean {
  if (!isOpen(clock) || clock.origin === "internal") return false;
  const same = clocks.filter(
    (other) => isOpen(other) && other.origin !== "internal" && other.purpose === clock.purpose,
  );
  return same.every((other) => other.dueAt >= clock.dueAt);
}
