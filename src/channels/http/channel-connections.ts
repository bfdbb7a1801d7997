import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import { channelTypes } from "../../procedure/pure/vocabulary.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import {
  connectionsOf,
  openConnection,
  removeConnection,
  saveConnection,
  type ChannelConnection,
} from "../../store/channel-connections.ts";
import { commonSteps, type ConnectionKind } from "../connection-kind.ts";
import { idempotencyHeaders, newIdText } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { connectionBody, keyOf, kindOf, refuseOtherChannel, secretsOf, settingsOf } from "./connection-values.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { writeOnce } from "./write-once.ts";

const told = z.object({ vi: z.string(), en: z.string() });

const kindSchema = z.object({
  kind: z.string(),
  medium: z.enum(["mail", "sms", "chat", "call"]),
  direction: z.enum(["in", "out", "both"]),
  channelTypes: z.array(z.enum(channelTypes)),
  name: told,
  about: told,
  fields: z.array(
    z.object({
      name: z.string(),
      label: told,
      hint: told.nullable(),
      input: z.enum(["line", "number", "flag", "choice", "secret"]),
      choices: z.array(z.object({ value: z.string(), label: told })),
      initial: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      isRequired: z.boolean(),
    }),
  ),
  steps: z.record(z.string(), told).describe("Words of the steps of its test."),
});

const connectionSchema = z.object({
  connectionId: z.string(),
  channelId: z.string(),
  kind: z.string(),
  name: z.string(),
  settings: z.record(z.string(), z.unknown()),
  secretNames: z.array(z.string()).describe("Which secrets are set; none is ever shown."),
  isOn: z.boolean(),
  state: z.object({
    receivedAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    okAt: z.string().nullable().describe("When a test last went well."),
    failed: z.object({ at: z.string(), code: z.string(), detail: z.string().nullable() }).nullable(),
  }),
  version: z.int(),
  hooks: z.array(z.object({ label: told, address: z.string() })).describe("What the other side is told to call."),
});

type Shown = z.infer<typeof connectionSchema>;

const params = z.object({ connectionId: newIdText.max(64) });

/** `/channel-connections`: how channels of the packs are connected with servers and services outside. For administrators. */
export function channelConnectionRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  saveRoute(api, wiring);
  removalRoute(api, wiring);
}

const tags = ["organisation"];

function listRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/channel-connections",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Connections of the channels, how they fare, and the kinds that there are",
        description: "For administrators.",
        response: {
          200: z.object({
            connections: z.array(connectionSchema),
            kinds: z.array(kindSchema),
            mail: z
              .enum(["not-connected", "held-back", "connected", "unreachable"])
              .describe("How outgoing mail fares."),
          }),
        },
      },
    },
    async (request) => {
      const { organisation } = administrator(signedIn(request)).identity;
      const kept = await readInside(wiring.pool, organisation, (inside) => connectionsOf(inside, organisation));
      return {
        connections: kept.map((each) => shown(wiring, organisation, each)),
        kinds: wiring.connectionKinds.map(kindShown),
        mail: mailState(wiring, organisation),
      };
    },
  );
}

function saveRoute(api: Api, wiring: Wiring): void {
  api.put(
    "/channel-connections/:connectionId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Connect a channel, or change its connection",
        description:
          "A secret that is left out stays as it is; null takes it away. Where a setting changes that says where secrets go, they are needed anew.",
        params,
        headers: idempotencyHeaders,
        body: connectionBody.extend({
          channelId: newIdText,
          name: z.string().trim().min(1).max(100),
          isOn: z.boolean(),
          basedOn: z.int().nullable().describe("Its version as it was read; null: it is new."),
        }),
        response: { 200: connectionSchema },
      },
    },
    async (request, reply) => {
      const { identity, actor } = administrator(signedIn(request));
      const { organisation } = identity;
      const { connectionId } = request.params;
      const { channelId, name, isOn, basedOn, ...given } = request.body;
      const kind = kindOf(wiring, given.kind);
      refuseOtherChannel(wiring, organisation, { channelId, kind });
      const settings = settingsOf(kind, given.settings);
      return writeOnce(request, reply, wiring, async (inside) => {
        const key = keyOf(wiring);
        const kept = await openConnection(inside, { organisation, connectionId, key, isToChange: true });
        if (kept && kept.kind !== kind.kind) throw problem("changed-meanwhile");
        const secrets = secretsOf(kind, { settings, given: given.secrets, kept });
        const saved = { connectionId, channelId, kind: kind.kind, name, settings, isOn };
        const how = { saved, secrets, key, basedOn, by: refOf(actor) };
        if ((await saveConnection(inside, organisation, how)) !== "saved") throw problem("changed-meanwhile");
        return { status: 200, body: await shownOne(inside, wiring, { organisation, connectionId }) };
      });
    },
  );
}

function removalRoute(api: Api, wiring: Wiring): void {
  api.delete(
    "/channel-connections/:connectionId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Remove a connection with its secrets; what came by it stays",
        params,
        headers: idempotencyHeaders,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { identity, actor } = administrator(signedIn(request));
      const { organisation } = identity;
      const { connectionId } = request.params;
      return writeOnce(request, reply, wiring, async (inside) => {
        await removeConnection(inside, organisation, { connectionId, by: refOf(actor) });
        return { status: 204, body: null };
      });
    },
  );
}

async function shownOne(
  inside: Connection,
  wiring: Wiring,
  { organisation, connectionId }: { organisation: string; connectionId: string },
): Promise<Shown> {
  const found = (await connectionsOf(inside, organisation)).find((each) => each.connectionId === connectionId);
  if (!found) throw new Error(`the connection ${connectionId} was saved and is not there`);
  return shown(wiring, organisation, found);
}

function shown(wiring: Wiring, organisation: string, kept: ChannelConnection): Shown {
  const { receivedAt = null, sentAt = null, okAt = null, failed = null } = kept.state;
  const hooks = wiring.connectionKinds.find(({ kind }) => kind === kept.kind)?.hooks ?? [];
  const base = `${wiring.publicUrl}/hooks/v1/${organisation}/${kept.connectionId}`;
  return {
    ...kept,
    state: { receivedAt, sentAt, okAt, failed },
    hooks: hooks.map(({ path, label }) => ({ label, address: path === "" ? base : `${base}/${path}` })),
  };
}

function kindShown(kind: ConnectionKind): z.infer<typeof kindSchema> {
  const { kind: id, medium, direction, name, about, fields, steps } = kind;
  return {
    kind: id,
    medium,
    direction,
    name,
    about,
    channelTypes: [...kind.channelTypes],
    fields: fields.map(({ name: field, label, input, isRequired, hint, choices, initial }) => ({
      name: field,
      label,
      input,
      isRequired,
      hint: hint ?? null,
      choices: [...(choices ?? [])],
      initial: initial ?? null,
    })),
    steps: { ...commonSteps, ...steps },
  };
}

function mailState({ mail }: Wiring, organisation: string) {
  if (!mail) return "not-connected";
  return mail.sendsFor(organisation) ? mail.state() : "held-back";
}
