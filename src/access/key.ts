import { createHash, randomBytes } from "node:crypto";

/** What a browser's cookie or a program's token says: whose it is, and the secret. Only `hash` is kept. */
export type Key = { organisation: string; text: string; hash: Buffer };

const SECRET_BYTES = 32;
const keyPattern = /^(?:ha_)?([a-z0-9][a-z0-9-]{0,99})\.[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 bits. Tokens of programs begin with `ha_`, so that a scanner of leaked secrets knows them. */
export function newKey(organisation: string, { prefix = "" }: { prefix?: "" | "ha_" } = {}): Key {
  const text = `${prefix}${organisation}.${randomBytes(SECRET_BYTES).toString("base64url")}`;
  return { organisation, text, hash: hashOf(text) };
}

/**
 * Reads a key that somebody sent. The organisation that it names is no claim to be believed: the hash covers it, and is
 * looked for among that organisation's rows only.
 */
export function readKey(text: string): Key | undefined {
  const organisation = keyPattern.exec(text)?.[1];
  return organisation === undefined ? undefined : { organisation, text, hash: hashOf(text) };
}

// A secret of 256 random bits needs no slow hash.
function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
