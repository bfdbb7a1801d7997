import { ImapFlow } from "imapflow";
import { z } from "zod";

const thisMachine = new Set(["localhost", "127.0.0.1", "::1"]);

/** A mailbox that is read over IMAP. */
export const imapSettings = z
  .strictObject({
    host: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9.:-]{1,253}$/, "a name or an address of a machine"),
    port: z.coerce.number().int().min(1).max(65535).default(993),
    security: z.enum(["tls", "starttls", "none"]).default("tls"),
    user: z.string().trim().min(1).max(320),
    mailbox: z.string().trim().min(1).max(500).default("INBOX"),
    /** What is done on the server with what was taken in. */
    afterwards: z.enum(["mark-read", "move", "leave"]).default("mark-read"),
    moveTo: z.string().trim().max(500).default(""),
    /** False: what is new in it waits for a person, and only answers are taken in by themselves. */
    beginsComplaints: z.boolean().default(true),
  })
  .refine(({ afterwards, moveTo }) => afterwards !== "move" || moveTo !== "", {
    error: "name the folder",
    path: ["moveTo"],
  })
  .refine(({ security, host }) => security !== "none" || thisMachine.has(host), {
    error: "a password leaves this machine only under TLS",
    path: ["security"],
  });
export type ImapSettings = z.infer<typeof imapSettings>;

const CONNECT_MS_MAX = 20_000;
const SILENCE_MS_MAX = 3 * 60_000;
/** Of one answer: a mail and what is around it. */
const ANSWER_BYTES_MAX = 80 * 1024 * 1024;

/** Not yet connected. Its failures are those of its commands: the event `error` is heard by nobody else. */
export function imapClient(settings: ImapSettings, password: string, isShort = false): ImapFlow {
  const { host, port, security, user } = settings;
  const client = new ImapFlow({
    host,
    port,
    secure: security === "tls",
    doSTARTTLS: security === "starttls",
    auth: { user, pass: password },
    logger: false,
    clientInfo: { name: "Hoi Am" },
    disableAutoIdle: true,
    // Twice an hour is what RFC 2177 asks for; what listens in between often forgets sooner.
    maxIdleTime: 5 * 60_000,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: isShort ? CONNECT_MS_MAX : SILENCE_MS_MAX,
    maxLineLength: 1024 * 1024,
    maxLiteralSize: ANSWER_BYTES_MAX,
    maxResponseSize: 2 * ANSWER_BYTES_MAX,
  });
  client.on("error", () => undefined);
  return client;
}

/** Which step of connecting failed, as the test of a connection names it. */
export function imapFailure(error: unknown): "resolve-host" | "connect" | "tls" | "sign-in" | "lost" {
  const { code, authenticationFailed, name } = (error ?? {}) as {
    code?: unknown;
    authenticationFailed?: unknown;
    name?: unknown;
  };
  if (authenticationFailed === true || name === "AuthenticationFailure") return "sign-in";
  const text = typeof code === "string" ? code : "";
  if (text === "ENOTFOUND" || text === "EAI_AGAIN") return "resolve-host";
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_|EPROTO)/.test(text)) return "tls";
  if (/^(?:ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|GREETING_TIMEOUT)/.test(text)) return "connect";
  return "lost";
}

/** The other side's own words where it said any. */
export function imapWords(error: unknown): string {
  const { responseText, message } = (error ?? {}) as { responseText?: unknown; message?: unknown };
  if (typeof responseText === "string" && responseText !== "") return responseText;
  return typeof message === "string" ? message : String(error);
}
