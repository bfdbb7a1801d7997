import type { ClockRule } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import { eventWords } from "../words/event-words.ts";
import { guardInWords, type Words } from "../words/guard-in-words.ts";
import { termInWords } from "../words/term-in-words.ts";
import { triggersInWords } from "../words/trigger-in-words.ts";

/** What is promised to a customer, in the order in which it comes. What colleagues and authorities are owed is theirs. */
const purposes: readonly ClockRule["purpose"][] = [
  "acknowledge",
  "accept-or-refuse",
  "refuse",
  "call-back",
  "first-reply",
  "inform",
  "find-cause",
  "handle",
  "repair",
  "remedy",
  "resolve",
  "negotiate",
];

/** Every term that a customer may hold the provider to: its own, and the law's beside it. */
export function publishedPromises(edition: Edition) {
  return promisesOf(edition).map((clock) => ({
    id: clock.id,
    name: clock.name,
    purpose: clock.purpose,
    origin: clock.origin === "law" ? ("law" as const) : ("procedure" as const),
    term: termInWords(clock.term),
    terms: clock.terms.map(({ when, term }) => ({ when: guardInWords(when, edition), term: termInWords(term) })),
    from: beginningOf(clock, edition),
  }));
}

/** Clocks that say something to customers, by purpose; the provider's own before the law's. */
export function promisesOf({ clocks }: Edition): ClockRule[] {
  return purposes.flatMap((purpose) =>
    (["procedure", "law"] as const).flatMap((origin) =>
      clocks.filter((clock) => clock.purpose === purpose && clock.origin === origin),
    ),
  );
}

/** From when it counts, whatever else must hold then. A term that counts from receipt says so, whatever starts it. */
function beginningOf({ from, start }: ClockRule, edition: Edition): Words {
  if (from === "receipt") return eventWords.ComplaintRegistered;
  // Reopened, it is received anew: the promise is told as the text has it.
  const promised = start.filter(({ on }) => on !== "ComplaintReopened" || start.every((each) => each.on === on));
  const plain = promised.map(({ on, with: carried }) => ({
    on,
    ...(carried?.["stage"] === undefined ? {} : { with: { stage: carried["stage"] } }),
  }));
  const told = triggersInWords(plain, edition);
  const any = (language: "vi" | "en") => [...new Set(told.map((each) => each[language]))];
  return { vi: any("vi").join(" hoặc "), en: any("en").join(" or ") };
}
