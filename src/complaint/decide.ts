import type { Move } from "../procedure/pure/edition/stages.ts";
import type { EventType, Verb } from "../procedure/pure/vocabulary.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import type { NewEvent } from "./events/event.ts";
import { followed } from "./follow/follow.ts";
import { handedIn } from "./handed-in.ts";
import { chosenMove, openMoves } from "./moves.ts";
import { evidenceGap, fieldProblem } from "./pack-fields.ts";
import { register } from "./receive/register.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import { stageEntered } from "./stage-entered.ts";
import type { Complaint } from "./state.ts";
import type { VerbContext } from "./verb-rule.ts";
import { verbRules } from "./verbs.ts";

export type Decision = { ok: true; events: NewEvent[] } | { ok: false; refusal: Refusal };

/**
 * What a command makes of a complaint: facts, with every clock and paper that follows from them, or a refusal that
 * changes nothing. Pure: time, identity, edition and calendars come in by `context`.
 */
export function decide(command: Command, complaint: Complaint | undefined, context: Context): Decision {
  const events =
    command.verb === "register" ? registered(command, complaint, context) : decided(command, complaint, context);
  if (isRefusal(events)) return { ok: false, refusal: events };
  // What follows from a move to another edition follows under that edition.
  const following = command.verb === "move-to-edition" && context.target ? { ...context, ...context.target } : context;
  return { ok: true, events: followed(events, complaint, following) };
}

/** Facts by another person, since the command's author last looked, that make it a conflict. */
export function conflictsWith(verb: Verb): readonly EventType[] {
  return verbRules[verb].conflictsWith;
}

/** Why nobody could carry out this verb now, or the moves that are open to this actor. */
export function permitted(verb: Verb, complaint: Complaint, context: Context): Move[] | Refusal {
  const moves = openMoves(verb, complaint, context);
  return isRefusal(moves) ? moves : (verbRules[verb].allowed(complaint, context) ?? moves);
}

function registered(command: Command, complaint: Complaint | undefined, context: Context): NewEvent[] | Refusal {
  if (complaint) return refuse("already-registered");
  const data = parsed(command);
  if (isRefusal(data)) return data;
  const at = command.occurredAt ?? context.now;
  if (at > context.now) return refuse("in-the-future", {}, "occurredAt");
  return register(data as Parameters<typeof register>[0], command, { ...context, at });
}

function decided(command: Command, complaint: Complaint | undefined, context: Context): NewEvent[] | Refusal {
  if (!complaint) return refuse("complaint-unknown");
  const data = parsed(command);
  if (isRefusal(data)) return data;
  const at = command.occurredAt ?? context.now;
  if (at > context.now) return refuse("in-the-future", {}, "occurredAt");
  if (at < complaint.receivedAt) return refuse("before-receipt", { receivedAt: complaint.receivedAt }, "occurredAt");
  const move = chosenMove({ verb: command.verb, data }, complaint, context);
  if (isRefusal(move)) return move;
  const closed = verbRules[command.verb].allowed(complaint, context);
  if (closed) return closed;
  const lacking = whatTheMoveLacks(move, command, complaint, context);
  if (lacking) return lacking;
  const verbContext: VerbContext = { ...context, at, move, command };
  const events = verbRules[command.verb].decide(data, complaint, verbContext);
  if (isRefusal(events)) return events;
  const entered = move.leadsTo ? [ledTo(move.leadsTo, events, complaint, verbContext)] : [];
  return [...handedIn(events, move, command, { at }), ...events, ...entered];
}

function parsed(command: Command): Record<string, unknown> | Refusal {
  const result = verbRules[command.verb].fields.safeParse(command.data ?? {});
  if (result.success) return result.data as Record<string, unknown>;
  const issue = result.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  return refuse("malformed-command", { reason: `${path ? `${path}: ` : ""}${issue?.message ?? ""}` }, path || "data");
}

/** Confirmations, fields and evidence that the pack wants with this move. */
function whatTheMoveLacks(move: Move, command: Command, complaint: Complaint, { edition }: Context): Refusal | null {
  const unconfirmed = (move.confirm ?? []).filter(({ id }) => !command.confirmed?.includes(id));
  if (unconfirmed.length > 0)
    return refuse("not-confirmed", { wanted: unconfirmed.map(({ name }) => name) }, "confirmed");
  const filled = { ...complaint.filled, ...command.filled };
  const problem = fieldProblem(command.filled ?? {}, edition);
  if (problem) return problem;
  const missing = (move.needs ?? []).filter((field) => filled[field] === undefined || filled[field] === "");
  if (missing.length > 0) {
    const names = missing.map((field) => edition.fields.find(({ id }) => id === field)?.name ?? field);
    return refuse("field-missing", { wanted: names, fields: missing }, `filled.${missing[0]}`);
  }
  return evidenceGap(move.needsEvidence ?? [], [...complaint.attachments, ...(command.attachments ?? [])], edition);
}

/** The stage that the move leads to, with what the verb's own facts change of unit, level and round. */
function ledTo(stage: string, events: NewEvent[], complaint: Complaint, context: VerbContext): NewEvent {
  const transferredTo = events.find((event) => event.type === "ComplaintTransferred")?.data.unit;
  const assignedTo = events.find((event) => event.type === "ComplaintAssigned")?.data.unit;
  return stageEntered(stage, complaint, context, {
    unit: transferredTo ?? assignedTo,
    level: events.find((event) => event.type === "LevelEscalated")?.data.level,
    round: events.find((event) => event.type === "RoundStarted")?.data.round,
  });
}
