import { z } from "zod";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { WaitingMessage } from "../../store/outbox-sending.ts";
import type { Secrets } from "../../store/secret-box.ts";
import { askGateway, jsonIn, notAnswered, type Answered } from "../send-out/ask-gateway.ts";
import type { Gateway, Given, RenewSecrets } from "../send-out/gateway.ts";

export const zaloSettings = z.strictObject({
  appId: z.string().regex(/^\d{1,30}$/),
  oaId: z.string().regex(/^\d{1,30}$/),
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .default("https://openapi.zalo.me"),
  oauthUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .default("https://oauth.zaloapp.com"),
  beginsComplaints: z.boolean().default(true),
});
export type ZaloSettings = z.infer<typeof zaloSettings>;

const TEXT_CHARS_MAX = 2000;

/**
 * Hands messages to a Zalo Official Account as consultation messages (OA OpenAPI v3.0, `oa/message/cs`): to whoever wrote to it within seven
 * days. It knows no repeats: what may have left is not given again.
 */
export function zaloGateway(settings: ZaloSettings, secrets: Secrets, renewSecrets: RenewSecrets): Gateway {
  return {
    carrier: "chat",
    knowsRepeats: false,
    partsMax: 1,
    inForm: (text) => ({ text: text.slice(0, 2 * TEXT_CHARS_MAX), parts: Math.ceil(text.length / TEXT_CHARS_MAX) }),
    addressOf: (connection, message) => zaloUserOf(connection, message),
    give: async ({ to, text }, signal) => {
      const body = JSON.stringify({ recipient: { user_id: to }, message: { text } });
      const send = (accessToken: string) =>
        askZalo(settings, { accessToken, path: "/v3.0/oa/message/cs", body }, signal);
      const held = secrets["accessToken"];
      const first = held === undefined ? undefined : await send(held);
      if (first && !isTokenOver(first)) return given(first);
      const renewed = await renewedToken(settings, { stale: held, renewSecrets }, signal);
      if ("refused" in renewed) return { outcome: "later", reason: renewed.refused };
      return given(await send(renewed.accessToken));
    },
  };
}

/** Whoever wrote by Zalo, as the account knows them. Of several the one who wrote last. */
export async function zaloUserOf(
  connection: Connection,
  { organisation, complaintId }: Pick<WaitingMessage, "organisation" | "complaintId">,
): Promise<string | undefined> {
  const { rows } = await connection.query<{ userId: string | null }>({
    name: "zalo_user_of",
    text: `select sender ->> 'userId' as "userId" from arrival
           where organisation = $1 and complaint_id = $2 and medium = 'chat' order by received_at desc limit 1`,
    values: [organisation, complaintId],
  });
  return rows[0]?.userId ?? undefined;
}

export function askZalo(
  { apiUrl }: Pick<ZaloSettings, "apiUrl">,
  { accessToken, path, body }: { accessToken: string; path: string; body?: string },
  signal?: AbortSignal,
): Promise<Answered> {
  const headers = { access_token: accessToken, "content-type": "application/json" };
  return askGateway(
    `${apiUrl.replace(/\/+$/, "")}${path}`,
    { method: body === undefined ? "GET" : "POST", headers, ...(body === undefined ? {} : { body }) },
    signal,
  );
}

/** -216: invalid or over; -124 says the same of older ones. */
const TOKEN_OVER: ReadonlySet<unknown> = new Set([-216, -124]);

export function isTokenOver(answered: Answered): boolean {
  return answered.is === "answer" && TOKEN_OVER.has(jsonIn(answered.body)?.["error"]);
}

/**
 * A new access token for the refresh token, which serves once: both are kept before anybody uses them. Where another has renewed it meanwhile,
 * that one's.
 */
async function renewedToken(
  { oauthUrl, appId }: ZaloSettings,
  { stale, renewSecrets }: { stale: string | undefined; renewSecrets: RenewSecrets },
  signal: AbortSignal | undefined,
): Promise<{ accessToken: string } | { refused: string }> {
  let refused = "zalo no-token";
  const now = await renewSecrets(async (secrets) => {
    const { refreshToken = "", appSecret = "", accessToken } = secrets;
    if (accessToken !== undefined && accessToken !== stale) return undefined;
    const answered = await askGateway(
      `${oauthUrl.replace(/\/+$/, "")}/v4/oa/access_token`,
      {
        method: "POST",
        headers: { secret_key: appSecret, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({
          refresh_token: refreshToken,
          app_id: appId,
          grant_type: "refresh_token",
        }).toString(),
      },
      signal,
    );
    const told = answered.is === "answer" ? jsonIn(answered.body) : undefined;
    const [fresh, next] = [told?.["access_token"], told?.["refresh_token"]];
    if (typeof fresh === "string" && typeof next === "string" && fresh !== "" && next !== "")
      return { ...secrets, accessToken: fresh, refreshToken: next };
    refused = answered.is === "answer" ? `zalo token ${codeIn(told)}` : `zalo token ${answered.reason}`;
    return undefined;
  });
  const { accessToken } = now;
  return accessToken !== undefined && accessToken !== stale ? { accessToken } : { refused };
}

/** About this reader: no such user, has not written for seven days, or takes nothing of this account. */
const OF_READER: ReadonlySet<unknown> = new Set([-201, -213, -217, -227, -230, -244]);
/** About the account, or too much at once: somebody, or time, mends it. */
const OF_ACCOUNT: ReadonlySet<unknown> = new Set([-32, -204, -205, -209, -211, -216, -124, -221, -224, -240]);

function given(answered: Answered): Given {
  if (answered.is !== "answer") return notAnswered(answered);
  const told = jsonIn(answered.body);
  const error = told?.["error"];
  if (error === 0) {
    const { data } = told ?? {};
    const messageId = typeof data === "object" && data !== null && "message_id" in data ? data.message_id : undefined;
    const reference = typeof messageId === "string" && messageId.length <= 200 ? messageId : undefined;
    return { outcome: "sent", reason: null, ...(reference === undefined ? {} : { reference }) };
  }
  if (typeof error !== "number") return { outcome: "unknown", reason: `http ${answered.status}` };
  const reason = `zalo ${codeIn(told)}`;
  if (OF_READER.has(error)) return { outcome: "refused", reason };
  return { outcome: OF_ACCOUNT.has(error) ? "later" : "failed", reason };
}

function codeIn(told: Record<string, unknown> | undefined): string {
  const error = told?.["error"];
  return typeof error === "number" && Number.isInteger(error) ? String(error) : "without-code";
}
