import type { z } from "zod";
import type { ChannelType } from "../procedure/pure/vocabulary.ts";

/** In both languages, for screens. */
export type Told = { vi: string; en: string };

/** One step of a test, in the order in which they were tried; after one that is not ok there is none. */
export type TestStep = {
  /** A code with its words in `commonSteps` or in the kind's own `steps`. */
  what: string;
  ok: boolean;
  /** The other side's own words, or what the program saw, at most 500 characters; never a secret. */
  detail: string | null;
};

/** A field of the form in which a connection is set up. `name` is one of the settings, or a secret. */
export type ConnectionField = {
  name: string;
  label: Told;
  hint?: Told;
  /** `secret`: written and never shown again. */
  input: "line" | "number" | "flag" | "choice" | "secret";
  choices?: readonly { value: string; label: Told }[];
  /** Where the form begins with something. */
  initial?: string | number | boolean;
  isRequired: boolean;
  /** Of a secret that opens an address of this program: a shorter one could be guessed. */
  charsMin?: number;
  /** It says where secrets are sent (host, port, address, TLS): where it changes, they must be typed anew. */
  leadsSecrets?: true;
};

/** An address of this program that the other side is told to call: `path` follows `/hooks/v1/{organisation}/{connectionId}/`. */
export type HookAddress = { path: string; label: Told };

/** One way of connecting a channel of the pack with the world outside. Each folder of `channels/` brings its own as `kind.ts`. */
export type ConnectionKind<Settings = unknown> = {
  /** Kept with each connection: never renamed. */
  kind: string;
  medium: "mail" | "sms" | "chat" | "call";
  direction: "in" | "out" | "both";
  /** Types of the pack's channels that it can serve. */
  channelTypes: readonly ChannelType[];
  name: Told;
  /** One or two sentences: what it does, and what the other side needs. */
  about: Told;
  /** Without secrets. What does not parse is refused under the name of its field. */
  settings: z.ZodType<Settings>;
  secretNames: readonly string[];
  fields: readonly ConnectionField[];
  hooks: readonly HookAddress[];
  /** Words of its own codes of steps. */
  steps?: Readonly<Record<string, Told>>;
  /**
   * Tries the connection as far as can be done without changing anything on the other side. Gives each step as it ended, and does not throw
   * for what the other side does. Redirects are never followed.
   */
  test(
    tried: {
      settings: Settings;
      secrets: Readonly<Record<string, string>>;
      organisation: string;
      /** Where the other side calls this connection, and when it last did; absent before it is kept. */
      called?: { address: string; receivedAt: string | null } | undefined;
    },
    signal: AbortSignal,
  ): Promise<TestStep[]>;
};

/** Steps that several kinds share. */
export const commonSteps: Readonly<Record<string, Told>> = {
  settings: { vi: "Đọc cấu hình", en: "Read the settings" },
  "resolve-host": { vi: "Tìm địa chỉ máy chủ", en: "Find the server's address" },
  connect: { vi: "Kết nối tới máy chủ", en: "Connect to the server" },
  tls: { vi: "Bật mã hoá TLS", en: "Turn on TLS" },
  "sign-in": { vi: "Đăng nhập", en: "Sign in" },
  "open-mailbox": { vi: "Mở hộp thư", en: "Open the mailbox" },
  listen: { vi: "Chờ nhận ở cổng", en: "Listen on the port" },
  request: { vi: "Gửi yêu cầu thử", en: "Send a test request" },
  send: { vi: "Gửi tin thử", en: "Send a test message" },
  time: { vi: "Chờ quá 30 giây", en: "Waited for more than 30 seconds" },
};

/** What one connection's test or message may take. */
export const STEP_MS_MAX = 15_000;

const DETAIL_CHARS_MAX = 500;

/** A step that ended; `detail` is cut, and what is no text in it taken out. @param secrets are blotted out wherever they stand in it */
export function step(
  what: string,
  ok: boolean,
  detail: string | null = null,
  secrets: Readonly<Record<string, string>> = {},
): TestStep {
  if (detail === null) return { what, ok, detail };
  const blotted = Object.values(secrets)
    .filter((secret) => secret.length >= 4)
    .reduce((text, secret) => text.replaceAll(secret, "***"), detail.slice(0, 20 * DETAIL_CHARS_MAX));
  const line = blotted.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return { what, ok, detail: line.slice(0, DETAIL_CHARS_MAX) || null };
}
