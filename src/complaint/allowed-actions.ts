import { z } from "zod";
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
      /** The provider's own labels of the moves, where the pack gives them. */
      names: string[];
      confirm: { id: string; name: string }[];
      needs: string[];
      needsEvidence: string[];
      channels: string[];
      /** Results that the pack knows for this verb here, and the stage that each leads to. */
      leadsTo: { given: Record<string, unknown> | null; stage: string }[];
      fields: Record<string, unknown>;
    }
  | {
      verb: ActionVerb;
      allowed: false;
      why: Pick<Refusal, "code" | "details" | "vi" | "en">;
      fields: Record<string, unknown>;
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
    names: unique(moves.flatMap(({ name }) => name ?? [])),
    confirm: [...new Map(moves.flatMap(({ confirm }) => confirm ?? []).map((each) => [each.id, each])).values()],
    needs: unique(moves.flatMap(({ needs }) => needs ?? [])),
    needsEvidence: unique(moves.flatMap(({ needsEvidence }) => needsEvidence ?? [])),
    channels: unique(moves.flatMap(({ channels }) => channels ?? [])),
    leadsTo: moves.flatMap(({ given, leadsTo }) => (leadsTo ? [{ given: given ?? null, stage: leadsTo }] : [])),
    fields,
  };
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

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
