import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { noteInOrganisation } from "./organisation-log.ts";

/** A channel of the pack by which nothing is taken in for the time being. `closedAt`: what arrived before is still taken. */
export type ClosedChannel = {
  channelId: string;
  /** What customers and staff are told. */
  reason: string;
  closedBy: string;
  closedAt: string;
};

/** In the order of their ids. */
export async function closedChannels(connection: Connection, organisation: string): Promise<ClosedChannel[]> {
  const { rows } = await connection.query<ClosedChannel>({
    name: "closed_channels",
    text: `select channel_id as "channelId", reason, closed_by as "closedBy", instant_text(closed_at) as "closedAt"
           from closed_channel where organisation = $1 order by channel_id`,
    values: [organisation],
  });
  return rows;
}

/** Whether a command with this key was carried out: it is answered as it was, whatever was closed since. */
export async function wasCarriedOut(
  connection: Connection,
  organisation: string,
  idempotencyKey: string,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    "select from idempotency where organisation = $1 and idempotency_key = $2",
    [organisation, idempotencyKey],
  );
  return rowCount === 1;
}

type Change = { channelId: string; personId: string; by: ActorRef };

/** Closes a channel, or says another reason why it is. */
export async function closeChannel(
  connection: Connection,
  organisation: string,
  { channelId, reason, personId, by }: Change & { reason: string },
): Promise<void> {
  await connection.query(
    `insert into closed_channel (organisation, channel_id, reason, closed_by) values ($1, $2, $3, $4)
     on conflict (organisation, channel_id) do update set reason = excluded.reason, closed_by = excluded.closed_by`,
    [organisation, channelId, reason, personId],
  );
  const facts = [{ type: "ChannelClosed" as const, data: { channelId } }];
  await noteInOrganisation(connection, organisation, { facts, by });
}

/** Opens it again; one that is open stays as it is. */
export async function openChannel(
  connection: Connection,
  organisation: string,
  { channelId, by }: Omit<Change, "personId">,
): Promise<void> {
  const { rowCount } = await connection.query(
    "delete from closed_channel where organisation = $1 and channel_id = $2",
    [organisation, channelId],
  );
  const facts = rowCount === 0 ? [] : [{ type: "ChannelOpened" as const, data: { channelId } }];
  await noteInOrganisation(connection, organisation, { facts, by });
}
