import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Characters of a password: fewer are guessed, and more only keep the server busy. */
export const passwordCharsMin = 10;
export const passwordCharsMax = 200;

// Argon2id is the default algorithm of the library. Memory, passes and lanes as OWASP advises for servers.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), parameters);
}

/** Letters and digits that nobody takes for one another on paper. */
const LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP_CHARS = 5;

/** A password to be handed over and used once: `hq3mz-k8wpt-c2xve`, 74 bits. */
export function oneTimePassword(): string {
  const letter = () => LEGIBLE.charAt(randomInt(LEGIBLE.length));
  const group = () => Array.from({ length: GROUP_CHARS }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** Takes the same time for a name that nobody has: without a hash it compares with one that no password fits. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await hashOfNothing()), password.normalize("NFC"));
  return fits && passwordHash !== null;
}

let nothing: Promise<string> | undefined;

function hashOfNothing(): Promise<string> {
  nothing ??= hashPassword("no password of anybody");
  return nothing;
}
