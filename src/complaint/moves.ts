import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import type { Verb } from "../procedure/pure/vocabulary.ts";
import type { Context } from "./context.ts";
import { holds, unmetFacts } from "./facts.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";

/** The pack's moves of a verb that this actor may make now, in the pack's order; or why there is none. */
export function openMoves(verb: Verb, complaint: Complaint, context: Context): Move[] | Refusal {
  const mine = movesOf(verb, complaint, context);
  if (isRefusal(mine)) return mine;
  const open = mine.filter((move) => holds(move.when, complaint, context.now));
  return open.length > 0 ? open : guardNotMet(mine, complaint, context);
}

/** Of the open moves, the first whose `given` the command's fields match; or why the one that was meant is not open. */
export function chosenMove(
  open: Move[],
  { verb, data }: { verb: Verb; data: Record<string, unknown> },
  complaint: Complaint,
  context: Context,
): Move | Refusal {
  const chosen = open.find((move) => matches(move.given, data));
  if (chosen) return chosen;
  const mine = movesOf(verb, complaint, context);
  const shut = isRefusal(mine) ? [] : mine.filter((move) => matches(move.given, data));
  return shut.length > 0 ? guardNotMet(shut, complaint, context) : refuse("not-with-this-result");
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

/** The moves of a verb at this stage that are this actor's, whether their guards hold or not. */
function movesOf(verb: Verb, complaint: Complaint, context: Context): Move[] | Refusal {
  const { edition, actor } = context;
  if (actor.kind === "person" && complaint.aboutPersonIds.includes(actor.personId))
    return refuse("complaint-about-yourself");
  const here = movesHere(edition, complaint).filter((move) => move.verb === verb);
  if (here.length === 0) return refuse("not-at-this-stage", { stage: stageName(edition, complaint.stage), verb });
  const mine = here.filter((move) => move.by.some((who) => fits(who, complaint, context)));
  return mine.length > 0 ? mine : refuse("not-your-role", { who: [...new Set(here.flatMap((move) => move.by))] });
}

function guardNotMet(moves: Move[], complaint: Complaint, { now }: Context): Refusal {
  const facts = moves.flatMap((move) => (move.when ? unmetFacts(move.when, complaint, now) : []));
  return refuse("guard-not-met", { facts: [...new Set(facts.map((fact) => fact.fact))], wanted: facts });
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
