import { z } from "zod";
import { refOf, visibilityOf } from "../../access/actor.ts";
import { plainPhone } from "../../access/customer-identifiers.ts";
import { personNames } from "../../access/person-names.ts";
import { promisedCalls } from "../../projections/overview/promised-calls.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { callBack, callBacks, changeCallBack, makeCallBack, type CallBack } from "../../store/call-backs.ts";
import { handleCommand } from "../../store/handle-command.ts";
import { idempotencyHeaders, idParam, instantText, limitParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { takingCalls } from "./phone-calls.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { lineText, saysSomething } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

const callBackSchema = z.object({
  callBackId: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  about: z.string(),
  complaintId: z.string().nullable(),
  complaintNumber: z.string().nullable(),
  callId: z.string().nullable().describe("The call that it answers."),
  personId: z.string().nullable().describe("Who calls; null: anybody who takes calls."),
  personName: z.string().nullable(),
  dueFrom: z.string(),
  dueUntil: z.string(),
  status: z.enum(["open", "done", "cancelled"]),
  isMissed: z.boolean().describe("Open, and its time is over."),
  outcome: z.string().nullable(),
  endedAt: z.string().nullable(),
  madeBy: z.string().describe("By name."),
  madeAt: z.string(),
  version: z.int(),
});
const promisedSchema = z.object({
  complaintId: z.string(),
  number: z.string(),
  customerName: z.string().nullable(),
  clockId: z.string(),
  dueAt: z.string(),
  owner: z.string().nullable(),
});
const textOf = (what: string) => z.string().trim().max(2000).refine(saysSomething, what);
const params = z.object({ callBackId: idParam });
const tags = ["calls"];
const flag = z.stringbool({ truthy: ["true"], falsy: ["false"] });

/** `/call-backs`: calls that are promised: to whom, when, by whom; and those that complaints' own terms promise. */
export function callBackRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  makingRoute(api, wiring);
  changingRoute(api, wiring);
  endingRoute(api, wiring);
}

function listRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/call-backs",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Calls that are promised, what is due first",
        querystring: z.strictObject({
          mine: flag.default(false).describe("By me, or by nobody in particular."),
          open: flag.default(true),
          complaintId: idParam.optional(),
          limit: limitParam,
        }),
        response: {
          200: z.object({
            callBacks: z.array(callBackSchema),
            promised: z.array(promisedSchema).describe("Terms of complaints that promise a call, not yet kept."),
          }),
        },
      },
    },
    (request) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const { mine, open: isOpen, complaintId, limit } = request.query;
      const visibility = visibilityOf(who.actor);
      const ofPersonId = mine ? personId : undefined;
      return readInside(pool, organisation, async (connection) => {
        const found = await callBacks(connection, { organisation, visibility, isOpen, ofPersonId, complaintId, limit });
        const asked = { organisation, visibility, ownerId: ofPersonId, limit };
        const promised = isOpen && complaintId === undefined ? await promisedCalls(connection, asked) : [];
        const names = await personNames(
          connection,
          organisation,
          promised.map(({ ownerId }) => ownerId),
        );
        return {
          callBacks: await shown(connection, organisation, found),
          promised: promised.map(({ ownerId, ...each }) => ({
            ...each,
            owner: ownerId === null ? null : (names.get(ownerId) ?? ownerId),
          })),
        };
      });
    },
  );
}

function makingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/call-backs",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Promise a call",
        headers: idempotencyHeaders,
        body: z.strictObject({
          number: lineText.max(100),
          name: lineText.nullable().default(null),
          about: textOf("say what the call is about"),
          dueFrom: instantText,
          dueUntil: instantText,
          personId: idParam.nullable().default(null),
          complaintId: idParam.nullable().default(null),
          callId: idParam.nullable().default(null),
        }),
        response: { 201: callBackSchema.describe("The appointment.") },
      },
    },
    async (request, reply) => {
      const who = takingCalls(signedIn(request));
      const { organisation, personId: madeBy } = who.identity;
      const { body } = request;
      refuseBackwards(body, wiring.now());
      if (body.complaintId !== null) await readComplaint(wiring, who, body.complaintId);
      const callBackId = wiring.newId();
      return writeOnce(request, reply, wiring, async (connection) => {
        await refuseStranger(connection, organisation, body.personId);
        await refuseUnknownCall(connection, organisation, body.callId);
        const plainNumber = plainPhone(body.number) ?? null;
        await makeCallBack(connection, organisation, { ...body, callBackId, plainNumber, madeBy });
        return { status: 201, body: await only(connection, who, callBackId) };
      });
    },
  );
}

