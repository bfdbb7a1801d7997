import { z } from "zod";
import type { Move } from "../procedure/pure/edition/stages.ts";
import { verbs, type Verb } from "../procedure/pure/vocabulary.ts";
import type { Context } from "./context.ts";
import { permitted } from "./decide.ts";
import { isRefusal, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";
import { verbRules } from "./verbs.ts";

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
};

/** Every verb of the trade, allowed to this actor or not, and why not. The browser shows this; it never re-decides. */
export function allowedActions(complaint: Complaint, context: Context): AllowedAction[] {
  return verbs.filter((verb) => verb !== "register").map((verb) => actionOf(verb, complaint, context));
}

function actionOf(verb: ActionVerb, complaint: Complaint, context: Context): AllowedAction {
  const fields = fieldsOf(verb);
  const moves = permitted(verb, complaint, context);
  if (isRefusal(moves)) {
    const { code, details, vi, en } = moves;
    return { verb, allowed: false, why: { code, details, vi, en }, fields };
  }
  return {
    verb,
    allowed: true,
    moves: moves.map(openMove),
    fields,
  };
}

function openMove(move: Move): OpenMove {
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

/** The verb's own fields as JSON Schema, for forms and for the API's description. */
export function fieldsOf(verb: Verb): Record<string, unknown> {
  const known = schemas.get(verb);
  if (known) return known;
  const schema = z.toJSONSchema(verbRules[verb].fields, { io: "input" }) as Record<string, unknown>;
  schemas.set(verb, schema);
  return schema;
}

const schemas = new Map<Verb, Record<string, unknown>>();
