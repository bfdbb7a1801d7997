import { hash, verify } from "@node-rs/argon2";

/** Characters of a password: fewer are guessed, and more only keep the server busy. */
export const passwordCharsMin = 10;
export const passwordCharsMax = 200;

// Argon2id is the default algorithm of the library. Memory, passes and lanes as OWASP advises for servers.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), parameters);
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
