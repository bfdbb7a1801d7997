import { z } from "zod";
import { holds, refOf, visibilityOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import type { ActorRef } from "../../complaint/events/event.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import {
  concludeLetter,
  correctLetter,
  enterLetter,
  incomingLetter,
  incomingLetters,
  letterChanges,
  type Conclusion,
  type IncomingLetter,
  type LetterFields,
} from "../../store/incoming-letters.ts";
import { etagOf, idempotencyHeaders, idParam, ifMatchHeaders, ifMatchNumber, limitParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import {
  changeSchema,
  conclusionBody,
  letterBody,
  letterQuery,
  letterSchema,
  registerKeepers,
  type LetterBody,
} from "./incoming-letter-schema.ts";
import { problem } from "./problem.ts";
import { notYourRole } from "./role-needed.ts";
import { readComplaint } from "./read-complaint.ts";
import { sendDocument } from "./send-document.ts";
import { writeOnce } from "./write-once.ts";

const params = z.object({ letterId: idParam });
const tags = ["letters"];

/** `/incoming-letters`: the register of letters received, and what became of each. */
export function incomingLetterRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  oneRoute(api, wiring);
  scanRoute(api, wiring);
  enteringRoute(api, wiring);
  correctingRoute(api, wiring);
  concludingRoute(api, wiring);
}

function listRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/incoming-letters",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Letters received, the latest number first",
        querystring: z.strictObject({
          ...letterQuery,
          limit: limitParam,
          cursor: z.string().min(1).max(1000).optional(),
        }),
        response: { 200: z.object({ letters: z.array(letterSchema), nextCursor: z.string().nullable() }) },
      },
    },
    (request) => {
      const who = readingRegister(signedIn(request));
      const { organisation } = who.identity;
      const { limit, cursor, search: words, ...narrowed } = request.query;
      const filter = { ...narrowed, words };
      const list = [organisation, "incoming-letters", filter];
      const place = placeOf(list, cursor);
      const [year, number] = place === undefined ? [] : (JSON.parse(place) as [number, number]);
      const before = year === undefined || number === undefined ? undefined : { year, number };
      return readInside(pool, organisation, async (connection) => {
        const asked = { organisation, visibility: visibilityOf(who.actor), filter, before, limit };
        const found = await incomingLetters(connection, asked);
        const last = found.length === limit ? found.at(-1) : undefined;
        return {
          letters: await shown(connection, organisation, found),
          nextCursor: cursorFor(list, last ? JSON.stringify([last.year, last.number]) : null),
        };
      });
    },
  );
}

function oneRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/incoming-letters/:letterId",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One letter, with everything that was changed in its entry",
        params,
        response: { 200: letterSchema.extend({ history: z.array(changeSchema) }) },
      },
    },
    async (request, reply) => {
      const who = readingRegister(signedIn(request));
      const { organisation } = who.identity;
      const { letterId } = request.params;
      const letter = await readInside(pool, organisation, async (connection) => {
        const found = await letterOf(connection, who, letterId);
        const changes = await letterChanges(connection, { organisation, letterId });
        const ids = changes.map(({ changedBy }) => personOf(changedBy));
        const names = await personNames(connection, organisation, ids);
        const history = changes.map(({ changedBy, ...change }) => {
          const id = personOf(changedBy);
          return { ...change, changedBy: (id === null ? null : names.get(id)) ?? id ?? "" };
        });
        const [entry] = await shown(connection, organisation, [found]);
        if (!entry) throw new Error("a letter that was found is shown");
        return { ...entry, history };
      });
      return reply.header("etag", etagOf(letter.version)).send(letter);
    },
  );
}

function scanRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/incoming-letters/:letterId/scans/:attachmentId",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One scan of a letter",
        params: params.extend({ attachmentId: idParam }),
        querystring: z.strictObject({ disposition: z.enum(["attachment", "inline"]).default("attachment") }),
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const who = readingRegister(signedIn(request));
      const { organisation } = who.identity;
      const { letterId, attachmentId } = request.params;
      const letter = await readInside(wiring.pool, organisation, (connection) => letterOf(connection, who, letterId));
      const document = letter.scans.find((each) => each.attachmentId === attachmentId);
      if (!document) throw problem("no-such-item", { name: attachmentId });
      return sendDocument(reply, wiring, { organisation, document, disposition: request.query.disposition });
    },
  );
}

function enteringRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/incoming-letters",
    {
      config: { scope: "register" },
      schema: {
        tags,
        summary: "Enter a letter under the next number",
        headers: idempotencyHeaders,
        body: letterBody,
        response: { 201: letterSchema.describe("The entry.") },
      },
    },
    async (request, reply) => {
      const who = keepingRegister(signedIn(request));
      const { organisation, personId } = who.identity;
      const letterId = wiring.newId();
      const fields = await fieldsOf(request.body, { wiring, organisation, salt: letterId });
      return writeOnce(request, reply, wiring, async (connection) => {
        await refuseUnknownUnit(connection, organisation, fields);
        await enterLetter(connection, { organisation, letterId, recordedBy: personId, fields });
        return { status: 201, body: await one(connection, who, letterId) };
      });
    },
  );
}

