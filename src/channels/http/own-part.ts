import type { QueueFilter } from "../../projections/work-queue/queue-filter.ts";
import type { SignedIn } from "./api.ts";

/** `mine`: I am in charge. `unit`: my unit is. `all`: all that I may see. */
export const ownQueues = ["mine", "unit", "all"] as const;
export type OwnQueue = (typeof ownQueues)[number];

/** What a queue is to whoever asks; a deputy's is that of the person they stand in for. */
export function ownPart(queue: OwnQueue, { actor }: SignedIn): QueueFilter {
  if (queue === "mine") return { ownerId: actor.deputyFor ?? actor.personId };
  // Most people are in one unit; those of several look at one of them in `GET /complaints?unit=`.
  if (queue === "unit") return { unit: actor.roles[0]?.unit ?? "" };
  return {};
}
