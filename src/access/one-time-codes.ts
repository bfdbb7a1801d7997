import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";

/** What six digits are asked for. One purpose's never serve another. */
export const oneTimePurposes = ["documents", "accept", "sign"] as const;
export type OneTimePurpose = (typeof oneTimePurposes)[number];

/** How long digits are good for: long enough for somebody to call the customer. */
const CODE_MINUTES = 15;
/** How long what they are exchanged for lets one do what it is for. */
const PASS_MINUTES = 30;
const TRIES_MAX = 5;
const SECRET_BYTES = 16;

export type OneTimeCode = { oneTimeCodeId: string; digits: string; expiresAt: string };

type OfComplaint = { organisation: string; complaintId: string };
/** `codeHash`: of the tracking code in use. With a code that is taken back goes all that was done under it. */
type OfCode = OfComplaint & { codeHash: Buffer };
type Asked = OfCode & { purpose: OneTimePurpose; sequence: number };

/**
 * Makes six digits for one purpose, and puts them out to be sent to the customer of the file. Only the browser that asked knows the
 * id: who guesses somewhere else guesses at digits of their own, and uses up nobody's tries.
 */
export function newOneTimeCode(pool: Pool, asked: Asked): Promise<OneTimeCode> {
  const { organisation, complaintId, codeHash, purpose, sequence } = asked;
  const oneTimeCodeId = randomBytes(SECRET_BYTES).toString("hex");
  const digits = String(randomInt(1_000_000)).padStart(6, "0");
  return writeInside(pool, organisation, async (connection) => {
    await connection.query(
      "delete from one_time_code where organisation = $1 and expires_at < now() - interval '1 day'",
      [organisation],
    );
    const { rows } = await connection.query<{ expires_at: string }>(
      `insert into one_time_code (organisation, one_time_code_id, complaint_id, code_hash, purpose, digits, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 minute') returning instant_text(expires_at) as expires_at`,
      [organisation, oneTimeCodeId, complaintId, codeHash, purpose, digits, CODE_MINUTES],
    );
    // No id in it: who may read what leaves must not be able to use it.
    await connection.query(
      `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, content, urgency, queued_at, next_try_at)
       values ($1, $2, $3, $4, 'one-time-code', 'customer', $5, 'now', now(), now())`,
      [organisation, `${complaintId}.${outboxKey(oneTimeCodeId)}`, complaintId, sequence, JSON.stringify({ purpose })],
    );
    return { oneTimeCodeId, digits, expiresAt: rows[0]?.expires_at ?? "" };
  });
}

/**
 * Exchanges digits for a pass. Wrong digits, an unknown id, one that is over, and one that was tried too often are told alike:
 * undefined. The tries are counted before the digits are looked at.
 */
export function passFor(
  pool: Pool,
  { organisation, complaintId, codeHash, oneTimeCodeId, digits }: OfCode & { oneTimeCodeId: string; digits: string },
): Promise<{ pass: string; purpose: OneTimePurpose; expiresAt: string } | undefined> {
  return writeInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ digits: string; purpose: OneTimePurpose }>(
      `update one_time_code set tries = tries + 1
       where organisation = $1 and complaint_id = $2 and one_time_code_id = $3
         and code_hash = $5 and expires_at > now() and tries < $4 and pass_hash is null
       returning digits, purpose`,
      [organisation, complaintId, oneTimeCodeId, TRIES_MAX, codeHash],
    );
    const [found] = rows;
    const fits = timingSafeEqual(hashOf(found?.digits ?? "none"), hashOf(digits));
    if (!found || !fits) return undefined;
    const pass = randomBytes(2 * SECRET_BYTES).toString("base64url");
    const made = await connection.query<{ expires_at: string }>(
      `update one_time_code set pass_hash = $3, pass_expires_at = now() + $4 * interval '1 minute', digits = '000000'
       where organisation = $1 and one_time_code_id = $2 returning instant_text(pass_expires_at) as expires_at`,
      [organisation, oneTimeCodeId, hashOf(pass), PASS_MINUTES],
    );
    return { pass, purpose: found.purpose, expiresAt: made.rows[0]?.expires_at ?? "" };
  });
}

/** Whether a pass is good for this now. */
export async function isPass(
  pool: Pool,
  { organisation, complaintId, codeHash, pass, purpose }: OfCode & { pass: string; purpose: OneTimePurpose },
): Promise<boolean> {
  const { rowCount } = await readInside(pool, organisation, (connection) =>
    connection.query(
      `select from one_time_code where organisation = $1 and complaint_id = $2 and purpose = $3
         and pass_hash = $4 and code_hash = $5 and pass_expires_at > now()`,
      [organisation, complaintId, purpose, hashOf(pass), codeHash],
    ),
  );
  return (rowCount ?? 0) > 0;
}

/** The digits of a complaint that are good now, for whoever calls the customer; the latest first. */
export async function waitingOneTimeCodes(pool: Pool, { organisation, complaintId }: OfComplaint) {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ purpose: OneTimePurpose; digits: string; made_at: string; expires_at: string }>(
      `select purpose, digits, instant_text(made_at) as made_at, instant_text(expires_at) as expires_at from one_time_code
       where organisation = $1 and complaint_id = $2 and expires_at > now() and pass_hash is null
       order by one_time_code.made_at desc limit 20`,
      [organisation, complaintId],
    ),
  );
  return rows.map(({ purpose, digits, made_at: madeAt, expires_at: expiresAt }) => ({
    purpose,
    digits,
    madeAt,
    expiresAt,
  }));
}

/** What the mail with the digits says, at the moment of sending it; undefined once they are used, or good no more. */
export async function digitsForMail(
  connection: Connection,
  { organisation, complaintId, outboxId }: OfComplaint & { outboxId: string },
): Promise<{ digits: string; purpose: OneTimePurpose; minutes: number } | undefined> {
  const { rows } = await connection.query<{ id: string; digits: string; purpose: OneTimePurpose; minutes: number }>(
    `select one_time_code_id as id, digits, purpose, ceil(extract(epoch from expires_at - now()) / 60)::integer as minutes
     from one_time_code where organisation = $1 and complaint_id = $2 and expires_at > now() and pass_hash is null`,
    [organisation, complaintId],
  );
  const found = rows.find(({ id }) => `${complaintId}.${outboxKey(id)}` === outboxId);
  return found && { digits: found.digits, purpose: found.purpose, minutes: found.minutes };
}

function outboxKey(oneTimeCodeId: string): string {
  return `one-time-code.${hashOf(oneTimeCodeId).toString("hex").slice(0, 16)}`;
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
