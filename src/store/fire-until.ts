import { clocksActor } from "../complaint/context.ts";
import { fireDue, nextFiringAt } from "../complaint/follow/fire.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import { append, prepare } from "./append.ts";
import { loadComplaint } from "./load-complaint.ts";
import type { Store } from "./open-store.ts";
import { pinnedEdition } from "./pinned-edition.ts";

/**
 * For writing up history: fires what had fallen due by an instant of the past, as the worker would have done by then, and leaves
 * what fell due later to a later call. Between two facts of history it keeps a clock that ran out from being stopped as if
 * nobody had noticed. For one writer: throws where the complaint goes on meanwhile.
 *
 * @param known the complaint as the last command left it
 */
export async function fireUntil(
  store: Store,
  {
    organisation,
    complaintId,
    known,
    at,
  }: { organisation: string; complaintId: string; known: Complaint; at: Instant },
): Promise<Complaint> {
  const next = nextFiringAt(known);
  if (next === null || next > at) return known;
  const asked = { organisation, complaintId, isNew: false, idempotencyKey: undefined };
  const { loaded, calendarNumber } = await loadComplaint(store.pool, asked);
  if (!loaded?.complaint) throw new Error(`complaint ${complaintId} has no facts`);
  if (at > loaded.decidedAt) throw new Error(`${at} is not in the past`);
  const edition = pinnedEdition(store, loaded.complaint);
  const calendars = await store.calendars.calendarsFor(edition, { number: calendarNumber, connection: store.pool });
  const events = fireDue(loaded.complaint, { edition, calendars, now: at, actor: clocksActor, newId: store.newId });
  if (events.length === 0) return loaded.complaint;
  const prepared = prepare({ loaded, events, actor: clocksActor, commandId: store.newId(), edition });
  await append(store.pool, organisation, [prepared]);
  return prepared.complaint;
}
