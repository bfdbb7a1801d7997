import type { QueueFilter } from "../../projections/work-queue/queue-filter.ts";
import type { SignedIn } from "./api.ts";

/** `mine`: I am in charge. `unit`: one of my units is. `all`: all that I may see. */
export const ownQueues = ["mine", "unit", "all"] as const;
export type OwnQueue = (typeof ownQueues)[number];

/** What a queue is to whoever asks; a deputy's is that of the person they stand in for. */
export function ownPart(queue: OwnQueue, { actor }: SignedIn): { ownerId?: string[]; unit?: string[] } {
  if (queue === "mine") return { ownerId: [actor.deputyFor ?? actor.personId] };
  if (queue === "unit") return { unit: [...new Set(actor.roles.map(({ unit }) => unit))] };
  return {};
}

/** The same within what somebody narrowed the list to: of my units this one, or none where it is not mine. */
export function withinOwn(filter: QueueFilter, queue: OwnQueue | undefined, who: SignedIn): QueueFilter {
  if (queue === undefined) return filter;
  const { ownerId, unit } = ownPart(queue, who);
  return {
    ...filter,
    ...(ownerId && { ownerId: ofBoth(ownerId, filter.ownerId) }),
    ...(unit && { unit: ofBoth(unit, filter.unit) }),
  };
}

function ofBoth(own: readonly string[], wanted: QueueFilter["unit"]): readonly string[] {
  if (wanted === undefined) return own;
  const among = [wanted].flat();
  return own.filter((each) => among.includes(each));
}
