import { dayOf } from "../../procedure/pure/instant.ts";
import type { Context } from "../context.ts";
import { refuse, type Refusal } from "../refusal.ts";

/**
 * What came on a day was sent on that day or before: another day was typed in wrongly, and lateness is judged by it. Days are the
 * organisation's.
 */
export function dayOfSendingProblem(
  sentOn: string | undefined,
  receivedAt: string,
  { calendars }: Pick<Context, "calendars">,
): Refusal | null {
  if (sentOn === undefined) return null;
  const receivedOn = dayOf(receivedAt, calendars.organisation.offsetMs / 60_000);
  return sentOn > receivedOn ? refuse("sent-after-receipt", { sentOn, receivedOn }, "sentOn") : null;
}

/**
 * A day after the day of receipt cannot be the day of what is complained of: it was typed in wrongly, and the time-bar
 * counts from it. The same day is fine, whatever the hour. Days are the organisation's.
 */
export function eventDayProblem(
  eventOn: string | undefined,
  receivedAt: string,
  { calendars }: Pick<Context, "calendars">,
): Refusal | null {
  if (eventOn === undefined) return null;
  const receivedOn = dayOf(receivedAt, calendars.organisation.offsetMs / 60_000);
  return eventOn > receivedOn ? refuse("event-after-receipt", { eventOn, receivedOn }, "eventOn") : null;
}
