import { dayNumberOf, weekdayOf, type Day } from "../procedure/pure/day.ts";
import { dayOf, withOffset, type Instant } from "../procedure/pure/instant.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import type { Due } from "../procedure/pure/term/due.ts";
import type { ProofStep } from "../procedure/pure/term/proof-step.ts";
import { wordsOf } from "../procedure/pure/term/proof-words.ts";
import { formatTerm, formatTermVietnamese, type Term } from "../procedure/pure/term/term.ts";

type Language = "vi" | "en";

/** One count, ready to be shown. `proposed`: some day of it is of a year without a notice and may still change. */
export type CountedDue = {
  receivedAt: Instant;
  term: Term;
  calendar: WorkingCalendar;
  due: Due;
  proof: readonly ProofStep[];
  proposed: boolean;
};

/** A due and its proof as lines of text; days with their weekday, times in the organisation's zone, two digits each. */
export function dueForPeople(counted: CountedDue, language: Language): string {
  const { receivedAt, term, calendar, proof, proposed } = counted;
  const { offsetMinutes } = calendar.rules;
  const labels = labelsIn[language];
  const lines = [
    `${labels.received}: ${momentIn(language, receivedAt, offsetMinutes)}`,
    `${labels.term}: ${language === "vi" ? formatTermVietnamese(term) : formatTerm(term)}`,
    `${labels.due}: ${dueIn(language, counted)}`,
    `${labels.calendar}: ${calendar.version}`,
    "",
    `${labels.proof}:`,
    ...proof.map((step) => stepLine(language, step, offsetMinutes)),
  ];
  return proposed ? [...lines, "", labels.proposed].join("\n") : lines.join("\n");
}

const labelsIn = {
  vi: {
    received: "Nhận lúc",
    term: "Thời hạn",
    due: "Hạn cuối",
    calendar: "Lịch",
    proof: "Cách tính",
    proposed: "Có ngày thuộc năm chưa có thông báo nghỉ lễ: hạn này là dự kiến.",
  },
  en: {
    received: "Received",
    term: "Term",
    due: "Due",
    calendar: "Calendar",
    proof: "Proof",
    proposed: "Some days are of a year without a notice of holidays: this due is proposed.",
  },
} as const;

const weekdaysIn: Readonly<Record<Language, readonly string[]>> = {
  vi: ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

function dueIn(language: Language, { due, calendar }: CountedDue): string {
  if (due.inclusive) return momentIn(language, due.dueAt, calendar.rules.offsetMinutes);
  return language === "vi" ? `hết ngày ${dayIn("vi", due.dueOn)}` : `end of ${dayIn("en", due.dueOn)}`;
}

function stepLine(language: Language, step: ProofStep, offsetMinutes: number): string {
  const when =
    "on" in step
      ? dayIn(language, step.on).padEnd(22)
      : `${momentIn(language, step.from, offsetMinutes)} – ${momentIn(language, step.to, offsetMinutes)}`;
  return `  ${when}  ${verdictIn(language, step)}  ${wordsOf(step)[language]}`;
}

function verdictIn(language: Language, step: ProofStep): string {
  if (step.verdict === "skipped") return (language === "vi" ? "không tính" : "skipped").padEnd(12);
  const running = "on" in step ? String(step.counted) : durationIn(language, step.countedMs);
  return `${language === "vi" ? "tính" : "counted"} ${running}`.padEnd(12);
}

function durationIn(language: Language, ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [hour, minute] = language === "vi" ? ["giờ", "phút"] : ["h", "min"];
  if (hours === 0) return `${rest} ${minute}`;
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`;
}

/** A moment in the organisation's zone with its weekday: `Thứ Hai 23/02/2026 10:00`. */
export function momentIn(language: Language, instant: Instant, offsetMinutes: number): string {
  const local = withOffset(instant, offsetMinutes);
  const seconds = local.slice(16, 23) === ":00.000" ? "" : local.slice(16, 23).replace(/\.000$/, "");
  return `${dayIn(language, dayOf(instant, offsetMinutes))} ${local.slice(11, 16)}${seconds}`;
}

/** A day with its weekday: `Thứ Hai 23/02/2026`. */
export function dayIn(language: Language, day: Day): string {
  const weekday = weekdaysIn[language][weekdayOf(dayNumberOf(day)) - 1];
  return `${weekday} ${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
