import { step, type ConnectionKind } from "../connection-kind.ts";
import { jsonIn, textIn } from "../send-out/ask-gateway.ts";
import { askZalo, isTokenOver, zaloSettings, type ZaloSettings } from "./zalo.ts";

export const zaloKind: ConnectionKind<ZaloSettings> = {
  kind: "zalo",
  medium: "chat",
  direction: "both",
  channelTypes: ["chat", "sms"],
  name: { vi: "Zalo Official Account", en: "Zalo Official Account" },
  about: {
    vi: "Nhận tin khách nhắn cho Zalo OA và trả lời bằng tin tư vấn, trong 7 ngày kể từ tin cuối của khách. Cần một ứng dụng Zalo đã được OA cấp quyền, và địa chỉ webhook dưới đây.",
    en: "Takes what customers write to a Zalo OA, and answers by consultation messages within seven days of their last one. It needs a Zalo app that the OA has authorised, and the webhook address below.",
  },
  settings: zaloSettings,
  secretNames: ["appSecret", "oaSecret", "refreshToken", "accessToken"],
  fields: [
    { name: "appId", label: { vi: "App ID", en: "App ID" }, input: "line", isRequired: true },
    { name: "oaId", label: { vi: "OA ID", en: "OA ID" }, input: "line", isRequired: true },
    {
      name: "appSecret",
      label: { vi: "Khoá bí mật của ứng dụng", en: "App secret key" },
      input: "secret",
      isRequired: true,
    },
    {
      name: "oaSecret",
      label: { vi: "OA Secret Key (ký webhook)", en: "OA Secret Key (signs the webhook)" },
      input: "secret",
      isRequired: true,
    },
    {
      name: "refreshToken",
      label: { vi: "Refresh token", en: "Refresh token" },
      hint: {
        vi: "Dùng một lần, có hạn 3 tháng; phần mềm tự đổi và cất token mới mỗi lần dùng.",
        en: "It serves once and lasts three months; the program keeps the new one each time.",
      },
      input: "secret",
      isRequired: true,
    },
    {
      name: "beginsComplaints",
      label: { vi: "Tin của người lạ thành khiếu nại mới", en: "A message of somebody unknown begins a complaint" },
      hint: { vi: "Tắt: tin chờ trong khay cho người xem.", en: "Otherwise it waits in the tray for a person." },
      input: "flag",
      initial: true,
      isRequired: false,
    },
    {
      name: "apiUrl",
      label: { vi: "Địa chỉ OpenAPI", en: "Address of the OpenAPI" },
      input: "line",
      initial: "https://openapi.zalo.me",
      isRequired: true,
      leadsSecrets: true,
    },
    {
      name: "oauthUrl",
      label: { vi: "Địa chỉ cấp token", en: "Address that gives tokens" },
      input: "line",
      initial: "https://oauth.zaloapp.com",
      isRequired: true,
      leadsSecrets: true,
    },
  ],
  hooks: [{ path: "events", label: { vi: "Webhook", en: "Webhook" } }],
  test: async ({ settings, secrets }, signal) => {
    const accessToken = secrets["accessToken"];
    // The refresh token serves once: a test must not use it up.
    if (accessToken === undefined)
      return [step("sign-in", false, "no access token yet: the first message fetches one by the refresh token")];
    const answered = await askZalo(settings, { accessToken, path: "/v2.0/oa/getoa" }, signal);
    if (answered.is !== "answer") return [step("connect", false, answered.reason, secrets)];
    const told = jsonIn(answered.body);
    const said = `${textIn(told, "error")} ${textIn(told, "message")}`;
    if (isTokenOver(answered))
      return [step("connect", true), step("sign-in", false, `${said}: the next message fetches a new token`, secrets)];
    return [step("connect", true), step("sign-in", told?.["error"] === 0, said, secrets)];
  },
};
