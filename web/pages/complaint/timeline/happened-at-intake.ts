import { formatDay, formatTime } from "../../../words/format.ts";
import { text, withPart, type Data, type Happened } from "./happened.ts";
import type { Names } from "../names.ts";
import { valueWord } from "./value-words.ts";

/** Taking in and sorting out. */
export const happenedAtIntake = {
  ComplaintRegistered: {
    group: "changes",
    vi: (data, names) => `Tiếp nhận qua ${names.of("channels", data["channel"])}`,
    en: (data, names) => `Taken in: ${names.of("channels", data["channel"])}`,
    body: ["content", "remedySought"],
  },
  StageEntered: {
    group: "changes",
    vi: (data, names) => `Chuyển sang bước ${names.of("stages", data["stage"])}`,
    en: (data, names) => `Stage: ${names.of("stages", data["stage"])}`,
    follows: true,
  },
  ReceiptAcknowledged: {
    group: "letters",
    vi: (data, names) => `Xác nhận đã nhận qua ${names.of("channels", data["channel"])}`,
    en: (data, names) => `Receipt acknowledged: ${names.of("channels", data["channel"])}`,
  },
  InformationRequested: {
    group: "letters",
    vi: (data) => withPart("Yêu cầu khách hàng bổ sung", text(data, "wanted")),
    en: (data) => withPart("Asked the customer for", text(data, "wanted")),
    body: ["message"],
  },
  InformationReceived: {
    group: "letters",
    vi: "Nhận thông tin bổ sung",
    en: "Information received",
    body: ["message"],
  },
  EntryCorrected: {
    group: "changes",
    vi: (data) => withPart("Sửa thông tin đã nhập", text(data, "reason")),
    en: (data) => withPart("Entry corrected", text(data, "reason")),
    body: ["content", "remedySought"],
  },
  ComplaintWithdrawn: {
    group: "letters",
    vi: "Khách hàng rút khiếu nại",
    en: "Withdrawn by the customer",
    body: ["reason"],
  },
  ComplaintLinked: {
    group: "changes",
    vi: (data) => `Liên kết: ${valueWord(data, "as", "link")}`,
    en: (data) => `Linked: ${valueWord(data, "as", "link")}`,
    body: ["reason"],
  },
  ComplaintUnlinked: { group: "changes", vi: "Bỏ liên kết", en: "Link removed", body: ["reason"] },
  ComplaintSplit: {
    group: "changes",
    vi: (data) => withPart("Tách khiếu nại", text(data, "reason")),
    en: (data) => withPart("Split", text(data, "reason")),
    body: ["content"],
  },
  ComplaintClassified: {
    group: "changes",
    vi: (data, names) => `Phân loại: ${names.of("kinds", data["kind"])}`,
    en: (data, names) => `Classified: ${names.of("kinds", data["kind"])}`,
    body: ["reason"],
  },
  ComplaintMarked: {
    group: "changes",
    vi: (data) => `${data["on"] === false ? "Bỏ dấu" : "Đánh dấu"} ${valueWord(data, "mark", "mark")}`,
    en: (data) => `${data["on"] === false ? "Mark removed" : "Marked"}: ${valueWord(data, "mark", "mark")}`,
    body: ["reason"],
  },
  ComplaintAssigned: {
    group: "changes",
    vi: (data, names) =>
      data["personId"] === null
        ? `Trả về ${names.of("units", data["unit"])}`
        : `${data["handedOver"] === true ? "Bàn giao cho" : "Giao cho"} ${names.person(data["personId"])}`,
    en: (data, names) =>
      data["personId"] === null
        ? `Given back to ${names.of("units", data["unit"])}`
        : `${data["handedOver"] === true ? "Handed over to" : "Assigned to"} ${names.person(data["personId"])}`,
    body: ["reason"],
  },
  NoteWritten: { group: "notes", vi: "Ghi chú nội bộ", en: "Internal note", body: ["text"] },
  AttachmentAdded: {
    group: "notes",
    vi: (data) =>
      withPart(data["scanOf"] === undefined ? "Đính kèm" : "Đính bản quét của văn bản đã ký", text(data, "about")),
    en: (data) =>
      withPart(data["scanOf"] === undefined ? "Attached" : "Scan of a signed paper attached", text(data, "about")),
  },
  FormFilled: {
    group: "changes",
    vi: (data, names) => withPart("Xác nhận, điền", filledIn(data, names)),
    en: (data, names) => withPart("Confirmed, filled in", filledIn(data, names)),
    follows: true,
  },
  CallLogged: {
    group: "calls",
    vi: (data) => `${data["direction"] === "in" ? "Cuộc gọi đến" : "Cuộc gọi đi"}${answered(data["answered"], "vi")}`,
    en: (data) =>
      `${data["direction"] === "in" ? "Incoming call" : "Outgoing call"}${answered(data["answered"], "en")}`,
    body: ["summary"],
  },
  ContactAttempted: {
    group: "calls",
    vi: (data, names) =>
      `Liên hệ qua ${names.of("channels", data["channel"])}: ${data["reached"] === true ? "gặp" : "không gặp"}`,
    en: (data, names) =>
      `Contact by ${names.of("channels", data["channel"])}: ${data["reached"] === true ? "reached" : "not reached"}`,
    body: ["about"],
  },
  CustomerGuided: {
    group: "calls",
    vi: (data) => withPart("Hướng dẫn khách hàng", at(text(data, "callBackAt"), "hẹn gọi lại")),
    en: (data) => withPart("Guided the customer", at(text(data, "callBackAt"), "call back")),
    body: ["steps"],
  },
  CustomerCalledBack: {
    group: "calls",
    vi: (data) => `Gọi lại: ${valueWord(data, "outcome", "callBack")}`,
    en: (data) => `Called back: ${valueWord(data, "outcome", "callBack")}`,
    body: ["summary"],
  },
} as const satisfies Record<string, Happened>;

/** What was affirmed and what was filled in, by the pack's own names. */
function filledIn({ confirmed, filled }: Data, names: Names): string {
  const affirmed = Array.isArray(confirmed) ? (confirmed as { name: string }[]).map(({ name }) => name) : [];
  const values = Object.entries((filled ?? {}) as Record<string, unknown>);
  return [...affirmed, ...values.map(([field, value]) => `${names.field(field)}: ${String(value)}`)].join("; ");
}

function answered(value: unknown, chosen: "vi" | "en"): string {
  if (value !== false) return "";
  return chosen === "vi" ? ", không nghe máy" : ", not answered";
}

function at(instant: string, what: string): string {
  return instant === "" ? "" : `${what} ${formatTime(instant)} ${formatDay(instant)}`;
}
