import { createHash, randomBytes } from "node:crypto";
import type { ActorRef } from "../../complaint/events/event.ts";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import { canonical, canonicalHash } from "./canonical.ts";
import { isMarker, personalValues, withPersonalValues } from "../../complaint/events/personal-values.ts";

/** A fact as the log stores it. Instants are UTC text, hashes hexadecimal, salts base64 by the path of their value. */
export type StoredEvent = {
  organisation: string;
  complaint: string;
  sequence: number;
  type: EventType;
  occurredAt: string;
  recordedAt: string;
  actor: ActorRef;
  commandId: string;
  data: unknown;
  salts: Record<string, string> | null;
  hash: string;
};

const SALT_BYTES = 32;

/** A long random salt for each personal value of a new fact; null where it has none. */
export function newSalts(type: EventType, data: unknown): Record<string, string> | null {
  const values = personalValues(type, data);
  if (values.length === 0) return null;
  const bytes = randomBytes(SALT_BYTES * values.length);
  return Object.fromEntries(
    values.map(({ key }, index) => [key, bytes.toString("base64", index * SALT_BYTES, (index + 1) * SALT_BYTES)]),
  );
}

/**
 * The hash of a fact: SHA-256 over the canonical JSON of its fields and the hash of the fact before it (null for the first), where
 * each personal value stands as `{"#": markerOf(value)}`. An erased value stands so already.
 */
export function eventHash(event: Omit<StoredEvent, "hash">, previous: string | null): string {
  const { salts, data, ...fields } = event;
  return canonicalHash({ ...fields, data: withMarkers(event.type, data, salts), previous });
}

/** The data as the chain sees it. Throws where a value has neither a salt nor the shape of an erased one. */
export function withMarkers(type: EventType, data: unknown, salts: Record<string, string> | null): unknown {
  return withPersonalValues(type, data, ({ key, value }) => {
    const salt = salts?.[key];
    if (salt !== undefined) return { "#": markerOf(value, salt) };
    if (!isMarker(value)) throw new Error(`the personal value ${key} has no salt`);
    return value;
  });
}

/** SHA-256 over the salt's bytes and the value's canonical JSON. Without the salt nobody can try out values. */
export function markerOf(value: unknown, salt: string): string {
  return createHash("sha256").update(salt, "base64").update(canonical(value), "utf8").digest("hex");
}
