import { z } from "zod";
import { allowedActions, type ActionVerb, type AllowedAction, type OpenMove } from "../../complaint/allowed-actions.ts";
import { lastingEffects } from "../../complaint/forms/lasting-effects.ts";
import { toEnd } from "../../complaint/to-end.ts";
import { waitsFor } from "../../complaint/waits-for.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { verbWords, verbWordsInEnglish } from "../../procedure/pure/verb-words.ts";
import { etagOf, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { evidenceSchema, filledFieldSchema, formFieldSchema, withLookUps, wordsSchema } from "./form-fields.ts";
import { reachComplaint } from "./read-complaint.ts";
import { verbAddresses } from "./verb-addresses.ts";

const reasonSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
  vi: z.string(),
  en: z.string(),
});
const formSchema = z.object({
  fields: z.record(z.string(), formFieldSchema).describe("The verb's own fields, by name."),
  filled: z.record(z.string(), filledFieldSchema).describe("The pack's fields that belong to it: the body's `filled`."),
  documents: z
    .array(evidenceSchema.extend({ required: z.boolean() }))
    .describe("What a document may be evidence of: `evidence` in the body's `documents`."),
});
const moveSchema = z.object({
  name: z.string().nullable(),
  given: z.record(z.string(), z.unknown()).nullable(),
  confirm: z.array(z.object({ id: z.string(), name: z.string() })),
  needs: z.array(z.string()),
  needsEvidence: z.array(z.string()),
  channels: z.array(z.string()),
  leadsTo: z.string().nullable().describe("The stage entered; null: the stage stays."),
  leadsToName: z.string().nullable().describe("What the pack calls that stage."),
  next: z
    .object({
      place: z.int().min(0).describe("Its place among all next actions, whatever their verbs."),
      primary: z.boolean().describe("The one that leads on: show it before all others. At most one is."),
    })
    .nullable()
    .describe("Whether it is one of the next actions of this stage; null: a screen keeps it further away."),
  press: z
    .record(z.string(), z.string())
    .nullable()
    .describe("All that it takes, where one press is enough: taking it on yourself. Others are named in the form."),
  form: formSchema
    .optional()
    .describe(
      "What this way takes, with every value that is legal for you now. A screen draws it and decides nothing.",
    ),
});
const actionSchema = z.object({
  verb: z.string(),
  name: wordsSchema.describe("What an office calls it; a move may have the pack's own name."),
  group: z.enum(["receive", "sort out", "solve", "tell", "hear", "time", "end"]),
  lasting: wordsSchema.optional().describe("What cannot be taken back once it is done: say it before."),
  href: z
    .string()
    .describe(
      "Where to POST it; `:name` stands for the id of an item of the file, such as `coordinations[].coordinationId`.",
    ),
  allowed: z.boolean(),
  why: reasonSchema.optional().describe("Why it is not open."),
  stages: z
    .array(z.string())
    .optional()
    .describe("What the pack calls the stages at which it can open, where it is not; none: never."),
  moves: z
    .array(moveSchema)
    .optional()
    .describe("The ways that are open: the first whose `given` the body matches is taken."),
  fields: z.record(z.string(), z.unknown()).optional().describe("The body's own fields as JSON Schema."),
});

const toEndSchema = z
  .object({
    verb: z.enum(["close", "archive"]),
    items: z
      .array(
        z.object({
          options: z
            .array(
              z.object({
                what: wordsSchema.describe("What is to be done: `Phát hành Phiếu tiếp nhận`."),
                action: z
                  .object({
                    verb: z.string(),
                    move: z.string().nullable().describe("The name of the way that is meant."),
                    given: z.record(z.string(), z.union([z.string(), z.boolean()])),
                  })
                  .nullable()
                  .describe(
                    "The form that does it, with what is chosen in it already; null: not by you, or not by anybody.",
                  ),
                why: wordsSchema
                  .nullable()
                  .describe("Why you may not do it now; null without an action: it is waited for."),
              }),
            )
            .describe("Any of them is enough."),
        }),
      )
      .describe("All of them are wanted."),
  })
  .nullable()
  .describe("What stands between the complaint and its end, or a closed one and the archive. Null: it is put away.");