function changingRoute(api: Api, wiring: Wiring): void {
  api.patch(
    "/call-backs/:callBackId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Move an appointment, or give it to somebody else",
        params,
        headers: idempotencyHeaders,
        body: z.strictObject({
          dueFrom: instantText.optional(),
          dueUntil: instantText.optional(),
          personId: idParam.nullable().optional(),
        }),
        response: { 200: callBackSchema },
      },
    },
    async (request, reply) => {
      const who = takingCalls(signedIn(request));
      const { organisation } = who.identity;
      const { callBackId } = request.params;
      const { dueFrom, dueUntil, personId } = request.body;
      return writeOnce(request, reply, wiring, async (connection) => {
        const before = await openOne(connection, who, callBackId);
        const times = { dueFrom: dueFrom ?? before.dueFrom, dueUntil: dueUntil ?? before.dueUntil };
        if (dueFrom !== undefined || dueUntil !== undefined) refuseBackwards(times, wiring.now());
        if (personId) await refuseStranger(connection, organisation, personId);
        const change = { ...times, personId: personId === undefined ? before.personId : personId };
        const isDone = await changeCallBack(connection, organisation, { before, change, by: byOf(who) });
        if (!isDone) throw problem("changed-meanwhile");
        return { status: 200, body: await only(connection, who, callBackId) };
      });
    },
  );
}

function endingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/call-backs/:callBackId/endings",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Say that the call was made, or is not needed any more",
        description: "Where it is about a complaint, the call stands in its file too.",
        params,
        headers: idempotencyHeaders,
        body: z.strictObject({ status: z.enum(["done", "cancelled"]), outcome: textOf("say how it went") }),
        response: { 200: callBackSchema },
      },
    },
    async (request, reply) => {
      const who = takingCalls(signedIn(request));
      const { organisation } = who.identity;
      const { callBackId } = request.params;
      const { status, outcome } = request.body;
      return writeOnce(request, reply, wiring, async (connection) => {
        const before = await openOne(connection, who, callBackId);
        if (status === "done" && before.complaintId !== null) await inFile(wiring, who, before, outcome);
        const change = { status, outcome: outcome.normalize("NFC") };
        const isDone = await changeCallBack(connection, organisation, { before, change, by: byOf(who) });
        if (!isDone) throw problem("changed-meanwhile");
        return { status: 200, body: await only(connection, who, callBackId) };
      });
    },
  );
}

/** A call that was made on a complaint's account stands in its file, once. */
async function inFile(wiring: Wiring, who: SignedIn, { callBackId, complaintId, number }: CallBack, summary: string) {
  if (complaintId === null) return;
  const { organisation } = who.identity;
  const result = await handleCommand(wiring.store, {
    organisation,
    complaintId,
    command: { verb: "log-call", data: { direction: "out", answered: true, number, summary } },
    actor: who.actor,
    idempotencyKey: `call-back ${callBackId}`,
  });
  if (result.result === "refused" || result.result === "conflict") {
    throw await problemOfNotDone(result, { wiring, organisation });
  }
}

function refuseBackwards({ dueFrom, dueUntil }: { dueFrom: string; dueUntil: string }, now: string): void {
  if (dueUntil < dueFrom) throw problem("call-back-backwards", {}, { field: "dueUntil" });
  if (dueUntil < now) throw problem("call-back-past", {}, { field: "dueUntil" });
}

async function refuseStranger(connection: Connection, organisation: string, personId: string | null): Promise<void> {
  if (personId === null) return;
  const { rowCount } = await connection.query(
    "select from person where organisation = $1 and person_id = $2 and closed_at is null",
    [organisation, personId],
  );
  if (rowCount === 0) throw problem("no-such-item", { name: personId }, { field: "personId" });
}

async function refuseUnknownCall(connection: Connection, organisation: string, callId: string | null): Promise<void> {
  if (callId === null) return;
  const { rowCount } = await connection.query("select from phone_call where organisation = $1 and call_id = $2", [
    organisation,
    callId,
  ]);
  if (rowCount === 0) throw problem("no-such-item", { name: callId }, { field: "callId" });
}

function byOf({ actor, identity }: SignedIn) {
  return { ...refOf(actor), kind: "person" as const, personId: identity.personId };
}

async function oneFor(connection: Connection, who: SignedIn, callBackId: string): Promise<CallBack> {
  const { organisation } = who.identity;
  const found = await callBack(connection, { organisation, visibility: visibilityOf(who.actor), callBackId });
  if (!found) throw problem("no-such-item", { name: callBackId });
  return found;
}

async function openOne(connection: Connection, who: SignedIn, callBackId: string): Promise<CallBack> {
  const found = await oneFor(connection, who, callBackId);
  if (found.status !== "open") throw problem("changed-meanwhile");
  return found;
}

async function only(connection: Connection, who: SignedIn, callBackId: string) {
  const [one] = await shown(connection, who.identity.organisation, [await oneFor(connection, who, callBackId)]);
  if (!one) throw new Error("an appointment that was found is shown");
  return one;
}

async function shown(connection: Connection, organisation: string, found: readonly CallBack[]) {
  const ids = found.flatMap(({ personId, madeBy }) => [personId, madeBy]);
  const names = await personNames(connection, organisation, ids);
  return found.map(({ endedBy: _by, ...each }) => ({
    ...each,
    madeBy: names.get(each.madeBy) ?? each.madeBy,
    personName: each.personId === null ? null : (names.get(each.personId) ?? each.personId),
  }));
}
