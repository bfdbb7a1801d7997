import { Headers } from "@zone-eu/mailsplit";
import { decoded } from "./charset.ts";
import { headerText } from "./header-words.ts";
import { addressesIn, allHeaders, firstHeader, messageIdIn, messageIdsIn, type HeaderLines } from "./headers.ts";
import { hasNullSender } from "./nature.ts";
import type { MailBounce } from "./read-mail.ts";
import type { MailPart, SplitMail } from "./split-parts.ts";

const REPORT_CHARS_MAX = 64 * 1024;
const WORDS_CHARS_MAX = 500;

/** What a server tells of a mail that did not arrive: a report (RFC 3464), or what the usual servers write instead. */
export function bounceIn(mail: SplitMail, text: string): MailBounce | null {
  const report = mail.parts.find(
    ({ type }) => type === "message/delivery-status" || type === "message/global-delivery-status",
  );
  const ofMessageId = returnedId(mail, text);
  if (report) return reported(report, { ofMessageId, text });
  if (mail.type === "multipart/report" && mail.parameters["report-type"] !== "delivery-status") return null;
  return isByServer(mail.headers) && saysNotDelivered(mail.headers, text)
    ? worded(mail.headers, text, ofMessageId)
    : null;
}

type Fields = Record<string, string>;

function reported(
  part: MailPart,
  { ofMessageId, text }: { ofMessageId: string | null; text: string },
): MailBounce | null {
  const groups = decoded(part.content.subarray(0, REPORT_CHARS_MAX), part.charset)
    .text.replaceAll("\r\n", "\n")
    .split(/\n[ \t]*\n/)
    .map(fieldsOf);
  const about = groups.find((fields) => "action" in fields || "final-recipient" in fields || "status" in fields);
  if (!about) return null;
  const action = about["action"]?.toLowerCase() ?? "failed";
  if (["delivered", "relayed", "expanded"].includes(action)) return null;
  const words = afterType(about["diagnostic-code"]) ?? wordsIn(text.slice(0, TEXT_READ_MAX)).words;
  const reported = statusIn(about["status"]) ?? statusIn(words);
  // Exim reports only whether for good.
  const status = reported?.endsWith(".0.0") ? (byCode(words ?? "") ?? reported) : reported;
  return {
    ofMessageId,
    recipient:
      addressAlone(afterType(about["original-recipient"])) ?? addressAlone(afterType(about["final-recipient"])),
    status,
    isPermanent: action !== "delayed" && !status?.startsWith("4"),
    serverWords: words?.slice(0, WORDS_CHARS_MAX) || null,
  };
}

function fieldsOf(group: string): Fields {
  const fields: Fields = {};
  for (const line of group.replaceAll(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !(name in fields))
      fields[name] = headerText(Buffer.from(line.slice(colon + 1), "utf8").toString("latin1")).text;
  }
  return fields;
}

/** `rfc822; hoa@khach.example` */
function afterType(value: string | undefined): string | null {
  if (value === undefined) return null;
  const semicolon = value.indexOf(";");
  return value.slice(semicolon + 1).trim() || null;
}

function addressAlone(text: string | null): string | null {
  return text === null ? null : (addressesIn([Buffer.from(text, "utf8").toString("latin1")])[0]?.address ?? null);
}

function statusIn(text: string | null | undefined): string | null {
  return /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text ?? "")?.[1] ?? null;
}

const SERVER_NAMES = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|microsoftexchange[0-9a-f]{1,40})@/;

function isByServer(lines: HeaderLines): boolean {
  const from = addressesIn(allHeaders(lines, "from").slice(0, 1))[0]?.address ?? "";
  return (
    hasNullSender(lines) ||
    SERVER_NAMES.test(`${from.split("@", 1)[0]}@`) ||
    firstHeader(lines, "x-failed-recipients") !== null
  );
}

