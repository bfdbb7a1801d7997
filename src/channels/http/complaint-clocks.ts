import { isElapsedTerm } from "../../procedure/pure/term/term.ts";
import { z } from "zod";
import { isOpen, type Clock } from "../../complaint/state.ts";
import type { Calendars } from "../../complaint/context.ts";
import { organisationCalendar } from "../../store/organisation-calendar.ts";
import { etagOf, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { clockProof, clockProofSchema } from "./clock-proof.ts";
import { problem } from "./problem.ts";
import { sourcesOf } from "../../procedure/pure/document/sources.ts";
import { clauseSchema } from "./edition-document-schema.ts";
import { dueSchema } from "./proof-schema.ts";
import { readComplaint, type ReadComplaint } from "./read-complaint.ts";
import { remaining, remainingSchema } from "./remaining.ts";

const sourceSchema = z.union([z.string(), z.array(z.string())]).nullable();

const clockSchema = dueSchema
  .extend({
    clockId: z.string(),
    rule: z.string(),
    name: z.string(),
    source: sourceSchema,
    origin: z.enum(["procedure", "law", "internal"]),
    purpose: z.string(),
    scope: z.string(),
    scopeId: z.string(),
    startedAt: z.string(),
    term: z.string().nullable(),
    endedAt: z.string().nullable(),
    breachedAt: z.string().nullable(),
    status: z.enum(["running", "paused", "met", "late", "void"]),
    toKeep: z.boolean().describe("Of the open clocks of its purpose, this is the earliest: the one to keep."),
    remaining: remainingSchema,
    proof: clockProofSchema.nullable().optional(),
  })
  .loose();

/** `/complaints/{id}/clocks`: every promise and every duty of the law, with the days that were counted on request. */
export function complaintClockRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  proofRoute(api, wiring);
}

function listRoute(api: Api, wiring: Wiring): void {
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
      const who = signedIn(request);
      const read = await readComplaint(wiring, who, request.params.complaintId);
      const { complaint, decidedAt: now } = read;
      const calendars = request.query.proof === "full" ? await calendarsOf(wiring, read) : undefined;
      const today = await organisationCalendar(wiring.store, {
        organisation: who.identity.organisation,
        at: now,
        number: read.calendarNumber,
        connection: wiring.pool,
      });
      const clocks = complaint.clocks.map((clock) => ({
        ...clock,
        ...ruleOf(clock, read),
        toKeep: isToKeep(clock, complaint.clocks),
        remaining: remaining(clock.status === "running" ? clock.dueAt : null, today, {
          now,
          isElapsed: typeof clock.term === "string" && isElapsedTerm(clock.term),
        }),
        ...(calendars && { proof: clockProof(clock, calendars[clock.calendar], now) }),
      }));
      return reply.header("etag", etagOf(complaint.sequence)).send({ sequence: complaint.sequence, clocks });
    },
  );
}

function proofRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/clocks/:clockId/proof",
    {
      config: { scope: "read" },
      schema: {
        tags: ["time"],
        summary: "How one clock was counted",
        description: "Each day or span from its start to its due, counted or skipped, with its reason and its source.",
        params: z.object({ complaintId: idParam, clockId: idParam }),
        response: {
          200: dueSchema.extend({
            clockId: z.string(),
            name: z.string(),
            source: sourceSchema,
            clauses: z.array(clauseSchema).describe("Of the sources, those that stand in the written text."),
            edition: z.string().describe("Hash of the edition that says so."),
            proof: clockProofSchema,
          }),
        },
      },
    },
    async (request) => {
      const { complaintId, clockId } = request.params;
      const read = await readComplaint(wiring, signedIn(request), complaintId);
      const clock = read.complaint.clocks.find((each) => each.clockId === clockId);
      if (!clock) throw problem("no-such-item", { name: clockId });
      const calendars = await calendarsOf(wiring, read);
      const { dueOn, dueAt, inclusive } = clock;
      const proof = clockProof(clock, calendars[clock.calendar], read.decidedAt);
      const rule = ruleOf(clock, read);
      const cited = sourcesOf(rule.source ?? []);
      const clauses = (read.edition.clauses ?? []).filter(({ row }) => cited.includes(row));
      return { clockId, ...rule, clauses, edition: read.edition.ref.hash, dueOn, dueAt, inclusive, proof };
    },
  );
}

function calendarsOf({ store, pool }: Wiring, { edition, calendarNumber }: ReadComplaint): Promise<Calendars> {
  return store.calendars.calendarsFor(edition, { number: calendarNumber, connection: pool });
}

/** What the edition calls the clock, and where it says it. */
function ruleOf({ rule: id }: Clock, { edition }: ReadComplaint) {
  const rule = edition.clocks.find((each) => each.id === id);
  return { name: rule?.name ?? id, source: rule?.source ?? null };
}

function isToKeep(clock: Clock, clocks: readonly Clock[]): boolean {
  if (!isOpen(clock) || clock.origin === "internal") return false;
  const same = clocks.filter(
    (other) => isOpen(other) && other.origin !== "internal" && other.purpose === clock.purpose,
  );
  return same.every((other) => other.dueAt >= clock.dueAt);
}
