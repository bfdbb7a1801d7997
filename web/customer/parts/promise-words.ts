import type { Words } from "../../words/language.ts";

/** What a day was promised for. */
export const wordsOfPurposes = {
  acknowledge: { vi: "Xác nhận đã nhận khiếu nại", en: "Say that your complaint arrived" },
  "accept-or-refuse": {
    vi: "Báo quý khách có giải quyết khiếu nại hay không",
    en: "Tell you whether we take it up",
  },
  "first-reply": { vi: "Trả lời quý khách", en: "Answer you" },
  "call-back": { vi: "Gọi lại cho quý khách", en: "Call you back" },
  "find-cause": { vi: "Tìm ra nguyên nhân", en: "Find the cause" },
  handle: { vi: "Xử lý", en: "Deal with it" },
  repair: { vi: "Khắc phục xong", en: "Put it right" },
  inform: { vi: "Báo tin cho quý khách", en: "Send you word" },
  remedy: { vi: "Giảm trừ, hoàn tiền hoặc bồi thường", en: "Pay or credit what was agreed" },
  refuse: { vi: "Báo từ chối, nêu rõ lý do", en: "Tell you that we do not take it up, and why" },
  result: { vi: "Trả lời kết quả giải quyết", en: "Answer you what came of it" },
  resolve: { vi: "Giải quyết xong", en: "Settle it" },
  negotiate: { vi: "Trả lời yêu cầu thương lượng", en: "Answer your wish to negotiate" },
} as const satisfies Words;

export const wordsOfPromises = {
  none: {
    vi: "Việc này không có hạn trả lời; chúng tôi vẫn trả lời quý khách.",
    en: "This has no day by which we must answer; we answer all the same.",
  },
  running: { vi: (due: string, _on: string) => `Hạn: ${due}.`, en: (due: string, _on: string) => `By ${due}.` },
  kept: {
    vi: (due: string, on: string) => `Đã làm ngày ${on}, đúng hẹn (hạn ${due}).`,
    en: (due: string, on: string) => `Done on ${on}, in time (by ${due}).`,
  },
  late: {
    vi: (due: string, on: string) => `Chúng tôi đã trễ hẹn. Hạn là ${due}; đến ${on} mới làm.`,
    en: (due: string, on: string) => `We were late: due by ${due}, done on ${on}.`,
  },
  overdue: {
    vi: (due: string, _on: string) => `Chúng tôi đang trễ hẹn. Hạn là ${due}.`,
    en: (due: string, _on: string) => `We are late. It was due by ${due}.`,
  },
  paused: {
    vi: (due: string, _on: string) => `Tạm dừng trong lúc chờ. Hạn cũ: ${due}.`,
    en: (due: string, _on: string) => `Stands still while we wait. It was due by ${due}.`,
  },
  round: { vi: (round: number) => `lần ${round}`, en: (round: number) => `time ${round}` },
  byLaw: {
    vi: (laws: string) => (laws === "" ? "Theo luật." : `Theo luật: ${laws}.`),
    en: (laws: string) => (laws === "" ? "By law." : `By law: ${laws}.`),
  },
  extended: { vi: "Hạn này đã được gia hạn.", en: "This day was put off." },
} as const satisfies Words;
