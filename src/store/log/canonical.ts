import { hash } from "node:crypto";
import canonicalize from "canonicalize";

/** Canonical JSON (RFC 8785) of a value that JSON can hold. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("only a JSON value has a canonical text");
  return text;
}

/** SHA-256 over canonical JSON, in lower-case hexadecimal. */
export function canonicalHash(value: unknown): string {
  return hash("sha256", canonical(value));
}
