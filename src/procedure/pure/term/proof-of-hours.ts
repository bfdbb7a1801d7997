import { dayMs, instantFromMs, msFromInstant } from "../instant.ts";
import { outOfRange, type DayMark, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { dueAtMs, type TermInput } from "./due.ts";
import { mergedPauses, type SpanMs } from "./pauses.ts";
import type { SpanStep, StepGrounds } from "./proof-step.ts";
import { shiftsOn } from "./working-time.ts";

/** The proof of a term of minutes or hours: spans without gap from the start to the due instant, equal neighbours joined. */
export function proofOfHours(input: TermInput): SpanStep[] {
  const { term, calendar } = input;
  const pauses = mergedPauses(input.pauses ?? []);
  const from = msFromInstant(input.startedAt);
  const to = dueAtMs({ startedAtMs: from, term, calendar, pauses });
  const pieces = term.counting === "working" ? shiftPieces(calendar, { from, to }) : [elapsedPiece({ from, to })];
  return joined(pieces.flatMap((piece) => splitByPauses(piece, pauses))).map(toStep());
}

type Piece = SpanMs & { grounds: StepGrounds };

function elapsedPiece(span: SpanMs): Piece {
  return { ...span, grounds: { verdict: "counted", reason: "elapsed-time" } };
}

/** Shifts, the gaps around them, and closed days, cut to the span. */
function shiftPieces(calendar: WorkingCalendar, span: SpanMs): Piece[] {
  const pieces: Piece[] = [];
  const first = Math.floor((span.from + calendar.offsetMs) / dayMs);
  for (let day = first; day * dayMs - calendar.offsetMs < span.to; day += 1) {
    const mark = calendar.marks[day - calendar.firstNumber];
    if (!mark) throw outOfRange(calendar, "the end of this term");
    const midnight = day * dayMs - calendar.offsetMs;
    for (const piece of mark.open ? openDay(calendar, { day, midnight }) : [closedDay(midnight, mark)]) {
      const from = Math.max(piece.from, span.from);
      const to = Math.min(piece.to, span.to);
      if (from < to) pieces.push({ ...piece, from, to });
    }
  }
  return pieces;
}

function openDay(calendar: WorkingCalendar, { day, midnight }: { day: number; midnight: number }): Piece[] {
  const mark = calendar.marks[day - calendar.firstNumber];
  const status = mark?.status === undefined ? {} : { status: mark.status };
  const outside: StepGrounds = { verdict: "skipped", reason: "outside-shifts", ...status };
  const inside: StepGrounds = { verdict: "counted", reason: "working-time", ...status };
  const pieces: Piece[] = [];
  let at = midnight;
  for (const shift of shiftsOn(calendar, day)) {
    pieces.push({ from: at, to: midnight + shift.from, grounds: outside });
    pieces.push({ from: midnight + shift.from, to: midnight + shift.to, grounds: inside });
    at = midnight + shift.to;
  }
  return [...pieces, { from: at, to: midnight + dayMs, grounds: outside }];
}

function closedDay(midnight: number, { open: _open, ...grounds }: DayMark): Piece {
  return { from: midnight, to: midnight + dayMs, grounds: { verdict: "skipped", ...grounds } };
}

function splitByPauses(piece: Piece, pauses: readonly SpanMs[]): Piece[] {
  const parts: Piece[] = [];
  let at = piece.from;
  for (const pause of pauses) {
    const from = Math.max(pause.from, at);
    const to = Math.min(pause.to, piece.to);
    if (from >= to) continue;
    if (at < from) parts.push({ ...piece, from: at, to: from });
    parts.push({ from, to, grounds: { verdict: "skipped", reason: "paused" } });
    at = to;
  }
  if (at < piece.to) parts.push({ ...piece, from: at });
  return parts;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.to === piece.from && sameGrounds(last.grounds, piece.grounds)) last.to = piece.to;
    else result.push({ ...piece });
  }
  return result;
}

/** Whether two steps stand on the same grounds, word for word. */
function sameGrounds(a: StepGrounds, b: StepGrounds): boolean {
  return (
    a.verdict === b.verdict &&
    a.reason === b.reason &&
    a.name === b.name &&
    a.source === b.source &&
    a.status === b.status
  );
}

function toStep(): (piece: Piece) => SpanStep {
  let countedMs = 0;
  return ({ from, to, grounds }) => {
    if (grounds.verdict === "counted") countedMs += to - from;
    return { from: instantFromMs(from), to: instantFromMs(to), ...grounds, countedMs };
  };
}
