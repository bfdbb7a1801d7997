import { visibilityOf } from "../../access/actor.ts";
import type { QueueFilter } from "../../projections/work-queue/queue-filter.ts";
import type { Visibility } from "../../projections/visibility.ts";
import type { SignedIn } from "./api.ts";
import { filterFor, type Narrowing } from "./narrowing.ts";

/** All that a list holds, in whatever order: to be counted, or taken out. `words`: undefined where none are looked for. */
export type WholeList = {
  organisation: string;
  visibility: Visibility;
  filter: QueueFilter;
  words: string | undefined;
};

/** What a list holds for whoever asks, at this instant. */
export function wholeList(narrowing: Narrowing, who: SignedIn, now: string): WholeList {
  const { search: words, sort, open } = narrowing;
  // Orders by the due show open ones only; the whole list holds the same ones.
  const isOpen = open ?? (words || sort === "arrival" ? undefined : true);
  return {
    organisation: who.identity.organisation,
    visibility: visibilityOf(who.actor),
    filter: { ...filterFor(narrowing, who, now), isOpen },
    words: words || undefined,
  };
}
