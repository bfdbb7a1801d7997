import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * A random secret that is made once and kept in a file which only its owner may read (0600).
 * Of two processes that make it at the same moment, both get the one that came first.
 */
export function keepSecret(path: string): string {
  const kept = readIfThere(path);
  if (kept) return kept;
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    // A link, unlike a rename, fails when another process was first.
    linkSync(fresh, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  const secret = readIfThere(path);
  if (!secret) throw new Error(`${path} is empty: restore it from a backup`);
  return secret;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim() || undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
