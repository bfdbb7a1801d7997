import { bothNames } from "../procedure/pure/edition/english.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import type { Words } from "../procedure/pure/words/guard-in-words.ts";
import { whoInWords } from "../procedure/pure/words/who-in-words.ts";
import { clocksActor, type Context } from "./context.ts";
import { holds } from "./facts.ts";
import { openMoves } from "./moves.ts";
import { nextMoves } from "./next-moves.ts";
import { isRefusal } from "./refusal.ts";
import type { Clock, Complaint } from "./state.ts";
import { verbRules } from "./verbs.ts";

/** Somebody else whose turn it is. `dueAt`: the instant until which they have time; null: no clock runs for it. */
export type Awaited = { who: Words; dueAt: string | null };

/** For whom this actor waits: units that were asked and have not answered, and whoever makes the next move where that is another. */
export function waitsFor(complaint: Complaint, context: Context): Awaited[] {
  if (complaint.phase === "closed" || complaint.phase === "archived") return [];
  const asked = complaint.coordinations
    .filter(({ status }) => status === "asked" || status === "confirmed" || status === "returned")
    .filter(({ unit }) => !isOfUnit(context, unit))
    .map(({ unit, coordinationId }) => ({
      who: unitName(unit, context),
      dueAt: firstDue(complaint.clocks.filter((clock) => clock.scopeId === coordinationId)),
    }));
  const next = nextForAnybody(complaint, context);
  if (!next || (asked.length > 0 && next.by.includes("asked-unit"))) return asked;
  const customers = next.verb === "record-verdict";
  if (!customers && isOpenTo(next, complaint, context)) return asked;
  const clocks = complaint.clocks.filter(({ scope, purpose, origin }) =>
    customers ? purpose === "verdict" : scope !== "coordination" && origin !== "law",
  );
  return [
    ...asked,
    {
      who: customers ? whoOf("customer", complaint, context) : firstOf(next, complaint, context),
      dueAt: firstDue(clocks),
    },
  ];
}

/** The move that leads on from here, whoever may make it. */
function nextForAnybody(complaint: Complaint, context: Context): Move | undefined {
  const { edition, now } = context;
  const here = edition.stages.find(({ id }) => id === complaint.stage)?.moves ?? [];
  // Asked of nobody in particular: who proposed may not approve, and still somebody may.
  const anybody = { ...context, actor: clocksActor };
  const open = here.filter(
    ({ verb, when }) => holds(when, complaint, now) && verbRules[verb].allowed(complaint, anybody) === null,
  );
  const next = nextMoves(open, { complaint, edition, now });
  return [...next].find(([, { primary }]) => primary)?.[0];
}

function isOpenTo(move: Move, complaint: Complaint, context: Context): boolean {
  const open = openMoves(move.verb, complaint, context);
  return !isRefusal(open) && open.includes(move);
}

function isOfUnit({ actor }: Context, unit: string): boolean {
  return actor.kind === "person" && actor.roles.some((held) => held.unit === unit);
}

function firstOf({ by }: Move, complaint: Complaint, context: Context): Words {
  const [first = "owning-unit"] = by.filter((who) => who !== "system" && who !== "customer");
  return whoOf(first, complaint, context);
}

/** A unit by its name, where somebody of it may; else the role. */
function whoOf(who: string, complaint: Complaint, context: Context): Words {
  const [role, unit] = who.split("@");
  const isHere = context.edition.roles.some((held) => held.role === role && held.unit === complaint.unit);
  const inCharge = who === "owner" || who === "owning-unit" || isHere;
  const found = unit ?? (inCharge ? complaint.unit : null);
  return found === null ? whoInWords(who, context.edition) : unitName(found, context);
}

function unitName(unit: string, { edition }: Context): Words {
  return bothNames(edition.units.find(({ id }) => id === unit) ?? { name: unit });
}

function firstDue(clocks: readonly Clock[]): string | null {
  const dues = clocks.filter(({ status }) => status === "running").map(({ dueAt }) => dueAt);
  return dues.toSorted()[0] ?? null;
}
