import type { Move } from "../../procedure/pure/edition/stages.ts";
import { viaSchema, type Via } from "../events/parts.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** The way named, where the move allows it; none named: by this program alone, so that nobody is said to have called. */
export function handoverVia(via: Via | undefined, move: Move, field = "via"): Via | Refusal {
  const ways = (move.channels ?? []).filter((each): each is Via => viaSchema.safeParse(each).success);
  if (via === undefined) return "system";
  return ways.length === 0 || ways.includes(via) ? via : refuse("channel-not-allowed", { wanted: ways }, field);
}
