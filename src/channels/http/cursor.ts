import { createHash } from "node:crypto";
import { problem } from "./problem.ts";

/**
 * A place in a list, as it is given out: good for the very list that it was given for. Of another organisation, another
 * filter or another order it is refused; row-level security would show nothing of others in any event.
 */
export function cursorFor(list: readonly unknown[], place: string | null): string | null {
  return place === null ? null : Buffer.from(`${checkOf(list, place)}${place}`).toString("base64url");
}

/** The place that a cursor stands for. */
export function placeOf(list: readonly unknown[], cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, "base64url").toString();
  const place = text.slice(CHECK_CHARS);
  if (place === "" || text.slice(0, CHECK_CHARS) !== checkOf(list, place)) {
    throw problem("bad-cursor", {}, { field: "cursor" });
  }
  return place;
}

const CHECK_CHARS = 16;

// No secret: it finds mistakes, and nobody gains by forging it.
function checkOf(list: readonly unknown[], place: string): string {
  return createHash("sha256")
    .update(JSON.stringify([list, place]))
    .digest("base64url")
    .slice(0, CHECK_CHARS);
}
