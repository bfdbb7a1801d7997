import type { ServerResponse } from "node:http";
import { actorFor, visibilityOf } from "../../access/actor.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { seenBy } from "../../projections/visibility.ts";
import { isPosition, type News } from "../../store/events-since.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { newsHub, type NewsHub } from "./news-hub.ts";
import { problem } from "./problem.ts";

const HEARTBEAT_MS = 15_000;
const STREAMS_OF_PERSON_MAX = 20;
// A reader who does not keep up is let go, and resumes from the last id it has.
const UNREAD_BYTES_MAX = 1_000_000;

type Stream = { who: SignedIn; raw: ServerResponse; end: () => void };

/**
 * `/stream`: server-sent events that say which complaints changed, so that screens read them again.
 *
 * changed  one fact: `{complaintId, sequence, type, recordedAt}`; the same may come twice
 * call     a call of whoever listens began to ring, was answered or ended: no data
 * presence somebody came to a complaint, left it, began or ceased to type: `{complaintId}`
 * reset    too much happened meanwhile to be listed: read everything again
 */
export function streamRoutes(api: Api, wiring: Wiring): void {
  const hub = newsHub(wiring.pool, (error) => api.log.warn({ err: error }, "the stream could not look for news"));
  const streams = new Set<Stream>();
  api.addHook("preClose", async () => {
    hub.stop();
    for (const stream of streams) stream.end();
  });
  api.get(
    "/stream",
    {
      config: { scope: "read" },
      exposeHeadRoute: false,
      schema: {
        tags: ["stream"],
        summary: "What changes, as server-sent events",
        description:
          "`changed` names a complaint and the fact; `call` says that a call of mine rings, was answered or ended; `presence` one that others opened or left; `reset` says that too much happened to list. `Last-Event-ID` resumes.",
        produces: ["text/event-stream"],
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const lastId = request.headers["last-event-id"];
      if (lastId !== undefined && !isPosition(String(lastId))) {
        throw problem("bad-cursor", {}, { field: "Last-Event-ID" });
      }
      const { raw } = reply;
      const stream: Stream = { who, raw, end: () => (raw.headersSent ? raw.end() : raw.destroy()) };
      // Before anything is waited for, so that those that are opened at the same moment are counted too.
      makeRoom(streams, who);
      streams.add(stream);
      raw.on("close", () => streams.delete(stream));
      const stopListening = await listen(stream, { hub, wiring });
      reply.hijack();
      begin(stream, stopListening, wiring);
      if (lastId !== undefined) await catchUp(stream, String(lastId), { hub, wiring });
    },
  );
}

/** Who opens too many loses the oldest. */
function makeRoom(streams: Set<Stream>, { identity }: SignedIn): void {
  const { organisation, personId } = identity;
  const own = [...streams].filter(
    ({ who }) => who.identity.personId === personId && who.identity.organisation === organisation,
  );
  for (const oldest of own.slice(0, Math.max(0, own.length - STREAMS_OF_PERSON_MAX + 1))) {
    streams.delete(oldest);
    oldest.end();
  }
}

function listen(stream: Stream, { hub, wiring }: { hub: NewsHub; wiring: Wiring }): Promise<() => void> {
  const { organisation } = stream.who.identity;
  return hub.listen(organisation, {
    onNews: (news) => void tell(stream, news, wiring).catch(stream.end),
    onPresence: (complaintIds) => void tellPresence(stream, complaintIds, wiring).catch(stream.end),
    onCalls: (personIds) => {
      if (personIds.includes(stream.who.identity.personId)) write(stream, "event: call\ndata: {}\n\n");
    },
  });
}

function begin(stream: Stream, stopListening: () => void, wiring: Wiring): void {
  const { raw, end } = stream;
  // Whoever has left already is not told of it a second time.
  if (raw.destroyed) return stopListening();
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    // Kept alive, the connection would keep a closing server waiting.
    connection: "close",
    "x-content-type-options": "nosniff",
    // Buffering in between would hold the news back.
    "x-accel-buffering": "no",
  });
  raw.write("retry: 2000\n\n");
  const heartbeat = setInterval(() => void beat(stream, wiring).catch(end), HEARTBEAT_MS).unref();
  raw.on("close", () => {
    clearInterval(heartbeat);
    stopListening();
  });
}

async function catchUp(stream: Stream, lastId: string, { hub, wiring }: { hub: NewsHub; wiring: Wiring }) {
  try {
    await tell(stream, await hub.since(stream.who.identity.organisation, lastId), wiring);
  } catch {
    // An id that this database never gave.
    write(stream, "event: reset\ndata: {}\n\n");
  }
}

async function beat(stream: Stream, wiring: Wiring): Promise<void> {
  if (await isStillIn(stream, wiring)) write(stream, ": still here\n\n");
}

/** Takes over the roles of this moment; ends the stream of somebody who has signed out, lost their account or their deputyship. */
async function isStillIn(stream: Stream, { identities }: Wiring): Promise<boolean> {
  const { key, actor: before } = stream.who;
  const identity = await identities.identityOf(key);
  const actor = identity && actorFor(identity, before.deputyFor);
  if (identity && actor) stream.who = { key, identity, actor };
  else stream.end();
  return actor !== undefined;
}

async function tell(stream: Stream, news: News, wiring: Wiring): Promise<void> {
  if (!(await isStillIn(stream, wiring))) return;
  const ids = news.items.map(({ complaintId }) => complaintId);
  const visible = await visibleIds(stream.who, ids, wiring);
  const items = news.items.filter(({ complaintId }) => visible.has(complaintId));
  // Only the last one carries the id: who is cut off in the middle gets all of them again.
  const lines = items.map((item) => `event: changed\ndata: ${JSON.stringify(item)}\n\n`);
  if (news.isCut) lines.push("event: reset\ndata: {}\n\n");
  write(stream, `${lines.join("")}id: ${news.position}\nevent: position\ndata: {}\n\n`);
}

async function tellPresence(stream: Stream, complaintIds: readonly string[], wiring: Wiring): Promise<void> {
  const visible = await visibleIds(stream.who, complaintIds, wiring);
  const lines = [...visible].map((complaintId) => `event: presence\ndata: ${JSON.stringify({ complaintId })}\n\n`);
  write(stream, lines.join(""));
}

/** Of these complaints, those that this person may see. */
async function visibleIds(who: SignedIn, ids: readonly string[], { pool }: Wiring): Promise<Set<string>> {
  const { organisation } = who.identity;
  if (ids.length === 0) return new Set();
  const values: unknown[] = [organisation, [...new Set(ids)]];
  const isSeen = seenBy(visibilityOf(who.actor), (value) => `$${values.push(value)}`);
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ complaint_id: string }>(
      `select r.complaint_id from complaint_row r
       where r.organisation = $1 and r.complaint_id = any ($2) and ${isSeen}`,
      values,
    ),
  );
  return new Set(rows.map((row) => row.complaint_id));
}

function write({ raw }: Stream, text: string): void {
  if (raw.destroyed || raw.writableEnded) return;
  raw.write(text);
  if (raw.writableLength > UNREAD_BYTES_MAX) raw.destroy();
}
