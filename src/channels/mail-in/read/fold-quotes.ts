/** A mail's text taken apart; nothing of it is left out. */
export type Folded = { text: string; quoted: string | null; signature: string | null };

const LINES_MAX = 50_000;
const ATTRIBUTION_LINES_MAX = 4;
const ATTRIBUTION_CHARS_MAX = 400;

/**
 * Puts apart what somebody else had written before (as mail programs of Vietnam and elsewhere mark it) and the signature. Where nothing
 * would be left the text stays whole: a forwarded mail is what its sender has to say.
 */
export function foldQuotes(whole: string): Folded {
  const lines = whole.split("\n");
  if (lines.length > LINES_MAX) return { text: whole.trim(), quoted: null, signature: null };
  const own: string[] = [];
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const length = attributionAt(lines, at);
    const rest = lines.slice(at + length, at + length + 3).find((line) => line.trim() !== "");
    if (length > 0 && rest?.startsWith(">")) {
      quoted.push(...lines.slice(at, at + length));
      at += length - 1;
    } else if (length > 0 || startsEarlierMail(lines, at)) {
      quoted.push(...lines.slice(at));
      break;
    } else if (lines[at]?.startsWith(">")) quoted.push(lines[at] ?? "");
    else own.push(lines[at] ?? "");
  }
  const { text, signature } = withoutSignature(own);
  if (text === "" && quoted.length > 0) return { text: whole.trim(), quoted: null, signature: null };
  return { text, quoted: tidied(quoted) || null, signature };
}

const ATTRIBUTION_STARTS = /^(?:Vào|Ngày|Lúc|Trong|Thứ|Th |T[2-7],|CN,|On |Em |Le |Am |El )/u;
const ATTRIBUTION_ENDS = /(?:đã viết|viết|đã ghi|đã gửi|wrote|writes|a écrit|schrieb)\s?:$/iu;

/** How many lines from here say "on … somebody wrote:"; 0 for none. */
function attributionAt(lines: string[], at: number): number {
  if (!ATTRIBUTION_STARTS.test(lines[at] ?? "")) return 0;
  let joined = "";
  for (let length = 1; length <= ATTRIBUTION_LINES_MAX; length += 1) {
    const line = lines[at + length - 1]?.trim() ?? "";
    if (line === "" || line.length > ATTRIBUTION_CHARS_MAX) return 0;
    joined += ` ${line}`;
    if (ATTRIBUTION_ENDS.test(line)) return joined.length <= ATTRIBUTION_CHARS_MAX && /[\d@]/.test(joined) ? length : 0;
  }
  return 0;
}

const SEPARATOR =
  /^(?:-{2,}|_{2,}|={2,}) ?(?:original message|forwarded message|original appointment|tin nhắn gốc|thư gốc|thư ban đầu|tin nhắn được chuyển tiếp|tin nhắn chuyển tiếp|thư chuyển tiếp|thư đã chuyển tiếp|nội dung gốc) ?(?:-{2,}|_{2,}|={2,})$/iu;
const FORWARD = /^(?:begin forwarded message|bắt đầu thư chuyển tiếp|bắt đầu tin nhắn chuyển tiếp)\s?:$/iu;
const RULE = /^_{10,200}$/;

function startsEarlierMail(lines: string[], at: number): boolean {
  const line = lines[at]?.trim() ?? "";
  if (line === "" || line.length > 200) return false;
  if (SEPARATOR.test(line) || FORWARD.test(line)) return true;
  if (!RULE.test(line)) return isHeaderBlock(lines, at);
  const next = lines.slice(at + 1, at + 4).findIndex((each) => each.trim() !== "");
  return next >= 0 && isHeaderBlock(lines, at + 1 + next);
}

const NAMES = {
  from: /^\*?(?:from|từ|người gửi|gửi từ)\s?:/iu,
  sent: /^\*?(?:sent|date|đã gửi|ngày gửi|ngày|gửi|thời gian|gửi lúc|đã gửi lúc)\s?:/iu,
  to: /^\*?(?:to|đến|tới|người nhận|gửi đến|gửi tới)\s?:/iu,
  subject: /^\*?(?:subject|chủ đề|tiêu đề|về việc|v\/v)\s?:/iu,
};
const BLOCK_LINES_MAX = 10;

/** From, sent, to, subject one below the other, as Outlook writes them. */
function isHeaderBlock(lines: string[], at: number): boolean {
  if (!NAMES.from.test(lines[at]?.trim() ?? "")) return false;
  const block: string[] = [];
  for (const line of lines.slice(at, at + BLOCK_LINES_MAX)) {
    if (line.trim() === "" && block.length > 1) break;
    if (line.trim() !== "") block.push(line.trim().slice(0, 200));
  }
  return [NAMES.sent, NAMES.to, NAMES.subject].every((name) => block.some((line) => name.test(line)));
}

const DEVICE =
  /^(?:(?:đã |được )?gửi (?:từ|bằng|qua) .{1,60}|sent from .{1,60}|sent (?:via|with) .{1,60}|tải outlook cho .{1,40}|get outlook for .{1,40}|nhận outlook (?:cho|dành cho) .{1,40})$/iu;
const DEVICE_WORDS =
  /iphone|ipad|android|samsung|galaxy|oppo|xiaomi|vivo|điện thoại|thiết bị|outlook|yahoo|zalo|mail|gmail|phone|mobile|máy|windows/iu;
const SIGNATURE_LINES_MAX = 30;

function withoutSignature(own: string[]): { text: string; signature: string | null } {
  const end = own.findLastIndex((line) => line.trim() !== "") + 1;
  const lines = own.slice(0, end);
  const dashes = lines.findLastIndex((line) => line === "-- " || line === "--");
  if (dashes >= 0 && end - dashes <= SIGNATURE_LINES_MAX && tidied(lines.slice(0, dashes)) !== "")
    return { text: tidied(lines.slice(0, dashes)), signature: tidied(lines.slice(dashes + 1)) || null };
  const last = lines.at(-1)?.trim() ?? "";
  if (last.length <= 100 && DEVICE.test(last) && DEVICE_WORDS.test(last) && tidied(lines.slice(0, -1)) !== "")
    return { text: tidied(lines.slice(0, -1)), signature: last };
  return { text: tidied(lines), signature: null };
}

/** Without empty lines around it, and no more than one of them in a row. */
function tidied(lines: string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const ended = line.trimEnd();
    if (ended !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(ended);
  }
  return kept.join("\n").trim();
}
