import type { Move } from "../../procedure/pure/edition/stages.ts";
import { viaSchema, type Via } from "../events/parts.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** The way named, where the move allows it; none named: the first way of the move, else the system itself. */
export function handoverVia(via: Via | undefined, move: Move, field = "via"): Via | Refusal {
  const ways = (move.channels ?? []).filter((each): each is Via => viaSchema.safeParse(each).success);
  if (via === undefined) return ways[0] ?? "system";
  return ways.length === 0 || ways.includes(via) ? via : refuse("channel-not-allowed", { wanted: ways }, field);
}
