import { z } from "zod";
import { mayRegister, registeringRoles, visibilityOf } from "../../access/actor.ts";
import { plainPhone } from "../../access/customer-identifiers.ts";
import { personNames } from "../../access/person-names.ts";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { handleCommand } from "../../store/handle-command.ts";
import {
  callOf,
  callStatuses,
  keepCall,
  linkCall,
  phoneCall,
  phoneCalls,
  settleCall,
  unlinkCall,
  type PhoneCall,
} from "../../store/phone-calls.ts";
import { dayText, idempotencyHeaders, idParam, instantText, limitParam, queryText } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { notYourRole } from "./role-needed.ts";
import { lineText, saysSomething } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

const callSchema = z.object({
  callId: z.string(),
  direction: z.enum(["in", "out"]),
  status: z.enum(callStatuses).describe("`missed`: over, and nobody answered."),
  number: z.string().nullable().describe("The other side's; null: withheld."),
  agent: z.string().nullable().describe("As the switchboard calls whoever rang or was rung."),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  startedAt: z.string(),
  answeredAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  recordingUrl: z.string().nullable().describe("A link to the switchboard's own recording."),
  note: z.string().nullable(),
  complaintId: z.string().nullable(),
  complaintNumber: z.string().nullable(),
});
const params = z.object({ callId: idParam });
const tags = ["calls"];
const flag = z.stringbool({ truthy: ["true"], falsy: ["false"] });

/** `/phone-calls`: the log of calls, the call that rings just now, and what a call was about. */
export function phoneCallRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  ownRoute(api, wiring);
  writingRoute(api, wiring);
  linkingRoute(api, wiring);
  settlingRoute(api, wiring);
}

function listRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/phone-calls",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The log of calls, the latest first",
        description:
          "Whoever sees every complaint reads all calls; others their own, and those of complaints that they see.",
        querystring: z.strictObject({
          callId: idParam.optional(),
          direction: z.enum(["in", "out"]).optional(),
          status: z.enum(callStatuses).optional(),
          mine: flag.optional(),
          waiting: flag.optional().describe("Incoming, missed, and nobody has called back since."),
          number: queryText.optional(),
          complaintId: idParam.optional(),
          fromDay: dayText.optional(),
          toDay: dayText.optional().describe("The last day, inclusive."),
          limit: limitParam,
          cursor: z.string().min(1).max(1000).optional(),
        }),
        response: { 200: z.object({ calls: z.array(callSchema), nextCursor: z.string().nullable() }) },
      },
    },
    (request) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const { limit, cursor, mine, waiting, number, ...rest } = request.query;
      const plainNumber = number === undefined || number === "" ? undefined : (plainPhone(number) ?? "none");
      const filter = { ...rest, plainNumber, isWaiting: waiting, personId: mine === true ? personId : undefined };
      const list = [organisation, "phone-calls", filter];
      const place = placeOf(list, cursor);
      const [startedAt, callId] = place === undefined ? [] : (JSON.parse(place) as [string, string]);
      const before = startedAt === undefined || callId === undefined ? undefined : { startedAt, callId };
      return readInside(pool, organisation, async (connection) => {
        const asked = { organisation, visibility: visibilityOf(who.actor), filter, before, limit };
        const found = await phoneCalls(connection, asked);
        const last = found.length === limit ? found.at(-1) : undefined;
        return {
          calls: await shown(connection, organisation, found),
          nextCursor: cursorFor(list, last ? JSON.stringify([last.startedAt, last.callId]) : null),
        };
      });
    },
  );
}

function ownRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/phone-calls/mine",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The call that rings at me just now, or that I am in",
        response: { 200: z.object({ call: callSchema.nullable() }) },
      },
    },
    (request) => {
      const { organisation, personId } = signedIn(request).identity;
      return readInside(pool, organisation, async (connection) => {
        const found = await callOf(connection, { organisation, personId });
        const [call] = await shown(connection, organisation, found ? [found] : []);
        return { call: call ?? null };
      });
    },
  );
}

function writingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/phone-calls",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Write a call down",
        description: "Where it is about a complaint, it stands in its file too.",
        headers: idempotencyHeaders,
        body: z.strictObject({
          direction: z.enum(["in", "out"]),
          number: lineText.max(100).nullable().default(null),
          answered: z.boolean(),
          startedAt: instantText,
          minutes: z.number().min(0).max(1440).default(0).describe("How long it was."),
          note: z.string().trim().max(10_000).refine(saysSomething, "say what it was about").nullable().default(null),
          recordingUrl: z.httpUrl().max(1000).nullable().default(null),
          complaintId: idParam.nullable().default(null),
        }),
        response: { 201: callSchema.describe("The call.") },
      },
    },
    async (request, reply) => {
      const who = takingCalls(signedIn(request));
      const { organisation, personId } = who.identity;
      const { direction, number, answered, startedAt, minutes, note, recordingUrl, complaintId } = request.body;
      if (Date.parse(startedAt) > Date.parse(wiring.now()) + 60_000) {
        throw problem("call-not-yet", {}, { field: "startedAt" });
      }
      const callId = wiring.newId();
      const endedAt = new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
      const plainNumber = number === null ? null : (plainPhone(number) ?? null);
      const told = { callId, connectionId: null, direction, number, plainNumber, agent: null, personId, startedAt };
      if (complaintId !== null) await readComplaint(wiring, who, complaintId);
      return writeOnce(request, reply, wiring, async (connection) => {
        const answeredAt = answered ? startedAt : null;
        await keepCall(connection, organisation, {
          ...told,
          answeredAt,
          endedAt,
          recordingUrl,
          note,
          recordedBy: personId,
        });
        const call = await callFor(connection, who, callId);
        if (complaintId !== null) await inFile(wiring, who, { call, complaintId });
        if (complaintId !== null) await linkCall(connection, { organisation, callId, complaintId });
        return { status: 201, body: await only(connection, who, callId) };
      });
    },
  );
}

function linkingRoute(api: Api, wiring: Wiring): void {
  api.put(
    "/phone-calls/:callId/complaint",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Say which complaint a call is about",
        description: "It stands in its file from then on; once.",
        params,
        body: z.strictObject({ complaintId: idParam }),
        response: { 200: callSchema },
      },
    },
    async (request) => {
      const who = takingCalls(signedIn(request));
      const { organisation } = who.identity;
      const { callId } = request.params;
      const { complaintId } = request.body;
      const call = await readInside(wiring.pool, organisation, (connection) => callFor(connection, who, callId));
      await readComplaint(wiring, who, complaintId);
      const link = { organisation, callId, complaintId };
      // Before its file says so: of two at once, one finds it taken.
      const isLinked = await writeInside(wiring.pool, organisation, (connection) => linkCall(connection, link));
      if (!isLinked) throw problem("call-of-other-complaint");
      try {
        await inFile(wiring, who, { call, complaintId });
      } catch (error) {
        if (call.complaintId === null)
          await writeInside(wiring.pool, organisation, (connection) => unlinkCall(connection, link));
        throw error;
      }
      return readInside(wiring.pool, organisation, (connection) => only(connection, who, callId));
    },
  );
}

function settlingRoute(api: Api, { pool }: Wiring): void {
  api.post(
    "/phone-calls/:callId/settlements",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Say that a missed call needs no call back",
        params,
        response: { 200: callSchema },
      },
    },
    async (request) => {
      const who = takingCalls(signedIn(request));
      const { organisation, personId } = who.identity;
      const { callId } = request.params;
      return writeInside(pool, organisation, async (connection) => {
        await callFor(connection, who, callId);
        await settleCall(connection, { organisation, callId, personId });
        return only(connection, who, callId);
      });
    },
  );
}

/** Lets through who takes complaints in, and so calls. */
export function takingCalls(who: SignedIn): SignedIn {
  if (!mayRegister(who.actor)) throw notYourRole(registeringRoles);
  return who;
}

/** Logs the call in the complaint's file; the same call once. */
async function inFile(
  wiring: Wiring,
  who: SignedIn,
  { call, complaintId }: { call: PhoneCall; complaintId: string },
): Promise<void> {
  const { organisation } = who.identity;
  const { callId, direction, number, answeredAt, startedAt, endedAt, note, recordingUrl } = call;
  const data = {
    direction,
    answered: answeredAt !== null,
    startedAt,
    ...(number === null ? {} : { number }),
    ...(endedAt === null ? {} : { endedAt }),
    ...(note === null ? {} : { summary: note }),
    ...(recordingUrl === null ? {} : { recording: recordingUrl }),
  };
  const result = await handleCommand(wiring.store, {
    organisation,
    complaintId,
    command: { verb: "log-call", data },
    actor: who.actor,
    idempotencyKey: `call ${callId} ${complaintId}`,
  });
  // It stands there already, as it was when it was logged.
  if (result.result === "key-reused" || result.result === "done") return;
  throw await problemOfNotDone(result, { wiring, organisation });
}

async function callFor(connection: Connection, who: SignedIn, callId: string): Promise<PhoneCall> {
  const { organisation } = who.identity;
  const found = await phoneCall(connection, { organisation, visibility: visibilityOf(who.actor), callId });
  if (!found) throw problem("no-such-item", { name: callId });
  return found;
}

async function only(connection: Connection, who: SignedIn, callId: string) {
  const [call] = await shown(connection, who.identity.organisation, [await callFor(connection, who, callId)]);
  if (!call) throw new Error("a call that was found is shown");
  return call;
}

async function shown(connection: Connection, organisation: string, calls: readonly PhoneCall[]) {
  const ids = calls.map(({ personId }) => personId);
  const names = await personNames(connection, organisation, ids);
  return calls.map(({ plainNumber: _plain, recordedBy: _by, ...call }) => ({
    ...call,
    personName: call.personId === null ? null : (names.get(call.personId) ?? call.personId),
  }));
}
