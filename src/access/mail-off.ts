import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { SecretsKey } from "../store/secret-box.ts";

type OfPerson = { organisation: string; personId: string };

const TOKEN_CHARS = 32;

/** What turns off the daily mail of one person without signing in, as RFC 8058 wants it: good for nothing else, and for good. */
export function mailOffToken(key: SecretsKey, { organisation, personId }: OfPerson): string {
  const own = Buffer.from(hkdfSync("sha256", key.bytes, "", "hoiam daily mail off", 32));
  return createHmac("sha256", own).update(`${organisation}\n${personId}`).digest("hex").slice(0, TOKEN_CHARS);
}

/** Compares in constant time. */
export function isMailOffToken(key: SecretsKey, of: OfPerson, token: string): boolean {
  const right = Buffer.from(mailOffToken(key, of));
  const said = Buffer.from(token);
  return said.length === right.length && timingSafeEqual(said, right);
}
