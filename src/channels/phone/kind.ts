import { z } from "zod";
import { step, type ConnectionField, type ConnectionKind, type TestStep } from "../connection-kind.ts";
import { agentsIn } from "./call-event.ts";
import { signatureOf } from "./call-webhook.ts";
import { stringeeSignature } from "./stringee.ts";

const SECRET_CHARS_MIN = 16;

export const callSettings = z.strictObject({
  agents: z
    .string()
    .max(20_000)
    .default("")
    .refine((text) => text.trim() === "" || agentsIn(text).size > 0, "write 101=lan@acme.vn, 102=minh@acme.vn"),
});
type CallSettings = z.infer<typeof callSettings>;

const fields: readonly ConnectionField[] = [
  {
    name: "agents",
    label: { vi: "Máy lẻ của ai", en: "Whose extension is which" },
    hint: {
      vi: "Máy lẻ=email hoặc tên đăng nhập, cách nhau bằng dấu phẩy: 101=lan@acme.vn, 102=minh. Để trống nếu tổng đài gửi sẵn email.",
      en: "Extension=e-mail or sign-in name, with commas between: 101=lan@acme.vn, 102=minh. Leave empty where the switchboard sends e-mail addresses.",
    },
    input: "line",
    isRequired: false,
  },
  {
    name: "secret",
    label: { vi: "Khoá ký", en: "Signing key" },
    hint: { vi: `Ít nhất ${SECRET_CHARS_MIN} ký tự.`, en: `At least ${SECRET_CHARS_MIN} characters.` },
    input: "secret",
    isRequired: true,
    charsMin: SECRET_CHARS_MIN,
  },
];

const steps = {
  "secret-set": { vi: "Khoá ký đã đặt", en: "The signing key is set" },
  address: { vi: "Địa chỉ khai báo ở tổng đài", en: "Address to enter at the switchboard" },
  ping: { vi: "Tự gửi một tin ký thử qua địa chỉ công khai", en: "Send ourselves a signed test by the public address" },
  "last-event": { vi: "Sự kiện gần nhất từ tổng đài", en: "Last event from the switchboard" },
} as const;

const common = {
  medium: "call",
  direction: "in",
  channelTypes: ["phone"],
  settings: callSettings,
  secretNames: ["secret"],
  fields,
  hooks: [{ path: "calls", label: { vi: "Sự kiện cuộc gọi", en: "Call events" } }],
  steps,
} as const satisfies Partial<ConnectionKind<CallSettings>>;

/** Calls told by any switchboard, as plain JSON under a signature. */
export const callWebhookKind: ConnectionKind<CallSettings> = {
  ...common,
  kind: "call-webhook",
  name: { vi: "Tổng đài, webhook JSON", en: "Switchboard, JSON webhook" },
  about: {
    vi: "Tổng đài gửi từng sự kiện của cuộc gọi bằng POST JSON: callId, event (ringing, answered, ended, missed), from, to, agent, startedAt, answeredAt, endedAt, recordingUrl. Tiêu đề hoiam-timestamp là số giây từ 1970; hoiam-signature là sha256= và HMAC-SHA256 của «timestamp.nội dung».",
    en: "The switchboard posts each event of a call as JSON: callId, event (ringing, answered, ended, missed), from, to, agent, startedAt, answeredAt, endedAt, recordingUrl. The header hoiam-timestamp holds the seconds since 1970; hoiam-signature is sha256= and the HMAC-SHA256 of “timestamp.body”.",
  },
  test: (tried, signal) =>
    testHook(tried, signal, (secret, body) => {
      const seconds = String(Math.floor(Date.now() / 1000));
      return { "hoiam-timestamp": seconds, "hoiam-signature": signatureOf(secret, seconds, body) };
    }),
};

/** Calls told by Stringee. */
export const stringeeKind: ConnectionKind<CallSettings> = {
  ...common,
  kind: "stringee",
  name: { vi: "Stringee", en: "Stringee" },
  about: {
    vi: "Stringee gửi sự kiện cuộc gọi đến Event URL của dự án, ký bằng Signing secret key của dự án (X-STRINGEE-SIGNATURE). Không cần Answer URL.",
    en: "Stringee posts call events to the project's Event URL, signed with the project's signing secret key (X-STRINGEE-SIGNATURE). No answer URL is needed.",
  },
  test: (tried, signal) =>
    testHook(tried, signal, (secret, body) => ({ "x-stringee-signature": stringeeSignature(secret, body) })),
};

type Tried = Parameters<ConnectionKind<CallSettings>["test"]>[0];

/** Whether the secret is set and the public address takes what is signed with it; when the switchboard was last heard. */
async function testHook(
  { secrets, called }: Tried,
  signal: AbortSignal,
  sign: (secret: string, body: string) => Record<string, string>,
): Promise<TestStep[]> {
  const secret = secrets["secret"] ?? "";
  const isSet = step("secret-set", secret.length >= SECRET_CHARS_MIN);
  if (!isSet.ok || !called) return [isSet];
  const address = `${called.address}/calls`;
  const shown = step("address", true, address);
  const ping = await pinged(address, { sign: (body) => sign(secret, body), secrets, signal });
  if (!ping.ok) return [isSet, shown, ping];
  return [isSet, shown, ping, step("last-event", true, called.receivedAt)];
}

async function pinged(
  address: string,
  {
    sign,
    secrets,
    signal,
  }: { sign: (body: string) => Record<string, string>; secrets: Tried["secrets"]; signal: AbortSignal },
): Promise<TestStep> {
  const body = JSON.stringify({ event: "ping" });
  try {
    const headers = { "content-type": "application/json", ...sign(body) };
    const answer = await fetch(address, { method: "POST", body, headers, signal, redirect: "error" });
    return step("ping", answer.status === 204, `HTTP ${answer.status}`, secrets);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return step("ping", false, cause, secrets);
  }
}
