import type { Connection } from "../projections/inside-organisation.ts";

/** From here on, the running numbers of a year are of complaints for practice: a series of its own, from 1. */
const TRAINING = 900_000_000;

/**
 * The number on paper of an arrival (year, then the running number of the year in nine digits): "KN-2026-000123"; of one for
 * practice "TH-2026-000001".
 */
export function complaintNumber(arrival: number): string {
  const year = Math.floor(arrival / 1_000_000_000);
  const running = arrival % 1_000_000_000;
  const [series, number] = running < TRAINING ? ["KN", running] : ["TH", running - TRAINING];
  return `${series}-${year}-${String(number).padStart(6, "0")}`;
}

/**
 * The next number of a register of papers, without a gap: "12/2026". Nobody else gets one in this register before the
 * transaction ends, and a transaction that is rolled back gives it back.
 */
export async function takeLetterNumber(
  connection: Connection,
  { organisation, register, year }: { organisation: string; register: string; year: number },
): Promise<string> {
  const { rows } = await connection.query<{ last_number: number }>({
    name: "take_letter_number",
    text: `insert into letter_register as r (organisation, register, year, last_number) values ($1, $2, $3, 1)
           on conflict (organisation, register, year) do update set last_number = r.last_number + 1
           returning last_number`,
    values: [organisation, register, year],
  });
  return `${rows[0]?.last_number}/${year}`;
}
