import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import type { Verb } from "../procedure/pure/vocabulary.ts";
import type { Context } from "./context.ts";
import { holds, unmetFacts } from "./facts.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";

/** The pack's moves of a verb that this actor may make now, in the pack's order; or why there is none. */
export function openMoves(verb: Verb, complaint: Complaint, context: Context): Move[] | Refusal {
  const { edition, actor, now } = context;
  if (actor.kind === "person" && complaint.aboutPersonIds.includes(actor.personId))
    return refuse("complaint-about-yourself");
  const here = movesHere(edition, complaint).filter((move) => move.verb === verb);
  if (here.length === 0) return refuse("not-at-this-stage", { stage: stageName(edition, complaint.stage), verb });
  const mine = here.filter((move) => move.by.some((who) => fits(who, complaint, context)));
  if (mine.length === 0) return refuse("not-your-role", { who: [...new Set(here.flatMap((move) => move.by))] });
  const open = mine.filter((move) => holds(move.when, complaint, now));
  if (open.length > 0) return open;
  const facts = mine.flatMap((move) => (move.when ? unmetFacts(move.when, complaint, now) : []));
  return refuse("guard-not-met", { facts: [...new Set(facts.map((fact) => fact.fact))], wanted: facts });
}

/** Of the open moves, the first whose `given` the command's fields match. */
export function chosenMove(moves: Move[], data: Record<string, unknown>): Move | Refusal {
  return moves.find((move) => matches(move.given, data)) ?? refuse("not-with-this-result");
}

/** Whether data has the values that a pack names: equal, or one of a list. */
export function matches(wanted: Record<string, unknown> | undefined, data: Record<string, unknown>): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) =>
    Array.isArray(value) ? value.includes(data[name]) : value === data[name],
  );
}

export function isOpenMoves(moves: Move[] | Refusal): moves is Move[] {
  return !isRefusal(moves);
}

function movesHere(edition: Edition, complaint: Complaint): Move[] {
  const stage = edition.stages.find((each) => each.id === complaint.stage);
  const anywhere = edition.anywhere.filter((move) => move.phases.includes(complaint.phase));
  return [...(stage?.moves ?? []), ...anywhere];
}

function stageName(edition: Edition, stage: string): string {
  return edition.stages.find((each) => each.id === stage)?.name ?? stage;
}

function fits(who: string, complaint: Complaint, { actor }: Context): boolean {
  if (who === "customer" || who === "system") return actor.kind === who;
  if (actor.kind !== "person") return false;
  const { roles, personId, deputyFor } = actor;
  if (who === "owner")
    return complaint.ownerId !== null && (complaint.ownerId === personId || complaint.ownerId === deputyFor);
  if (who === "owning-unit") return roles.some(({ unit }) => unit === complaint.unit);
  if (who === "asked-unit") return roles.some(({ unit }) => complaint.coordinations.some((each) => each.unit === unit));
  const [role, unit] = who.split("@");
  return roles.some((held) => held.role === role && (unit === undefined || held.unit === unit));
}
