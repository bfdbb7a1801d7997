import type { Instant } from "../../procedure/pure/instant.ts";
import type { DemoMail } from "./desk.ts";
import { modemPhoto } from "./pictures.ts";

/** What a mail of the demonstration needs besides its own words. */
export type Addressed = {
  /** With angle brackets. */
  messageId: string;
  to: string;
  writtenAt: Instant;
  subject: string;
  /** Message-ID of what it answers. */
  answers: string | undefined;
};

type Part = { type: string; disposition?: string; body: Buffer; encoding?: "base64" | "8bit" };

/** The mail as a server hands it over, byte for byte. */
export function mailBytes(mail: DemoMail, addressed: Addressed): Buffer {
  // A server that broke off: nothing of it is a mail.
  if (mail.as === "unreadable") return Buffer.from(mail.text, "utf16le").reverse();
  const headers = headersOf(mail, addressed);
  if (mail.as === "returned")
    return withParts(headers, "report; report-type=delivery-status", returned(mail, addressed));
  const words = wordsOf(mail);
  if (mail.photo === undefined) return withPart(headers, words);
  const disposition = `attachment; filename="${mail.photo}"`;
  return withParts(headers, "mixed", [words, { type: "image/png", disposition, body: modemPhoto() }]);
}

function headersOf(mail: DemoMail, { messageId, to, writtenAt, subject, answers }: Addressed): string[] {
  const charset = mail.as === "windows-1258" ? "windows-1258" : "utf-8";
  const from = mail.as === "returned" ? "Mail Delivery System <MAILER-DAEMON@vidu.vn>" : undefined;
  return [
    `Return-Path: <${mail.as === "returned" ? "" : mail.from.address}>`,
    `Date: ${new Date(writtenAt).toUTCString().replace("GMT", "+0000")}`,
    `From: ${from ?? `${headerWords(mail.from.name, charset)} <${mail.from.address}>`}`,
    `To: <${to}>`,
    `Subject: ${headerWords(subject, charset)}`,
    `Message-ID: ${messageId}`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    ...(mail.as === "automatic" ? ["Auto-Submitted: auto-replied"] : []),
    ...(mail.as === "returned" ? ["Auto-Submitted: auto-replied"] : []),
    ...(mail.as === "newsletter" ? ["List-Unsubscribe: <https://bantin.vidu.vn/huy>", "Precedence: list"] : []),
    "MIME-Version: 1.0",
  ];
}

function wordsOf({ as, text }: DemoMail): Part {
  if (as === "windows-1258")
    return { type: "text/plain; charset=windows-1258", body: inWindows1258(text), encoding: "8bit" };
  if (as !== "html" && as !== "newsletter") return { type: "text/plain; charset=utf-8", body: Buffer.from(text) };
  const paragraphs = text.split("\n\n").map((each) => `<p>${each.replaceAll("\n", "<br>")}</p>`);
  const image = '<img src="https://hinhanh.vidu.vn/theo-doi.gif?nguoi=4417" width="1" height="1" alt="">';
  return {
    type: "text/html; charset=utf-8",
    body: Buffer.from(`<html><body>${paragraphs.join("")}${image}</body></html>`),
  };
}

/** What a mail server writes of a mail that it could not deliver. RFC 3464. */
function returned({ from, text }: DemoMail, { to }: Addressed): Part[] {
  const status = [
    "Reporting-MTA: dns; mail.vidu.vn",
    "",
    `Final-Recipient: rfc822; ${from.address}`,
    "Action: failed",
    "Status: 5.2.2",
    "Diagnostic-Code: smtp; 552 5.2.2 Mailbox full",
    "",
  ];
  const ours = [`From: <${to}>`, `To: <${from.address}>`, `Message-ID: <da-gui-truoc-day@vidu.vn>`, ""];
  return [
    { type: "text/plain; charset=utf-8", body: Buffer.from(text) },
    { type: "message/delivery-status", body: Buffer.from(status.join("\r\n")), encoding: "8bit" },
    { type: "text/rfc822-headers", body: Buffer.from(ours.join("\r\n")), encoding: "8bit" },
  ];
}

function withParts(headers: readonly string[], kind: string, parts: readonly Part[]): Buffer {
  const border = "----=_vidu_0001";
  const each = parts.flatMap((part) => [Buffer.from(`--${border}\r\n`), withPart([], part), Buffer.from("\r\n")]);
  const head = [...headers, `Content-Type: multipart/${kind}; boundary="${border}"`, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head), ...each, Buffer.from(`--${border}--\r\n`)]);
}

function withPart(headers: readonly string[], { type, disposition, body, encoding = "base64" }: Part): Buffer {
  const own = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`];
  if (disposition !== undefined) own.push(`Content-Disposition: ${disposition}`);
  const lines = body.toString("base64").replaceAll(/.{76}/g, "$&\r\n");
  const written = encoding === "base64" ? Buffer.from(lines) : body;
  return Buffer.concat([Buffer.from([...headers, ...own, "", ""].join("\r\n")), written, Buffer.from("\r\n")]);
}

/** RFC 2047, few letters a word, as no word may be longer than 75 characters. */
function headerWords(text: string, charset: "utf-8" | "windows-1258"): string {
  if (/^[ -~]*$/.test(text)) return text;
  const pieces = Array.from(text.normalize("NFC")).reduce<string[]>((words, letter, place) => {
    if (place % 12 === 0) words.push("");
    words[words.length - 1] += letter;
    return words;
  }, []);
  const bytes = (piece: string) => (charset === "utf-8" ? Buffer.from(piece) : inWindows1258(piece));
  return pieces.map((piece) => `=?${charset}?B?${bytes(piece).toString("base64")}?=`).join("\r\n ");
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** As Windows wrote Vietnamese: vowels with their roof or horn, each tone mark as a character after its vowel. */
function inWindows1258(text: string): Buffer {
  const letters = new TextDecoder("windows-1258").decode(Uint8Array.from({ length: 256 }, (_none, code) => code));
  const apart = Array.from(text.normalize("NFC")).map((letter) => {
    const tones = letter.normalize("NFD").match(TONES)?.join("") ?? "";
    return letter.normalize("NFD").replaceAll(TONES, "").normalize("NFC") + tones;
  });
  return Buffer.from(Array.from(apart.join(""), (letter) => Math.max(letters.indexOf(letter), 0)));
}
