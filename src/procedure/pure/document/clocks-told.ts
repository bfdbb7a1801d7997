import type { ClockRule } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import { guardInWords } from "../words/guard-in-words.ts";
import { termInWords } from "../words/term-in-words.ts";
import { triggersInWords } from "../words/trigger-in-words.ts";
import { whoInWords } from "../words/who-in-words.ts";
import { sourcesOf } from "./sources.ts";

/** Every clock: what it counts, from what to what, who keeps it, where it is written, and which law runs beside it. */
export function clocksTold(edition: Edition) {
  return edition.clocks.map((clock) => ({
    id: clock.id,
    name: clock.name,
    origin: clock.origin,
    purpose: clock.purpose,
    term: termInWords(clock.term),
    terms: clock.terms.map(({ when, term, source }) => ({
      when: guardInWords(when, edition),
      term: termInWords(term),
      source: sourcesOf(source),
    })),
    start: triggersInWords(clock.start, edition),
    from: clock.from,
    stop: triggersInWords(clock.stop, edition),
    void: triggersInWords(clock.void, edition),
    calendar: clock.calendar,
    owner: whoInWords(clock.owner, edition),
    warn: clock.warn.map(termInWords),
    pauses: clock.pausedBy.length > 0,
    extendable: clock.extendable,
    beside: besides(clock, edition),
    source: sourcesOf(clock.source),
  }));
}

/** Of a promise, the law's clocks of the same purpose, which run beside it; the earliest is the one to keep. */
function besides({ origin, purpose }: ClockRule, { clocks }: Edition) {
  if (origin === "law") return [];
  return clocks
    .filter((other) => other.origin === "law" && other.purpose === purpose)
    .map(({ id, name, term }) => ({ id, name, term: termInWords(term) }));
}
