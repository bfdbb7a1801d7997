import { childOf } from "../check/problem.ts";
import type { Edition } from "./edition.ts";
import { withoutEnglish } from "./english.ts";

const SHOWN_CHARS_MAX = 60;

/** One value that differs; undefined: it is not there. `isOrder`: entries only changed places, and these are their names. */
export type Change = { path: string; before: unknown; now: unknown; isOrder: boolean };

/**
 * What is not as it was in a resolved edition, a line each: `clocks.reply.term: "2 working days" → "3 working days"`. Entries that
 * have an id are compared with the entry of that id. None where both say the same.
 */
export function changesBetween(before: Edition, now: Edition): string[] {
  return changesOf(before, now).map((change) =>
    change.isOrder
      ? `${change.path}: in another order`
      : `${change.path}: ${shown(change.before)} → ${shown(change.now)}`,
  );
}

/** The same as values. */
export function changesOf(before: Edition, now: Edition): Change[] {
  const { ref: _before, ...one } = withoutEnglish(before);
  const { ref: _now, ...other } = withoutEnglish(now);
  return changed("", one, other);
}

function changed(path: string, before: unknown, now: unknown): Change[] {
  if (Object.is(before, now)) return [];
  if (Array.isArray(before) && Array.isArray(now)) return inLists(path, before, now);
  if (isRecord(before) && isRecord(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return names.flatMap((name) => changed(joined(path, name), childOf(before, name), childOf(now, name)));
  }
  return [{ path, before, now, isOrder: false }];
}

function inLists(path: string, before: readonly unknown[], now: readonly unknown[]): Change[] {
  const [one, other] = [byName(before), byName(now)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const inside = names.flatMap((name) => changed(joined(path, name), one.get(name), other.get(name)));
  if (inside.length > 0 || [...one.keys()].join() === [...other.keys()].join()) return inside;
  return [{ path, before: [...one.keys()], now: [...other.keys()], isOrder: true }];
}

/** Entries by their id; by their place where they have none. */
function byName(list: readonly unknown[]): Map<string, unknown> {
  return new Map(
    list.map((entry, index) => {
      const id = childOf(entry, "id");
      return [typeof id === "string" ? id : `[${index}]`, entry];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function joined(path: string, name: string): string {
  return path === "" || name.startsWith("[") ? `${path}${name}` : `${path}.${name}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text;
}
