import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** What seals the secrets of connections. It is kept outside the database, so that a copy of that gives none of them away. */
export type SecretsKey = Readonly<{ bytes: Buffer }>;

export type Secrets = Readonly<Record<string, string>>;

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param text at least 32 characters that nobody can guess */
export function secretsKey(text: string): SecretsKey {
  return { bytes: createHash("sha256").update("hoiam secrets of connections\n").update(text).digest() };
}

/** @param place where they will stand: elsewhere they cannot be opened */
export function sealSecrets(key: SecretsKey, place: string, secrets: Secrets): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), sealed]);
}

/** Undefined: sealed under another key, for another place, or changed since. */
export function openSecrets(key: SecretsKey, place: string, sealed: Buffer): Secrets | undefined {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) return undefined;
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString("utf8")) as Secrets;
  } catch {
    return undefined;
  }
}
