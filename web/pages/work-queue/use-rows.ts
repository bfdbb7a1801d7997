import { useInfiniteQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { firstRowsOf } from "./first-rows.ts";
import type { ListQuery } from "./queue-search.ts";

export type Page = Answer<"GET /complaints">;
export type Item = Page["items"][number];
type Pages = InfiniteData<Page, string | undefined>;

/** Pages after the first are read ahead of the scrolling. */
const MORE_ROWS = 200;
const SEARCHED_ROWS_MAX = 100;

/** How the list of a query is remembered. Kept apart from `GET /complaints`, which is read anew with each change. */
export function rowsKey(query: ListQuery) {
  return ["queue", query] as const;
}

export function rowsOptions(query: ListQuery) {
  const more = query.search === undefined ? MORE_ROWS : SEARCHED_ROWS_MAX;
  return {
    queryKey: rowsKey(query),
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      ask(
        "GET /complaints",
        { query: pageParam === undefined ? firstRowsOf(query) : { ...query, limit: more, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page) => nextCursor ?? undefined,
  };
}

/** The rows of a list, as many as were scrolled to, in one unchanging order. */
export function useRows(query: ListQuery) {
  const client = useQueryClient();
  const result = useInfiniteQuery({
    ...rowsOptions(query),
    placeholderData: (before) => before,
    refetchOnWindowFocus: false,
  });
  const { data } = result;
  const items = useMemo(() => withoutDoubles(data?.pages.flatMap((page) => page.items) ?? []), [data]);
  const replace = useCallback(
    (changed: readonly Item[]) => {
      const byId = new Map(changed.map((item) => [item.complaintId, item]));
      client.setQueryData<Pages>(rowsKey(query), (known) => known && withReplaced(known, byId));
    },
    [client, query],
  );
  /** Reads the list anew from its top. */
  const startOver = useCallback(async () => {
    client.setQueryData<Pages>(
      rowsKey(query),
      (known) => known && { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) },
    );
    void client.invalidateQueries({ queryKey: ["GET /complaints/count"] });
    await client.invalidateQueries({ queryKey: rowsKey(query), exact: true });
  }, [client, query]);
  return { ...result, items, replace, startOver };
}

function withReplaced(known: Pages, byId: ReadonlyMap<string, Item>): Pages {
  const pages = known.pages.map((page) =>
    page.items.some(({ complaintId }) => byId.has(complaintId))
      ? { ...page, items: page.items.map((item) => byId.get(item.complaintId) ?? item) }
      : page,
  );
  return { ...known, pages };
}

/** One whose due moved between two pages comes in both. */
function withoutDoubles(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ complaintId }) => !seen.has(complaintId) && seen.add(complaintId));
}
