import type { PaperFacts } from "./paper-facts.ts";
import { textValues } from "./text-values.ts";

/** What a piece of a reply may name as `{number}`: in Vietnamese and English, as whoever writes one reads it. */
export const macroVariables = {
  customerName: { vi: "Tên khách hàng", en: "Name of the customer" },
  number: { vi: "Số khiếu nại", en: "Number of the complaint" },
  service: { vi: "Dịch vụ", en: "Service" },
  content: { vi: "Nội dung khiếu nại", en: "What is complained of" },
  receivedOn: { vi: "Ngày nhận", en: "Day of receipt" },
  answerDueOn: { vi: "Hạn trả lời", en: "Answer due" },
  promises: { vi: "Các thời hạn đã hứa", en: "Promised days" },
  cause: { vi: "Nguyên nhân đã tìm ra", en: "Cause that was found" },
  handling: { vi: "Việc đã làm", en: "What was done" },
  commitments: { vi: "Việc đã hẹn làm", en: "What was promised" },
  remedies: { vi: "Khoản điều chỉnh", en: "Remedies" },
  owner: { vi: "Người phụ trách", en: "Person in charge" },
  helplines: { vi: "Số điện thoại hỗ trợ", en: "Telephone for help" },
  outsideWays: { vi: "Nơi giải quyết bên ngoài", en: "Where to turn outside" },
  organisation: { vi: "Tên nhà cung cấp", en: "Name of the provider" },
} as const;
export type MacroVariable = keyof typeof macroVariables;

const placeholder = /\{([^{}\n]{0,60})\}/g;
/** Stands where the file has nothing yet, so that nobody overlooks it. */
const OPEN = "……";

/** Names in braces that are none of the variables. */
export function unknownVariables(content: string): string[] {
  return [...new Set([...content.matchAll(placeholder)].map(([, name = ""]) => name))].filter(
    (name) => !isVariable(name),
  );
}

/** A piece with what this file has, and the variables for which it has nothing. */
export function filledMacro(content: string, facts: PaperFacts): { text: string; open: MacroVariable[] } {
  const values = textValues(facts);
  const open = new Set<MacroVariable>();
  const text = content.replaceAll(placeholder, (whole, name: string) => {
    if (!isVariable(name)) return whole;
    const value = values[name].trim();
    if (value === "") open.add(name);
    return value === "" ? OPEN : value;
  });
  return { text, open: [...open] };
}

function isVariable(name: string): name is MacroVariable {
  return Object.hasOwn(macroVariables, name);
}
