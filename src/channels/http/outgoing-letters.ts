import { z } from "zod";
import { holds, refOf, visibilityOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import type { ActorRef } from "../../complaint/events/event.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { isForCustomers } from "../../projections/customer-view/letters.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { noteInOrganisation } from "../../store/organisation-log.ts";
import {
  letterRegisters,
  outgoingLetter,
  outgoingLetters,
  stampLetter,
  unstampLetter,
  type OutgoingLetter,
} from "../../store/outgoing-letters.ts";
import { idempotencyHeaders, idParam, limitParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import {
  outgoingLetterSchema,
  outgoingQuery,
  registerSchema,
  stampKeepers,
  type OutgoingLetterShown,
} from "./outgoing-letter-schema.ts";
import { problem } from "./problem.ts";
import { notYourRole } from "./role-needed.ts";
import { writeOnce } from "./write-once.ts";

const tags = ["letters"];
const params = z.object({ complaintId: idParam, paperId: idParam });

/** `/outgoing-letters`: the registers of outgoing letters, and the stamp on their paper copies. */
export function outgoingLetterRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  registersRoute(api, wiring);
  stampingRoute(api, wiring);
  unstampingRoute(api, wiring);
}

function listRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/outgoing-letters",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Letters issued under a number, the latest number first",
        querystring: z.strictObject({
          ...outgoingQuery,
          limit: limitParam,
          cursor: z.string().min(1).max(1000).optional(),
        }),
        response: { 200: z.object({ letters: z.array(outgoingLetterSchema), nextCursor: z.string().nullable() }) },
      },
    },
    (request) => {
      const who = readingLetters(signedIn(request));
      const { organisation } = who.identity;
      const { limit, cursor, search: words, ...narrowed } = request.query;
      const filter = { ...narrowed, words };
      const list = [organisation, "outgoing-letters", filter];
      const place = placeOf(list, cursor);
      const [year, number, register] = place === undefined ? [] : (JSON.parse(place) as [number, number, string]);
      const before =
        year === undefined || number === undefined || register === undefined ? undefined : { year, number, register };
      return readInside(wiring.pool, organisation, async (connection) => {
        const asked = { organisation, visibility: visibilityOf(who.actor), filter, before, limit };
        const found = await outgoingLetters(connection, asked);
        const last = found.length === limit ? found.at(-1) : undefined;
        return {
          letters: await lettersShown(wiring, connection, { organisation, letters: found }),
          nextCursor: cursorFor(list, last ? JSON.stringify([last.year, last.number, last.register]) : null),
        };
      });
    },
  );
}

function registersRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/outgoing-letter-registers",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The registers of outgoing letters, by year",
        response: { 200: z.object({ registers: z.array(registerSchema), mayStamp: z.boolean() }) },
      },
    },
    async (request) => {
      const who = readingLetters(signedIn(request));
      const { organisation } = who.identity;
      const registers = await readInside(pool, organisation, (connection) => letterRegisters(connection, organisation));
      return { registers, mayStamp: mayStamp(who) };
    },
  );
}

function stampingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/outgoing-letters/:complaintId/:paperId/stamps",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Note that the paper copies carry the stamp",
        description:
          "By the records clerk. A second time changes nothing; who and when stands in the organisation's log too.",
        params,
        headers: idempotencyHeaders,
        body: z.strictObject({ copies: z.int().min(1).max(1000).default(1) }),
        response: { 201: outgoingLetterSchema.describe("The letter, with its stamp.") },
      },
    },
    async (request, reply) => {
      const who = stamping(signedIn(request));
      const { organisation, personId } = who.identity;
      return writeOnce(request, reply, wiring, async (connection) => {
        await letterFor(connection, who, request.params);
        const asked = { organisation, ...request.params, stampedBy: personId, copies: request.body.copies };
        const isNew = await stampLetter(connection, asked);
        if (isNew) await note(connection, who, "LetterStamped", request.params);
        return { status: 201, body: await shownAgain(wiring, connection, who, request.params) };
      });
    },
  );
}

