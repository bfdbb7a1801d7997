import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import type { Context } from "./context.ts";
import { unfinished } from "./end/close.ts";
import { distanceOf, lackedFacts, lackOf, type Lack, type LackedFact } from "./lack.ts";
import { optionsOf, type Option } from "./to-end-options.ts";
import type { Complaint } from "./state.ts";

/** What stands between a complaint and its end, or a closed one and the archive: all of the items, each by one of its options. */
export type ToEnd = { verb: "close" | "archive"; items: { options: Option[] }[] };

/**
 * The same guards that refuse to end it, and what ending it refuses besides, as what is to be done about each. Where no end of
 * this stage is near, what a later one will want. Null: it is put away.
 */
export function toEnd(complaint: Complaint, context: Context): ToEnd | null {
  if (complaint.phase === "archived") return null;
  const verb = complaint.phase === "closed" ? "archive" : "close";
  const here = context.edition.stages.find(({ id }) => id === complaint.stage)?.moves ?? [];
  const near = nearest(here.filter(isOf(verb)), complaint, context);
  const lack = near ? near.lack : wantedLater(verb, complaint, context);
  const items = itemsOf(lack).flatMap((each) => optionsOf(each, complaint, context));
  const besides =
    verb === "close"
      ? unfinished(complaint, context.edition).flatMap((fact) =>
          optionsOf([{ fact, wanted: true }], complaint, context),
        )
      : [];
  const said = [...items, ...besides].map((options) => ({ options }));
  return { verb, items: said.filter((item, place) => said.findIndex((each) => isSame(each, item)) === place) };
}

function isOf(verb: "close" | "archive"): (move: Move) => boolean {
  return (move) => move.verb === verb;
}

/** Of the ways that work on the file opens, the one that wants least; undefined: none is. */
function nearest(moves: readonly Move[], complaint: Complaint, { now }: Context): { lack: Lack | null } | undefined {
  return moves
    .map((move) => ({ lack: move.when ? lackOf(move.when, complaint, now) : null }))
    .filter(({ lack }) => distanceOf(lack) === 0)
    .toSorted((one, other) => sizeOf(one.lack) - sizeOf(other.lack))[0];
}

/** How many things are to be done at least. */
function sizeOf(lack: Lack | null): number {
  if (lack === null) return 0;
  if ("fact" in lack) return 1;
  return "all" in lack ? lack.all.reduce((sum, each) => sum + sizeOf(each), 0) : Math.min(...lack.any.map(sizeOf));
}

/** Of what a later end will want: all of it where the customer has the answer, before that the papers, which can be issued now. */
function wantedLater(verb: "close" | "archive", complaint: Complaint, context: Context): Lack | null {
  const lack = nearest(movesOf(context.edition).filter(isOf(verb)), complaint, context)?.lack ?? null;
  if (complaint.phase === "answered") return lack;
  return lackedFacts(lack).find(({ fact }) => fact.fact === "papers-owed") ?? null;
}

function movesOf({ stages }: Edition): Move[] {
  return stages.flatMap(({ moves }) => moves);
}

/** Each of what must all be, as what may be instead of it. */
function itemsOf(lack: Lack | null): LackedFact[][] {
  if (lack === null) return [];
  if ("fact" in lack) return [[lack]];
  return "all" in lack ? lack.all.flatMap(itemsOf) : [lackedFacts(lack)];
}

function isSame(one: ToEnd["items"][number], other: ToEnd["items"][number]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
