import type { Calendars } from "../complaint/context.ts";
import type { CalendarRules } from "../procedure/pure/calendar/calendar-rules.ts";
import type { NationalCalendar } from "../procedure/pure/calendar/national-calendar.ts";
import { compileCalendar, type WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { calendarsOfEdition } from "../procedure/pure/edition/calendars-of-edition.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Connection } from "../projections/inside-organisation.ts";

/**
 * The calendars to count on, compiled once each. An organisation's own layer is that of the edition until somebody changed
 * it; from then on the changed one counts for all of its procedures.
 */
export class CalendarBook {
  readonly #national: NationalCalendar;
  readonly #ofEditions = new Map<string, Calendars>();
  readonly #changed = new Map<string, { number: number; calendar: WorkingCalendar }>();

  constructor(national: NationalCalendar) {
    this.#national = national;
  }

  /** @param asked.number the version in force as the database says, 0 for none; an older one in memory is read again. */
  async calendarsFor(
    edition: Edition,
    { number, connection }: { number: number; connection: Connection },
  ): Promise<Calendars> {
    const ofEdition = this.#ofEdition(edition);
    if (number === 0) return ofEdition;
    const { organisation } = edition.ref;
    let changed = this.#changed.get(organisation);
    if (!changed || changed.number < number) {
      changed = await this.#read(organisation, connection);
      this.#changed.set(organisation, changed);
    }
    // A text without working days of its own has the organisation's.
    const own = edition.ownCalendar ? ofEdition.own : changed.calendar;
    return { ...ofEdition, organisation: changed.calendar, own };
  }

  /** The calendar that rules would give, for showing what they would change. */
  compile(rules: CalendarRules): WorkingCalendar {
    return compileCalendar({ national: this.#national, rules });
  }

  #ofEdition(edition: Edition): Calendars {
    let calendars = this.#ofEditions.get(edition.ref.hash);
    if (!calendars) {
      calendars = calendarsOfEdition(edition, this.#national);
      this.#ofEditions.set(edition.ref.hash, calendars);
    }
    return calendars;
  }

  async #read(organisation: string, connection: Connection): Promise<{ number: number; calendar: WorkingCalendar }> {
    const { rows } = await connection.query<{ number: number | null; rules: CalendarRules }>(
      "select number, rules from current_calendar($1)",
      [organisation],
    );
    const version = rows[0];
    if (!version?.number) throw new Error(`${organisation} has no calendar version of its own`);
    return { number: version.number, calendar: this.compile(version.rules) };
  }
}
