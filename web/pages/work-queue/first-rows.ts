import type { ListQuery } from "./queue-search.ts";

const FIRST_ROWS = 60;

/** The first page of a list fills a screen: it is small, since somebody waits for it. */
export function firstRowsOf(query: ListQuery): ListQuery {
  return { ...query, limit: FIRST_ROWS };
}
