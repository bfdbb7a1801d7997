import { valueWord } from "../../complaint/forms/value-words.ts";
import type { Phase } from "../../procedure/pure/vocabulary.ts";
import type { QueueItem } from "../../projections/work-queue/work-queue.ts";
import type { Shown } from "./item-names.ts";

export type ExportLanguage = "vi" | "en";
type Words = Record<ExportLanguage, string>;
type ExportColumn = {
  name: Words;
  value: (item: Shown<QueueItem>, language: ExportLanguage) => string | number | null;
};

const HOUR_MS = 3_600_000;

/** Without it, spreadsheets take the letters of a UTF-8 file for others. */
export const BYTE_ORDER_MARK = "\uFEFF";

const phaseWords: Readonly<Record<Phase, Words>> = {
  received: { vi: "Tiếp nhận", en: "Received" },
  "under-way": { vi: "Đang xử lý", en: "Under way" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  closed: { vi: "Đã kết thúc", en: "Closed" },
  archived: { vi: "Đã lưu hồ sơ", en: "Archived" },
};
const yes: Words = { vi: "Có", en: "Yes" };

const columns: readonly ExportColumn[] = [
  { name: { vi: "Số", en: "Number" }, value: ({ number }) => number },
  { name: { vi: "Tiếp nhận lúc", en: "Received at" }, value: ({ receivedAt }) => inVietnam(receivedAt) },
  { name: { vi: "Khách hàng", en: "Customer" }, value: ({ customerName }) => customerName },
  { name: { vi: "Nội dung", en: "Content" }, value: ({ excerpt }) => excerpt },
  { name: { vi: "Loại khiếu nại", en: "Kind" }, value: ({ names }) => names.kind },
  { name: { vi: "Giai đoạn", en: "Phase" }, value: ({ phase }, language) => phaseWords[phase][language] },
  { name: { vi: "Bước", en: "Stage" }, value: ({ names }) => names.stage },
  { name: { vi: "Bộ phận", en: "Unit" }, value: ({ names }) => names.unit },
  { name: { vi: "Người phụ trách", en: "Owner" }, value: ({ names }) => names.owner },
  { name: { vi: "Kênh", en: "Channel" }, value: ({ names }) => names.channel },
  { name: { vi: "Sổ theo dõi", en: "Register" }, value: ({ names }) => names.register },
  { name: { vi: "Thời hạn gần nhất", en: "Nearest clock" }, value: ({ names }) => names.dueRule },
  { name: { vi: "Hạn", en: "Due" }, value: ({ dueAt }) => dueAt && inVietnam(dueAt) },
  {
    name: { vi: "Còn lại (giờ làm việc)", en: "Working hours left" },
    value: ({ remaining }, language) => remaining && decimal(remaining.workingMs / HOUR_MS, language),
  },
  {
    name: { vi: "Tạm dừng", en: "Paused" },
    value: ({ isPaused }, language) => (isPaused ? yes[language] : null),
  },
  { name: { vi: "Số lần trễ hạn", en: "Breaches" }, value: ({ breaches }) => breaches },
  {
    name: { vi: "Đánh dấu", en: "Marks" },
    value: ({ marks }, language) => marks.map((mark) => valueWord("mark", "mark", mark)[language]).join(", "),
  },
  { name: { vi: "Cấp", en: "Level" }, value: ({ level }) => level },
  { name: { vi: "Lần", en: "Round" }, value: ({ round }) => round },
  {
    name: { vi: "Kết quả", en: "Outcome" },
    value: ({ outcome }, language) => outcome && valueWord("close", "outcome", outcome)[language],
  },
  { name: { vi: "Kết thúc lúc", en: "Closed at" }, value: ({ closedAt }) => closedAt && inVietnam(closedAt) },
];

/** The names of the columns, as the first line. */
export function headOf(language: ExportLanguage): string {
  return lineFrom(columns.map(({ name }) => name[language]));
}

/** One complaint as a line of RFC 4180. */
export function lineOf(item: Shown<QueueItem>, language: ExportLanguage): string {
  return lineFrom(columns.map(({ value }) => value(item, language)));
}

/** One line of RFC 4180, in which nothing is run as a formula. */
export function lineFrom(values: readonly (string | number | null)[]): string {
  return `${values.map(cellOf).join(",")}\r\n`;
}

/**
 * Where a spreadsheet begins a cell: at the start, and after a semicolon, tab or line break where it is set to another separator
 * than the comma, as it is in Vietnam. Quotes and spaces before a formula do not keep it from being run.
 */
const formulaBegins = /(^|[;\t\r\n])(?=["' ]*[=+\-@＝＋－＠])/g;

/** A text that a spreadsheet would run as a formula stands behind an apostrophe. */
function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^-?\d+([.,]\d)?$/.test(value) ? value : value.replaceAll(formulaBegins, "$1'");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decimal(value: number, language: ExportLanguage): string {
  const text = value.toFixed(1);
  return language === "vi" ? text.replace(".", ",") : text;
}

const minutes = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "short",
});

/** `2026-11-24 09:30`, in Vietnam: spreadsheets of every language take it for a time. */
export function inVietnam(instant: string): string {
  return minutes.format(new Date(instant));
}
