import type { Pool } from "pg";
import { identityOf, type Identity } from "./identity.ts";
import type { Key } from "./key.ts";

// How long a role that was taken away, or a session that ended on another server, still counts here.
const KEPT_MS = 3000;
const KEPT_MAX = 10_000;

/** Identities of the last moments, so that a screen that asks for six things looks up its session once. */
export type IdentityCache = {
  identityOf: (key: Key) => Promise<Identity | undefined>;
  /** What this process changed itself counts at once. */
  forgetAll: () => void;
};

/** `nowMs`: a clock that never goes back. */
export function identityCache(pool: Pool, nowMs: () => number): IdentityCache {
  const kept = new Map<string, { untilMs: number; identity: Promise<Identity | undefined> }>();
  return {
    identityOf: (key) => {
      const known = kept.get(key.text);
      if (known && known.untilMs > nowMs()) return known.identity;
      if (kept.size >= KEPT_MAX) kept.clear();
      const identity = identityOf(pool, key);
      kept.set(key.text, { untilMs: nowMs() + KEPT_MS, identity });
      // Neither a failed look-up nor a guessed key is worth keeping.
      identity.then(
        (found) => found ?? kept.delete(key.text),
        () => kept.delete(key.text),
      );
      return identity;
    },
    forgetAll: () => kept.clear(),
  };
}
