import { dayNumberOf, weekdayOf } from "../../procedure/pure/day.ts";
import type { Receipt } from "./complaint-receipt.ts";

const VIETNAM_MS = 7 * 3_600_000;
const weekdays = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"] as const;

/** What the receipt paper says, in Vietnamese as its reader reads it; instants are Vietnam's. */
export function receiptText(receipt: Receipt): string {
  const { number, isComplaint, receivedAt, receivedBy, channel, customer, kind, service, content, remedySought } =
    receipt;
  const { documents, missing, promises } = receipt;
  return [
    receipt.isTraining ? "TẬP HUẤN — không có giá trị" : null,
    line(isComplaint ? "Số khiếu nại" : "Số", number),
    line("Tiếp nhận lúc", instantText(receivedAt)),
    line("Người tiếp nhận", receivedBy),
    line("Hình thức tiếp nhận", channel),
    line("Khách hàng", customer.join(", ")),
    line("Loại", kind),
    line("Dịch vụ", service),
    line("Nội dung", content),
    line("Yêu cầu của khách hàng", remedySought),
    line("Tài liệu kèm theo", documents.join(", ")),
    line("Cần bổ sung", missing.map(({ label }) => label.vi).join(", ")),
    ...promises.map(({ name, dueAt }) => line(name, dueText(dueAt))),
  ]
    .filter((each) => each !== null)
    .join("\n");
}

function line(label: string, value: string | null): string | null {
  return value === null || value === "" ? null : `${label}: ${value}`;
}

/** A term of days ends at the midnight after its last day, and that day is said; one of hours by its minute. */
function dueText(dueAt: string): string {
  const last = new Date(Date.parse(dueAt) + VIETNAM_MS - 1).toISOString();
  return last.endsWith("23:59:59.999Z") ? `hết ${dayText(last.slice(0, 10))}` : instantText(dueAt);
}

function instantText(instant: string): string {
  const inVietnam = new Date(Date.parse(instant) + VIETNAM_MS).toISOString();
  return `${inVietnam.slice(11, 16)} ${dayText(inVietnam.slice(0, 10))}`;
}

/** `T3 24/11/2026`. */
function dayText(day: string): string {
  const [year, month, date] = day.split("-");
  return `${weekdays[weekdayOf(dayNumberOf(day)) - 1]} ${date}/${month}/${year}`;
}
