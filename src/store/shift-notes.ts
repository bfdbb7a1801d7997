import type { Connection } from "../projections/inside-organisation.ts";

/** A note that one shift leaves to the next. Instants in UTC. */
export type ShiftNote = {
  noteId: string;
  /** Null: for everybody. */
  unit: string | null;
  text: string;
  writtenBy: string;
  writtenAt: string;
  takenBy: string | null;
  takenAt: string | null;
};

const COLUMNS = `note_id as "noteId", unit, text, written_by as "writtenBy", instant_text(written_at) as "writtenAt",
  taken_by as "takenBy", instant_text(taken_at) as "takenAt"`;

/** The latest first. `units`: those whose notes may be read, beside those for everybody; "all": every unit's. */
export async function shiftNotes(
  connection: Connection,
  { organisation, units, limit }: { organisation: string; units: readonly string[] | "all"; limit: number },
): Promise<ShiftNote[]> {
  const { rows } = await connection.query<ShiftNote>({
    name: "shift_notes",
    text: `select ${COLUMNS} from shift_note
           where organisation = $1 and ($2::text[] is null or unit is null or unit = any ($2::text[]))
           order by written_at desc, note_id desc limit $3`,
    values: [organisation, units === "all" ? null : [...units], limit],
  });
  return rows;
}

/** Undefined: there is no such unit. */
export async function writeShiftNote(
  connection: Connection,
  note: { organisation: string; noteId: string; unit: string | null; text: string; writtenBy: string },
): Promise<ShiftNote | undefined> {
  const { rows } = await connection.query<ShiftNote>(
    `insert into shift_note (organisation, note_id, unit, text, written_by)
     select $1, $2, $3, $4, $5
     where $3::text is null or exists (select from unit where organisation = $1 and unit_id = $3)
     returning ${COLUMNS}`,
    [note.organisation, note.noteId, note.unit, note.text, note.writtenBy],
  );
  return rows[0];
}

/** Whoever comes first has taken it over; one who comes later gets the note with the first one's name. Undefined: no such note. */
export async function takeShiftNote(
  connection: Connection,
  { organisation, noteId, personId }: { organisation: string; noteId: string; personId: string },
): Promise<ShiftNote | undefined> {
  await connection.query(
    `update shift_note set taken_by = $3, taken_at = clock_timestamp()
     where organisation = $1 and note_id = $2 and taken_by is null`,
    [organisation, noteId, personId],
  );
  const { rows } = await connection.query<ShiftNote>(
    `select ${COLUMNS} from shift_note where organisation = $1 and note_id = $2`,
    [organisation, noteId],
  );
  return rows[0];
}
