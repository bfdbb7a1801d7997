import { z } from "zod";
import type { Move } from "../../procedure/pure/edition/stages.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** How something is handed to another unit. It is logged whichever way it goes. */
export const viaSchema = z.enum(["phone", "email", "system", "paper"]);
export type Via = z.infer<typeof viaSchema>;

/** The way named, where the move allows it; none named: the first way of the move, else the system itself. */
export function handoverVia(via: Via | undefined, move: Move): Via | Refusal {
  const ways = (move.channels ?? []).filter((each): each is Via => viaSchema.safeParse(each).success);
  if (via === undefined) return ways[0] ?? "system";
  return ways.length === 0 || ways.includes(via) ? via : refuse("channel-not-allowed", { wanted: ways }, "via");
}
