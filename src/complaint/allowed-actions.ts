import type { Move } from "../procedure/pure/edition/stages.ts";
import { verbs, type Verb } from "../procedure/pure/vocabulary.ts";
import type { Context } from "./context.ts";
import { permitted } from "./decide.ts";
import { fieldsOf } from "./forms/fields-of-verb.ts";
import { moveForm, type MoveForm } from "./forms/move-form.ts";
import { nextMoves, type NextPlace } from "./next-moves.ts";
import { isRefusal, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";

/** What may be done with a complaint that there is. */
export type ActionVerb = Exclude<Verb, "register">;

/** One verb for one person now: open with what it wants, or closed with the reason. */
export type AllowedAction =
  | {
      verb: ActionVerb;
      allowed: true;
      /** The ways that are open, in the pack's order: the first whose `given` the fields match is taken. */
      moves: OpenMove[];
      fields: Record<string, unknown>;
    }
  | {
      verb: ActionVerb;
      allowed: false;
      why: Pick<Refusal, "code" | "details" | "vi" | "en">;
      fields: Record<string, unknown>;
    };

/** One way to a verb: what the provider calls it, for which values of the fields, what it wants, and the stage it leads to. */
export type OpenMove = {
  name: string | null;
  given: Record<string, unknown> | null;
  confirm: { id: string; name: string }[];
  needs: string[];
  needsEvidence: string[];
  channels: string[];
  /** Null: the stage stays. */
  leadsTo: string | null;
  /** Its place among the next actions of this stage; null: it is none of them. */
  next: NextPlace | null;
  /** All that it takes, where one press is enough: taking it on oneself. */
  press: { personId: string } | null;
  /** What it takes, with every legal value; only where it was asked for. */
  form?: MoveForm;
};

/**
 * Every verb of the trade, allowed to this actor or not, and why not. The browser shows this; it never re-decides.
 * @param options.forms whether each open way says what it takes, with the legal values
 */
export function allowedActions(
  complaint: Complaint,
  context: Context,
  { forms = false }: { forms?: boolean } = {},
): AllowedAction[] {
  const asked = actionVerbs.map((verb) => ({ verb, moves: reached(permitted(verb, complaint, context)) }));
  const open = asked.flatMap(({ moves }) => (isRefusal(moves) ? [] : moves));
  const next = nextMoves(open, { complaint, ...context });
  return asked.map(({ verb, moves }): AllowedAction => {
    const fields = fieldsOf(verb);
    if (isRefusal(moves)) {
      const { code, details, vi, en } = moves;
      return { verb, allowed: false, why: { code, details, vi, en }, fields };
    }
    const described = moves.map((move) => ({
      ...openMove(move),
      next: next.get(move) ?? null,
      press: pressOf(move, context),
      ...(forms ? { form: moveForm(verb, move, complaint, context) } : {}),
    }));
    return { verb, allowed: true, moves: described, fields };
  });
}

const actionVerbs = verbs.filter((verb) => verb !== "register");

/** Without those that no command can mean. */
function reached(moves: Move[] | Refusal): Move[] | Refusal {
  return isRefusal(moves) ? moves : moves.filter(isReached);
}

/** Whether any command can mean this way: the first whose values match is taken, so an earlier, wider one hides it. */
function isReached(move: Move, place: number, moves: readonly Move[]): boolean {
  return !moves.slice(0, place).some((earlier) => covers(earlier.given ?? {}, move.given ?? {}));
}

/** Whether every body that has the values of the one has those of the other. */
function covers(wider: Record<string, unknown>, narrower: Record<string, unknown>): boolean {
  return Object.entries(wider).every(([name, value]) => {
    const allowed = [value].flat();
    return name in narrower && [narrower[name]].flat().every((each) => allowed.includes(each));
  });
}

function pressOf({ verb, forSelf, confirm, needs, needsEvidence }: Move, { actor }: Context): OpenMove["press"] {
  const wantsMore = [confirm, needs, needsEvidence].some((wanted) => wanted !== undefined && wanted.length > 0);
  if (verb !== "assign" || !forSelf || wantsMore || actor.kind !== "person") return null;
  return { personId: actor.personId };
}

function openMove(move: Move): Omit<OpenMove, "next" | "press"> {
  const {
    name = null,
    given = null,
    confirm = [],
    needs = [],
    needsEvidence = [],
    channels = [],
    leadsTo = null,
  } = move;
  return { name, given, confirm, needs, needsEvidence, channels, leadsTo };
}
