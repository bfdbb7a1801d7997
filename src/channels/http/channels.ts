import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import { channelEntries, channelEntry, isForCustomers } from "../../procedure/pure/edition/channel-use.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Channel } from "../../procedure/pure/edition/parties.ts";
import { channelTypes } from "../../procedure/pure/vocabulary.ts";
import { channelCounts } from "../../projections/channels/channel-counts.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { connectionsOf } from "../../store/channel-connections.ts";
import { closeChannel, closedChannels, openChannel } from "../../store/closed-channels.ts";
import { takeTurn } from "../../store/locks.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { channelsOf, editionsInForce } from "./closed-channels.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { lineText } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

/** How far back complaints are counted. */
const LATELY_DAYS = 30;

const channelSchema = z.object({
  channelId: z.string(),
  type: z.enum(channelTypes),
  name: z.string(),
  address: z.string().nullable().describe("Number, mailbox or place, as the pack publishes it; null: it does not."),
  isForCustomers: z.boolean().describe("False: between colleagues, partners and authorities."),
  receivedBy: z.string().nullable().describe("The unit that has it first; null: that of whoever takes it in."),
  entry: z
    .enum([...channelEntries, "connected"])
    .describe(
      "`pages`: customers enter it themselves; `staff`: typed in; `not-connected`: typed in until it is; `connected`: it comes in by itself.",
    ),
  complaintsLately: z.int().describe(`In the last ${LATELY_DAYS} days.`),
  closed: z
    .object({ reason: z.string(), closedBy: z.string(), closedAt: z.string() })
    .nullable()
    .describe("Nothing is taken in by it, and this is said instead; null: it is open."),
});

/** `/channels`: how complaints reach the organisation, by its editions in force; closed and opened by administrators. */
export function channelRoutes(api: Api, wiring: Wiring): void {
  const { pool } = wiring;
  const tags = ["organisation"];
  api.get(
    "/channels",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The channels of the packs in force: who receives, whether it is connected, how many came by it",
        description: "For administrators.",
        response: { 200: z.object({ days: z.int(), channels: z.array(channelSchema) }) },
      },
    },
    async (request) => {
      const { organisation } = administrator(signedIn(request)).identity;
      const channels = await readInside(pool, organisation, (connection) => shown(connection, organisation, wiring));
      return { days: LATELY_DAYS, channels };
    },
  );
  api.put(
    "/channels/:channelId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Close a channel with a reason, or open it again",
        description:
          "A closed channel takes nothing in: customers and staff are told the reason and what there is instead. What arrived before may still be entered. One channel for customers stays open.",
        params: z.object({ channelId: idParam }),
        headers: idempotencyHeaders,
        body: z.union([
          z.strictObject({ isOpen: z.literal(true) }),
          z.strictObject({ isOpen: z.literal(false), reason: lineText.pipe(z.string().max(500)) }),
        ]),
        response: { 200: channelSchema },
      },
    },
    async (request, reply) => {
      const { identity, actor } = administrator(signedIn(request));
      const { organisation, personId } = identity;
      const { channelId } = request.params;
      const { body } = request;
      return writeOnce(request, reply, wiring, async (connection) => {
        // Two who close the last two channels take turns.
        await takeTurn(connection, "closed channels", organisation);
        if (body.isOpen) await openChannel(connection, organisation, { channelId, by: refOf(actor) });
        else {
          refuseLastOpen(await shown(connection, organisation, wiring), channelId);
          await closeChannel(connection, organisation, { channelId, reason: body.reason, personId, by: refOf(actor) });
        }
        const now = (await shown(connection, organisation, wiring)).find((each) => each.channelId === channelId);
        if (!now) throw problem("no-such-item", { name: channelId });
        return { status: 200, body: now };
      });
    },
  );
}

type Shown = z.infer<typeof channelSchema>;

async function shown(connection: Connection, organisation: string, wiring: Wiring): Promise<Shown[]> {
  const editions = editionsInForce(wiring, organisation);
  const closed = await closedChannels(connection, organisation);
  const connected = await takenInBy(connection, organisation, wiring);
  const counts = await channelCounts(connection, organisation, LATELY_DAYS);
  const names = await personNames(
    connection,
    organisation,
    closed.map(({ closedBy }) => closedBy),
  );
  return channelsOf(editions).map((channel) => {
    const found = closed.find(({ channelId }) => channelId === channel.id);
    const { reason = "", closedBy = "", closedAt = "" } = found ?? {};
    const about = channelShown(channel, editions);
    const isConnected = about.entry === "not-connected" && connected.has(channel.id);
    return {
      ...about,
      entry: isConnected ? "connected" : about.entry,
      complaintsLately: counts.get(channel.id) ?? 0,
      closed: found ? { reason, closedBy: names.get(closedBy) ?? closedBy, closedAt } : null,
    };
  });
}

/** Channels by which a connection that is turned on takes something in. */
async function takenInBy(
  connection: Connection,
  organisation: string,
  { connectionKinds }: Pick<Wiring, "connectionKinds">,
): Promise<Set<string>> {
  const kept = await connectionsOf(connection, organisation);
  const incoming = new Set(connectionKinds.filter(({ direction }) => direction !== "out").map(({ kind }) => kind));
  return new Set(kept.filter(({ isOn, kind }) => isOn && incoming.has(kind)).map(({ channelId }) => channelId));
}

function channelShown(channel: Channel, editions: readonly Edition[]): Omit<Shown, "complaintsLately" | "closed"> {
  const { id: channelId, type, name, address = null } = channel;
  const edition = editions.find(({ channels }) => channels.some(({ id }) => id === channelId));
  if (!edition) throw new Error(`no edition has the channel ${channelId}`);
  const first = edition.stages.find(({ id }) => id === edition.begins);
  const unit = edition.units.find(({ id }) => id === first?.unit);
  return {
    channelId,
    type,
    name,
    address,
    isForCustomers: isForCustomers(channel),
    receivedBy: unit?.name ?? null,
    entry: channelEntry(channel, edition),
  };
}

function refuseLastOpen(channels: readonly Shown[], channelId: string): void {
  const open = channels.filter((each) => each.isForCustomers && each.closed === null);
  const [last] = open;
  if (open.length === 1 && last?.channelId === channelId) throw problem("last-open-channel", { name: last.name });
}
