import { defaultRules } from "../procedure/pure/calendar/calendar-rules.ts";
import {
  CalendarRangeError,
  compileCalendar,
  type WorkingCalendar,
} from "../procedure/pure/calendar/working-calendar.ts";
import type { NationalCalendar } from "../procedure/pure/calendar/national-calendar.ts";
import { parseInstant, type Instant } from "../procedure/pure/instant.ts";
import { dueOf } from "../procedure/pure/term/due.ts";
import { proofOf } from "../procedure/pure/term/proof.ts";
import { wordsOf } from "../procedure/pure/term/proof-words.ts";
import { remainingUntil } from "../procedure/pure/term/remaining.ts";
import { formatTerm, parseTerm, type Term } from "../procedure/pure/term/term.ts";
import { dueForPeople, type CountedDue } from "./due-for-people.ts";

/** `received` and `term` as typed. Exactly one of `organisation` and `calendar` (only `vn`) says whose days are counted. */
export type DueArguments = {
  organisation?: string;
  calendar?: string;
  received: string;
  term: string;
  json?: boolean;
  language?: string;
};

export type DueDependencies = {
  /** The calendar of an organisation by its short name; nothing where there is none of that name. */
  calendarFor: (organisation: string) => WorkingCalendar | undefined;
  /** The short names there are, to mend a wrong one. */
  organisations?: readonly string[];
  national: NationalCalendar;
  now: Instant;
};

export type Printed = { exitCode: number; stdout: string; stderr: string };

/**
 * The work of `hoiam due`: when a term from a moment of receipt ends, and the proof of it, for a person or with `json` as one
 * object, which says how far the due is now too.
 * Whatever cannot be counted ends with exit code 2 and one line on stderr that says what is wrong and how to mend it.
 */
export function countDue(args: DueArguments, deps: DueDependencies): Printed {
  const language = args.language ?? "vi";
  if (language !== "vi" && language !== "en") return refused(`--language "${language}" is not known: write vi or en`);
  const chosen = calendarOf(args, deps);
  if (!chosen.ok) return refused(chosen.reason);
  const received = parseInstant(args.received);
  if (!received.ok) return refused(`--received ${received.reason}`);
  const term = parseTerm(args.term);
  if (!term.ok) return refused(`--term ${term.reason}`);
  const counted = countOf({ receivedAt: received.instant, term: term.term, calendar: chosen.calendar });
  if (!counted.ok) return refused(counted.reason);
  const text = args.json
    ? JSON.stringify(asObject(counted.due, deps.now), null, 2)
    : dueForPeople(counted.due, language);
  return { exitCode: 0, stdout: `${text}\n`, stderr: "" };
}

type Chosen = { ok: true; calendar: WorkingCalendar } | { ok: false; reason: string };

function calendarOf(args: DueArguments, deps: DueDependencies): Chosen {
  if ((args.organisation === undefined) === (args.calendar === undefined)) {
    return { ok: false, reason: "say whose days are counted: either --organisation <name> or --calendar vn" };
  }
  if (args.organisation === undefined) return publicCalendar(args.calendar ?? "", deps.national);
  const calendar = deps.calendarFor(args.organisation);
  if (calendar) return { ok: true, calendar };
  const known = deps.organisations?.length ? `: known are ${deps.organisations.join(", ")}` : ": check its short name";
  return { ok: false, reason: `--organisation "${args.organisation}" is not known${known}` };
}

/** Monday to Friday after the national layer: every announced weekday off is closed, swapped Saturdays are not worked. */
function publicCalendar(name: string, national: NationalCalendar): Chosen {
  if (name === "vn") return { ok: true, calendar: compileCalendar({ national, rules: defaultRules }) };
  return { ok: false, reason: `--calendar "${name}" is not known: write vn` };
}

function countOf(input: {
  receivedAt: Instant;
  term: Term;
  calendar: WorkingCalendar;
}): { ok: true; due: CountedDue } | { ok: false; reason: string } {
  try {
    const count = { startedAt: input.receivedAt, term: input.term, calendar: input.calendar };
    const due = dueOf(count);
    const proof = proofOf(count);
    return { ok: true, due: { ...input, due, proof, proposed: proof.some((step) => step.status) } };
  } catch (error) {
    if (!(error instanceof CalendarRangeError)) throw error;
    return { ok: false, reason: `${error.message}; choose an earlier or later --received or a shorter --term` };
  }
}

function asObject({ receivedAt, term, calendar, due, proof, proposed }: CountedDue, now: Instant): object {
  return {
    receivedAt,
    term: formatTerm(term),
    calendarVersion: calendar.version,
    ...due,
    remaining: remainingUntil(due.dueAt, { now, calendar, isElapsed: term.counting === "elapsed" }),
    proposed,
    proof: proof.map((step) => ({ ...step, words: wordsOf(step) })),
  };
}

function refused(reason: string): Printed {
  // One line, whatever was typed: a newline inside an argument must not make two.
  return { exitCode: 2, stdout: "", stderr: `hoiam due: ${reason.replaceAll(/\s+/g, " ")}\n` };
}
