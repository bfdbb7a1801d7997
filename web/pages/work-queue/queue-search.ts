import type { Parts } from "../../api/ask.ts";

export const ownQueues = ["mine", "unit", "all"] as const;
export type OwnQueue = (typeof ownQueues)[number];

/** What the address of the queue holds: enough to find the same list again. Several values of one name stand with commas between. */
export type QueueSearch = {
  queue?: OwnQueue;
  search?: string;
  kind?: string;
  stage?: string;
  unit?: string;
  ownerId?: string;
  channel?: string;
  mark?: string;
  register?: string;
  incidentId?: string;
  due?: string;
  /** `today`: since midnight. */
  received?: string;
  unassigned?: string;
  /** `true` (as without it), `false`: closed ones, `all`. */
  open?: string;
  sort?: string;
};
export type FilterName = Exclude<keyof QueueSearch, "queue" | "search" | "sort">;
export type ListQuery = Parts<"GET /complaints">["query"];

const names = [
  "queue",
  "search",
  "kind",
  "stage",
  "unit",
  "ownerId",
  "channel",
  "mark",
  "register",
  "incidentId",
  "due",
  "received",
  "unassigned",
  "open",
  "sort",
] as const satisfies readonly (keyof QueueSearch)[];
export const filterNames = names.filter(
  (name): name is FilterName => name !== "queue" && name !== "search" && name !== "sort",
);

const KEY = "queue-search";

/** Reads an address that anybody may have typed: the server refuses values that it does not know. */
export function searchFrom(typed: Record<string, unknown>): QueueSearch {
  const entries = names.flatMap((name) => {
    const value = typed[name];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [[name, String(value)] as const]
      : [];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

/** The list last looked at in this tab; my unit's at first. */
export function lastSearch(): QueueSearch {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof kept === "object" && kept !== null) return searchFrom(kept as Record<string, unknown>);
  } catch {
    // As if nothing had been kept.
  }
  return { queue: "unit" };
}

export function keepSearch(search: QueueSearch): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(search));
  } catch {
    // A private window may refuse.
  }
}

/** The same as the server is asked. Words are searched from the newest on; closed ones have nothing due. */
export function queryOf({ open = "true", sort, ...search }: QueueSearch): ListQuery {
  const isSorted = search.search === undefined && open === "true";
  const query = {
    ...search,
    ...(open === "all" ? {} : { open }),
    ...(isSorted ? { sort: sort ?? "priority" } : { sort: "arrival" }),
  };
  return query as ListQuery;
}

/** All complaints of one incident, whoever has them. */
export function searchOfIncident(incidentId: string): QueueSearch {
  return { queue: "all", open: "all", incidentId };
}

/** The values of one name, any of which will do. */
export function valuesOf(search: QueueSearch, name: FilterName): readonly string[] {
  return search[name]?.split(",") ?? [];
}

/** As the address keeps them; undefined: the list is not narrowed by it. */
export function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(",");
}

export function hasFilter(search: QueueSearch): boolean {
  return filterNames.some((name) => search[name] !== undefined);
}
