import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import { phases, type Verb } from "../procedure/pure/vocabulary.ts";
import { holds } from "./facts.ts";
import type { Complaint } from "./state.ts";

/** Where an open move stands among the next actions, from 0. The first is `primary` where it leads on, so at most one is. */
export type NextPlace = { place: number; primary: boolean };

type Known = { complaint: Complaint; edition: Edition; now: string };

/**
 * The next actions of this stage out of all moves that are open: the end whose conditions hold, what the pack expects, what leads on,
 * what is done here; at last what the customer would rather not, and what leads back. Within each the pack's order.
 */
export function nextMoves(open: readonly Move[], known: Known): ReadonlyMap<Move, NextPlace> {
  const here = known.edition.stages.find(({ id }) => id === known.complaint.stage);
  const isNext = (move: Move) =>
    move.leadsTo !== undefined || isExpected(move, known) || (move.name !== undefined && here?.moves.includes(move));
  const inOrder = open
    .filter(isNext)
    .map((move) => ({ move, rank: rankOf(move, known), written: here?.moves.indexOf(move) ?? 0 }))
    .toSorted((one, other) => one.rank - other.rank || one.written - other.written);
  return new Map(
    inOrder.map(({ move, rank }, place) => [move, { place, primary: place === 0 && rank <= ranks.onward }]),
  );
}

const ranks = { end: 0, expectedOnward: 1, expectedHere: 2, onward: 3, expectedBack: 4, here: 5, back: 6 } as const;

function rankOf(move: Move, known: Known): number {
  const isEnd = move.verb === "close" || move.verb === "archive";
  if (isEnd && move.when !== undefined) return ranks.end;
  const isBack = leadsBack(move, known);
  if (isExpected(move, known)) {
    if (isBack) return ranks.expectedBack;
    return move.leadsTo === undefined ? ranks.expectedHere : ranks.expectedOnward;
  }
  if (isBack || isUnwelcome(move)) return ranks.back;
  return move.leadsTo === undefined ? ranks.here : ranks.onward;
}

function isExpected({ expected }: Move, { complaint, now }: Known): boolean {
  return expected === true || (expected !== undefined && holds(expected, complaint, now));
}

/** To an earlier phase, or within one to this stage or one written before it. A new round is the way on for whoever may begin one. */
function leadsBack({ verb, leadsTo }: Move, { complaint, edition: { stages } }: Known): boolean {
  const [from, to] = [complaint.stage, leadsTo].map((stage) => stages.findIndex(({ id }) => id === stage));
  const [here, there] = [stages[from ?? -1], stages[to ?? -1]];
  if (verb === "start-next-round" || !here || !there) return false;
  const ahead = phases.indexOf(there.phase) - phases.indexOf(here.phase);
  return ahead < 0 || (ahead === 0 && (to ?? 0) <= (from ?? 0));
}

/** Whether every value that the pack names for it is one that nobody works for: not accepted, not fixed, refused. */
function isUnwelcome({ verb, given = {} }: Move): boolean {
  if (verb === "refuse") return true;
  const unwelcome = unwelcomeResults[verb] ?? {};
  return Object.entries(given).some(([field, values]) =>
    [values].flat().every((value) => unwelcome[field]?.includes(value) ?? false),
  );
}

const unwelcomeResults: Partial<Record<Verb, Readonly<Record<string, readonly (string | boolean)[]>>>> = {
  "answer-at-first-line": { accepted: [false] },
  "call-back": { outcome: ["not-fixed", "no-answer"] },
  "record-meeting": { outcome: ["refused-to-sign", "absent"] },
  "record-verdict": { accepts: ["no", "silent"], satisfied: ["no"] },
};
