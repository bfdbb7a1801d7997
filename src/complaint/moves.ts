import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import { verbWords, verbWordsInEnglish } from "../procedure/pure/verb-words.ts";
import { roles, type Verb } from "../procedure/pure/vocabulary.ts";
import type { Context } from "./context.ts";
import { holds } from "./facts.ts";
import { guardNotMet } from "./guard-not-met.ts";
import { notYourRole } from "./not-your-role.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";

/** The pack's moves of a verb that this actor may make now, in the pack's order; or why there is none. */
export function openMoves(verb: Verb, complaint: Complaint, context: Context): Move[] | Refusal {
  const here = movesOf(verb, complaint, context);
  if (isRefusal(here)) return here;
  const mine = ownMoves(here, complaint, context);
  if (isRefusal(mine)) return mine;
  const open = mine.filter((move) => holds(move.when, complaint, context.now));
  return open.length > 0 ? open : guardNotMet(mine, complaint, context);
}

/**
 * The move that a command means: the first that its fields match, that is this actor's, and whose guard holds. The refusal
 * speaks of what was meant: not of another result of the same verb that somebody else may record, or that is open.
 */
export function chosenMove(
  { verb, data }: { verb: Verb; data: Record<string, unknown> },
  complaint: Complaint,
  context: Context,
): Move | Refusal {
  const here = movesOf(verb, complaint, context);
  if (isRefusal(here)) return here;
  const meant = here.filter((move) => matches(move.given, data));
  if (meant.length === 0) return refuse("not-with-this-result");
  const mine = ownMoves(meant, complaint, context);
  if (isRefusal(mine)) return mine;
  return mine.find((move) => holds(move.when, complaint, context.now)) ?? guardNotMet(mine, complaint, context);
}

/** Whether data has the values that a pack names: equal, or one of a list. */
export function matches(wanted: Record<string, unknown> | undefined, data: Record<string, unknown>): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) =>
    Array.isArray(value) ? value.includes(data[name]) : value === data[name],
  );
}

/**
 * The verbs that this edition gives to administrators, at whatever stage, and this actor has as one of them. Whoever keeps the
 * program running reads no complaints, and reaches one for these alone.
 */
export function verbsOfAdministrator(complaint: Complaint, context: Pick<Context, "edition" | "actor">): Verb[] {
  const { edition, actor } = context;
  if (actor.kind === "person" && complaint.aboutPersonIds.includes(actor.personId)) return [];
  const all: Move[] = [...edition.stages.flatMap(({ moves }) => moves), ...edition.anywhere];
  const own = all.filter(({ by }) =>
    by.some((who) => who.split("@")[0] === "administrator" && fits(who, complaint, context)),
  );
  return [...new Set(own.map(({ verb }) => verb))];
}

/** Who may do this now, as the pack names them, each once; without roles that nobody here has. */
export function whoMay(verb: Verb, complaint: Complaint, edition: Edition): string[] {
  const here = movesHere(edition, complaint).filter((move) => move.verb === verb);
  return [...new Set(here.flatMap(({ by }) => by))].filter((each) => isHeld(each, edition));
}

/** The moves of a verb at this stage, whoever may make them and whether their guards hold or not. */
function movesOf(verb: Verb, complaint: Complaint, { edition, actor }: Context): Move[] | Refusal {
  if (actor.kind === "person" && complaint.aboutPersonIds.includes(actor.personId))
    return refuse("complaint-about-yourself");
  const here = movesHere(edition, complaint).filter((move) => move.verb === verb);
  const said = {
    stage: stageName(edition, complaint.stage),
    verb,
    words: { vi: verbWords[verb], en: verbWordsInEnglish[verb] },
  };
  return here.length > 0 ? here : refuse("not-at-this-stage", said);
}

function ownMoves(moves: Move[], complaint: Complaint, context: Context): Move[] | Refusal {
  const mine = moves.filter((move) => move.by.some((who) => fits(who, complaint, context)));
  if (mine.length > 0) return mine;
  // A shared step also names roles that this provider does not have.
  const who = [...new Set(moves.flatMap((move) => move.by))].filter((each) => isHeld(each, context.edition));
  return notYourRole(who, context.edition);
}

function movesHere(edition: Edition, complaint: Complaint): Move[] {
  const stage = edition.stages.find((each) => each.id === complaint.stage);
  const anywhere = edition.anywhere.filter((move) => move.phases.includes(complaint.phase));
  return [...(stage?.moves ?? []), ...anywhere];
}

function stageName(edition: Edition, stage: string): string {
  return edition.stages.find((each) => each.id === stage)?.name ?? stage;
}

/** Held by somebody here, or no role at all: the owner, the unit that was asked. */
function isHeld(who: string, edition: Edition): boolean {
  const [role] = who.split("@");
  return !roles.some((each) => each === role) || edition.roles.some((each) => each.role === role);
}

function fits(who: string, complaint: Complaint, { actor }: Pick<Context, "actor">): boolean {
  if (who === "customer" || who === "system") return actor.kind === who;
  if (actor.kind === "link")
    return who === "asked-unit" && complaint.coordinations.some((each) => each.coordinationId === actor.coordinationId);
  if (actor.kind !== "person") return false;
  const { roles, personId, deputyFor } = actor;
  if (who === "owner")
    return complaint.ownerId !== null && (complaint.ownerId === personId || complaint.ownerId === deputyFor);
  if (who === "owning-unit") return roles.some(({ unit }) => unit === complaint.unit);
  if (who === "asked-unit") return roles.some(({ unit }) => complaint.coordinations.some((each) => each.unit === unit));
  // Whoever is told of it may do it: everybody of the unit but who reads no complaints.
  if (who === "ordered-unit")
    return roles.some(
      ({ role, unit }) => role !== "administrator" && complaint.actions.some((each) => each.unit === unit),
    );
  const [role, unit] = who.split("@");
  return roles.some((held) => held.role === role && (unit === undefined || held.unit === unit));
}
