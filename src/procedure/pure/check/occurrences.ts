import type { Trigger } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import type { Move } from "../edition/stages.ts";
import { verbEvents } from "../verb-events.ts";
import type { EventType } from "../vocabulary.ts";
import { evaluate, type Value } from "./facts.ts";

/** A fact that a move may write, as far as the pack fixes it. A field that is not known may have any value. */
export type Occurrence = { type: EventType; known: ReadonlyMap<string, Value> };

/** Stands for every value of a field that no trigger of the edition speaks of. */
const otherValue = "\u0000other";

/**
 * What making a move may write, once for each way in which the triggers of this edition tell its facts apart: a reply
 * that may be final or interim comes back as both. `to`: the stage entered, where the move leads to one.
 */
export function waysOf({
  edition,
  move,
  to,
}: {
  edition: Edition;
  move: Move;
  to: string | undefined;
}): Occurrence[][] {
  const { sure, maybe } = verbEvents[move.verb];
  const types: EventType[] = [...sure, ...maybe];
  const entered = to === undefined ? [] : [stageEntered(edition, to)];
  let ways: Occurrence[][] = [entered];
  for (const type of types) {
    const variants = variantsOf({ edition, move, type });
    ways = ways.flatMap((way) => variants.map((variant) => [variant, ...way]));
    if (maybe.includes(type)) ways = [...ways, entered];
  }
  return ways;
}

export function stageEntered(edition: Edition, stage: string): Occurrence {
  const phase = edition.stages.find(({ id }) => id === stage)?.phase ?? "under-way";
  return {
    type: "StageEntered",
    known: new Map([
      ["stage", stage],
      ["phase", phase],
    ]),
  };
}

/** Whether a trigger answers to a fact: `true`, `false`, or undefined where the pack does not say. `stage`: the one it leaves. */
export function answersTo({
  trigger,
  occurrence,
  stage,
  edition,
}: {
  trigger: Trigger;
  occurrence: Occurrence;
  stage: string;
  edition: Edition;
}): boolean | undefined {
  if (trigger.on !== occurrence.type) return false;
  const matches = Object.entries(trigger.with ?? {}).map(([field, wanted]) => {
    const value = occurrence.known.get(field);
    return value === undefined ? undefined : listOf(wanted).includes(value);
  });
  if (matches.includes(false)) return false;
  const holds = trigger.when ? evaluate(trigger.when, new Map([["stage", stage]]), edition) : true;
  if (holds === false) return false;
  return matches.includes(undefined) || holds === undefined ? undefined : true;
}

export function triggersOf(edition: Edition): Trigger[] {
  return edition.clocks.flatMap(({ start, stop, void: voids, reinstate = [] }) => [
    ...start,
    ...stop,
    ...voids,
    ...reinstate,
  ]);
}

function variantsOf({ edition, move, type }: { edition: Edition; move: Move; type: EventType }): Occurrence[] {
  let variants: Map<string, Value>[] = [fixedBy(edition, move)];
  for (const [field, values] of valuesSpokenOf(edition, type)) {
    const fixed = variants[0]?.get(field);
    const given = move.given?.[field];
    if (fixed !== undefined) continue;
    const possible = given === undefined ? [...values, otherValue] : listOf(given);
    variants = variants.flatMap((variant) => possible.map((value) => new Map([...variant, [field, value]])));
  }
  return variants.slice(0, variantsMax).map((known) => ({ type, known }));
}

/** More ways than this of telling one fact apart are not tried; no pack comes near. */
const variantsMax = 256;

function valuesSpokenOf(edition: Edition, type: EventType): Map<string, Set<Value>> {
  const spokenOf = new Map<string, Set<Value>>();
  for (const trigger of triggersOf(edition)) {
    if (trigger.on !== type) continue;
    for (const [field, wanted] of Object.entries(trigger.with ?? {})) {
      const values = spokenOf.get(field) ?? new Set();
      for (const value of listOf(wanted)) values.add(value);
      spokenOf.set(field, values);
    }
  }
  return spokenOf;
}

/** A move that may only leave in writing writes `written: true`. */
function fixedBy(edition: Edition, { channels }: Move): Map<string, Value> {
  const known = new Map<string, Value>();
  const isWritten = (channel: string): boolean =>
    channel === "written" || edition.channels.some(({ id, written }) => id === channel && written);
  if (channels && channels.length > 0 && channels.every(isWritten)) known.set("written", true);
  return known;
}

function listOf(value: Value | readonly Value[]): readonly Value[] {
  return typeof value === "object" ? value : [value];
}
