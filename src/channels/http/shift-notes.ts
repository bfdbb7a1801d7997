import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { shiftNotes, takeShiftNote, writeShiftNote, type ShiftNote } from "../../store/shift-notes.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { notYourRole } from "./role-needed.ts";
import { saysSomething } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

const noteSchema = z.object({
  noteId: z.string(),
  unit: z.string().nullable().describe("Null: for everybody."),
  text: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  takenBy: z.string().nullable().describe("Who took the shift over."),
  takenAt: z.string().nullable(),
  mayTake: z.boolean().describe("It waits for the next shift, and somebody else than me wrote it."),
});
const NOTES_MAX = 30;

/** `/shift-notes`: what one shift leaves to the next, and who took it over. People by their names. */
export function shiftNoteRoutes(api: Api, wiring: Wiring): void {
  readingRoute(api, wiring);
  leavingRoute(api, wiring);
  takingRoute(api, wiring);
}

const tags = ["queues"];

function readingRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/shift-notes",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Notes of the last shifts, the latest first",
        response: { 200: z.object({ notes: z.array(noteSchema) }) },
      },
    },
    (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      return readInside(pool, organisation, async (connection) => {
        const notes = await shiftNotes(connection, { organisation, units: unitsOf(who), limit: NOTES_MAX });
        return { notes: await withNames(connection, who.identity, notes) };
      });
    },
  );
}

function leavingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/shift-notes",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Leave a note to the next shift",
        headers: idempotencyHeaders,
        body: z.strictObject({
          text: z.string().max(10_000).refine(saysSomething, "write what the next shift must know"),
          unit: idParam.nullable().default(null).describe("One of my units; null: for everybody."),
        }),
        response: { 201: noteSchema.describe("The note that was left.") },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const { text, unit } = request.body;
      const units = unitsOf(who);
      if (unit !== null && units !== "all" && !units.includes(unit)) throw notYourRole([unit]);
      return writeOnce(request, reply, wiring, async (connection) => {
        const note = {
          organisation,
          noteId: wiring.newId(),
          unit,
          text: text.normalize("NFC").trim(),
          writtenBy: personId,
        };
        return { status: 201, body: await only(connection, who.identity, await writeShiftNote(connection, note)) };
      });
    },
  );
}

function takingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/shift-notes/:noteId/takings",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Take the shift over",
        description: "The first who does it stands there; later ones read who that was.",
        params: z.object({ noteId: idParam }),
        response: { 200: noteSchema },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const { noteId } = request.params;
      return writeOnce(request, reply, wiring, async (connection) => {
        const notes = await shiftNotes(connection, { organisation, units: unitsOf(who), limit: NOTES_MAX });
        if (!notes.some((note) => note.noteId === noteId)) throw problem("no-such-item", { name: noteId });
        const taken = await takeShiftNote(connection, { organisation, noteId, personId });
        return { status: 200, body: await only(connection, who.identity, taken) };
      });
    },
  );
}

function unitsOf({ actor }: SignedIn): readonly string[] | "all" {
  return visibilityOf(actor).units === "all" ? "all" : [...new Set(actor.roles.map(({ unit }) => unit))];
}

async function only(connection: Connection, reader: Reader, note: ShiftNote | undefined) {
  const [named] = note ? await withNames(connection, reader, [note]) : [];
  if (!named) throw problem("no-such-item", { name: "unit" });
  return named;
}

type Reader = Pick<SignedIn["identity"], "organisation" | "personId">;

async function withNames(connection: Connection, { organisation, personId }: Reader, notes: ShiftNote[]) {
  const names = await personNames(
    connection,
    organisation,
    notes.flatMap(({ writtenBy, takenBy }) => [writtenBy, takenBy]),
  );
  const nameOf = (id: string) => names.get(id) ?? id;
  return notes.map((note) => ({
    ...note,
    writtenBy: nameOf(note.writtenBy),
    takenBy: note.takenBy === null ? null : nameOf(note.takenBy),
    mayTake: note.takenBy === null && note.writtenBy !== personId,
  }));
}
