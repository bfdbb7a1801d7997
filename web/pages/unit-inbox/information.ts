import { formatDay, formatInstant, formatMoney, formatNumber } from "../../words/format.ts";
import { wordsIn, language } from "../../words/language.ts";

const yesNo = { yes: { vi: "có", en: "yes" }, no: { vi: "không", en: "no" } } as const;

/** A value of a pack's field as people write it, by the field's type. */
export function valueText({ type, value }: { type: string; value: string | number | boolean }): string {
  if (typeof value === "boolean") return wordsIn(yesNo, language())[value ? "yes" : "no"];
  if (typeof value === "number") return type === "money" ? formatMoney(value) : formatNumber(value);
  if (type === "day") return formatDay(value);
  return type === "instant" ? formatInstant(value) : value;
}
