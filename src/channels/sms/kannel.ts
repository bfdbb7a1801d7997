import { z } from "zod";
import { askGateway, notAnswered, type Answered } from "../send-out/ask-gateway.ts";
import type { Gateway, Given } from "../send-out/gateway.ts";
import { mobileNumber, withPrefix } from "./mobile-number.ts";
import { smsForms, smsText } from "./sms-text.ts";

/** An SMS is read on a telephone: what is longer is read on the customer's page. */
const partsMax = z.int().min(1).max(10).default(4);

export const kannelSettings = z.strictObject({
  /** Of its smsbox, as `sendsms-port` has it: `http://127.0.0.1:13013`. */
  url: z.url({ protocol: /^https?$/ }).max(300),
  user: z.string().min(1).max(60),
  sender: z.string().max(20).default(""),
  /** The connection to the network, where Kannel has several. */
  smsc: z.string().max(60).default(""),
  prefix: z.enum(["+84", "84", "0"]).default("+84"),
  form: z.enum(smsForms).default("plain"),
  partsMax,
  beginsComplaints: z.boolean().default(false),
  acknowledgesCalls: z.boolean().default(false),
  /** Where Kannel reaches this program; empty: at its public address. */
  callbackUrl: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(300)]).default(""),
});
export type KannelSettings = z.infer<typeof kannelSettings>;

/** 1 on the telephone, 2 not, 8 taken by the network, 16 refused by it. Kannel user's guide, "Delivery Reports". */
const REPORTS = 1 + 2 + 8 + 16;

/** Hands SMS to Kannel's smsbox. It knows no repeats: what may have left is not given again. */
export function kannelGateway(settings: KannelSettings, password: string): Gateway {
  return {
    carrier: "sms",
    knowsRepeats: false,
    partsMax: settings.partsMax,
    inForm: (text) => smsText(text, settings.form),
    addressOf: (_connection, _message, { file }) => Promise.resolve(mobileNumber(file.state.customer.phone)),
    give: async ({ to, text, reportUrl }, signal) => {
      const url = sendSms(settings, password, {
        to: withPrefix(to, settings.prefix),
        text,
        charset: "UTF-8",
        coding: settings.form === "unicode" ? "2" : "0",
        "dlr-mask": String(REPORTS),
        "dlr-url": `${reportUrl}?status=%d`,
      });
      return given(await askGateway(url, { method: "GET" }, signal));
    },
  };
}

/** The address by which smsbox is asked to send. */
export function sendSms(
  { url, user, sender, smsc }: KannelSettings,
  password: string,
  values: Record<string, string>,
): URL {
  const address = new URL(`${url.replace(/\/+$/, "")}/cgi-bin/sendsms`);
  const all = { username: user, password, from: sender, smsc, ...values };
  for (const [name, value] of Object.entries(all)) if (value !== "") address.searchParams.set(name, value);
  return address;
}

function given(answered: Answered): Given {
  if (answered.is !== "answer") return notAnswered(answered);
  const reason = `kannel ${answered.status}`;
  switch (answered.status) {
    case 202:
      return { outcome: "sent", reason: null };
    case 400:
      return { outcome: "failed", reason };
    // 403: a wrong user or password, which somebody may mend. 404: not its sendsms at all. 503: its network is away.
    case 403:
    case 404:
    case 503:
      return { outcome: "later", reason };
    default:
      return { outcome: "unknown", reason };
  }
}
