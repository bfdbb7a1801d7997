/**
 * How long something may take, as a procedure writes it.
 *
 * - minutes, hours: `elapsed` run through nights and holidays; `working` run only inside the organisation's shifts.
 * - days: `working` counts open days only; `calendar` counts every day.
 * - weeks, months: always `calendar` (Civil Code 2015 Đ148.2, Đ148.3).
 */
export type Term = {
  amount: number;
  unit: "minutes" | "hours" | "days" | "weeks" | "months";
  counting: "elapsed" | "working" | "calendar";
};

/** Largest amount of each unit: about ten years, far beyond any complaint. The smallest is 1. */
export const termAmountMax: Readonly<Record<Term["unit"], number>> = {
  minutes: 10_000,
  hours: 10_000,
  days: 3_650,
  weeks: 520,
  months: 120,
};

/**
 * Reads a term: `30 minutes`, `24 hours`, `8 working hours`, `20 days`, `2 working days`, `1 week`, `3 months`; singular or
 * plural, any letter case, a leading zero allowed ("02 working days"). Refuses zero, negatives, decimals, amounts above
 * `termAmountMax`, working weeks and months, and everything else, with a line that says how to mend it.
 */
export function parseTerm(text: string): { ok: true; term: Term } | { ok: false; reason: string } {
  const match = /^\s*(\S+)\s+(?:(working)\s+)?(minute|hour|day|week|month)s?\s*$/i.exec(text);
  if (!match)
    return refuse(text, 'write for example "30 minutes", "8 working hours", "2 working days", "20 days", "3 months"');
  const amountText = match[1] ?? "";
  const unit = `${(match[3] ?? "").toLowerCase()}s` as Term["unit"];
  const working = match[2] !== undefined;
  if (!/^\d{1,6}$/.test(amountText)) return refuse(text, "the amount must be a whole number without sign or decimals");
  const amount = Number(amountText);
  if (amount < 1) return refuse(text, "the amount must be at least 1");
  if (amount > termAmountMax[unit]) return refuse(text, `at most ${termAmountMax[unit]} ${unit} can be counted`);
  if (working && (unit === "weeks" || unit === "months"))
    return refuse(text, `${unit} are counted by the calendar only`);
  return { ok: true, term: { amount, unit, counting: countingOf({ unit, working }) } };
}

/** Canonical English, as packs write it: `parseTerm(formatTerm(term))` gives the same term. */
export function formatTerm({ amount, unit, counting }: Term): string {
  const noun = amount === 1 ? unit.slice(0, -1) : unit;
  return counting === "working" ? `${amount} working ${noun}` : `${amount} ${noun}`;
}

/** As Vietnamese papers write it, two digits at least: "02 ngày làm việc", "03 tháng". */
export function formatTermVietnamese({ amount, unit, counting }: Term): string {
  const words = `${String(amount).padStart(2, "0")} ${vietnameseUnits[unit]}`;
  return counting === "working" ? `${words} làm việc` : words;
}

const vietnameseUnits: Readonly<Record<Term["unit"], string>> = {
  minutes: "phút",
  hours: "giờ",
  days: "ngày",
  weeks: "tuần",
  months: "tháng",
};

/** Whether a term as text runs through nights and holidays: `30 minutes`, `24 hours`. */
export function isElapsedTerm(text: string): boolean {
  const parsed = parseTerm(text);
  return parsed.ok && parsed.term.counting === "elapsed";
}

function countingOf({ unit, working }: { unit: Term["unit"]; working: boolean }): Term["counting"] {
  if (working) return "working";
  return unit === "minutes" || unit === "hours" ? "elapsed" : "calendar";
}

function refuse(text: string, mend: string): { ok: false; reason: string } {
  return { ok: false, reason: `"${text}" is not a term: ${mend}` };
}
