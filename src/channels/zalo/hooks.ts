import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { takeInArrival } from "../../intake/take-in.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { arrivalIdOf } from "../../store/arrivals.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { noteState, type OpenConnection } from "../../store/channel-connections.ts";
import { noteOutcome } from "../../store/outbox-outcomes.ts";
import { hookParams, openHook } from "../hooks/open-hook.ts";
import type { Api, Wiring } from "../http/api.ts";
import { problem } from "../http/problem.ts";
import { isSignedByZalo, messageIn, zaloEvent, type ZaloEvent } from "./events.ts";
import { fetchFiles } from "./fetch-files.ts";
import { zaloSettings } from "./zalo.ts";

/** Zalo waits two seconds for an answer, and sends once more what it got none for. */
const ANSWER_MS = 1_500;

/** Where Zalo brings events of an Official Account. */
export function zaloHookRoutes(routes: Api, wiring: Wiring): void {
  routes.post("/events", { schema: { hide: true, params: hookParams } }, async (request, reply) => {
    const { organisation } = request.params;
    const opened = await openHook(wiring, request.params, ["zalo"]);
    const settings = opened && zaloSettings.safeParse(opened.settings).data;
    if (!opened?.isOn || !settings || !Buffer.isBuffer(request.body)) throw problem("not-found");
    const event = eventIn(request.body);
    const signature = request.headers["x-zevent-signature"];
    const isSigned =
      event !== undefined &&
      typeof signature === "string" &&
      isSignedByZalo(request.body, {
        signature,
        timestamp: event.timestamp,
        appId: settings.appId,
        oaSecret: opened.secrets["oaSecret"] ?? "",
      });
    if (!isSigned) throw problem("not-found");
    const work = takeIn(wiring, { organisation, opened, event, body: request.body, apiUrl: settings.apiUrl });
    // What takes longer goes on by itself; it is done before Zalo asks again.
    const isDone = await Promise.race([work.then(() => true), sleep(ANSWER_MS).then(() => false)]);
    work.catch((error: unknown) => request.log.error(error));
    return reply
      .code(isDone ? 200 : 503)
      .type("text/plain")
      .send("");
  });
}

function eventIn(body: Buffer): ZaloEvent | undefined {
  try {
    return zaloEvent.safeParse(JSON.parse(body.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

type Came = { organisation: string; opened: OpenConnection; event: ZaloEvent; body: Buffer; apiUrl: string };

async function takeIn(wiring: Wiring, came: Came): Promise<void> {
  const { organisation, opened, event } = came;
  const { connectionId } = opened;
  const reference = event.message?.msg_id;
  const isRead = event.event_name === "user_received_message" || event.event_name === "user_seen_message";
  if (isRead && reference !== undefined) {
    await writeInside(wiring.pool, organisation, (connection) =>
      noteOutcome(connection, organisation, { of: { reference }, outcome: "delivered", reason: null }),
    );
    return;
  }
  const said = messageIn(event);
  if (!said || (await isKept(wiring, organisation, { connectionId, externalKey: said.id }))) return;
  await keepMessage(wiring, came, said);
  await writeInside(wiring.pool, organisation, (connection) =>
    noteState(connection, { organisation, connectionId, note: "received" }),
  );
}

async function isKept(
  { pool }: Wiring,
  organisation: string,
  key: { connectionId: string; externalKey: string },
): Promise<boolean> {
  const { rowCount } = await readInside(pool, organisation, (connection) =>
    connection.query("select from arrival where organisation = $1 and arrival_id = $2", [
      organisation,
      arrivalIdOf(key),
    ]),
  );
  return rowCount === 1;
}

async function keepMessage(
  wiring: Wiring,
  { organisation, opened, event, body, apiUrl }: Came,
  said: NonNullable<ReturnType<typeof messageIn>>,
): Promise<void> {
  const { store, secretsKey, pool } = wiring;
  if (!secretsKey) throw problem("not-found");
  const original = await keepContent(
    { pool, attachments: wiring.attachments },
    {
      organisation,
      content: Readable.from([body]),
      type: "application/json",
      bytesMax: body.length,
      by: { kind: "system", process: "intake" },
    },
  );
  const { attachments, notes } = await fetchFiles(wiring, { organisation, files: said.files, from: apiUrl });
  const { connectionId, channelId, settings } = opened;
  await takeInArrival(
    { store, secretsKey },
    {
      organisation,
      connectionId,
      channel: channelId,
      medium: "chat",
      externalKey: said.id,
      beginsComplaints: settings["beginsComplaints"] === true,
      receivedAt: wiring.now(),
      sender: { userId: event.sender?.id },
      subject: "",
      content: said.text.normalize("NFC").trim(),
      quoted: null,
      htmlSha256: null,
      originalSha256: original.sha256,
      originalBytes: original.bytes,
      attachments,
      notes,
      nature: "message",
      mailHeaders: null,
    },
  );
}
