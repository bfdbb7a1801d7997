import { parseDay } from "../procedure/pure/day.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Field } from "../procedure/pure/edition/kinds.ts";
import { parseInstant } from "../procedure/pure/instant.ts";
import type { Attachment } from "./events/parts.ts";
import { refuse, type Refusal } from "./refusal.ts";

/** What is wrong with values given for the pack's fields; null: nothing. Absent fields are not this function's matter. */
export function fieldProblem(filled: Record<string, unknown>, edition: Edition): Refusal | null {
  for (const [id, value] of Object.entries(filled)) {
    const field = edition.fields.find((each) => each.id === id);
    if (!field) return refuse("unknown-field", { name: id }, `filled.${id}`);
    const reason = valueProblem(field, value);
    if (reason) return refuse("field-value", { name: field.name, reason }, `filled.${id}`);
  }
  return null;
}

/** Evidence wanted that no document so far is. */
export function evidenceGap(
  wanted: readonly string[],
  attachments: readonly Attachment[],
  edition: Edition,
): Refusal | null {
  const missing = wanted.filter((id) => !attachments.some((each) => each.evidence === id));
  if (missing.length === 0) return null;
  const names = missing.map((id) => edition.evidence.find((each) => each.id === id)?.name ?? id);
  return refuse("evidence-missing", { wanted: names, evidence: missing }, "attachments");
}

function valueProblem(field: Field, value: unknown): string | null {
  switch (field.type) {
    case "yes-no":
      return typeof value === "boolean" ? null : "true / false";
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : "1, 2.5, …";
    case "money":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? null : "đồng: 150000";
    case "choice":
      return field.choices?.some(({ id }) => id === value)
        ? null
        : (field.choices ?? []).map(({ id }) => id).join(" / ");
    case "day":
      return typeof value === "string" && parseDay(value).ok ? null : "2026-02-12";
    case "instant":
      return typeof value === "string" && parseInstant(value).ok ? null : "2026-02-12T10:00:00+07:00";
    case "email":
      return typeof value === "string" && /^[^\s@]+@[^\s@]+$/.test(value) ? null : "ten@vidu.vn";
    case "phone":
      return typeof value === "string" && /^[+\d][\d\s().-]{3,30}$/.test(value) ? null : "0912 345 678";
    case "text":
    case "long-text":
      return typeof value === "string" ? null : "chữ / text";
  }
}
