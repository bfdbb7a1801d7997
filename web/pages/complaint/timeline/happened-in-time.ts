import { formatDue } from "../../../words/format.ts";
import { text, withPart, type Data, type Happened } from "./happened.ts";
import { valueWord } from "./value-words.ts";
import type { Names } from "../names.ts";

/** Clocks, and the end. */
export const happenedInTime = {
  ClockStarted: {
    group: "clocks",
    vi: (data, names) => `Thời hạn bắt đầu: ${clock(data, names)}, ${due(data)}`,
    en: (data, names) => `Clock started: ${clock(data, names)}, due ${due(data)}`,
    follows: true,
  },
  ClockStopped: {
    group: "clocks",
    vi: (data, names) => `Thời hạn kết thúc: ${clock(data, names)}, ${valueWord(data, "outcome", "clockEnd")}`,
    en: (data, names) => `Clock ended: ${clock(data, names)}, ${valueWord(data, "outcome", "clockEnd")}`,
    follows: true,
  },
  ClockWarned: {
    group: "clocks",
    vi: (data, names) => `Sắp đến hạn: ${clock(data, names)}, ${due(data)}`,
    en: (data, names) => `Due soon: ${clock(data, names)}, ${due(data)}`,
    follows: true,
  },
  ClockBreached: {
    group: "clocks",
    vi: (data, names) => `Quá hạn: ${clock(data, names)}`,
    en: (data, names) => `Overdue: ${clock(data, names)}`,
  },
  ClockMoved: {
    group: "clocks",
    vi: (data, names) => `Hạn thay đổi: ${clock(data, names)}, ${due(data)}`,
    en: (data, names) => `Due moved: ${clock(data, names)}, ${due(data)}`,
    follows: true,
  },
  ClockReinstated: {
    group: "clocks",
    vi: (data, names) => `Thời hạn chạy lại: ${clock(data, names)}`,
    en: (data, names) => `Runs again: ${clock(data, names)}`,
    follows: true,
  },
  TermExtended: {
    group: "clocks",
    vi: (data, names) => `Gia hạn: ${clock(data, names)}, ${due(data)}`,
    en: (data, names) => `Extended: ${clock(data, names)}, ${due(data)}`,
    body: ["reason"],
  },
  ComplaintPaused: {
    group: "clocks",
    vi: (data) => `Tạm dừng: ${valueWord(data, "reason", "pause")}`,
    en: (data) => `Paused: ${valueWord(data, "reason", "pause")}`,
    body: ["comment"],
  },
  ComplaintResumed: {
    group: "clocks",
    vi: (data) => withPart("Tiếp tục", text(data, "reason")),
    en: (data) => withPart("Resumed", text(data, "reason")),
  },
  ComplaintClosed: {
    group: "changes",
    vi: (data) => `Kết thúc: ${valueWord(data, "outcome", "outcome")}`,
    en: (data) => `Closed: ${valueWord(data, "outcome", "outcome")}`,
    body: ["summary"],
  },
  ComplaintReopened: { group: "changes", vi: "Mở lại", en: "Reopened", body: ["reason"] },
  LessonRecorded: {
    group: "notes",
    vi: "Bài học kinh nghiệm",
    en: "Lesson recorded",
    body: ["lesson", "cause", "prevention"],
  },
  ComplaintArchived: {
    group: "changes",
    vi: (data) => withPart("Lưu hồ sơ", text(data, "place")),
    en: (data) => withPart("Archived", text(data, "place")),
  },
  ComplaintRedacted: {
    group: "changes",
    vi: (data) => withPart("Xóa dữ liệu cá nhân", text(data, "reason")),
    en: (data) => withPart("Personal data erased", text(data, "reason")),
  },
  TrainingRemoved: { group: "changes", vi: "Xóa khỏi buổi tập huấn", en: "The training was cleared" },
  EditionMoved: {
    group: "changes",
    vi: (data) => withPart("Chuyển sang lần ban hành khác", text(data, "reason")),
    en: (data) => withPart("Moved to another edition", text(data, "reason")),
  },
} as const satisfies Record<string, Happened>;

function clock(data: Data, names: Names): string {
  return names.of("clocks", data["rule"]);
}

function due(data: Data): string {
  return formatDue(text(data, "dueAt"));
}
