import type { Connection } from "../projections/inside-organisation.ts";
import type { Language } from "./identity.ts";

/** A colleague as mail is written to them. */
export type MailReader = { personId: string; name: string; email: string; language: Language };

/** Somebody who works here and has an address; undefined for anybody else. */
export async function mailReader(
  connection: Connection,
  organisation: string,
  personId: string,
): Promise<MailReader | undefined> {
  const { rows } = await connection.query<MailReader>(
    `select person_id as "personId", name, email, language from person
     where organisation = $1 and person_id = $2 and closed_at is null and email is not null`,
    [organisation, personId],
  );
  return rows[0];
}

/** Everybody of a unit today who has an address, in the order of their ids. */
export async function mailReadersOfUnit(
  connection: Connection,
  organisation: string,
  unit: string,
): Promise<MailReader[]> {
  const { rows } = await connection.query<MailReader>(
    `select person_id as "personId", name, email, language from person p
     where organisation = $1 and closed_at is null and email is not null and exists (
       select from role_held h where h.organisation = $1 and h.person_id = p.person_id and h.unit = $2
         and h.from_on <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
         and (h.to_on is null or h.to_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date))
     order by person_id`,
    [organisation, unit],
  );
  return rows;
}
