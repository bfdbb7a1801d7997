import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import {
  filledText,
  mailVariables,
  type MailLanguage,
  type MailTextId,
  type MailTextsFor,
} from "../../procedure/pure/mail/mail-texts.ts";
import { acknowledgementWith } from "./compose-acknowledgement.ts";
import { saidOf } from "./said-of.ts";

type File = { complaint: Complaint; events: readonly ComplaintEvent[] };

/** A text as it would leave. `samples`: variables that stand as an example, because nothing in the file says them. */
export type TextPreview = { subject: string; body: string; short: string | null; samples: string[] };

/**
 * A text with what a file says, or with examples where there is no file or nothing in it. Nothing is made or kept: a code and six digits
 * are always examples.
 */
export function previewText(
  texts: MailTextsFor,
  { id, language, edition, publicUrl }: { id: MailTextId; language: MailLanguage; edition: Edition; publicUrl: string },
  file: File | undefined,
): TextPreview | undefined {
  const text = texts(language, edition).texts[id];
  if (!text) return undefined;
  const known: Record<string, string> = {
    organisation: edition.organisation.name,
    trackUrl: `${publicUrl}/tra-cuu`,
    link: `${publicUrl}/tra-cuu`,
    inboxUrl: `${publicUrl}/thong-bao`,
    ...(file && { number: file.complaint.number, ...valuesIn(file, { id, language, edition, publicUrl }) }),
  };
  // What the file says to be empty is left out, as it would be.
  const samples = mailVariables[id].filter((name) => known[name] === undefined || name === "code");
  const values = { ...known, ...Object.fromEntries(samples.map((name) => [name, exampleOf(name, language)])) };
  return {
    subject: filledText(text.subject, values),
    body: filledText(text.body, values),
    short: text.short === undefined ? null : filledText(text.short, values),
    samples,
  };
}

function valuesIn(
  { complaint, events }: File,
  { id, language, edition, publicUrl }: { id: MailTextId; language: MailLanguage; edition: Edition; publicUrl: string },
): Readonly<Record<string, string>> {
  if (id === "acknowledgement") {
    const code = { code: "", url: `${publicUrl}/tra-cuu` };
    return acknowledgementWith({ edition, file: { state: complaint } }, code).valuesIn(language);
  }
  const said = events
    .toReversed()
    .map((event) => saidOf(event, { complaint, events, edition }))
    .find((each) => each?.id === id);
  return said?.values ?? {};
}

const examples: Readonly<Record<string, string>> = {
  number: "KN-2026-000123",
  code: "vntt-7K3M-9QXT-2B4R-HN8W",
  digits: "123456",
  minutes: "10",
  count: "3",
};

type Variable = (typeof mailVariables)[MailTextId][number];
/** As people call what a text leaves open; those with an example need none. */
const variableNames: Readonly<Partial<Record<Variable, Readonly<Record<MailLanguage, string>>>>> = {
  receivedAt: { vi: "lúc tiếp nhận", en: "when it came in" },
  promises: { vi: "các thời hạn đã hứa", en: "what is promised by when" },
  helplines: { vi: "số điện thoại hỗ trợ", en: "helplines" },
  purpose: { vi: "mã dùng để làm gì", en: "what the code is for" },
  unit: { vi: "bộ phận", en: "unit" },
  sentTo: { vi: "người được gửi", en: "to whom it was sent" },
  dueAt: { vi: "hạn trả lời", en: "when it is due" },
  url: { vi: "liên kết", en: "link" },
  expiresAt: { vi: "liên kết dùng đến lúc", en: "when the link ends" },
  message: { vi: "lời của người viết", en: "words of whoever writes" },
  wanted: { vi: "những gì cần bổ sung", en: "what is asked for" },
  reason: { vi: "lý do", en: "reason" },
  basis: { vi: "căn cứ", en: "basis" },
  meetingAt: { vi: "giờ họp", en: "when they meet" },
  place: { vi: "nơi họp", en: "where they meet" },
  remedies: { vi: "các nơi giải quyết bên ngoài", en: "ways outside" },
  promise: { vi: "lời hứa", en: "promise" },
  dueOn: { vi: "hạn mới", en: "new due day" },
  paper: { vi: "tên văn bản", en: "paper" },
  letterNumber: { vi: "số ký hiệu văn bản", en: "number of the letter" },
  name: { vi: "họ tên người đọc", en: "name of the reader" },
  notices: { vi: "các thông báo", en: "notices" },
};

/** Shown as what it is: nobody takes it for the customer's own. */
function exampleOf(name: Variable, language: MailLanguage): string {
  return examples[name] ?? `‹${variableNames[name]?.[language] ?? name}›`;
}