function correctingRoute(api: Api, wiring: Wiring): void {
  api.put(
    "/incoming-letters/:letterId",
    {
      config: { scope: "register" },
      schema: {
        tags,
        summary: "Correct an entry",
        description: "What stood there is kept beside it. The number and its year stay.",
        params,
        headers: ifMatchHeaders.extend(idempotencyHeaders.shape),
        body: letterBody,
        response: { 200: letterSchema },
      },
    },
    async (request, reply) => {
      const who = keepingRegister(signedIn(request));
      const { organisation } = who.identity;
      const { letterId } = request.params;
      const fields = await fieldsOf(request.body, { wiring, organisation, salt: letterId });
      const version = ifMatchNumber(request.headers["if-match"]);
      return writeOnce(request, reply, wiring, async (connection) => {
        await refuseUnknownUnit(connection, organisation, fields);
        const letter = await letterOf(connection, who, letterId);
        if (version !== undefined && version !== letter.version) throw problem("changed-meanwhile");
        if (Number(dayInVietnam(fields.receivedAt).slice(0, 4)) !== letter.year) {
          throw problem("other-register-year", { year: String(letter.year) }, { field: "receivedAt" });
        }
        const isDone = await correctLetter(connection, { organisation, letter, by: refOf(who.actor), fields });
        if (!isDone) throw problem("changed-meanwhile");
        return { status: 200, body: await one(connection, who, letterId) };
      });
    },
  );
}

function concludingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/incoming-letters/:letterId/conclusions",
    {
      config: { scope: "register" },
      schema: {
        tags,
        summary: "Say what became of a letter",
        description:
          "`registered`: a complaint was taken in from it. `added`: it belongs to one. `nothing-to-do`, `struck`: with the reason. `waiting`: it is open again.",
        params,
        headers: idempotencyHeaders,
        body: conclusionBody,
        response: { 200: letterSchema },
      },
    },
    async (request, reply) => {
      const who = keepingRegister(signedIn(request));
      const { organisation } = who.identity;
      const { letterId } = request.params;
      const { body } = request;
      const conclusion: Conclusion = {
        outcome: body.outcome,
        complaintId: "complaintId" in body ? body.complaintId : null,
        outcomeReason: "reason" in body ? body.reason.normalize("NFC") : null,
      };
      // Only to a complaint that exists for whoever says so.
      if (conclusion.complaintId !== null) await readComplaint(wiring, who, conclusion.complaintId);
      return writeOnce(request, reply, wiring, async (connection) => {
        const letter = await letterOf(connection, who, letterId);
        const isDone = await concludeLetter(connection, { organisation, letter, by: refOf(who.actor), conclusion });
        if (!isDone) throw problem("changed-meanwhile");
        return { status: 200, body: await one(connection, who, letterId) };
      });
    },
  );
}

/** Lets through who sees every complaint: letters are of all units until somebody has read them. */
export function readingRegister(who: SignedIn): SignedIn {
  if (visibilityOf(who.actor).units !== "all") throw notYourRole(registerKeepers);
  return who;
}

function keepingRegister(who: SignedIn): SignedIn {
  if (!registerKeepers.some((role) => holds(who.actor, role))) throw notYourRole(registerKeepers);
  return who;
}

async function letterOf(connection: Connection, who: SignedIn, letterId: string): Promise<IncomingLetter> {
  const { organisation } = who.identity;
  const found = await incomingLetter(connection, { organisation, letterId, visibility: visibilityOf(who.actor) });
  if (!found) throw problem("no-such-item", { name: letterId });
  return found;
}

async function one(connection: Connection, who: SignedIn, letterId: string) {
  const [letter] = await shown(connection, who.identity.organisation, [await letterOf(connection, who, letterId)]);
  return letter;
}

async function fieldsOf(
  body: LetterBody,
  { wiring, organisation, salt }: { wiring: Wiring; organisation: string; salt: string },
): Promise<LetterFields> {
  // A day ahead is taken for a slip of the pen, an hour for a clock that runs fast.
  if (Date.parse(body.receivedAt) > Date.parse(wiring.now()) + 3_600_000) {
    throw problem("letter-not-yet-here", {}, { field: "receivedAt" });
  }
  if (body.postmarkedOn !== null && body.postmarkedOn > dayInVietnam(body.receivedAt)) {
    throw problem("postmark-after-receipt", {}, { field: "postmarkedOn" });
  }
  const scans = await documentsHandedIn(wiring, organisation, { documents: body.scans, salt });
  return { ...body, about: body.about.normalize("NFC"), sender: body.sender.normalize("NFC"), scans };
}

async function refuseUnknownUnit(connection: Connection, organisation: string, { unit }: LetterFields): Promise<void> {
  if (unit === null) return;
  const { rowCount } = await connection.query("select from unit where organisation = $1 and unit_id = $2", [
    organisation,
    unit,
  ]);
  if (rowCount === 0) throw problem("no-such-item", { name: unit }, { field: "unit" });
}

/** People and units by their names. */
export async function shown(connection: Connection, organisation: string, letters: readonly IncomingLetter[]) {
  const names = await personNames(
    connection,
    organisation,
    letters.map(({ recordedBy }) => recordedBy),
  );
  const { rows } = await connection.query<{ unit_id: string; name: string }>(
    "select unit_id, name from unit where organisation = $1 and unit_id = any ($2)",
    [organisation, letters.flatMap(({ unit }) => unit ?? [])],
  );
  const units = new Map(rows.map((row) => [row.unit_id, row.name]));
  return letters.map((letter) => ({
    ...letter,
    recordedBy: names.get(letter.recordedBy) ?? letter.recordedBy,
    unitName: letter.unit === null ? null : (units.get(letter.unit) ?? letter.unit),
  }));
}

function personOf(by: ActorRef): string | null {
  return by.kind === "person" ? by.personId : null;
}
