import { z } from "zod";
import { holds } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import { filledMacro, macroVariables, unknownVariables, type MacroVariable } from "../../documents/reply-macros.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import {
  addReplyMacro,
  changeReplyMacro,
  MACROS_MAX,
  removeReplyMacro,
  replyMacros,
  type ReplyMacro,
} from "../../store/reply-macros.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { notYourRole } from "./role-needed.ts";
import { lineText, saysSomething } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

const tags = ["replies"];
const writers = ["shift-lead", "administrator"] as const;

const macroSchema = z.object({
  macroId: z.string(),
  name: z.string(),
  content: z.string(),
  kind: z.string().nullable().describe("The pack's kind that it is for; null: for all."),
  version: z.int(),
  changedBy: z.string().describe("By name."),
  changedAt: z.string(),
});
const fields = {
  name: lineText.pipe(z.string().max(120)),
  content: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .refine(saysSomething, "nothing in it can be seen")
    .describe("Variables stand in braces: `{customerName}`."),
  kind: idParam.nullable().default(null),
};
const params = z.object({ macroId: idParam });
const variableSchema = z.object({ name: z.string(), vi: z.string(), en: z.string() });

/** `/reply-macros`: pieces of replies that are written once; and what they say in one file. */
export function replyMacroRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  addRoute(api, wiring);
  changeRoutes(api, wiring);
  filledRoute(api, wiring);
}

function listRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/reply-macros",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Pieces of replies, and the variables that they may name",
        response: {
          200: z.object({ macros: z.array(macroSchema), variables: z.array(variableSchema), mayWrite: z.boolean() }),
        },
      },
    },
    (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      return readInside(wiring.pool, organisation, async (connection) => {
        const macros = await named(connection, organisation, await replyMacros(connection, organisation));
        const variables = Object.entries(macroVariables).map(([name, words]) => ({ name, ...words }));
        return { macros, variables, mayWrite: mayWrite(who) };
      });
    },
  );
}

function addRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/reply-macros",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Write a piece of a reply",
        description: `For shift leads and administrators; ${MACROS_MAX} at most.`,
        headers: idempotencyHeaders,
        body: z.strictObject(fields),
        response: { 201: macroSchema.describe("The piece.") },
      },
    },
    async (request, reply) => {
      const who = writing(signedIn(request));
      const { organisation } = who.identity;
      refuseUnknown(request.body.content);
      return writeOnce(request, reply, wiring, async (connection) => {
        const made = { macroId: wiring.newId(), by: who.actor.personId, ...request.body };
        const macro = await addReplyMacro(connection, organisation, made);
        if (!macro) throw problem("too-many-macros", { count: MACROS_MAX });
        return { status: 201, body: await oneNamed(connection, organisation, macro) };
      });
    },
  );
}

function changeRoutes(api: Api, wiring: Wiring): void {
  const version = z.int().min(1).describe("The one that was read; another one since then is a conflict.");
  api.put(
    "/reply-macros/:macroId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Write a piece anew",
        params,
        headers: idempotencyHeaders,
        body: z.strictObject({ ...fields, version }),
        response: { 200: macroSchema },
      },
    },
    async (request, reply) => {
      const who = writing(signedIn(request));
      const { organisation } = who.identity;
      refuseUnknown(request.body.content);
      return writeOnce(request, reply, wiring, async (connection) => {
        const change = { ...request.params, ...request.body, by: who.actor.personId };
        const macro = foundOrRefused(await changeReplyMacro(connection, organisation, change), change);
        return { status: 200, body: await oneNamed(connection, organisation, macro) };
      });
    },
  );
  api.delete(
    "/reply-macros/:macroId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Take a piece off the list",
        params,
        headers: idempotencyHeaders,
        querystring: z.strictObject({ version: z.coerce.number<string>().int().min(1) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const who = writing(signedIn(request));
      const { organisation } = who.identity;
      return writeOnce(request, reply, wiring, async (connection) => {
        const removed = { ...request.params, ...request.query, by: who.actor.personId };
        foundOrRefused(await removeReplyMacro(connection, organisation, removed), removed);
        return { status: 204, body: null };
      });
    },
  );
}

function filledRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/reply-macros",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Pieces of replies as they read in this file",
        description: "Those for its kind and for all kinds. What the file has nothing for reads `……`, and is named.",
        params: z.object({ complaintId: idParam }),
        response: {
          200: z.object({
            macros: z.array(
              z.object({
                macroId: z.string(),
                name: z.string(),
                text: z.string(),
                open: z.array(variableSchema).describe("Variables for which the file has nothing yet."),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const {
        complaint,
        events,
        edition,
        decidedAt: now,
      } = await readComplaint(wiring, who, request.params.complaintId);
      const kind = complaint.classification?.kind;
      return readInside(wiring.pool, organisation, async (connection) => {
        const all = await replyMacros(connection, organisation);
        const names = await personNames(connection, organisation, [complaint.ownerId]);
        const facts = { complaint, events, edition, names, now, letterNumber: null };
        const fitting = all.filter((macro) => macro.kind === null || macro.kind === kind);
        return {
          macros: fitting.map(({ macroId, name, content }) => {
            const { text, open } = filledMacro(content, facts);
            return { macroId, name, text, open: open.map(variable) };
          }),
        };
      });
    },
  );
}

function variable(name: MacroVariable): z.infer<typeof variableSchema> {
  return { name, ...macroVariables[name] };
}

function mayWrite({ actor }: SignedIn): boolean {
  return writers.some((role) => holds(actor, role));
}

function writing(who: SignedIn): SignedIn {
  if (!mayWrite(who)) throw notYourRole(writers);
  return who;
}

function refuseUnknown(content: string): void {
  const unknown = unknownVariables(content);
  if (unknown.length === 0) return;
  const known = Object.keys(macroVariables);
  const what = unknown.map((name) => `{${name}}`).join(", ");
  throw problem("unknown-variable", { what, known: known.join(", ") }, { field: "content" });
}

function foundOrRefused<T>(result: T | "unknown" | "changed-meanwhile", { macroId }: { macroId: string }): T {
  if (result === "unknown") throw problem("no-such-item", { name: macroId });
  if (result === "changed-meanwhile") throw problem("changed-meanwhile");
  return result;
}

async function named(
  connection: Connection,
  organisation: string,
  macros: readonly ReplyMacro[],
): Promise<ReplyMacro[]> {
  const writersOf = macros.map(({ changedBy }) => changedBy);
  const names = await personNames(connection, organisation, writersOf);
  return macros.map((macro) => ({ ...macro, changedBy: names.get(macro.changedBy) ?? macro.changedBy }));
}

async function oneNamed(connection: Connection, organisation: string, macro: ReplyMacro): Promise<ReplyMacro> {
  return (await named(connection, organisation, [macro]))[0] ?? macro;
}
