import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { plainPhone } from "../../access/customer-identifiers.ts";
import { writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { noteState, openConnection, type OpenConnection } from "../../store/channel-connections.ts";
import { keepCall, personWithAddress } from "../../store/phone-calls.ts";
import type { Api, Wiring } from "../http/api.ts";
import { agentsIn, type CallEvent, type ReadEvent, type Received } from "./call-event.ts";
import { readWebhook } from "./call-webhook.ts";
import { readStringee } from "./stringee.ts";

const BODY_BYTES_MAX = 64_000;

const readers: Readonly<Record<string, (received: Received, secrets: OpenConnection["secrets"]) => ReadEvent>> = {
  "call-webhook": readWebhook,
  stringee: readStringee,
};

/** `/hooks/v1/{organisation}/{connectionId}/calls`: what a switchboard tells of its calls, signed. */
export async function phoneHookRoutes(api: Api, wiring: Wiring): Promise<void> {
  await api.register(async (hooks) => {
    // The signature is over the bytes as they came.
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_BYTES_MAX }, (_request, body, done) =>
      done(null, body),
    );
    hooks.post(
      "/hooks/v1/:organisation/:connectionId/calls",
      { schema: { hide: true }, bodyLimit: BODY_BYTES_MAX },
      async (request, reply) => reply.code(await taken(request, wiring)).send(),
    );
  });
}

/** 204 where it was taken; 404 for what is not connected, 401 for a signature that is not its, 422 for what cannot be read. */
async function taken(request: FastifyRequest, { pool, secretsKey, now }: Wiring): Promise<number> {
  const { organisation, connectionId } = request.params as { organisation: string; connectionId: string };
  if (!secretsKey || !/^[a-z0-9][a-z0-9-]{0,99}$/.test(organisation)) return 404;
  return writeInside(pool, organisation, async (connection) => {
    const opened = await openConnection(connection, { organisation, connectionId, key: secretsKey });
    const read = opened && readers[opened.kind];
    // What is turned off answers as what is not there.
    if (!opened?.isOn || !read) return 404;
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const header = (name: string) => {
      const value = request.headers[name];
      return typeof value === "string" ? value : undefined;
    };
    const event = read({ body, header, nowMs: Date.parse(now()) }, opened.secrets);
    if (event.is === "refused") return event.why === "unreadable" ? 422 : 401;
    if (event.is === "ping") return 204;
    await keep(connection, { organisation, opened, event, now: now() });
    await noteState(connection, { organisation, connectionId, note: "received" });
    return 204;
  });
}

type Kept = { organisation: string; opened: OpenConnection; event: CallEvent; now: string };

/** The same event again, and events in another order, end in the same row. */
async function keep(connection: Connection, { organisation, opened, event, now }: Kept): Promise<void> {
  const { agents: said } = opened.settings;
  const agents = agentsIn(typeof said === "string" ? said : "");
  const known = event.agents.map((agent) => agents.get(agent.toLowerCase()) ?? agent);
  let personId: string | null = null;
  for (const address of known) personId ??= (await personWithAddress(connection, organisation, address)) ?? null;
  const number = event.number?.slice(0, 100) ?? null;
  await keepCall(connection, organisation, {
    callId: createHash("sha256").update(`${opened.connectionId}\n${event.externalKey}`).digest("hex").slice(0, 32),
    connectionId: opened.connectionId,
    direction: event.direction,
    number,
    plainNumber: number === null ? null : (plainPhone(number) ?? null),
    agent: event.agents[0]?.slice(0, 200) ?? null,
    personId,
    startedAt: event.startedAt ?? event.at ?? now,
    answeredAt: event.answeredAt,
    endedAt: event.endedAt,
    recordingUrl: event.recordingUrl,
    note: null,
    recordedBy: null,
  });
}
