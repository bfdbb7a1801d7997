import type { z } from "zod";
import type { Move } from "../procedure/pure/edition/stages.ts";
import type { EventType, Verb } from "../procedure/pure/vocabulary.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import type { EventData, NewEvent } from "./events/event.ts";
import type { Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";

/** What a verb's `decide` is given beside its own fields. `at`: when it happened. `move`: the pack's words on it here. */
export type VerbContext = Context & {
  at: string;
  move: Move;
  command: Command;
};

/**
 * One verb of the trade. The pack has said already that this person may do it at this stage; `allowed` adds what holds
 * for every provider, and `decide` makes the facts.
 */
export type VerbRule<S extends z.ZodType = z.ZodType> = {
  verb: Verb;
  /** The verb's own fields. */
  fields: S;
  /** Facts by other people meanwhile that make this command worth a second look. */
  conflictsWith: readonly EventType[];
  /** Why nobody may do it now, whatever fields they give; null: it is open. Called by `decide` and by `allowedActions`. */
  allowed: (complaint: Complaint, context: Context) => Refusal | null;
  decide: (data: z.infer<S>, complaint: Complaint, context: VerbContext) => NewEvent[] | Refusal;
};

/** Keeps the type of the fields; forgets it only where verbs stand in one table. */
export function verbRule<S extends z.ZodType>(rule: VerbRule<S>): VerbRule {
  return rule;
}

/** A fact that happened when the command says. */
export function fact<T extends EventType>(type: T, data: EventData<T>, { at }: { at: string }): NewEvent {
  return { type, occurredAt: at, data } as NewEvent;
}

/** For verbs that are open whenever the pack opens them. */
export function always(): null {
  return null;
}
