import type { Channel } from "../procedure/pure/edition/parties.ts";
import { known, refuse, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";
import type { VerbContext } from "./verb-rule.ts";

/**
 * The channel by which something leaves, and whether it is in writing. None named: the one that the complaint came by.
 * Refused where the edition does not know it, where nothing in writing can leave by it (a telephone), or the move wants another
 * ("written", "same-as-intake", or ids).
 */
export function outgoingChannel(
  input: { channel?: string | undefined; written?: boolean | undefined },
  complaint: Complaint,
  { edition, move }: VerbContext,
): { channel: string; written: boolean } | Refusal {
  const id = input.channel ?? complaint.channel;
  const channel = edition.channels.find((each) => each.id === id);
  if (!channel) return refuse("unknown-channel", { name: id, ...known(edition.channels) }, "channel");
  // A letter handed over at the counter is in writing, whatever the counter is.
  const written = input.written ?? channel.written;
  if (written && channel.type === "phone") return refuse("not-in-writing", {}, "channel");
  const wanted = move.channels ?? [];
  if (wanted.length === 0 || wanted.some((each) => isMet(each, { channel, written, complaint })))
    return { channel: id, written };
  if (wanted.includes("written")) return refuse("not-in-writing", {}, "channel");
  const names = wanted.map((each) => (each === "same-as-intake" ? complaint.channel : each));
  return refuse("channel-not-allowed", { wanted: names }, "channel");
}

function isMet(wanted: string, actual: { channel: Channel; written: boolean; complaint: Complaint }): boolean {
  if (wanted === "written") return actual.written;
  if (wanted === "same-as-intake") return actual.channel.id === actual.complaint.channel;
  return wanted === actual.channel.id;
}