function unstampingRoute(api: Api, wiring: Wiring): void {
  api.delete(
    "/outgoing-letters/:complaintId/:paperId/stamps",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Take back a mark that was set by mistake",
        params,
        headers: idempotencyHeaders,
        response: { 200: outgoingLetterSchema },
      },
    },
    async (request, reply) => {
      const who = stamping(signedIn(request));
      const { organisation } = who.identity;
      return writeOnce(request, reply, wiring, async (connection) => {
        await letterFor(connection, who, request.params);
        const isTakenBack = await unstampLetter(connection, { organisation, ...request.params });
        if (!isTakenBack) throw problem("no-such-item", { name: request.params.paperId });
        await note(connection, who, "LetterUnstamped", request.params);
        return { status: 200, body: await shownAgain(wiring, connection, who, request.params) };
      });
    },
  );
}

type Place = { complaintId: string; paperId: string };

function note(connection: Connection, who: SignedIn, type: "LetterStamped" | "LetterUnstamped", data: Place) {
  const { organisation } = who.identity;
  return noteInOrganisation(connection, organisation, { facts: [{ type, data }], by: refOf(who.actor) });
}

async function letterFor(connection: Connection, who: SignedIn, place: Place): Promise<OutgoingLetter> {
  const { organisation } = who.identity;
  const found = await outgoingLetter(connection, { organisation, ...place, visibility: visibilityOf(who.actor) });
  if (!found) throw problem("no-such-item", { name: place.paperId });
  return found;
}

async function shownAgain(wiring: Wiring, connection: Connection, who: SignedIn, place: Place) {
  const letters = [await letterFor(connection, who, place)];
  const [shown] = await lettersShown(wiring, connection, { organisation: who.identity.organisation, letters });
  if (!shown) throw new Error("a letter that was found is shown");
  return shown;
}

/** Lets through who sees every complaint: letters of all units stand in one register. */
export function readingLetters(who: SignedIn): SignedIn {
  if (visibilityOf(who.actor).units !== "all") throw notYourRole(stampKeepers);
  return who;
}

function stamping(who: SignedIn): SignedIn {
  if (!mayStamp(who)) throw notYourRole(stampKeepers);
  return who;
}

function mayStamp({ actor }: SignedIn): boolean {
  return stampKeepers.some((role) => holds(actor, role));
}

/** Rows of the register with names in place of ids, as their editions call things. */
export async function lettersShown(
  { registry }: Pick<Wiring, "registry">,
  connection: Connection,
  { organisation, letters }: { organisation: string; letters: readonly OutgoingLetter[] },
): Promise<OutgoingLetterShown[]> {
  const ids = letters.flatMap(({ issuedBy, signatures, stamp }) => [
    personOf(issuedBy),
    ...signatures.map(({ actor }) => personOf(actor)),
    stamp?.stampedBy ?? null,
  ]);
  const names = await personNames(connection, organisation, ids);
  const nameOf = (by: ActorRef) => names.get(personOf(by) ?? "") ?? null;
  return letters.map((letter) => {
    const { editionHash, customerName, issuedBy, signatures, signers, stamp, follows, kind, ...rest } = letter;
    const edition = registry.byHash(editionHash);
    const signed = signatures.map(
      ({ by, signer, actor }) => signer ?? (by === "customer" ? customerName : nameOf(actor)),
    );
    return {
      ...rest,
      numberOnPaper: letter.numberOnPaper ?? `${letter.number}/${letter.year}`,
      issuedOn: dayInVietnam(letter.issuedAt),
      issuedBy: nameOf(issuedBy),
      paper: edition?.papers.find(({ id }) => id === letter.paper)?.name ?? letter.paper,
      recipient: letter.recipient ?? (isForCustomers(kind) ? customerName : null),
      signers: [...signed, signers].filter((each) => each !== null),
      channel: edition?.channels.find(({ id }) => id === letter.channel)?.name ?? letter.channel,
      follows: follows?.as ?? null,
      stamp: stamp && { ...stamp, stampedBy: names.get(stamp.stampedBy) ?? stamp.stampedBy },
    };
  });
}

function personOf(by: ActorRef): string | null {
  return by.kind === "person" ? by.personId : null;
}
