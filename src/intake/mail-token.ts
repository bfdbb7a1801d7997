import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { SecretsKey } from "../store/secret-box.ts";

/** Which complaint a mail of ours is about, said so that nobody else can say it: 16 letters of 5 bits. */
const TOKEN_CHARS = 16;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** Names looked at in one mail. */
const TOKENS_MAX = 8;
const LOCAL_CHARS_MAX = 64;
const SUBJECT_CHARS_MAX = 150;

type Of = { organisation: string; complaintId: string };

/** 80 bits of HMAC-SHA256 under a key of its own: always the same for one complaint, so that none needs to be kept. */
export function mailTokenOf(key: SecretsKey, { organisation, complaintId }: Of): string {
  const own = Buffer.from(hkdfSync("sha256", key.bytes, "", "hoiam tokens in mail", 32));
  const digest = createHmac("sha256", own).update(`${organisation}\n${complaintId}`).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, (TOKEN_CHARS * 5) / 8)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: TOKEN_CHARS }, (_none, place) => {
    const shift = BigInt(5 * (TOKEN_CHARS - 1 - place));
    return ALPHABET[Number((bits >> shift) & 31n)];
  }).join("");
}

/** Compares in constant time. */
export function isMailTokenOf(key: SecretsKey, of: Of, token: string): boolean {
  const right = Buffer.from(mailTokenOf(key, of));
  const said = Buffer.from(token.toLowerCase());
  return said.length === right.length && timingSafeEqual(said, right);
}

/** A complaint's number with its token, as one word. */
export type NumberAndToken = { number: string; token: string };

/** `khieunai+kn-2026-000123-<token>@example.vn`; as it is where that would be longer than an address may be. */
export function taggedAddress(address: string, { number, token }: NumberAndToken): string {
  const at = address.lastIndexOf("@");
  const local = `${address.slice(0, at)}+${number.toLowerCase()}-${token}`;
  return local.length > LOCAL_CHARS_MAX ? address : `${local}${address.slice(at)}`;
}

/** `… [#KN-2026-000123-<token>]`, in place of a `[KN-2026-000123]` before it: the end of a subject that is too long gives way. */
export function taggedSubject(subject: string, { number, token }: NumberAndToken): string {
  const said = subject.replace(`[${number}]`, "").trim();
  return `${said.slice(0, SUBJECT_CHARS_MAX).trim()} [#${number}-${token}]`;
}

/** What looks like numbers with tokens in the addresses of a mail, then in its subject. Nothing of it is proved yet. */
export function tokensIn({ addresses, subject }: { addresses: readonly string[]; subject: string }): NumberAndToken[] {
  const inAddresses = addresses.slice(0, 100).flatMap((address) => {
    const plus = address.indexOf("+");
    return plus < 0 ? [] : [address.slice(plus + 1, address.lastIndexOf("@"))];
  });
  const inSubject = subject
    .slice(0, 2000)
    .split("[#")
    .slice(1)
    .map((each) => each.split("]", 1)[0] ?? "");
  const found = [...inAddresses, ...inSubject].flatMap((each) => {
    const [, number, token] = /^([A-Z]{2}-\d{4}-\d{6,9})-([A-Z2-7]{16})$/.exec(each.trim().toUpperCase()) ?? [];
    return number === undefined || token === undefined ? [] : [{ number, token: token.toLowerCase() }];
  });
  return found.slice(0, TOKENS_MAX);
}
