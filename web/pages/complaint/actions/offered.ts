import type { Action, Move } from "./described.ts";
import { plain } from "../../../words/plain.ts";

/** One button: a way of a verb that is open. */
export type Offer = { action: Action; move: Move };

export type Offers = {
  /** The next actions of this step, in the server's order. */
  next: Offer[];
  /** The rest, one entry a verb, by what it is for. */
  groups: { group: Action["group"]; actions: Action[] }[];
  closed: Action[];
};

/** Sorts what the server says into what is shown where. It leaves nothing out and opens nothing. */
export function offersOf(actions: readonly Action[]): Offers {
  const open = actions.filter(({ allowed }) => allowed);
  const all = open.flatMap((action) => (action.moves ?? []).map((move) => ({ action, move })));
  const placeOf = ({ move }: Offer) => move.next?.place ?? 0;
  const next = all.filter(({ move }) => move.next !== null).toSorted((one, other) => placeOf(one) - placeOf(other));
  const rest = open.filter((action) => next.every((offer) => offer.action !== action || hasOther(action, next)));
  const groups = [...new Set(rest.map(({ group }) => group))];
  return {
    next,
    groups: groups.map((group) => ({ group, actions: rest.filter((action) => action.group === group) })),
    closed: actions.filter(({ allowed }) => !allowed),
  };
}

/** Whether a verb has a way that is not among those that lead on. */
function hasOther({ moves = [] }: Action, next: Offer[]): boolean {
  return moves.some((move) => next.every((offer) => offer.move !== move));
}

/** The actions whose name has these words, with or without tone marks. */
export function found(actions: Action[], search: string): Action[] {
  const wanted = plain(search.trim());
  return actions.filter(({ name, moves = [] }) =>
    [name.vi, name.en, ...moves.map((move) => move.name ?? "")].some((text) => plain(text).includes(wanted)),
  );
}
