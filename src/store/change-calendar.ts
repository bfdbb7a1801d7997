import { actorRef, type Actor } from "../complaint/context.ts";
import { problemsInRules, type CalendarRules } from "../procedure/pure/calendar/calendar-rules.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import { beginMove, countCountedOtherwise, countedOtherwise, moveBatch } from "./move-clocks.ts";
import { movedClocks, type MovedClock } from "./moved-clocks.ts";
import type { Store } from "./open-store.ts";
import { takeTurn } from "./locks.ts";
import { noteInOrganisation } from "./organisation-log.ts";

export type CalendarChange =
  | { ok: false; problems: string[] }
  /** Another change came in between. */
  | { ok: false; problems: "changed-meanwhile" }
  /**
   * `number`: the version that is in force now; null for a preview, which changes nothing. `left`: complaints that were not gone
   * through for this answer, because they are too many; after a change, workers move them.
   */
  | { ok: true; number: number | null; moved: MovedClock[]; left: number };

/** Complaints that one request goes through. */
const AT_ONCE_MAX = 200;

type Asked = {
  organisation: string;
  rules: CalendarRules;
  reason: string;
  actor: Actor;
  preview: boolean;
  /** The version that the rules were made from, 0 for the edition's own; absent: whichever. */
  basedOn?: number;
  /** What the organisation's log says of it besides its number: which day was added or taken back. */
  noted?: Record<string, string>;
  /** More complaints than these are left to workers. */
  atOnceMax?: number;
};

/**
 * Another working calendar for an organisation, in force from the next command on. A preview shows which open clocks would move.
 * Applying keeps the version with its reason and moves them, complaint by complaint, each by an event of its own: few at once, all
 * of it or nothing; many by the workers, batch by batch.
 */
export async function changeCalendar(store: Store, asked: Asked): Promise<CalendarChange> {
  const { rules, reason, preview } = asked;
  const problems = problemsInRules(rules);
  if (reason.trim() === "") problems.push("reason: why the calendar changes must be said");
  if (problems.length > 0) return { ok: false, problems };
  const calendar = store.calendars.compile(rules);
  return preview ? previewed(store, asked, calendar) : applied(store, asked, calendar);
}

function previewed(store: Store, asked: Asked, calendar: WorkingCalendar): Promise<CalendarChange> {
  const { organisation, reason, atOnceMax: limit = AT_ONCE_MAX } = asked;
  return readInside(store.pool, organisation, async (connection) => {
    const { version } = calendar;
    const from = { afterId: "", isSecondPass: false, begunIn: "0" };
    const ids = await countedOtherwise(connection, { organisation, version, limit, from });
    const moved: MovedClock[] = [];
    for (const complaintId of ids) {
      const made = await movedClocks(store, { organisation, complaintId, calendar, reason, lock: false }, connection);
      moved.push(...made.moved);
    }
    const count = await countCountedOtherwise(connection, { organisation, calendar });
    return { ok: true, number: null, moved, left: count - ids.length };
  });
}

function applied(store: Store, asked: Asked, calendar: WorkingCalendar): Promise<CalendarChange> {
  const { organisation, atOnceMax = AT_ONCE_MAX } = asked;
  return writeInside(store.pool, organisation, async (connection) => {
    const number = await keepVersion(connection, asked);
    if (number === undefined) return { ok: false, problems: "changed-meanwhile" };
    await beginMove(connection, organisation, number);
    const count = await countCountedOtherwise(connection, { organisation, calendar });
    if (count > atOnceMax) return { ok: true, number, moved: [], left: count };
    const { moved, failed } = await moveBatch(store, { organisation, limit: atOnceMax + 1 }, connection);
    if (failed[0]) throw failed[0].error;
    return { ok: true, number, moved, left: 0 };
  });
}

/** The number of the version that is now in force; undefined where it is not the one after `basedOn`. */
async function keepVersion(connection: Connection, asked: Asked): Promise<number | undefined> {
  const { organisation, rules, reason, actor, basedOn, noted = {} } = asked;
  await takeTurn(connection, "calendar version", organisation);
  const { rows } = await connection.query<{ number: number }>(
    `insert into calendar_version (organisation, number, rules, reason, changed_by)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from calendar_version where organisation = $1
     having $5::integer is null or coalesce(max(number), 0) = $5::integer
     returning number`,
    [organisation, JSON.stringify(rules), reason, JSON.stringify(actorRef(actor)), basedOn ?? null],
  );
  const number = rows[0]?.number;
  if (number === undefined) return undefined;
  const facts = [{ type: "CalendarChanged" as const, data: { number, ...noted } }];
  await noteInOrganisation(connection, organisation, { facts, by: actorRef(actor) });
  return number;
}
