import { useCallback, useEffect, useReducer, useRef } from "react";
import { ask } from "../../api/ask.ts";
import { useChanges } from "../../staff/live.ts";
import type { ListQuery } from "./queue-search.ts";
import type { Item } from "./use-rows.ts";

/** Changes of one moment are read together. */
const GATHER_MS = 700;
/** More than one question can name: then the list as a whole may be old. */
const NAMED_MAX = 100;
/** How often the working time that is left is counted again for the rows in sight. */
const COUNT_AGAIN_MS = 60_000;

/** `arrived`: fit the list and are not in it yet. `gone`: still shown, and fit it no more. */
export type Meanwhile = { arrived: ReadonlySet<string>; gone: ReadonlySet<string>; isOld: boolean };

type Rows = {
  query: ListQuery;
  items: readonly Item[];
  hasMore: boolean;
  replace: (changed: readonly Item[]) => void;
  /** Ids of the rows in sight. */
  inSight: () => string[];
};

const nothing: Meanwhile = { arrived: new Set(), gone: new Set(), isOld: false };

/** Takes over what others change: rows in their places at once, new and lost ones when `forget` is called with the list read anew. */
export function useLiveRows({ query, items, hasMore, replace, inSight }: Rows) {
  const [meanwhile, note] = useReducer(
    (before: Meanwhile, change: Partial<Meanwhile>) => ({ ...before, ...change }),
    nothing,
  );
  const now = useRef({ query, items, hasMore, replace, inSight, meanwhile });
  useEffect(() => {
    now.current = { query, items, hasMore, replace, inSight, meanwhile };
  });
  const forget = useCallback(() => note(nothing), []);
  useEffect(forget, [forget, query]);

  const readAgain = useCallback(async (ids: readonly string[]) => {
    const asked = now.current.query;
    if (ids.length > NAMED_MAX) return note({ isOld: true });
    const { items: fitting } = await ask("GET /complaints", {
      query: { ...asked, ids: ids.join(","), limit: NAMED_MAX },
    });
    if (asked !== now.current.query) return;
    now.current.replace(fitting);
    note(afterReading(now.current, ids, fitting));
  }, []);
  useGathered(readAgain);
  useEffect(() => {
    const timer = setInterval(() => {
      const ids = now.current.inSight();
      if (ids.length > 0 && !document.hidden) readAgain(ids).catch(() => undefined);
    }, COUNT_AGAIN_MS);
    return () => clearInterval(timer);
  }, [readAgain]);
  return { meanwhile, forget };
}

/** Ids of complaints with news, together after a moment. */
function useGathered(readAgain: (ids: readonly string[]) => Promise<void>): void {
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useChanges(({ complaintId }) => {
    waiting.current.add(complaintId);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const ids = [...waiting.current];
      waiting.current.clear();
      // Without a connection the page says so, and reads everything again when there is one.
      readAgain(ids).catch(() => undefined);
    }, GATHER_MS);
  });
}

function afterReading(
  { items, hasMore, query, meanwhile }: Pick<Rows, "items" | "hasMore" | "query"> & { meanwhile: Meanwhile },
  asked: readonly string[],
  fitting: readonly Item[],
): Partial<Meanwhile> {
  const shown = new Map(items.map((item) => [item.complaintId, item]));
  const fits = new Map(fitting.map((item) => [item.complaintId, item]));
  const arrived = new Set(meanwhile.arrived);
  const gone = new Set(meanwhile.gone);
  // What comes first from now on may stand far below.
  let { isOld } = meanwhile;
  for (const id of asked) {
    const item = fits.get(id);
    const before = shown.get(id);
    if (before) {
      if (item) gone.delete(id);
      else gone.add(id);
      isOld ||= query?.sort === "priority" && item !== undefined && comesFirst(item) && !comesFirst(before);
    } else if (item && (!hasMore || comesBefore(item, items.at(-1), query?.sort))) arrived.add(id);
    else arrived.delete(id);
  }
  return { arrived, gone, isOld };
}

/** Whether one stands before the end of what is shown: further down, it is read when somebody scrolls there. */
function comesBefore(item: Item, last: Item | undefined, sort: string | undefined): boolean {
  if (!last) return true;
  if (sort === "arrival") return item.receivedAt >= last.receivedAt;
  return placeOf(item, sort) <= placeOf(last, sort);
}

function placeOf(item: Item, sort: string | undefined): string {
  return `${sort !== "due" && comesFirst(item) ? 0 : 1} ${item.dueAt ?? "9"}`;
}

function comesFirst({ marks }: Item): boolean {
  return marks.includes("vulnerable") || marks.includes("priority");
}
