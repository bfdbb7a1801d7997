import { dayNumberOf, type Day } from "../day.ts";
import { dayMs, instantFromMs } from "../instant.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { dueAtEndOf, dueOf, rolled, type Due, type TermInput } from "./due.ts";
import type { Pause } from "./pauses.ts";
import type { Term } from "./term.ts";

/** More time: a further term, or a day named by whoever granted it. */
export type Extension = { term: Term } | { until: Day };

/**
 * The due after an extension.
 *
 * A term is counted from the old due day, never from the day it was asked for: asking early must not cost days. `until` is the
 * new last day, moved to the next open one like any last day; where it is not after the old due, the old due stands, for an
 * extension never shortens (whoever decides should refuse it before). `pauses` before the old due are in it already and ignored.
 */
export function extendedDue(
  input: { previous: Due; calendar: WorkingCalendar; pauses?: readonly Pause[] } & Extension,
): Due {
  if ("term" in input) return dueOf(extensionInput(input));
  const until = dueAtEndOf(rolled(dayNumberOf(input.until), input.calendar), input.calendar);
  return until.dueAt > input.previous.dueAt ? until : input.previous;
}

/** The input that an extension by a term is counted with, for its due and for its proof. */
export function extensionInput(input: {
  previous: Due;
  term: Term;
  calendar: WorkingCalendar;
  pauses?: readonly Pause[];
}): TermInput {
  const { previous, term, calendar, pauses = [] } = input;
  const startedAt =
    term.unit === "minutes" || term.unit === "hours" ? previous.dueAt : lastMomentOf(previous.dueOn, calendar);
  const later = pauses.filter(({ to }) => to > startedAt);
  return {
    startedAt,
    term,
    calendar,
    pauses: later.map(({ from, to }) => ({ from: from > startedAt ? from : startedAt, to })),
  };
}

/** A clock's due from the beginning: its term with its pauses, then each extension in the order granted. */
export function dueWithExtensions(input: TermInput & { extensions?: readonly Extension[] }): Due {
  const { extensions = [], calendar, pauses = [] } = input;
  let due = dueOf(input);
  for (const extension of extensions) due = extendedDue({ previous: due, calendar, pauses, ...extension });
  return due;
}

function lastMomentOf(day: Day, calendar: WorkingCalendar): string {
  return instantFromMs((dayNumberOf(day) + 1) * dayMs - 1 - calendar.offsetMs);
}
