import { commonSteps, step, type ConnectionField, type ConnectionKind, type TestStep } from "../connection-kind.ts";
import { askGateway, jsonIn, textIn } from "../send-out/ask-gateway.ts";
import { askEsms, esmsSettings, keysIn, type EsmsSettings } from "./esms.ts";
import { kannelSettings, sendSms, type KannelSettings } from "./kannel.ts";

const form: ConnectionField = {
  name: "form",
  label: { vi: "Chữ trong tin", en: "Letters in a message" },
  hint: {
    vi: "Không dấu: 160 ký tự một tin. Có dấu: 70 ký tự một tin, và mạng phải cho phép.",
    en: "Without tone marks: 160 characters a part. With them: 70, where the network allows it.",
  },
  input: "choice",
  choices: [
    { value: "plain", label: { vi: "Không dấu", en: "Without tone marks" } },
    { value: "unicode", label: { vi: "Có dấu", en: "With tone marks" } },
  ],
  initial: "plain",
  isRequired: true,
};

const partsMax = (initial: number): ConnectionField => ({
  name: "partsMax",
  label: { vi: "Số tin ghép nhiều nhất", en: "Most parts of a message" },
  hint: {
    vi: "Dài hơn thì tin chỉ còn đường dẫn tới nội dung.",
    en: "A longer message carries only the link to what it says.",
  },
  input: "number",
  initial,
  isRequired: true,
});

const acknowledgesCalls: ConnectionField = {
  name: "acknowledgesCalls",
  label: { vi: "Nhắn xác nhận khi khiếu nại đến bằng điện thoại", en: "Acknowledge calls by SMS" },
  hint: {
    vi: "Chỉ với số di động, và chỉ khi khiếu nại được ghi ngay lúc gọi.",
    en: "To mobile numbers only, where the complaint is written down during the call.",
  },
  input: "flag",
  initial: false,
  isRequired: false,
};

const callbackUrl: ConnectionField = {
  name: "callbackUrl",
  label: { vi: "Địa chỉ để báo kết quả gửi", en: "Address for delivery reports" },
  hint: {
    vi: "Bỏ trống: địa chỉ công khai của phần mềm. Điền khi cổng SMS nằm trong mạng nội bộ.",
    en: "Empty: the public address of this program. Needed where the gateway stands in a network of its own.",
  },
  input: "line",
  isRequired: false,
};

export const kannelKind: ConnectionKind<KannelSettings> = {
  kind: "kannel",
  medium: "sms",
  direction: "both",
  channelTypes: ["sms", "chat", "phone"],
  name: { vi: "SMS qua Kannel", en: "SMS by Kannel" },
  about: {
    vi: "Gửi, nhận SMS và nhận báo kết quả qua smsbox của Kannel. Kannel cần nhóm sendsms-user cho người gửi, và nhóm sms-service với get-url là địa chỉ nhận tin dưới đây, max-messages = 0.",
    en: "Sends and takes SMS, and takes delivery reports, by Kannel's smsbox. Kannel needs a group sendsms-user for it, and a group sms-service whose get-url is the address for messages below, with max-messages = 0.",
  },
  settings: kannelSettings,
  secretNames: ["password", "hookKey"],
  fields: [
    {
      name: "url",
      label: { vi: "Địa chỉ smsbox", en: "Address of smsbox" },
      hint: { vi: "Ví dụ http://127.0.0.1:13013", en: "Such as http://127.0.0.1:13013" },
      input: "line",
      isRequired: true,
      leadsSecrets: true,
    },
    { name: "user", label: { vi: "Tên (sendsms-user)", en: "User (sendsms-user)" }, input: "line", isRequired: true },
    { name: "password", label: { vi: "Mật khẩu", en: "Password" }, input: "secret", isRequired: true },
    { name: "sender", label: { vi: "Đầu số hoặc tên gửi", en: "Sender" }, input: "line", isRequired: false },
    { name: "smsc", label: { vi: "Đường gửi (smsc-id)", en: "Route (smsc-id)" }, input: "line", isRequired: false },
    {
      name: "prefix",
      label: { vi: "Dạng số người nhận", en: "Form of the reader's number" },
      input: "choice",
      choices: [
        { value: "+84", label: { vi: "+84912345678", en: "+84912345678" } },
        { value: "84", label: { vi: "84912345678", en: "84912345678" } },
        { value: "0", label: { vi: "0912345678", en: "0912345678" } },
      ],
      initial: "+84",
      isRequired: true,
    },
    form,
    partsMax(4),
    {
      name: "hookKey",
      label: { vi: "Khoá của địa chỉ nhận tin", en: "Key of the address for messages" },
      hint: {
        vi: "Ít nhất 16 chữ và số ngẫu nhiên; đặt vào chỗ KEY trong địa chỉ nhận tin.",
        en: "At least 16 random letters and digits; they stand for KEY in the address for messages.",
      },
      input: "secret",
      isRequired: false,
      charsMin: 16,
    },
    {
      name: "beginsComplaints",
      label: { vi: "Tin từ số lạ thành khiếu nại mới", en: "A text from an unknown number begins a complaint" },
      hint: { vi: "Tắt: tin chờ trong khay cho người xem.", en: "Otherwise it waits in the tray for a person." },
      input: "flag",
      initial: false,
      isRequired: false,
    },
    acknowledgesCalls,
    callbackUrl,
  ],
  hooks: [
    {
      path: "messages?key=KEY&id=%I&from=%p&to=%P&charset=%C&coding=%c&text=%b",
      label: { vi: "Nhận tin (get-url)", en: "Messages (get-url)" },
    },
  ],
  steps: { ...commonSteps },
  test: async ({ settings, secrets }, signal) => {
    const password = secrets["password"] ?? "";
    // Without a reader nothing is sent; a wrong user or password is told first.
    const answered = await askGateway(sendSms(settings, password, { text: "x" }), { method: "GET" }, signal);
    if (answered.is !== "answer") return [step("connect", false, answered.reason, secrets)];
    const connected = step("connect", true);
    const said = `${answered.status} ${answered.body}`;
    if (answered.status === 403) return [connected, step("sign-in", false, said, secrets)];
    // "Missing receiver": it listened to us, and saw that there is nobody to send to.
    const isUnderstood = answered.status === 400 || (answered.status === 202 && !answered.body.startsWith("0"));
    if (!isUnderstood) return [connected, step("request", false, said, secrets)];
    return [connected, step("sign-in", true), step("request", true, said, secrets)];
  },
};

