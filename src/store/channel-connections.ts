import type pg from "pg";
import type { ActorRef } from "../complaint/events/event.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { noteInOrganisation } from "./organisation-log.ts";
import { openSecrets, sealSecrets, type Secrets, type SecretsKey } from "./secret-box.ts";

/** How a channel of the pack is connected, as it may be shown. */
export type ChannelConnection = {
  connectionId: string;
  channelId: string;
  /** A name of `channels/connection-kinds.ts`, which may be gone since. */
  kind: string;
  name: string;
  settings: Record<string, unknown>;
  /** Which secrets are set. */
  secretNames: string[];
  isOn: boolean;
  state: ConnectionState;
  version: number;
};

/** Instants, UTC. `failed` goes away when it works again. */
export type ConnectionState = {
  /** Something came in, left, or the other side was found in order. */
  receivedAt?: string;
  sentAt?: string;
  okAt?: string;
  failed?: { at: string; code: string; detail: string | null };
};

/** With its secrets, for whoever connects. */
export type OpenConnection = ChannelConnection & { secrets: Secrets };

const COLUMNS = `connection_id as "connectionId", channel_id as "channelId", kind, name, settings,
  secret_names as "secretNames", is_on as "isOn", state, version`;

/** In the order of their channels and names. */
export async function connectionsOf(connection: Connection, organisation: string): Promise<ChannelConnection[]> {
  const { rows } = await connection.query<ChannelConnection>({
    name: "channel_connections",
    text: `select ${COLUMNS} from channel_connection where organisation = $1 order by channel_id, name, connection_id`,
    values: [organisation],
  });
  return rows;
}

/**
 * One with its secrets; undefined where there is none of that id.
 *
 * @param asked.isToChange nobody else changes it before the transaction ends, as a service that renews its own keys
 * @throws where its secrets were sealed under another key: the start refuses that.
 */
export async function openConnection(
  connection: Connection,
  {
    organisation,
    connectionId,
    key,
    isToChange = false,
  }: { organisation: string; connectionId: string; key: SecretsKey; isToChange?: boolean },
): Promise<OpenConnection | undefined> {
  const { rows } = await connection.query<ChannelConnection & { sealed: Buffer | null }>({
    name: isToChange ? "channel_connection_to_change" : "channel_connection_with_secrets",
    text: `select ${COLUMNS}, secrets as sealed from channel_connection
           where organisation = $1 and connection_id = $2 ${isToChange ? "for update" : ""}`,
    values: [organisation, connectionId],
  });
  if (!rows[0]) return undefined;
  const { sealed, ...shown } = rows[0];
  if (sealed === null) return { ...shown, secrets: {} };
  const secrets = openSecrets(key, placeOf(organisation, connectionId), sealed);
  if (!secrets) throw new Error(`the secrets of the connection ${connectionId} cannot be opened with this key`);
  return { ...shown, secrets };
}

/** Whether this key opens what is kept for an organisation; true where there is nothing. */
export async function opensSecretsOf(connection: Connection, organisation: string, key: SecretsKey): Promise<boolean> {
  const { rows } = await connection.query<{ connectionId: string; sealed: Buffer }>(
    `select connection_id as "connectionId", secrets as sealed from channel_connection
     where organisation = $1 and secrets is not null`,
    [organisation],
  );
  return rows.every(({ connectionId, sealed }) => openSecrets(key, placeOf(organisation, connectionId), sealed));
}

export type SavedConnection = Pick<
  ChannelConnection,
  "connectionId" | "channelId" | "kind" | "name" | "settings" | "isOn"
>;

/**
 * Adds one, or changes it. What the organisation's log keeps of it are names: no value of a setting.
 *
 * @param change.secrets all that it has from now on
 * @param change.basedOn its version as it was read; null: it is new
 * @returns "changed-meanwhile" where that is not what stands
 */
