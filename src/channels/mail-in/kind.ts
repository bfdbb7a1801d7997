import { lookup } from "node:dns/promises";
import { connect } from "node:net";
import { step, STEP_MS_MAX, type ConnectionKind, type TestStep } from "../connection-kind.ts";
import { imapClient, imapFailure, imapSettings, imapWords, type ImapSettings } from "./imap-settings.ts";
import { receiverAddress, smtpInSettings } from "./smtp-in.ts";

const beginsComplaints = {
  name: "beginsComplaints",
  label: { vi: "Thư mới thành khiếu nại mới", en: "New mail becomes a new complaint" },
  hint: {
    vi: "Nếu tắt, thư mới chờ ở khay; thư trả lời vẫn vào đúng hồ sơ.",
    en: "When off, new mail waits in the tray; answers still reach their complaint.",
  },
  input: "flag",
  initial: true,
  isRequired: false,
} as const;

export const imapKind: ConnectionKind<ImapSettings> = {
  kind: "imap",
  medium: "mail",
  direction: "in",
  channelTypes: ["email", "ticket", "web-form"],
  name: { vi: "Hộp thư (IMAP)", en: "Mailbox (IMAP)" },
  about: {
    vi: "Đọc một hộp thư trên máy chủ thư: thư mới thành khiếu nại, thư trả lời vào hồ sơ. Hộp thư cần mật khẩu cho IMAP.",
    en: "Reads a mailbox on a mail server: new mail becomes a complaint, an answer joins its file. The mailbox needs a password for IMAP.",
  },
  settings: imapSettings,
  secretNames: ["password"],
  fields: [
    { name: "host", label: { vi: "Máy chủ", en: "Server" }, input: "line", isRequired: true, leadsSecrets: true },
    {
      name: "port",
      label: { vi: "Cổng", en: "Port" },
      input: "number",
      initial: 993,
      isRequired: true,
      leadsSecrets: true,
    },
    {
      name: "security",
      label: { vi: "Mã hoá", en: "Encryption" },
      input: "choice",
      choices: [
        { value: "tls", label: { vi: "TLS từ đầu", en: "TLS from the start" } },
        { value: "starttls", label: { vi: "STARTTLS", en: "STARTTLS" } },
        { value: "none", label: { vi: "Không, cùng máy này", en: "None, on this machine" } },
      ],
      hint: {
        vi: "Không mã hoá chỉ được với máy chủ trên chính máy này, như 127.0.0.1.",
        en: "None is possible with a server on this very machine only, such as 127.0.0.1.",
      },
      initial: "tls",
      leadsSecrets: true,
      isRequired: true,
    },
    { name: "user", label: { vi: "Tên đăng nhập", en: "User name" }, input: "line", isRequired: true },
    { name: "password", label: { vi: "Mật khẩu", en: "Password" }, input: "secret", isRequired: true },
    { name: "mailbox", label: { vi: "Thư mục", en: "Folder" }, input: "line", initial: "INBOX", isRequired: true },
    {
      name: "afterwards",
      label: { vi: "Sau khi nhận", en: "Afterwards" },
      input: "choice",
      choices: [
        { value: "mark-read", label: { vi: "Đánh dấu đã đọc", en: "Mark as read" } },
        { value: "move", label: { vi: "Chuyển sang thư mục khác", en: "Move to another folder" } },
        { value: "leave", label: { vi: "Để nguyên", en: "Leave as it is" } },
      ],
      initial: "mark-read",
      isRequired: true,
    },
    { name: "moveTo", label: { vi: "Chuyển sang thư mục", en: "Move to folder" }, input: "line", isRequired: false },
    beginsComplaints,
  ],
  hooks: [],
  test: ({ settings, secrets }, signal) => testImap(settings, secrets, signal),
};

export const smtpInKind: ConnectionKind<(typeof smtpInSettings)["_output"]> = {
  kind: "smtp-in",
  medium: "mail",
  direction: "in",
  channelTypes: ["email", "ticket", "web-form"],
  name: { vi: "Nhận thư trực tiếp (SMTP, LMTP)", en: "Direct delivery (SMTP, LMTP)" },
  about: {
    vi: "Máy chủ thư của đơn vị chuyển thẳng thư của các địa chỉ này cho chương trình, ở nơi ghi trong HOIAM_MAIL_IN.",
    en: "The provider's mail server hands mail for these addresses over to the program, where HOIAM_MAIL_IN says.",
  },
  settings: smtpInSettings,
  secretNames: [],
  fields: [
    {
      name: "addresses",
      label: { vi: "Địa chỉ nhận", en: "Addresses" },
      hint: { vi: "Cách nhau bằng dấu phẩy", en: "With commas between them" },
      input: "line",
      isRequired: true,
    },
    beginsComplaints,
  ],
  hooks: [],
  test: (_tried, signal) => testReceiver(signal),
};

async function testImap(
  settings: ImapSettings,
  secrets: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<TestStep[]> {
  const { host, port, security, mailbox } = settings;
  const found = await lookup(host, { all: true }).catch((error: unknown) => error);
  if (!Array.isArray(found)) return [step("resolve-host", false, imapWords(found))];
  const steps = [step("resolve-host", true, found.map(({ address }: { address: string }) => address).join(", "))];
  const client = imapClient(settings, secrets["password"] ?? "", true);
  const cutOff = () => client.close();
  signal.addEventListener("abort", cutOff, { once: true });
  try {
    const failed = await client.connect().then(
      () => undefined,
      (error: unknown) => ({ what: imapFailure(error), words: imapWords(error) }),
    );
    const hasTls = client.tls !== undefined && client.tls !== false && security !== "none";
    const what = failed?.what === "lost" || failed?.what === "resolve-host" ? "connect" : failed?.what;
    if (failed && what === "connect") return [...steps, step("connect", false, failed.words, secrets)];
    steps.push(step("connect", true, `${host}:${port}`));
    if (failed && what === "tls") return [...steps, step("tls", false, failed.words, secrets)];
    if (hasTls || security === "tls") steps.push(step("tls", true));
    steps.push(step("sign-in", failed === undefined, failed?.words ?? null, secrets));
    if (failed) return steps;
    const opened = await client.mailboxOpen(mailbox, { readOnly: true }).then(
      ({ exists }) => step("open-mailbox", true, `${mailbox}: ${exists}`),
      (error: unknown) => step("open-mailbox", false, imapWords(error), secrets),
    );
    return [...steps, opened];
  } finally {
    signal.removeEventListener("abort", cutOff);
    client.close();
  }
}

async function testReceiver(signal: AbortSignal): Promise<TestStep[]> {
  const receiver = receiverAddress();
  if (!receiver) return [step("listen", false, "HOIAM_MAIL_IN")];
  const { port } = receiver;
  const host = receiver.host === "0.0.0.0" || receiver.host === "::" ? "127.0.0.1" : receiver.host;
  const socket = connect({ host, port });
  try {
    const greeting = await new Promise<string>((resolve, reject) => {
      socket.setTimeout(STEP_MS_MAX, () => reject(new Error("no greeting")));
      signal.addEventListener("abort", () => reject(new Error("given up")), { once: true });
      socket.once("error", reject);
      socket.once("data", (data) => resolve(data.toString("latin1")));
    });
    return [step("listen", greeting.startsWith("220"), greeting)];
  } catch (error) {
    return [step("listen", false, imapWords(error))];
  } finally {
    socket.destroy();
  }
}
