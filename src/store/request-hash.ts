import { hash, randomBytes, timingSafeEqual } from "node:crypto";

const SALT_BYTES = 16;

/**
 * What is kept of a request that came with an Idempotency-Key: 16 random bytes, then the SHA-256 of them and of the request's own. A
 * request holds personal data; without the salt its hash could be looked for among guesses made beforehand.
 */
export function saltedHash(request: string): Buffer {
  return withSalt(randomBytes(SALT_BYTES), request);
}

/** Whether a request is the one of which this was kept. */
export function isOfRequest(kept: Buffer, request: string): boolean {
  const again = withSalt(kept.subarray(0, SALT_BYTES), request);
  return kept.length === again.length && timingSafeEqual(kept, again);
}

function withSalt(salt: Buffer, request: string): Buffer {
  const own = hash("sha256", request, "buffer");
  return Buffer.concat([salt, hash("sha256", Buffer.concat([salt, own]), "buffer")]);
}
