import { isForCustomers } from "../edition/channel-use.ts";
import type { Edition } from "../edition/edition.ts";
import { bothNames } from "../edition/english.ts";
import type { Kind } from "../edition/kinds.ts";
import type { Words } from "../words/guard-in-words.ts";
import { termInWords } from "../words/term-in-words.ts";
import { publishedPapers } from "./published-papers.ts";
import { publishedPromises } from "./published-promises.ts";
import { publishedSteps } from "./published-steps.ts";
import { publishedTimeBars } from "./published-time-bars.ts";

/**
 * What a provider must tell the public of its procedure (Law 19/2023/QH15 Đ31.3): channels, steps with the time of each, priority,
 * documents; and where to turn outside. What is only for the house stays there.
 */
export function publishedProcedure(edition: Edition) {
  const { header, ref, channels, complainants, evidence, anywhere } = edition;
  const nameOf = (id: string) => evidence.find((each) => each.id === id)?.name ?? id;
  return {
    procedure: ref.procedure,
    title: header.title,
    number: header.number,
    effectiveOn: header.effectiveOn,
    isEffectiveOnStated: header.effectiveOnStated,
    publishedOn: header.publishedOn ?? null,
    lawEffectiveOn: ref.lawEffectiveOn,
    channels: channels
      .filter(isForCustomers)
      .map(({ id, type, name, address = null }) => ({ id, type, name, address })),
    complainants: complainants.map(({ name, needs }) => ({ name, documents: needs.map(nameOf) })),
    timeBars: publishedTimeBars(edition),
    steps: publishedSteps(edition),
    promises: publishedPromises(edition),
    kinds: edition.kinds.filter(({ complaint }) => complaint).map((kind) => publishedKind(kind, edition)),
    /** Marked complaints come first: vulnerable consumers' above all. */
    hasPriority: anywhere.some(({ verb }) => verb === "mark"),
    /** Days in which negotiation begins or is refused with reasons; null where nothing promises it. */
    negotiation: negotiationTerm(edition),
    tellsOutsideRemedies: anywhere.some(({ verb }) => verb === "inform-of-outside-remedies"),
    /** Before anybody outside: what the text itself offers. */
    ownRemedies: (edition.ownRemedies ?? []).map(bothNames),
    papers: publishedPapers(edition),
    /** The text's own definition of working days; null: it gives none. */
    workingDays: workingDaysOf(edition),
    ratings: (edition.ratings ?? []).map(({ of, question }) => ({ of, question })),
  };
}

/** What to have at hand: what the provider finds out itself is left out. */
function publishedKind({ name, required, evidence }: Kind, edition: Edition) {
  const fieldNames = (ids: readonly string[]) =>
    ids.flatMap((id) => edition.fields.find((field) => field.id === id)?.name ?? []);
  return {
    name,
    needed: fieldNames(required),
    documents: edition.evidence
      .filter(({ id, from }) => from === "customer" && evidence.includes(id))
      .map((each) => each.name),
  };
}

function workingDaysOf({ ownCalendar }: Edition): Words | null {
  if (ownCalendar?.name === undefined) return null;
  return { vi: ownCalendar.name, en: ownCalendar.en ?? ownCalendar.name };
}

function negotiationTerm({ clocks }: Edition): Words | null {
  const clock = clocks.find(({ purpose }) => purpose === "negotiate");
  return clock ? termInWords(clock.term) : null;
}
