import type { Connection } from "../projections/inside-organisation.ts";

type OfPerson = { organisation: string; personId: string };

/** Whether somebody wants the mail about their inbox: whoever never said otherwise does. */
export async function wantsDailyMail(connection: Connection, { organisation, personId }: OfPerson): Promise<boolean> {
  const { rows } = await connection.query<{ is_wanted: boolean }>(
    "select is_wanted from inbox_digest where organisation = $1 and person_id = $2",
    [organisation, personId],
  );
  return rows[0]?.is_wanted ?? true;
}

export async function chooseDailyMail(
  connection: Connection,
  { organisation, personId, isWanted }: OfPerson & { isWanted: boolean },
): Promise<void> {
  await connection.query(
    `insert into inbox_digest (organisation, person_id, is_wanted) values ($1, $2, $3)
     on conflict (organisation, person_id) do update set is_wanted = excluded.is_wanted`,
    [organisation, personId, isWanted],
  );
}