const awaitedSchema = z
  .array(z.object({ who: wordsSchema, dueAt: z.string().nullable() }))
  .describe("Whose turn it is, where it is another's, and until when.");

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
          fields: z.enum(["yes", "no"]).default("yes").describe("Whether to describe each verb's fields and forms."),
        }),
        response: {
          200: z.object({
            sequence: z.int(),
            actions: z.array(actionSchema),
            toEnd: toEndSchema,
            waitsFor: awaitedSchema,
          }),
        },
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
      const shown = allowedActions(complaint, context, { forms: fields === "yes" }).filter(
        ({ verb, allowed }) => (reached === "all" || reached.includes(verb)) && (show === "all" || allowed),
      );
      const actions = shown.map((action) => ({
        ...waysOf(action, edition),
        ...inWords(action.verb),
        href: hrefOf(action.verb, complaintId),
        ...(fields === "yes" ? { fields: bodyFields(action.verb, action.fields) } : {}),
      }));
      const about =
        reached === "all"
          ? { toEnd: toEnd(complaint, context), waitsFor: waitsFor(complaint, context) }
          : { toEnd: null, waitsFor: [] };
      return reply.header("etag", etagOf(complaint.sequence)).send({ sequence: complaint.sequence, actions, ...about });
    },
  );
}

/** The ways that are open, by the pack's names; or why there is none, and where there can be. */
function waysOf(action: AllowedAction, { stages, anywhere }: Edition) {
  const { verb, allowed } = action;
  if (!allowed) {
    const phases = anywhere.filter((move) => move.verb === verb).flatMap((move) => move.phases);
    const here = stages.filter(
      ({ moves, phase }) => phases.includes(phase) || moves.some((move) => move.verb === verb),
    );
    return { verb, allowed, why: action.why, stages: here.map(({ name }) => name) };
  }
  const nameOf = (stage: string | null) => stages.find(({ id }) => id === stage)?.name ?? stage;
  const moves = action.moves.map((move) => ({ ...addressed(verb, move), leadsToName: nameOf(move.leadsTo) }));
  return { verb, allowed, moves };
}

function inWords(verb: ActionVerb): Pick<z.infer<typeof actionSchema>, "name" | "group" | "lasting"> {
  const lasting = lastingEffects[verb];
  return {
    name: { vi: verbWords[verb], en: verbWordsInEnglish[verb] },
    group: verbAddresses[verb].tag,
    ...(lasting ? { lasting } : {}),
  };
}

function hrefOf(verb: ActionVerb, complaintId: string): string {
  return `/api/v1/complaints/${complaintId}/${verbAddresses[verb].path}`;
}

/** Each field of the form with its place: in the address, or in the body. */
function addressed(verb: ActionVerb, { form, ...move }: OpenMove) {
  if (!form) return move;
  const fields = Object.entries(withLookUps(form.fields)).map(([name, field]) => [
    name,
    { ...field, in: isInAddress(verb, name) ? ("address" as const) : ("body" as const) },
  ]);
  return { ...move, form: { ...form, fields: Object.fromEntries(fields) as z.infer<typeof formSchema>["fields"] } };
}

function isInAddress(verb: ActionVerb, name: string): boolean {
  return verbAddresses[verb].path.split("/").includes(`:${name}`);
}

/** The fields that the body has: those of the address are none of it. */
function bodyFields(verb: ActionVerb, described: Record<string, unknown>): Record<string, unknown> {
  const { properties = {}, required = [] } = described as { properties?: object; required?: string[] };
  const isInBody = (name: string) => !isInAddress(verb, name);
  return {
    ...described,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isInBody(name))),
    required: required.filter(isInBody),
  };
}
