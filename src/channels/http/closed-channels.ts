import type { FastifyRequest } from "fastify";
import { isForCustomers } from "../../procedure/pure/edition/channel-use.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Channel } from "../../procedure/pure/edition/parties.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { closedChannels, wasCarriedOut, type ClosedChannel } from "../../store/closed-channels.ts";
import { signedIn, type Wiring } from "./api.ts";
import { idempotencyKeyOf } from "./carry-out.ts";
import { problem, type Problem } from "./problem.ts";

/** The editions of an organisation in force today, of each of its procedures. */
export function editionsInForce({ registry, now }: Pick<Wiring, "registry" | "now">, organisation: string): Edition[] {
  const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
  return procedures.flatMap((procedure) => {
    const found = registry.editionInForce({ organisation, procedure, on: dayInVietnam(now()) });
    return found.ok ? [found.edition] : [];
  });
}

/** @param idempotencyKey of a command: where it was carried out before, nothing stands in its way */
export function closedOf(
  { pool }: Pick<Wiring, "pool">,
  organisation: string,
  idempotencyKey?: string,
): Promise<ClosedChannel[]> {
  return readInside(pool, organisation, async (connection) => {
    const closed = await closedChannels(connection, organisation);
    if (closed.length === 0 || idempotencyKey === undefined) return closed;
    return (await wasCarriedOut(connection, organisation, idempotencyKey)) ? [] : closed;
  });
}

/** Refuses to take in what comes by a channel that is closed, unless it arrived before. */
export async function refuseClosedChannel(
  wiring: Pick<Wiring, "pool" | "registry" | "now">,
  request: FastifyRequest,
): Promise<void> {
  const { organisation } = signedIn(request).identity;
  const { channel, occurredAt } = request.body as { channel?: unknown; occurredAt?: unknown };
  const closed = await closedOf(wiring, organisation, idempotencyKeyOf(request));
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
