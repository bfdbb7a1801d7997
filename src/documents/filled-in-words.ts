import type { Edition } from "../procedure/pure/edition/edition.ts";
import { parseInstant } from "../procedure/pure/instant.ts";
import { instantInFull, plainDay } from "./days-in-words.ts";
import { moneyInWords } from "./money-in-words.ts";

/** A value of one of the pack's own fields, as a reader of paper reads it; empty where there is none. */
export function valueInWords(id: string, value: string | number | boolean | undefined, { fields }: Edition): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "Có" : "Không";
  const field = fields.find((each) => each.id === id);
  if (typeof value === "number") return field?.type === "money" ? moneyInWords(value) : String(value);
  if (field?.type === "instant") return instantTyped(value);
  if (field?.type === "day" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return plainDay(value);
  return field?.choices?.find((choice) => choice.id === value)?.name ?? value;
}

/** With whatever offset it was typed; as it stands where it names no moment. */
function instantTyped(value: string): string {
  const read = parseInstant(value);
  return read.ok ? instantInFull(read.instant) : value;
}
