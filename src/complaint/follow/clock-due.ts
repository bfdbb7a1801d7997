import type { ClockRule, ClockTerm } from "../../procedure/pure/edition/clocks.ts";
import type { WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { dayNumberOf } from "../../procedure/pure/day.ts";
import { dueAtEndOf, type Due } from "../../procedure/pure/term/due.ts";
import { dueWithExtensions, extendedDue, type Extension } from "../../procedure/pure/term/extended-due.ts";
import { instantBefore } from "../../procedure/pure/term/before.ts";
import type { Pause } from "../../procedure/pure/term/pauses.ts";
import { parseTerm, type Term } from "../../procedure/pure/term/term.ts";
import { dayOf } from "../../procedure/pure/instant.ts";
import type { Calendars } from "../context.ts";
import { holds } from "../facts.ts";
import type { Clock, Complaint } from "../state.ts";

export type ClockDue = Due & { warnAts: string[] };

/** The rule's term for this complaint as it stands: the first of `terms` whose guard holds, else `term`. */
export function termFor(rule: ClockRule, complaint: Complaint, now: string): ClockTerm {
  return rule.terms.find(({ when }) => holds(when, complaint, now))?.term ?? rule.term;
}

/**
 * When a clock that starts now falls due, and its term as text (null where a person named the day or instant). Undefined
 * where the starting fact names no day or instant and the rule has no other term: no clock starts.
 */
export function firstDue(input: {
  rule: ClockRule;
  term: ClockTerm;
  data: Record<string, unknown>;
  startedAt: string;
  calendar: WorkingCalendar;
}): { term: string | null; due: ClockDue } | undefined {
  const { rule, term, data, startedAt, calendar } = input;
  const named = typeof term === "string" ? undefined : namedDue(term, data, calendar);
  if (named) return { term: null, due: withWarnings(named, { rule, startedAt, calendar }) };
  const text = typeof term === "string" ? term : "otherwise" in term ? term.otherwise : undefined;
  if (text === undefined) return undefined;
  const due = dueWithExtensions({ startedAt, term: readTerm(text), calendar });
  return { term: text, due: withWarnings(due, { rule, startedAt, calendar }) };
}

/**
 * A running clock's due instant counted anew from its beginning: its term, its pauses (an open one up to `now`), its
 * extensions, on the calendar as it is now. A clock with a named day keeps it, plus its extensions.
 */
export function recountedDue(input: {
  clock: Clock;
  rule: ClockRule;
  term?: string;
  calendar: WorkingCalendar;
  now: string;
}): ClockDue {
  const { clock, rule, calendar, now } = input;
  const term = input.term ?? clock.term;
  const pauses = pausesOf(clock, now);
  const extensions = clock.extensions.map(({ by }) => readExtension(by));
  const due =
    term === null
      ? { dueOn: clock.dueOn, dueAt: clock.dueAt, inclusive: clock.inclusive }
      : dueWithExtensions({ startedAt: clock.startedAt, term: readTerm(term), calendar, pauses, extensions });
  return withWarnings(due, { rule, startedAt: clock.startedAt, calendar });
}

/** A clock's due after one more extension: a term, or a day as text. */
export function dueAfterExtension(input: {
  clock: Clock;
  rule: ClockRule;
  by: string;
  calendar: WorkingCalendar;
}): ClockDue {
  const { clock, rule, by, calendar } = input;
  const previous = { dueOn: clock.dueOn, dueAt: clock.dueAt, inclusive: clock.inclusive };
  const due = extendedDue({ previous, calendar, ...readExtension(by) });
  return withWarnings(due, { rule, startedAt: clock.startedAt, calendar });
}

/** A clock's pauses as they count: none before it began, an open one up to `now`. */
export function pausesOf({ pauses, startedAt }: Clock, now: string): Pause[] {
  // A pause that begins after `now` (a late entry speaks of a time before it) has not touched anything yet.
  return pauses
    .map(({ from, to }) => ({ from: later(from, startedAt), to: later(to ?? now, startedAt) }))
    .filter(({ from, to }) => from < to);
}

/** Whether something that happened at an instant is in time for a due. */
export function isInTime(at: string, { dueAt, inclusive }: { dueAt: string; inclusive: boolean }): boolean {
  return inclusive ? at <= dueAt : at < dueAt;
}

export function calendarOf(which: "organisation" | "national" | "own", calendars: Calendars): WorkingCalendar {
  return calendars[which];
}

function namedDue(
  term: Exclude<ClockTerm, string>,
  data: Record<string, unknown>,
  calendar: WorkingCalendar,
): Due | undefined {
  const value = data["dayIn" in term ? term.dayIn : term.instantIn];
  if (typeof value !== "string") return undefined;
  if ("dayIn" in term) return dueAtEndOf(dayNumberOf(value), calendar);
  return { dueOn: dayOf(value, calendar.offsetMs / 60_000), dueAt: value, inclusive: true };
}

function withWarnings(
  due: Due,
  { rule, startedAt, calendar }: { rule: ClockRule; startedAt: string; calendar: WorkingCalendar },
): ClockDue {
  const warnAts = rule.warn
    .map((lead) => instantBefore({ due, lead: readTerm(lead), calendar }))
    .filter((at) => at > startedAt && at < due.dueAt)
    .toSorted();
  return { ...due, warnAts: [...new Set(warnAts)] };
}

/** Terms in a frozen edition were checked when it was issued; one that does not parse is a bug. */
export function readTerm(text: string): Term {
  const known = terms.get(text);
  if (known) return known;
  const parsed = parseTerm(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  terms.set(text, parsed.term);
  return parsed.term;
}

const terms = new Map<string, Term>();

/** An extension as the log has it: a term, or the new last day. */
export function readExtension(by: string): Extension {
  return /^\d{4}-\d{2}-\d{2}$/.test(by) ? { until: by } : { term: readTerm(by) };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
