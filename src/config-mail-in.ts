import { z } from "zod";

/** Where the program's own receiver takes mail over from mail servers. */
export interface MailInConfig {
  protocol: "smtp" | "lmtp";
  host: string;
  port: number;
}

/** Its part of the environment. */
export const mailInEnvironment = {
  HOIAM_MAIL_IN: z
    .url({ protocol: /^(smtp|lmtp)$/, error: "must read lmtp://127.0.0.1:2424 or smtp://127.0.0.1:2525" })
    .transform((text) => placeIn(text))
    .refine((place) => place !== undefined, "must name an address of this machine and a port only")
    .optional(),
};

function placeIn(text: string): MailInConfig | undefined {
  const url = URL.parse(text);
  if (!url || url.hostname === "" || url.port === "" || url.username !== "" || url.pathname.length > 1)
    return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { protocol: url.protocol === "lmtp:" ? "lmtp" : "smtp", host, port: Number(url.port) };
}
