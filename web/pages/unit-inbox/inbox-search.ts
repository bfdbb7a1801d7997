/** What the address says: which list, of which unit, and the request that is looked at. */
export type InboxSearch = { queue?: "asked"; unit?: string; item?: string };

export function inboxSearchFrom(search: Record<string, unknown>): InboxSearch {
  const { queue, unit, item } = search;
  return {
    ...(queue === "asked" ? { queue } : {}),
    ...(typeof unit === "string" ? { unit } : {}),
    ...(typeof item === "string" ? { item } : {}),
  };
}
