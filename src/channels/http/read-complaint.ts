import { maySee, visibilityOf } from "../../access/actor.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { complaintRow } from "../../projections/work-queue/complaint-row.ts";
import { loadComplaint, type LoadedComplaint } from "../../store/load-complaint.ts";
import type { SignedIn, Wiring } from "./api.ts";
import { problem } from "./problem.ts";

/** A complaint with its facts, the edition that it is pinned to, and the calendar version in force. */
export type ReadComplaint = Omit<LoadedComplaint, "complaint"> & {
  complaint: Complaint;
  edition: Edition;
  calendarNumber: number;
};

/** Reads a complaint that this person may see, in one round trip. One that they may not see does not exist for them. */
export async function readComplaint(
  { pool, registry }: Wiring,
  { identity, actor }: SignedIn,
  complaintId: string,
): Promise<ReadComplaint> {
  const asked = { organisation: identity.organisation, complaintId, isNew: false, idempotencyKey: undefined };
  const { loaded, calendarNumber } = await loadComplaint(pool, asked);
  if (!loaded?.complaint) throw problem("complaint-unknown");
  const { complaint } = loaded;
  const { units } = complaintRow({ ...loaded, complaint });
  const { ownerId, aboutPersonIds } = complaint;
  if (!maySee(visibilityOf(actor), { units, ownerId, aboutPersonIds })) throw problem("complaint-unknown");
  const edition = registry.byHash(complaint.edition.hash);
  if (!edition) throw new Error(`edition ${complaint.edition.hash} is not loaded`);
  return { ...loaded, complaint, edition, calendarNumber };
}
