import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";

const MATTER_CHARS_MAX = 300;

/** A title of fewer syllables names no matter: `Khiếu nại`. */
const TITLE_SYLLABLES_MIN = 3;

const GREETINGS = [
  "kính gửi",
  "kính thưa",
  "kính chào",
  "thân gửi",
  "gửi ",
  "xin chào",
  "chào ",
  "dear ",
  "hello",
  "hi ",
];
const REPLY_MARKS = /^(?:(?:re|fwd?|trả lời|chuyển tiếp)[ \t]{0,3}:[ \t]{0,3}){1,5}/iu;

const sentences = new Intl.Segmenter("vi", { granularity: "sentence" });

/** What is complained of, for the middle of a letter: whole, but of a mail its subject or first sentence, without greeting and signature. */
export function matterOf(
  { content, channel }: Pick<Complaint, "content" | "channel">,
  { channels }: Pick<Edition, "channels">,
): string {
  const whole = content.trim();
  const isMail = channels.some(({ id, type }) => id === channel && type === "email");
  if (!isMail || (whole.length <= MATTER_CHARS_MAX && !whole.includes("\n"))) return whole;
  const [first, ...others] = paragraphsOf(whole);
  const said = first === undefined ? whole : namesMatter(first) ? first : (others[0] ?? first);
  return cut(firstSentence(said.replace(REPLY_MARKS, "")));
}

/** Each on one line, without the lines that greet. */
function paragraphsOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  const joined = lines.filter((line) => !isGreeting(line)).join("\n");
  return joined.split("\n\n").flatMap((each) => each.trim().replaceAll("\n", " ") || []);
}

function isGreeting(line: string): boolean {
  const lower = line.toLowerCase();
  return line.length <= 100 && /[,:!]$/.test(line) && GREETINGS.some((each) => lower.startsWith(each));
}

function namesMatter(title: string): boolean {
  return title.split(" ").length >= TITLE_SYLLABLES_MIN;
}

function firstSentence(text: string): string {
  const [first] = sentences.segment(text.slice(0, 10 * MATTER_CHARS_MAX));
  return first?.segment.trim() ?? "";
}

/** At a word. */
function cut(text: string): string {
  if (text.length <= MATTER_CHARS_MAX) return text;
  const short = text.slice(0, MATTER_CHARS_MAX);
  const end = short.lastIndexOf(" ");
  return `${short.slice(0, end === -1 ? MATTER_CHARS_MAX - 1 : end)}…`;
}