const NOT_DELIVERED =
  /undeliver|delivery (?:status notification|has failed|failed|failure|incomplete)|mail delivery (?:failed|failure|system|subsystem)|failure notice|returned (?:mail|to sender)|could not be delivered|couldn't be delivered|permanent error|warning: message .{1,60} delayed|không (?:thể )?gửi được|không gửi được|gửi không thành công|không thể (?:chuyển|phân) phối|chưa (?:được )?chuyển phát|thư bị trả lại|trả lại người gửi/iu;

function saysNotDelivered(lines: HeaderLines, text: string): boolean {
  if (firstHeader(lines, "x-failed-recipients") !== null) return true;
  return (
    NOT_DELIVERED.test(headerText(firstHeader(lines, "subject") ?? "").text) || NOT_DELIVERED.test(text.slice(0, 2000))
  );
}

const TEXT_READ_MAX = 8000;

/** Exim, qmail and others say it in words: the address on a line of its own, and below it what the other server said. */
function worded(lines: HeaderLines, text: string, ofMessageId: string | null): MailBounce {
  const beginning = text.slice(0, TEXT_READ_MAX);
  const { address, words } = wordsIn(beginning);
  const named = allHeaders(lines, "x-failed-recipients")[0]?.split(",", 1)[0] ?? address;
  const status = statusIn(words) ?? statusIn(beginning) ?? byCode(words ?? beginning);
  const isDelay = /delayed|delay(?:ed)? \d|chậm|tạm thời|will (?:be )?retr/iu.test(
    headerText(firstHeader(lines, "subject") ?? "").text,
  );
  return {
    ofMessageId,
    recipient: addressAlone(named?.replaceAll(/[<>:]+/g, "").trim() ?? null),
    status,
    isPermanent: !isDelay && !status?.startsWith("4"),
    serverWords: words?.slice(0, WORDS_CHARS_MAX) || null,
  };
}

/** The first address on a line of its own, and what is said of it below. */
function wordsIn(beginning: string): { address: string | null; words: string | null } {
  const rows = beginning.split("\n").map((line) => line.trim());
  const at = rows.findIndex((row) => row.length < 300 && /^<?[^\s<>@,;:]{1,64}@[^\s<>@,;:]{1,190}>?:?$/.test(row));
  const below = rows.slice(at + 1);
  const said = below.findIndex((row) =>
    /\b[45]\d\d[ -]|[245]\.\d{1,3}\.\d{1,3}|unknown|unrouteable|không tồn tại/iu.test(row),
  );
  const words =
    said < 0
      ? null
      : below
          .slice(said, said + 3)
          .filter((row) => row !== "")
          .join(" ");
  return { address: rows[at] ?? null, words };
}

/** Only a reply code of SMTP, or words for it. */
function byCode(words: string): string | null {
  if (
    /unrouteable address|unknown user|user unknown|no such user|mailbox (?:not found|unavailable)|địa chỉ .{0,40}không tồn tại|không tìm thấy/iu.test(
      words,
    )
  )
    return "5.1.1";
  const code = /(?:^|[\s:(#])([45])\d\d[ -]/.exec(words)?.[1];
  return code === undefined ? null : `${code}.0.0`;
}

/** Which of our mails came back: by the mail within, or else by what the report quotes or answers. */
function returnedId({ parts, headers }: SplitMail, text: string): string | null {
  const within = parts.find(({ type }) =>
    ["message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"].includes(type),
  );
  if (within) {
    const head =
      within.content
        .subarray(0, REPORT_CHARS_MAX)
        .toString("latin1")
        .trimStart()
        .split(/\r?\n\r?\n/, 1)[0] ?? "";
    const line = new Headers(head).getList().find(({ key }) => key === "message-id")?.line;
    const id = line === undefined ? null : messageIdIn(line.slice(line.indexOf(":") + 1));
    if (id !== null) return id;
  }
  const quoted = /^\s{0,8}>? ?Message-ID:\s{0,8}(<[^<>\s]{1,500}>)/im.exec(text.slice(0, REPORT_CHARS_MAX))?.[1];
  return quoted ?? messageIdsIn(allHeaders(headers, "in-reply-to", "references")).at(-1) ?? null;
}
