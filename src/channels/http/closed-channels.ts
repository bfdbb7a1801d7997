import { isForCustomers } from "../../procedure/pure/edition/channel-use.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Channel } from "../../procedure/pure/edition/parties.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { closedChannels, type ClosedChannel } from "../../store/closed-channels.ts";
import type { Wiring } from "./api.ts";
import { problem, type Problem } from "./problem.ts";

/** The editions of an organisation in force today, of each of its procedures. */
export function editionsInForce({ registry, now }: Pick<Wiring, "registry" | "now">, organisation: string): Edition[] {
  const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
  return procedures.flatMap((procedure) => {
    const found = registry.editionInForce({ organisation, procedure, on: dayInVietnam(now()) });
    return found.ok ? [found.edition] : [];
  });
}

export function closedOf({ pool }: Pick<Wiring, "pool">, organisation: string): Promise<ClosedChannel[]> {
  return readInside(pool, organisation, (connection) => closedChannels(connection, organisation));
}

/** Refuses what comes by a channel that is closed, unless it arrived before. */
export async function refuseClosedChannel(
  wiring: Pick<Wiring, "pool" | "registry" | "now">,
  organisation: string,
  { channel, occurredAt }: { channel?: unknown; occurredAt?: unknown },
): Promise<void> {
  const closed = await closedOf(wiring, organisation);
  const here = closed.find(({ channelId }) => channelId === channel);
  if (!here || (typeof occurredAt === "string" && occurredAt < here.closedAt)) return;
  throw channelClosed(here, { closed, editions: editionsInForce(wiring, organisation) });
}

/** That a channel is closed, why, and which others are open. */
export function channelClosed(
  { channelId, reason }: ClosedChannel,
  { closed, editions }: { closed: readonly ClosedChannel[]; editions: readonly Edition[] },
): Problem {
  const all = channelsOf(editions);
  const name = all.find(({ id }) => id === channelId)?.name ?? channelId;
  const open = all.filter((each) => isForCustomers(each) && !closed.some((other) => other.channelId === each.id));
  const instead = open.map(({ name: other, address }) => (address === undefined ? other : `${other} (${address})`));
  return problem("channel-closed", { name, reason, instead: instead.join(", ") }, { field: "channel" });
}

/** Each channel once, as the first procedure that has it describes it. */
export function channelsOf(editions: readonly Edition[]): Channel[] {
  return [
    ...new Map(
      editions
        .flatMap(({ channels }) => channels)
        .toReversed()
        .map((each) => [each.id, each]),
    ).values(),
  ].toReversed();
}
