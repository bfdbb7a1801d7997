import type { ClockTerm, Trigger } from "../edition/clocks.ts";
import { childOf } from "../check/problem.ts";
import type { Edition } from "../edition/edition.ts";
import { bothNames, type Named } from "../edition/english.ts";
import type { Guard } from "../edition/guard.ts";
import { guardInWords, type Words } from "./guard-in-words.ts";
import { termInWords } from "./term-in-words.ts";
import { triggersInWords } from "./trigger-in-words.ts";
import { whoInWords } from "./who-in-words.ts";

type InWords = (value: never, edition: Edition) => Words;

/** Values that a person reads as one, whatever changed within; each with how it is said. */
const readWhole: Readonly<Record<string, InWords>> = {
  when: (guard: Guard, edition) => guardInWords(guard, edition),
  start: triggers,
  stop: triggers,
  void: triggers,
  reinstate: triggers,
  on: (value: Trigger[] | string, edition) => (typeof value === "string" ? same(value) : triggers(value, edition)),
  term: (term: ClockTerm) => termInWords(term),
  terms: (terms: { when: Guard; term: ClockTerm }[], edition) =>
    listed(
      terms.map(({ when, term }) => {
        const [length, guard] = [termInWords(term), guardInWords(when, edition)];
        return { vi: `${length.vi} nếu ${guard.vi}`, en: `${length.en} if ${guard.en}` };
      }),
    ),
  by: (who: string[], edition) => listed(who.map((each) => whoInWords(each, edition))),
  signedBy: (who: string[], edition) => listed(who.map((each) => whoInWords(each, edition))),
  owner: (who: string, edition) => whoInWords(who, edition),
  unit: (who: string, edition) => whoInWords(who === "owning" ? "owning-unit" : who, edition),
  leadsTo: (stage: string, edition) => nameIn(stage, edition),
  confirm: plainly,
  given: plainly,
  source: plainly,
};

/** The steps as far as to a value that is read as one. */
export function whole(steps: readonly string[]): readonly string[] {
  // What stands first is the name of a list, never of a value in it.
  const place = steps.findIndex((step, at) => at > 0 && step in readWhole);
  return place === -1 ? steps : steps.slice(0, place + 1);
}

/** A value of a pack as people say it: terms, conditions and events in words, ids by their names. */
export function valueOfPackInWords(value: unknown, steps: readonly string[], edition: Edition): Words {
  const inWords = steps.length > 1 ? readWhole[steps.at(-1) ?? ""] : undefined;
  return inWords ? inWords(value as never, edition) : plainly(value, edition);
}

function plainly(value: unknown, edition: Edition): Words {
  if (typeof value === "boolean") return value ? { vi: "có", en: "yes" } : { vi: "không", en: "no" };
  if (typeof value === "string") return nameIn(value, edition);
  if (Array.isArray(value)) return listed(value.map((each) => plainly(each, edition)));
  const name = childOf(value, "name");
  if (typeof name === "string") return bothNames(value as Named);
  if (typeof value !== "object" || value === null) return same(String(value));
  return listed(
    Object.entries(value).map(([key, each]) => {
      const { vi, en } = plainly(each, edition);
      return { vi: `${key}: ${vi}`, en: `${key}: ${en}` };
    }),
  );
}

/** What an id of the pack names; the text itself where it is none. */
function nameIn(text: string, edition: Edition): Words {
  const { stages, units, channels, fields, evidence, kinds, registers, papers } = edition;
  const all = [stages, units, channels, fields, evidence, kinds, registers, papers].flat();
  const found = all.find(({ id }) => id === text);
  return found ? bothNames(found) : same(text.replace(/^law: /, ""));
}

function triggers(value: readonly Trigger[], edition: Edition): Words {
  const told = triggersInWords(value, edition);
  return { vi: told.map(({ vi }) => vi).join("; hoặc "), en: told.map(({ en }) => en).join("; or ") };
}

function listed(words: readonly Words[]): Words {
  return { vi: words.map(({ vi }) => vi).join("; "), en: words.map(({ en }) => en).join("; ") };
}

function same(text: string): Words {
  return { vi: text, en: text };
}
