import type { Pool } from "pg";
import { readInside } from "../projections/inside-organisation.ts";
import { newTrackingCode, readTrackingCode } from "./tracking-codes.ts";

/**
 * A code by which anybody may see that a letter is the provider's: `vntt-7K3M-9QXT-2B4R-HN8W`, as the code by which a customer
 * follows a complaint, of 80 random bits, and opening nothing but that. It is printed before the letter has its hash.
 */
export function newConfirmationCode(organisation: string): string {
  return newTrackingCode(organisation).text;
}

/** The fact that issued a letter. */
export type LetterPlace = { organisation: string; complaintId: string; paperId: string; sequence: number };

/** Where the letter of a code is, typed in any case, with or without hyphens; undefined for what is no code and what never was one alike. */
export async function letterOfCode(pool: Pool, text: string): Promise<LetterPlace | undefined> {
  const code = readTrackingCode(text);
  if (!code) return undefined;
  const { organisation } = code;
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<LetterPlace>(
      `select organisation, complaint_id as "complaintId", paper_id as "paperId", sequence
       from outgoing_letter where organisation = $1 and confirmation_code = $2`,
      [organisation, code.text],
    ),
  );
  return rows[0];
}
