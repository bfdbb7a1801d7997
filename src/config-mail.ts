import { z } from "zod";
import { byOrganisation } from "./config-by-organisation.ts";

/** How mail leaves; read from `HOIAM_MAIL_…`. Without a server no mail leaves. */
export interface MailConfig {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** Otherwise: whether STARTTLS must follow. */
  tls: "required" | "if-offered" | "off";
  signIn: { user: string; password: string } | undefined;
  /** Address by organisation; `*` for all others. */
  from: Record<string, string>;
  replyTo: Record<string, string>;
  /** Mail to an address of `replyTo` with a word after a plus sign arrives there, too. */
  replyPlus: boolean;
  /** `keyFile`: absolute path of a private key, PEM. */
  dkim: { domain: string; selector: string; keyFile: string } | undefined;
  /** Mail leaves also where the people and complaints of the demonstration are. */
  demo: boolean;
}

const address = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const addresses = z
  .string()
  .transform(byOrganisation)
  .refine((found) => Object.values(found).every((each) => address.test(each)), {
    error: "must be an address for all, or one for each organisation: vntt=khieunai@example.vn, dcnet=cskh@example.net",
  })
  .optional();

/** Its part of the environment; every value a string that is not empty, or not there. */
export const mailEnvironment = {
  HOIAM_MAIL_SERVER: z
    .url({ protocol: /^smtps?$/, error: "must read smtp://mail.example.vn:587 or smtps://mail.example.vn:465" })
    .refine((text) => isServer(text), "must name a server and a port only: the user goes into HOIAM_MAIL_USER")
    .optional(),
  HOIAM_MAIL_TLS: z.enum(["required", "if-offered", "off"], "must be required, if-offered or off").optional(),
  HOIAM_MAIL_USER: z.string().optional(),
  HOIAM_MAIL_PASSWORD: z.string().optional(),
  HOIAM_MAIL_FROM: addresses,
  HOIAM_MAIL_REPLY_TO: addresses,
  HOIAM_MAIL_REPLY_PLUS: z.enum(["on", "off"], "must be on or off").optional(),
  HOIAM_MAIL_DKIM: z
    .string()
    .regex(
      /^[a-z0-9-]+\._domainkey\.[a-z0-9-]+(\.[a-z0-9-]+)+$/,
      "must be the name of its record: 2026._domainkey.example.vn",
    )
    .optional(),
  HOIAM_MAIL_DKIM_KEY: z.string().optional(),
  HOIAM_MAIL_DEMO: z.enum(["on", "off"], "must be on or off").optional(),
};

type Values = z.infer<z.ZodObject<typeof mailEnvironment>>;

/** What does not go together, one line each. `set`: the environment as it was written. */
export function mailProblems(set: Record<string, string | undefined>): string[] {
  const has = (name: string) => set[name] !== undefined;
  const others = Object.keys(mailEnvironment).filter((name) => name !== "HOIAM_MAIL_SERVER" && has(name));
  const server = set["HOIAM_MAIL_SERVER"];
  if (server === undefined) return others.map((name) => `${name} needs HOIAM_MAIL_SERVER beside it`);
  const isOpen = !server.startsWith("smtps:") && ["if-offered", "off"].includes(set["HOIAM_MAIL_TLS"] ?? "required");
  return [
    ...(has("HOIAM_MAIL_FROM") ? [] : ["HOIAM_MAIL_FROM is needed for a mail server too"]),
    ...(set["HOIAM_MAIL_REPLY_PLUS"] === "on" && !has("HOIAM_MAIL_REPLY_TO")
      ? ["HOIAM_MAIL_REPLY_TO is needed for HOIAM_MAIL_REPLY_PLUS"]
      : []),
    ...(has("HOIAM_MAIL_USER") === has("HOIAM_MAIL_PASSWORD")
      ? []
      : ["HOIAM_MAIL_USER and HOIAM_MAIL_PASSWORD go together"]),
    ...(has("HOIAM_MAIL_DKIM") === has("HOIAM_MAIL_DKIM_KEY")
      ? []
      : ["HOIAM_MAIL_DKIM and HOIAM_MAIL_DKIM_KEY go together"]),
    // A password in clear may only go as far as this machine.
    ...(isOpen && has("HOIAM_MAIL_PASSWORD") && !isThisMachine(server)
      ? ["HOIAM_MAIL_PASSWORD may not leave this machine without TLS: leave HOIAM_MAIL_TLS at required"]
      : []),
  ];
}

/** @param absolute makes the path of a file absolute */
export function mailConfigOf(values: Values, absolute: (path: string) => string): MailConfig | undefined {
  const server = URL.parse(values.HOIAM_MAIL_SERVER ?? "");
  if (!server) return undefined;
  const secure = server.protocol === "smtps:";
  const { HOIAM_MAIL_USER: user, HOIAM_MAIL_PASSWORD: password } = values;
  const { HOIAM_MAIL_DKIM: record, HOIAM_MAIL_DKIM_KEY: keyFile } = values;
  const [selector = "", domain = ""] = (record ?? "").split("._domainkey.");
  return {
    host: server.hostname.replace(/^\[|\]$/g, ""),
    port: server.port === "" ? (secure ? 465 : 587) : Number(server.port),
    secure,
    tls: values.HOIAM_MAIL_TLS ?? "required",
    signIn: user === undefined || password === undefined ? undefined : { user, password },
    from: values.HOIAM_MAIL_FROM ?? {},
    replyTo: values.HOIAM_MAIL_REPLY_TO ?? {},
    replyPlus: values.HOIAM_MAIL_REPLY_PLUS === "on",
    dkim: keyFile === undefined ? undefined : { selector, domain, keyFile: absolute(keyFile) },
    demo: values.HOIAM_MAIL_DEMO === "on",
  };
}

function isServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.hostname !== "" && url.username === "" && url.pathname.length <= 1 && url.search === "";
}

function isThisMachine(server: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(URL.parse(server)?.hostname ?? "");
}
