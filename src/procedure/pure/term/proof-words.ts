import type { ProofStep, StepReason } from "./proof-step.ts";

/**
 * A step's reason for a person, in Vietnamese and in English, with the name of the holiday or closure where there is one, and a
 * word where the day is only proposed. Names stay in the language that they were announced in.
 */
export function wordsOf(step: ProofStep): { vi: string; en: string } {
  const { vi, en } = reasonWords[step.reason];
  const named = step.name === undefined ? "" : `: ${step.name}`;
  const source = step.source === undefined ? "" : ` [${step.source}]`;
  const proposed = step.status === "proposed";
  return {
    vi: `${vi}${named}${source}${proposed ? " (dự kiến, chưa có thông báo của năm)" : ""}`,
    en: `${en}${named}${source}${proposed ? " (proposed: no notice for the year yet)" : ""}`,
  };
}

const reasonWords: Readonly<Record<StepReason, { vi: string; en: string }>> = {
  "working-day": { vi: "ngày làm việc", en: "working day" },
  "swapped-day-worked": { vi: "ngày làm việc hoán đổi", en: "weekend day worked in a swap" },
  opening: { vi: "ngày làm việc riêng của đơn vị", en: "opened by the organisation" },
  "rest-day": { vi: "ngày nghỉ hằng tuần", en: "weekly rest day" },
  holiday: { vi: "ngày lễ, Tết", en: "public holiday" },
  "make-up": { vi: "ngày nghỉ bù", en: "day off made up for a holiday" },
  swap: { vi: "ngày nghỉ hoán đổi", en: "day off in a swap" },
  closure: { vi: "ngày nghỉ riêng của đơn vị", en: "closed by the organisation" },
  "start-day": {
    vi: "ngày xảy ra sự kiện không được tính (BLDS 2015 Đ147.2)",
    en: "the day of the event is not counted (Civil Code 2015 Đ147.2)",
  },
  "start-day-counted": {
    vi: "ngày nhận được tính là ngày đầu theo quy định của đơn vị",
    en: "the day of the event counts as the first by the organisation's rule",
  },
  "time-bar-first-day": {
    vi: "ngày đầu tiên của thời hiệu được tính (BLDS 2015 Đ151)",
    en: "the first day of a time-bar is counted (Civil Code 2015 Đ151)",
  },
  "calendar-day": { vi: "ngày theo lịch", en: "calendar day" },
  paused: { vi: "thời hạn tạm dừng", en: "the clock was paused" },
  "rolled-to": {
    vi: "ngày cuối là ngày nghỉ nên thời hạn kết thúc khi hết ngày làm việc này (BLDS 2015 Đ148.5)",
    en: "the last day is a day off, so the term ends with this working day (Civil Code 2015 Đ148.5)",
  },
  "elapsed-time": { vi: "thời gian liên tục", en: "elapsed time" },
  "working-time": { vi: "trong giờ làm việc", en: "within working hours" },
  "outside-shifts": { vi: "ngoài giờ làm việc", en: "outside working hours" },
};
