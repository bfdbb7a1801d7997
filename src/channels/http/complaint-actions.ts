import { z } from "zod";
import { allowedActions, type ActionVerb } from "../../complaint/allowed-actions.ts";
import { etagOf, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { reachComplaint } from "./read-complaint.ts";
import { verbAddresses } from "./verb-addresses.ts";

const reasonSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
  vi: z.string(),
  en: z.string(),
});
const moveSchema = z.object({
  name: z.string().nullable(),
  given: z.record(z.string(), z.unknown()).nullable(),
  confirm: z.array(z.object({ id: z.string(), name: z.string() })),
  needs: z.array(z.string()),
  needsEvidence: z.array(z.string()),
  channels: z.array(z.string()),
  leadsTo: z.string().nullable().describe("The stage entered; null: the stage stays."),
});
const actionSchema = z.object({
  verb: z.string(),
  href: z
    .string()
    .describe(
      "Where to POST it; `:name` stands for the id of an item of the file, such as `coordinations[].coordinationId`.",
    ),
  allowed: z.boolean(),
  why: reasonSchema.optional().describe("Why it is not open."),
  moves: z
    .array(moveSchema)
    .optional()
    .describe("The ways that are open: the first whose `given` the body matches is taken."),
  fields: z.record(z.string(), z.unknown()).optional().describe("The body's own fields as JSON Schema."),
});

/** `/complaints/{id}/actions`: every verb, open to whoever asks or not, and why not. Screens show it and decide nothing. */
export function complaintActionRoutes(api: Api, wiring: Wiring): void {
  const { store } = wiring;
  api.get(
    "/complaints/:complaintId/actions",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        summary: "What I may do with it now",
        params: z.object({ complaintId: idParam }),
        querystring: z.strictObject({
          show: z.enum(["all", "allowed"]).default("all"),
          fields: z.enum(["yes", "no"]).default("yes").describe("Whether to describe each verb's fields."),
        }),
        response: { 200: z.object({ sequence: z.int(), actions: z.array(actionSchema) }) },
      },
    },
    async (request, reply) => {
      const { complaintId } = request.params;
      const { show, fields } = request.query;
      const who = signedIn(request);
      const { reached, ...read } = await reachComplaint(wiring, who, complaintId);
      const { complaint, edition, calendarNumber, decidedAt: now } = read;
      const calendars = await store.calendars.calendarsFor(edition, {
        number: calendarNumber,
        connection: wiring.pool,
      });
      const context = { edition, calendars, now, actor: who.actor, newId: store.newId };
      const shown = allowedActions(complaint, context).filter(
        ({ verb, allowed }) => (reached === "all" || reached.includes(verb)) && (show === "all" || allowed),
      );
      const actions = shown.map(({ fields: described, ...action }) => ({
        ...action,
        href: hrefOf(action.verb, complaintId),
        ...(fields === "yes" ? { fields: bodyFields(action.verb, described) } : {}),
      }));
      return reply.header("etag", etagOf(complaint.sequence)).send({ sequence: complaint.sequence, actions });
    },
  );
}

function hrefOf(verb: ActionVerb, complaintId: string): string {
  return `/api/v1/complaints/${complaintId}/${verbAddresses[verb].path}`;
}

/** The fields that the body has: those of the address are none of it. */
function bodyFields(verb: ActionVerb, described: Record<string, unknown>): Record<string, unknown> {
  const { properties = {}, required = [] } = described as { properties?: object; required?: string[] };
  const isInBody = (name: string) => !verbAddresses[verb].path.split("/").includes(`:${name}`);
  return {
    ...described,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isInBody(name))),
    required: required.filter(isInBody),
  };
}
