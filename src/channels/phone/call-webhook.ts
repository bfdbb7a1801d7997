import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { webAddress, type ReadEvent, type Received } from "./call-event.ts";

/** An event that was signed longer ago is not taken: whoever overheard it cannot send it again tomorrow. */
export const SIGNED_MS_MAX = 5 * 60_000;

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const line = z.string().trim().min(1).max(200);
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null);

const eventSchema = z.object({
  callId: line,
  event: z.enum(["ringing", "answered", "ended", "missed"]),
  direction: z.enum(["in", "out"]).default("in"),
  from: optional(z.string().trim().max(100)),
  to: optional(z.string().trim().max(100)),
  agent: optional(line),
  startedAt: optional(instant),
  answeredAt: optional(instant),
  endedAt: optional(instant),
  recordingUrl: optional(z.string().max(1000)),
});

/** The signature of an event: `sha256=` and the HMAC-SHA256 of `<seconds since 1970>.<body>` in hexadecimal. */
export function signatureOf(secret: string, seconds: string, body: Buffer | string): string {
  return `sha256=${createHmac("sha256", secret).update(`${seconds}.`).update(body).digest("hex")}`;
}

/** Reads an event of the plain format, where it is signed by whoever knows the secret, and fresh. */
export function readWebhook({ body, header, nowMs }: Received, secrets: Readonly<Record<string, string>>): ReadEvent {
  const seconds = header("hoiam-timestamp") ?? "";
  const said = header("hoiam-signature") ?? "";
  const secret = secrets["secret"];
  if (!secret || !/^\d{9,11}$/.test(seconds) || !isSame(said, signatureOf(secret, seconds, body)))
    return { is: "refused", why: "signature" };
  if (Math.abs(nowMs - Number(seconds) * 1000) > SIGNED_MS_MAX) return { is: "refused", why: "too-old" };
  const value = jsonOf(body);
  if (isPing(value)) return { is: "ping" };
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) return { is: "refused", why: "unreadable" };
  const { callId, event, direction, from, to, agent, startedAt, answeredAt, endedAt, recordingUrl } = parsed.data;
  const at = new Date(Number(seconds) * 1000).toISOString();
  const isOver = event === "ended" || event === "missed";
  return {
    is: "call",
    externalKey: callId,
    direction,
    number: (direction === "in" ? from : to) || null,
    agents: [agent, direction === "in" ? to : from].flatMap((each) => each || []),
    startedAt,
    answeredAt: event === "missed" ? null : (answeredAt ?? (event === "answered" ? at : null)),
    endedAt: isOver ? (endedAt ?? at) : null,
    recordingUrl: webAddress(recordingUrl),
    at,
  };
}

export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function isPing(value: unknown): boolean {
  return typeof value === "object" && value !== null && "event" in value && value.event === "ping";
}

/** In constant time for texts of one length. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
