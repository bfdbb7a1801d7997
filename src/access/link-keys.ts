import { createHash, randomBytes } from "node:crypto";

/** 128 bits. */
const KEY_BYTES = 16;
const keyPattern = /^([a-z0-9][a-z0-9-]{0,99})-([0-9a-f]{32})$/;
/** No organisation can have this id: what is no key is looked for all the same, and found nowhere. */
const NOBODY = "-";

/** What opens one thing for whoever never signs in: `vntt-0f3c…`. It is shown once; only its hash is kept. */
export function newLinkKey(organisation: string): string {
  return `${organisation}-${randomBytes(KEY_BYTES).toString("hex")}`;
}

/** Whose key it says to be. */
export function organisationOfKey(key: string): string {
  return keyPattern.exec(key)?.[1] ?? NOBODY;
}

// A secret of 128 random bits needs no slow hash.
export function hashOfKey(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
