import type { Edition } from "../edition/edition.ts";
import { bothNames, type Named } from "../edition/english.ts";
import type { Fact } from "../edition/guard.ts";
import { factWords } from "./fact-words.ts";

/** A fact with the value that a guard wants of it, in both languages. `wanted` false: it stands under `not`. */
export function factInWords(fact: Fact, wanted: boolean, edition: Edition): { vi: string; en: string } {
  const { vi, en } = factWords[fact.fact];
  const value = valueOf(fact, edition);
  if (typeof value === "boolean") {
    const isWanted = value === wanted;
    const told = moreOf(fact, edition);
    return { vi: `${vi}${told.vi}: ${isWanted ? "có" : "không"}`, en: `${en}${told.en}: ${isWanted ? "yes" : "no"}` };
  }
  return {
    vi: `${vi}: ${wanted ? "" : "không phải "}${value.vi}`,
    en: `${en}: ${wanted ? "" : "not "}${value.en}`,
  };
}

type Words = { vi: string; en: string };

/** Yes or no, or the values that the fact names. */
function valueOf(fact: Fact, edition: Edition): Words | boolean {
  if ("is" in fact) return fact.is;
  if ("in" in fact) return anyOf(fact.in.map((value) => wordOf(fact.fact, value, edition)));
  if ("has" in fact) return wordOf("mark", fact.has, edition);
  if ("as" in fact) return wordOf("linked", fact.as, edition);
  if ("clock" in fact) {
    const clock = edition.clocks.find(({ id }) => id === fact.clock) ?? { name: fact.clock };
    const { vi, en } = bothNames(clock);
    return { vi: `${vi}: đã hết`, en: `${en}: run out` };
  }
  return within(fact);
}

function within({ atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined }): Words {
  const parts = [
    ...(atLeast === undefined ? [] : [{ vi: `ít nhất ${atLeast}`, en: `at least ${atLeast}` }]),
    ...(atMost === undefined ? [] : [{ vi: `nhiều nhất ${atMost}`, en: `at most ${atMost}` }]),
  ];
  return { vi: parts.map(({ vi }) => vi).join(", "), en: parts.map(({ en }) => en).join(", ") };
}

function anyOf(words: readonly Words[]): Words {
  return { vi: words.map(({ vi }) => vi).join(" hoặc "), en: words.map(({ en }) => en).join(" or ") };
}

/** What a yes or no is about, where the fact says more. */
function moreOf(fact: Fact, { papers }: Edition): Words {
  if (fact.fact === "paper-issued") {
    const found = papers.filter(({ kind }) => kind === fact.kind).map(bothNames);
    const told = (names: string[]) => ` (${names.length > 0 ? names.join(", ") : fact.kind})`;
    return { vi: told(found.map(({ vi }) => vi)), en: told(found.map(({ en }) => en)) };
  }
  if (fact.fact !== "replied") return { vi: "", en: "" };
  const more = [
    ...(fact.final ? [{ vi: "cuối cùng", en: "final" }] : []),
    ...(fact.written ? [{ vi: "bằng văn bản", en: "in writing" }] : []),
  ];
  if (more.length === 0) return { vi: "", en: "" };
  return { vi: ` (${more.map(({ vi }) => vi).join(", ")})`, en: ` (${more.map(({ en }) => en).join(", ")})` };
}

/** The provider's own name for it, else the word of the trade; in English the word of the pack. */
function wordOf(fact: Fact["fact"], value: string, edition: Edition): Words {
  const found = namedBy[fact]?.(edition).find(({ id }) => id === value);
  return found ? bothNames(found) : { vi: valueWords[value] ?? value, en: value };
}

type NamedById = readonly (Named & { id: string })[];

const namedBy: Partial<Record<Fact["fact"], (edition: Edition) => NamedById>> = {
  kind: ({ kinds }) => kinds,
  register: ({ registers }) => registers,
  service: ({ services }) => services,
  "customer-class": ({ customerClasses }) => customerClasses,
  channel: ({ channels }) => channels,
  stage: ({ stages }) => stages,
};

const valueWords: Readonly<Record<string, string>> = {
  // phase
  received: "đã nhận",
  "under-way": "đang giải quyết",
  answered: "đã trả lời",
  closed: "đã kết thúc",
  archived: "đã lưu hồ sơ",
  // nature
  incident: "sự cố",
  quality: "chất lượng",
  charges: "cước",
  service: "phục vụ",
  business: "kinh doanh",
  other: "khác",
  // mark
  complex: "phức tạp",
  severe: "nghiêm trọng",
  priority: "ưu tiên",
  vulnerable: "dễ bị tổn thương",
  // verdict, satisfied, resolution, negotiation, meeting, call-back
  none: "chưa có",
  accepted: "chấp nhận",
  "not-accepted": "không chấp nhận",
  silent: "im lặng",
  yes: "có",
  no: "không",
  "not-asked": "chưa hỏi",
  unknown: "chưa rõ",
  proposed: "đã đề xuất",
  submitted: "đã trình",
  approved: "đã duyệt",
  "sent-back": "bị trả lại",
  asked: "đã yêu cầu",
  begun: "đã bắt đầu",
  refused: "đã từ chối",
  invited: "đã mời",
  signed: "đã ký",
  "refused-to-sign": "không ký",
  absent: "vắng mặt",
  fixed: "đã khắc phục",
  "not-fixed": "chưa khắc phục",
  "no-answer": "không liên hệ được",
  // root cause
  provider: "nhà cung cấp",
  customer: "khách hàng",
  "third-party": "bên thứ ba",
  "none-found": "không tìm thấy lỗi",
  // linked
  duplicate: "trùng",
  "same-incident": "cùng sự cố",
  related: "có liên quan",
  "split-from": "tách ra",
  // channel type
  phone: "điện thoại",
  email: "thư điện tử",
  "web-form": "biểu mẫu trên trang",
  ticket: "Ticket",
  counter: "quầy",
  post: "bưu điện",
  sms: "tin nhắn",
  chat: "trò chuyện trực tuyến",
  unit: "bộ phận",
  partner: "đối tác",
  press: "báo chí",
  authority: "cơ quan nhà nước",
};
