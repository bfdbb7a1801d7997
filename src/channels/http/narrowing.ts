import { z } from "zod";
import type { QueueFilter } from "../../projections/work-queue/queue-filter.ts";
import { queryText } from "./addresses.ts";
import type { SignedIn } from "./api.ts";
import { ownQueues, withinOwn } from "./own-part.ts";
import { filterOf, filterQuery, SORT_PRIORITY } from "./queue-items.ts";

/** What narrows a list and says in which order it comes: of the list itself, of its export, of one that was saved. */
export const narrowingSchema = z.strictObject({
  ...filterQuery,
  queue: z.enum(ownQueues).optional().describe("`mine`: I am in charge. `unit`: one of my units is."),
  search: queryText
    .optional()
    .describe("Words, with or without tone marks; “in quotation marks” they stand together. The newest come first."),
  sort: z
    .enum(["priority", "due", "arrival"])
    .optional()
    .describe(`${SORT_PRIORITY} \`arrival\` (default for closed ones): all, the newest first.`),
});
export type Narrowing = z.infer<typeof narrowingSchema>;

/** What a list holds for whoever asks, at this instant. */
export function filterFor(
  { queue, search: _search, sort: _sort, ...filter }: Narrowing,
  who: SignedIn,
  now: string,
): QueueFilter {
  return withinOwn(filterOf(filter, now), queue, who);
}
