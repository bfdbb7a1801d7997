import { createHash, randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { readInside, type Connection } from "../projections/inside-organisation.ts";

/** What a customer opens their complaint with: `vntt-7K3M-9QXT-2B4R-HN8W`. Only `hash` is kept. */
export type TrackingCode = { organisation: string; text: string; hash: Buffer };

/** Crockford's base 32: no letter that is taken for a digit. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 bits. */
const CODE_BYTES = 10;
const GROUP_CHARS = 4;
const CODE_CHARS = 16;
const TYPED_CHARS_MAX = 200;

/** A new random code. */
export function newTrackingCode(organisation: string): TrackingCode {
  return codeOf(organisation, randomBytes(CODE_BYTES));
}

/**
 * The code of a complaint that a browser sends under its own random key: the same again for the same complaint and key, so that what
 * was sent twice gives one code. Nobody has it from the database, where the key stands as a hash.
 */
export function trackingCodeFor(organisation: string, complaintId: string, key: string): TrackingCode {
  const bytes = createHash("sha256").update(`tracking code\n${organisation}\n${complaintId}\n${key}`).digest();
  return codeOf(organisation, bytes.subarray(0, CODE_BYTES));
}

/** Reads a code as people type it: any case, with or without hyphens, O for 0, I and L for 1. Undefined: it is none. */
export function readTrackingCode(text: string): TrackingCode | undefined {
  if (text.length > TYPED_CHARS_MAX) return undefined;
  const groups = text
    .trim()
    .split(/[\s_–—-]+/)
    .filter(Boolean);
  const secret: string[] = [];
  while (secret.join("").length < CODE_CHARS) {
    const group = groups.pop();
    if (group === undefined) return undefined;
    secret.unshift(group);
  }
  const digits = secret.join("").toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const isCode = digits.length === CODE_CHARS && digits.split("").every((digit) => DIGITS.includes(digit));
  const organisation = groups.join("-").toLowerCase();
  return isCode && /^[a-z0-9][a-z0-9-]{0,99}$/.test(organisation) ? named(organisation, digits) : undefined;
}

/** Keeps a code for a complaint. The same one again changes nothing. @param kept.outboxId the message that carries it alone */
export async function keepTrackingCode(
  connection: Connection,
  { organisation, hash }: TrackingCode,
  { complaintId, madeBy, outboxId = null }: { complaintId: string; madeBy: object; outboxId?: string | null },
): Promise<void> {
  await connection.query(
    `insert into tracking_code (organisation, code_hash, complaint_id, made_by, outbox_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [organisation, hash, complaintId, JSON.stringify(madeBy), outboxId],
  );
}

/** Takes back every code that a complaint had so far: somebody else may have seen one. */
export async function revokeTrackingCodes(
  connection: Connection,
  { organisation, complaintId }: { organisation: string; complaintId: string },
): Promise<void> {
  await connection.query(
    "update tracking_code set revoked_at = now() where organisation = $1 and complaint_id = $2 and revoked_at is null",
    [organisation, complaintId],
  );
}

/** The complaint that a code opens; undefined for one that never was and one that was taken back alike. */
export async function complaintOfCode(pool: Pool, { organisation, hash }: TrackingCode): Promise<string | undefined> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ complaint_id: string }>(
      "select complaint_id from tracking_code where organisation = $1 and code_hash = $2 and revoked_at is null",
      [organisation, hash],
    ),
  );
  return rows[0]?.complaint_id;
}

function codeOf(organisation: string, bytes: Buffer): TrackingCode {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  const digits = Array.from({ length: CODE_CHARS }, (_none, place) =>
    DIGITS.charAt(Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)),
  );
  return named(organisation, digits.join(""));
}

function named(organisation: string, digits: string): TrackingCode {
  const groups = Array.from({ length: CODE_CHARS / GROUP_CHARS }, (_none, index) =>
    digits.slice(index * GROUP_CHARS, (index + 1) * GROUP_CHARS),
  );
  const text = `${organisation}-${groups.join("-")}`;
  // A secret of 80 random bits needs no slow hash: every guess goes through the server, which counts them.
  return { organisation, text, hash: createHash("sha256").update(text).digest() };
}
