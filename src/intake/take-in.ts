import { writeInside } from "../projections/inside-organisation.ts";
import { keepArrival, type Arrival, type NewArrival } from "../store/arrivals.ts";
import type { Store } from "../store/open-store.ts";

/** `tokenKey`: under which the tokens in outgoing mail are signed. */
export type IntakeWiring = { store: Store; tokenKey: string };

/** How it ended. `repeated`: the same message was kept before, and may have been handled then. */
export type TakenIn = {
  arrivalId: string;
  status: Arrival["status"];
  complaintId: string | null;
  repeated: boolean;
};

/**
 * Keeps what came in, finds out what it is about, and makes it a fact of a complaint, or leaves it to a person. May be called again after
 * it broke off anywhere: one fact results. Its original and attachments are in the store of attachments before.
 */
export async function takeInArrival({ store }: IntakeWiring, arrival: NewArrival): Promise<TakenIn> {
  const { organisation } = arrival;
  const kept = await writeInside(store.pool, organisation, (connection) => keepArrival(connection, arrival));
  const { arrivalId, status, complaintId } = kept.arrival;
  return { arrivalId, status, complaintId, repeated: kept.repeated };
}
