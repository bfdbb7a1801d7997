import { z } from "zod";
import { askGateway, jsonIn, notAnswered, type Answered } from "../send-out/ask-gateway.ts";
import type { Gateway, Given } from "../send-out/gateway.ts";
import { mobileNumber } from "./mobile-number.ts";
import { smsForms, smsText } from "./sms-text.ts";

export const esmsSettings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .default("https://rest.esms.vn"),
  brandname: z.string().min(1).max(20),
  /** 2: customer care, 8: a fixed number. */
  smsType: z.enum(["2", "8"]).default("2"),
  form: z.enum(smsForms).default("plain"),
  partsMax: z.int().min(1).max(10).default(3),
  /** Nothing reaches a telephone, and nothing is paid. */
  sandbox: z.boolean().default(false),
  acknowledgesCalls: z.boolean().default(false),
  callbackUrl: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(300)]).default(""),
});
export type EsmsSettings = z.infer<typeof esmsSettings>;
export type EsmsKeys = { apiKey: string; secretKey: string };

/** Hands SMS to eSMS (developers.esms.vn). It refuses a RequestId that it has had: what may have left is safely given again. */
export function esmsGateway(settings: EsmsSettings, keys: EsmsKeys): Gateway {
  const { brandname, smsType, form, sandbox } = settings;
  return {
    carrier: "sms",
    knowsRepeats: true,
    partsMax: settings.partsMax,
    inForm: (text) => smsText(text, form),
    addressOf: (_connection, _message, { file }) => Promise.resolve(mobileNumber(file.state.customer.phone)),
    give: async ({ to, text, reference, reportUrl }, signal) =>
      given(
        await askEsms(
          settings,
          "SendMultipleMessage_V4_post_json/",
          {
            ...keysIn(keys),
            Phone: to,
            Content: text,
            ...(smsType === "2" ? { Brandname: brandname } : {}),
            SmsType: smsType,
            IsUnicode: form === "unicode" ? "1" : "0",
            Sandbox: sandbox ? "1" : "0",
            RequestId: reference,
            CallbackUrl: reportUrl,
          },
          signal,
        ),
      ),
  };
}

export function askEsms(
  { url }: Pick<EsmsSettings, "url">,
  operation: string,
  body: Record<string, string>,
  signal?: AbortSignal,
): Promise<Answered> {
  return askGateway(
    `${url.replace(/\/+$/, "")}/MainService.svc/json/${operation}`,
    { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    signal,
  );
}

export function keysIn({ apiKey, secretKey }: EsmsKeys): { ApiKey: string; SecretKey: string } {
  return { ApiKey: apiKey, SecretKey: secretKey };
}

/** About this reader: blocked, no such number, a network that the brand name is not registered at. */
const OF_READER: ReadonlySet<string> = new Set(["99", "108", "177"]);
/** About the account: keys, balance, brand name, the address that we call from. Somebody may mend it. */
const OF_ACCOUNT: ReadonlySet<string> = new Set(["101", "102", "103", "104", "140"]);

function given(answered: Answered): Given {
  if (answered.is !== "answer") return notAnswered(answered);
  const told = jsonIn(answered.body);
  const code = told?.["CodeResult"];
  if (typeof code !== "string" && typeof code !== "number")
    return {
      outcome: answered.status >= 400 && answered.status < 500 ? "later" : "unknown",
      reason: `http ${answered.status}`,
    };
  const reason = `esms ${String(code).slice(0, 10)}`;
  // 124: it has had this RequestId, at an earlier try.
  if (String(code) === "100" || String(code) === "124") return { outcome: "sent", reason: null };
  if (OF_READER.has(String(code))) return { outcome: "refused", reason };
  return { outcome: OF_ACCOUNT.has(String(code)) ? "later" : "failed", reason };
}
