import { createHmac } from "node:crypto";
import { z } from "zod";
import { webAddress, type ReadEvent, type Received } from "./call-event.ts";
import { isSame, jsonOf } from "./call-webhook.ts";

const party = z
  .object({ number: z.string().max(200).default(""), type: z.string().max(50).default("") })
  .nullish()
  .transform((value) => value ?? { number: "", type: "" });

// Only what is read of it; the rest may change.
const eventSchema = z.object({
  type: z.string().max(50).optional(),
  call_id: z.string().min(1).max(200),
  call_status: z.string().max(50).optional(),
  timestamp_ms: z.int().min(0).max(8_000_000_000_000),
  from: party,
  to: party,
  request_from_user_id: z.string().max(200).optional(),
  actor: z.string().max(200).optional(),
  callCreatedReason: z.string().max(100).optional(),
  answerDuration: z.number().min(0).max(1_000_000).optional(),
  recording_url: z.string().max(1000).optional(),
});

/** The signature that Stringee sends: HMAC-SHA1 of the body under the project's signing secret key, in base64. */
export function stringeeSignature(secret: string, body: Buffer | string): string {
  return createHmac("sha1", secret).update(body).digest("base64");
}

/** Reads an event of Stringee's `event_url`, where the project's key signed it. Source: Stringee, Call Events. */
export function readStringee({ body, header }: Received, secrets: Readonly<Record<string, string>>): ReadEvent {
  const secret = secrets["secret"];
  const said = header("x-stringee-signature") ?? "";
  if (!secret || !isSame(said, stringeeSignature(secret, body))) return { is: "refused", why: "signature" };
  const value = jsonOf(body);
  if (typeof value === "object" && value !== null && "event" in value && value.event === "ping") return { is: "ping" };
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) return { is: "refused", why: "unreadable" };
  const event = parsed.data;
  const direction =
    event.callCreatedReason === "EXTERNAL_CALL_IN" || (event.from.type === "external" && event.to.type !== "external")
      ? "in"
      : "out";
  const ours = direction === "in" ? event.to : event.from;
  const at = new Date(event.timestamp_ms).toISOString();
  const isEnd = event.call_status === "ended";
  return {
    is: "call",
    externalKey: event.call_id,
    direction,
    number: (direction === "in" ? event.from : event.to).number || null,
    agents: [event.actor, ours.type === "external" ? undefined : ours.number, event.request_from_user_id].flatMap(
      (each) => each || [],
    ),
    startedAt: null,
    answeredAt:
      event.call_status === "answered"
        ? at
        : isEnd && event.answerDuration
          ? new Date(event.timestamp_ms - event.answerDuration * 1000).toISOString()
          : null,
    endedAt: isEnd ? at : null,
    recordingUrl: webAddress(event.recording_url),
    at,
  };
}
