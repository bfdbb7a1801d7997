import { dayNumberOf, type Day } from "../day.ts";
import type { CalendarRules } from "./calendar-rules.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

export const ownDayKinds = ["closure", "opening"] as const;
/** A day that the organisation itself is closed on, or open on although week or nation rest. */
export type OwnDay = { date: Day; kind: (typeof ownDayKinds)[number]; reason: string };

/** The days that rules name, in order of date. `isOfEdition`: the edition in force names it so, and only another one changes it. */
export function ownDaysOf(rules: CalendarRules, ofEdition: CalendarRules): (OwnDay & { isOfEdition: boolean })[] {
  const stated = namedDays(ofEdition);
  const isStated = (day: OwnDay) =>
    stated.some(({ date, kind, reason }) => date === day.date && kind === day.kind && reason === day.reason);
  const days = namedDays(rules).map((day) => ({ ...day, isOfEdition: isStated(day) }));
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The same rules with one day more; a day that they name already is named anew. */
export function rulesWithDay(rules: CalendarRules, { date, kind, reason }: OwnDay): CalendarRules {
  const without = rulesWithoutDay(rules, date);
  const day = { date, reason };
  return kind === "closure"
    ? { ...without, closures: [...without.closures, day] }
    : { ...without, openings: [...(without.openings ?? []), day] };
}

/**
 * The same rules as they would be had nobody added the day; what the edition itself says of it counts again. Refused for a day that
 * nobody added: the nation's, the edition's own, or an ordinary one.
 *
 * @param inForce the calendar that counts now
 */
export function rulesTakenBack(
  inForce: WorkingCalendar,
  { date, ofEdition }: { date: Day; ofEdition: CalendarRules },
): { ok: true; rules: CalendarRules; day: OwnDay } | { ok: false; why: NotTakenBack; name: string } {
  const { rules } = inForce;
  const day = ownDaysOf(rules, ofEdition).find((each) => each.date === date);
  if (day?.isOfEdition) return { ok: false, why: "of-edition", name: day.reason };
  if (day) {
    const stated = namedDays(ofEdition).find((each) => each.date === date);
    const without = rulesWithoutDay(rules, date);
    return { ok: true, rules: stated ? rulesWithDay(without, stated) : without, day };
  }
  const name = inForce.marks[dayNumberOf(date) - inForce.firstNumber]?.name;
  return name === undefined ? { ok: false, why: "not-added", name: "" } : { ok: false, why: "national", name };
}

/** Why a day cannot be taken back. */
export type NotTakenBack = "not-added" | "national" | "of-edition";

function rulesWithoutDay({ closures, openings, ...others }: CalendarRules, date: Day): CalendarRules {
  const left = openings?.filter((day) => day.date !== date) ?? [];
  const kept = closures.filter((day) => day.date !== date);
  // Without any, the rules read as those of an edition that never had one: equal rules have equal names.
  return { ...others, closures: kept, ...(left.length === 0 ? {} : { openings: left }) };
}

function namedDays({ closures, openings = [] }: CalendarRules): OwnDay[] {
  return [
    ...closures.map(({ date, reason }) => ({ date, reason, kind: "closure" as const })),
    ...openings.map(({ date, reason }) => ({ date, reason, kind: "opening" as const })),
  ];
}