export async function saveConnection(
  connection: Connection,
  organisation: string,
  change: { saved: SavedConnection; secrets: Secrets; key: SecretsKey; basedOn: number | null; by: ActorRef },
): Promise<"saved" | "changed-meanwhile"> {
  const { saved, secrets, key, basedOn, by } = change;
  const { connectionId, channelId, kind, name, settings, isOn } = saved;
  const secretNames = Object.keys(secrets).sort();
  const sealed = secretNames.length === 0 ? null : sealSecrets(key, placeOf(organisation, connectionId), secrets);
  const values = [
    organisation,
    connectionId,
    channelId,
    kind,
    name,
    JSON.stringify(settings),
    sealed,
    secretNames,
    isOn,
  ];
  const { rowCount } =
    basedOn === null
      ? await connection.query(
          `insert into channel_connection
             (organisation, connection_id, channel_id, kind, name, settings, secrets, secret_names, is_on)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
          values,
        )
      : await connection.query(
          `update channel_connection set channel_id = $3, name = $5, settings = $6, secrets = $7, secret_names = $8,
             is_on = $9, version = version + 1
           where organisation = $1 and connection_id = $2 and kind = $4 and version = $10`,
          [...values, basedOn],
        );
  if (rowCount === 0) return "changed-meanwhile";
  const type = basedOn === null ? ("ConnectionAdded" as const) : ("ConnectionChanged" as const);
  const facts = [{ type, data: { connectionId, channelId, kind, name, isOn } }];
  await noteInOrganisation(connection, organisation, { facts, by });
  return "saved";
}

/**
 * Keeps secrets that the other side has changed, with the connection locked meanwhile: of two that would change them at once, the second sees
 * what the first has kept. Nobody decided it, so the organisation's log says nothing.
 *
 * @param change gives all secrets that it has from now on; undefined: they stay
 * @throws where the connection is gone
 */
export async function renewSecrets(
  pool: pg.Pool,
  { organisation, connectionId, key }: { organisation: string; connectionId: string; key: SecretsKey },
  change: (now: OpenConnection) => Promise<Secrets | undefined>,
): Promise<OpenConnection> {
  return writeInside(pool, organisation, async (connection) => {
    await connection.query("select from channel_connection where organisation = $1 and connection_id = $2 for update", [
      organisation,
      connectionId,
    ]);
    const now = await openConnection(connection, { organisation, connectionId, key });
    if (!now) throw new Error(`the connection ${connectionId} was removed`);
    const secrets = await change(now);
    if (!secrets) return now;
    const secretNames = Object.keys(secrets).sort();
    // A new version: whoever is changing the connection in a form must not write the old secrets back.
    await connection.query(
      `update channel_connection set secrets = $3, secret_names = $4, version = version + 1
       where organisation = $1 and connection_id = $2`,
      [organisation, connectionId, sealSecrets(key, placeOf(organisation, connectionId), secrets), secretNames],
    );
    return { ...now, secrets, secretNames, version: now.version + 1 };
  });
}

/** One that is not there is removed already. What came by it stays. */
export async function removeConnection(
  connection: Connection,
  organisation: string,
  { connectionId, by }: { connectionId: string; by: ActorRef },
): Promise<void> {
  const { rows } = await connection.query<{ channelId: string; kind: string; name: string }>(
    `delete from channel_connection where organisation = $1 and connection_id = $2
     returning channel_id as "channelId", kind, name`,
    [organisation, connectionId],
  );
  const facts = rows.map((row) => ({ type: "ConnectionRemoved" as const, data: { connectionId, ...row } }));
  await noteInOrganisation(connection, organisation, { facts, by });
}

export type StateNote = "received" | "sent" | "ok" | { failed: { code: string; detail: string | null } };

/** Notes, at database time, that a connection worked or how it failed; nothing where it was removed meanwhile. */
export async function noteState(
  connection: Connection,
  { organisation, connectionId, note }: { organisation: string; connectionId: string; note: StateNote },
): Promise<void> {
  const worked = typeof note === "string";
  const key = worked ? `${note}At` : "failed";
  const detail = worked ? null : JSON.stringify({ ...note.failed, detail: note.failed.detail?.slice(0, 500) ?? null });
  await connection.query(
    `update channel_connection set state = case
       when $4::jsonb is null then state - 'failed' || jsonb_build_object($3::text, instant_text(clock_timestamp()))
       else state || jsonb_build_object($3::text, $4::jsonb || jsonb_build_object('at', instant_text(clock_timestamp())))
     end where organisation = $1 and connection_id = $2`,
    [organisation, connectionId, key, detail],
  );
}

function placeOf(organisation: string, connectionId: string): string {
  return `${organisation}\n${connectionId}`;
}
