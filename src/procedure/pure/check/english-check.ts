import type { Edition } from "../edition/edition.ts";
import type { Named } from "../edition/english.ts";
import { childOf, type Finding, type Path } from "./problem.ts";

/** What readers of English pages meet: moves, papers' contents and the rest may stay in the provider's own words. */
const readLists = [
  "units",
  "roles",
  "channels",
  "complainants",
  "customerClasses",
  "services",
  "registers",
  "kinds",
  "stages",
  "clocks",
] as const;

/**
 * English names are complete or absent: a pack that gives none is read in Vietnamese, one that begins is to be finished. One name
 * has one English name, because pages find it by the Vietnamese one.
 */
export function checkEnglish(edition: Edition): Finding[] {
  const named = namedIn(edition);
  return [...differing(named), ...lacking(edition, named)];
}

type Place = { path: Path; entry: Named };

function differing(named: readonly Place[]): Finding[] {
  const first = new Map<string, string>();
  return named.flatMap(({ path, entry: { name, en } }): Finding[] => {
    if (en === undefined) return [];
    const known = first.get(name) ?? en;
    first.set(name, known);
    if (known === en) return [];
    const message = `"${name}" is "${known}" in English elsewhere, and "${en}" here.`;
    return [{ severity: "error", path: [...path, "en"], code: "two-english-names", message, mend: "Use one of them." }];
  });
}

function lacking(edition: Edition, named: readonly Place[]): Finding[] {
  const isBegun = edition.units.some(({ en }) => en !== undefined);
  if (!isBegun) return [];
  const known = new Set(named.flatMap(({ entry: { name, en } }) => (en === undefined ? [] : [name])));
  return readLists.flatMap((list) =>
    edition[list].flatMap(({ name }, index): Finding[] => {
      if (known.has(name)) return [];
      const message = `"${name}" has no English name, and others of this pack have one.`;
      const mend = "Write it beside the name: en: …";
      return [{ severity: "warning", path: [list, index, "name"], code: "no-english-name", message, mend }];
    }),
  );
}

/** Everything that has a name, wherever it stands. */
function namedIn(value: unknown, path: Path = []): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const name = childOf(value, "name");
  const en = childOf(value, "en");
  const here = typeof name === "string" ? [{ path, entry: { name, ...(typeof en === "string" ? { en } : {}) } }] : [];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...here, ...inside.flatMap(([key, inner]) => namedIn(inner, [...path, key]))];
}