export const esmsKind: ConnectionKind<EsmsSettings> = {
  kind: "esms",
  medium: "sms",
  direction: "out",
  channelTypes: ["sms", "chat", "phone"],
  name: { vi: "SMS qua eSMS.vn", en: "SMS by eSMS.vn" },
  about: {
    vi: "Gửi SMS thương hiệu và nhận báo kết quả. Cần tài khoản eSMS.vn có brandname đã đăng ký.",
    en: "Sends SMS under a brand name, and takes delivery reports. It needs an account at eSMS.vn with a registered brand name.",
  },
  settings: esmsSettings,
  secretNames: ["apiKey", "secretKey"],
  fields: [
    { name: "apiKey", label: { vi: "ApiKey", en: "ApiKey" }, input: "secret", isRequired: true },
    { name: "secretKey", label: { vi: "SecretKey", en: "SecretKey" }, input: "secret", isRequired: true },
    { name: "brandname", label: { vi: "Brandname", en: "Brand name" }, input: "line", isRequired: true },
    {
      name: "smsType",
      label: { vi: "Loại tin", en: "Type of message" },
      input: "choice",
      choices: [
        { value: "2", label: { vi: "Chăm sóc khách hàng (2)", en: "Customer care (2)" } },
        { value: "8", label: { vi: "Đầu số cố định (8)", en: "Fixed number (8)" } },
      ],
      initial: "2",
      isRequired: true,
    },
    form,
    partsMax(3),
    {
      name: "sandbox",
      label: { vi: "Chạy thử (Sandbox)", en: "Sandbox" },
      hint: { vi: "Không tin nào đến máy khách.", en: "Nothing reaches a telephone." },
      input: "flag",
      initial: false,
      isRequired: false,
    },
    acknowledgesCalls,
    callbackUrl,
    {
      name: "url",
      label: { vi: "Địa chỉ dịch vụ", en: "Address of the service" },
      input: "line",
      initial: "https://rest.esms.vn",
      isRequired: true,
      leadsSecrets: true,
    },
  ],
  hooks: [],
  test: async ({ settings, secrets }, signal): Promise<TestStep[]> => {
    const keys = { apiKey: secrets["apiKey"] ?? "", secretKey: secrets["secretKey"] ?? "" };
    const answered = await askEsms(settings, "GetBalance_json", keysIn(keys), signal);
    if (answered.is !== "answer") return [step("connect", false, answered.reason, secrets)];
    const told = jsonIn(answered.body);
    const code = textIn(told, "CodeResponse") || textIn(told, "CodeResult");
    if (code === "")
      return [step("connect", true), step("request", false, `${answered.status} ${answered.body}`, secrets)];
    const isIn = code === "100";
    const said = isIn ? `Balance ${textIn(told, "Balance")}` : `${code} ${textIn(told, "ErrorMessage")}`;
    return [step("connect", true), step("sign-in", isIn, said, secrets)];
  },
};
