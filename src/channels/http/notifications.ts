import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { notificationsOf, unreadCount, type Told } from "../../projections/notifications/notifications.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import type { Identity } from "../../access/identity.ts";
import { chooseDailyMail, wantsDailyMail } from "../../store/daily-mail.ts";
import { markRead, markUnread } from "../../store/notifications.ts";
import { limitParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { inPerson } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { writeOnce } from "./write-once.ts";

const notificationSchema = z.object({
  notificationId: z.string(),
  kind: z.string(),
  complaintId: z.string().nullable(),
  number: z.string().nullable(),
  customerName: z.string().nullable(),
  clockName: z.string().nullable().describe("The provider's name of the term that it is about."),
  madeAt: z.string(),
  readAt: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  sequence: z
    .int()
    .nullable()
    .describe("Of the fact that it tells, in the complaint's events; null without a complaint."),
  byName: z.string().nullable().describe("Whoever did it, where `data.by` says who."),
});
const idsSchema = z.array(z.string().max(300)).min(1).max(200);
const placeSchema = z.tuple([z.iso.datetime(), z.string()]);

/** `/notifications`: what I am told inside the program: mentions, assignments, answers, terms in danger or broken. */
export function notificationRoutes(api: Api, wiring: Wiring): void {
  const { pool, registry } = wiring;
  const clockName = (rule: string | null, editionHash: string | null) =>
    registry.byHash(editionHash ?? "")?.clocks.find(({ id }) => id === rule)?.name ?? rule;
  const tags = ["queues"];
  api.get(
    "/notifications",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What I was told, the latest first",
        querystring: z.strictObject({
          unread: z.stringbool({ truthy: ["true"], falsy: ["false"] }).default(false),
          limit: limitParam,
          cursor: z.string().min(1).max(1000).optional(),
        }),
        response: {
          200: z.object({
            items: z.array(notificationSchema),
            unread: z.int().describe("How many are not read; 100 for more."),
            nextCursor: z.string().nullable(),
          }),
        },
      },
    },
    (request) => {
      const told = toldTo(signedIn(request));
      const { organisation, personId, shownIn } = told;
      const { unread: isUnread, limit, cursor } = request.query;
      const list = [organisation, "notifications", personId, shownIn, isUnread];
      const after = placeIn(placeOf(list, cursor));
      return readInside(pool, organisation, async (connection) => {
        const items = await notificationsOf(connection, { ...told, isUnread, after, limit });
        const last = items.length === limit ? items.at(-1) : undefined;
        return {
          items: items.map(({ rule, editionHash, ...item }) => ({ ...item, clockName: clockName(rule, editionHash) })),
          unread: await unreadCount(connection, told),
          nextCursor: last ? cursorFor(list, JSON.stringify([last.madeAt, last.notificationId])) : null,
        };
      });
    },
  );
  api.post(
    "/notifications/readings",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Say that I have read them, or that they count as new again",
        body: z.strictObject({
          notificationIds: idsSchema.optional().describe("Without: all."),
          isRead: z.boolean().default(true),
        }),
        response: { 200: z.object({ unread: z.int() }) },
      },
    },
    async (request, reply) => {
      const told = toldTo(signedIn(request));
      const { notificationIds, isRead } = request.body;
      return writeOnce(request, reply, wiring, async (connection) => {
        if (isRead) await markRead(connection, { ...told, notificationIds });
        else if (notificationIds) await markUnread(connection, { ...told, notificationIds });
        return { status: 200, body: { unread: await unreadCount(connection, told) } };
      });
    },
  );
}

function toldTo({ identity: { organisation, personId }, actor }: SignedIn): Told {
  return { organisation, personId, shownIn: visibilityOf(actor).shownIn };
}

/** `/notifications/daily-mail`: whether I get a mail each working day on which something new waits here. */
export function dailyMailRoutes(api: Api, wiring: Wiring): void {
  const { pool, mail } = wiring;
  const tags = ["queues"];
  const dailyMailSchema = z.object({
    isWanted: z.boolean(),
    email: z.string().nullable().describe("Where it goes; null: nowhere, until somebody enters an address for me."),
    isSent: z.boolean().describe("Whether mail of my organisation leaves at all: a mail server is connected."),
  });
  const shown = ({ organisation, email }: Identity, isWanted: boolean) => ({
    isWanted,
    email,
    isSent: mail?.sendsFor(organisation) ?? false,
  });
  api.get(
    "/notifications/daily-mail",
    {
      config: { scope: "read" },
      schema: { tags, summary: "Whether I get a mail about what is new here", response: { 200: dailyMailSchema } },
    },
    async (request) => {
      const { identity } = signedIn(request);
      const { organisation, personId } = identity;
      const isWanted = await readInside(pool, organisation, (connection) =>
        wantsDailyMail(connection, { organisation, personId }),
      );
      return shown(identity, isWanted);
    },
  );
  api.put(
    "/notifications/daily-mail",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Choose whether I get it",
        body: z.strictObject({ isWanted: z.boolean() }),
        response: { 200: dailyMailSchema },
      },
    },
    async (request, reply) => {
      const { identity } = inPerson(signedIn(request));
      const { organisation, personId } = identity;
      const { isWanted } = request.body;
      return writeOnce(request, reply, wiring, async (connection) => {
        await chooseDailyMail(connection, { organisation, personId, isWanted });
        return { status: 200, body: shown(identity, isWanted) };
      });
    },
  );
}

function placeIn(place: string | undefined): { madeAt: string; notificationId: string } | undefined {
  if (place === undefined) return undefined;
  const parsed = placeSchema.safeParse(parsedJson(place));
  if (!parsed.success) throw problem("bad-cursor", {}, { field: "cursor" });
  const [madeAt, notificationId] = parsed.data;
  return { madeAt, notificationId };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
