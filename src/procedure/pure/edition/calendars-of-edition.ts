import { defaultRules, type CalendarRules } from "../calendar/calendar-rules.ts";
import { compileCalendar, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { NationalCalendar } from "../calendar/national-calendar.ts";
import type { Weekday } from "../day.ts";
import type { PackCalendarRules } from "./clocks.ts";
import type { Edition } from "./edition.ts";

/** The organisation's working days, the national ones that law clocks run on, and those that the text itself defines. */
export type EditionCalendars = { organisation: WorkingCalendar; national: WorkingCalendar; own: WorkingCalendar };

/** The calendars that an edition counts on. Where its text defines no working days of its own, `own` is the organisation's. */
export function calendarsOfEdition(edition: Edition, national: NationalCalendar): EditionCalendars {
  const organisation = compileCalendar({ national, rules: rulesOf(edition.calendar) });
  return {
    organisation,
    national: compileCalendar({ national, rules: defaultRules }),
    own: edition.ownCalendar ? compileCalendar({ national, rules: rulesOf(edition.ownCalendar) }) : organisation,
  };
}

/** A pack's calendar as the counting takes it. Vietnam has one zone. */
export function rulesOf(pack: PackCalendarRules): CalendarRules {
  const { source: _source, week, shiftsOn, ...rules } = pack;
  const weekdays = week as Weekday[];
  const withHours = shiftsOn ? { shiftsOn: shiftsOn as NonNullable<CalendarRules["shiftsOn"]> } : {};
  return { ...rules, week: weekdays, ...withHours, offsetMinutes: defaultRules.offsetMinutes };
}
