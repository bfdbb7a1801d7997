import { visibilityOf } from "../../access/actor.ts";
import { verbsOfAdministrator } from "../../complaint/moves.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { maySee } from "../../projections/visibility.ts";
import { complaintRow } from "../../projections/work-queue/complaint-row.ts";
import { pinnedEdition } from "../../store/pinned-edition.ts";
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
export async function readComplaint(wiring: Wiring, who: SignedIn, complaintId: string): Promise<ReadComplaint> {
  const { read, isSeen } = await lookUp(wiring, who, complaintId);
  if (!isSeen) throw problem("complaint-unknown");
  return read;
}

/**
 * Reads a complaint that this person may do something with: `reached` says which verbs, "all" where they may see it. An
 * administrator reaches one unseen for what its edition gives to administrators. The answer must show no more of it than that.
 */
export async function reachComplaint(
  wiring: Wiring,
  who: SignedIn,
  complaintId: string,
): Promise<ReadComplaint & { reached: readonly Verb[] | "all" }> {
  const { read, isSeen } = await lookUp(wiring, who, complaintId);
  const isHere = read.complaint.shownIn === visibilityOf(who.actor).shownIn;
  const reached = isSeen
    ? "all"
    : !isHere
      ? []
      : verbsOfAdministrator(read.complaint, { edition: read.edition, actor: who.actor });
  if (reached.length === 0) throw problem("complaint-unknown");
  return { ...read, reached };
}

/**
 * Lets through who may see a complaint, or reaches it for this verb, which is decided next. Who sees everything need not be asked: for
 * whom it is about, the decision is that there is none.
 */
export async function reachForVerb(wiring: Wiring, who: SignedIn, complaintId: string, verb: Verb): Promise<void> {
  if (visibilityOf(who.actor).units === "all") return;
  const { reached } = await reachComplaint(wiring, who, complaintId);
  if (reached !== "all" && !reached.includes(verb)) throw problem("complaint-unknown");
}

async function lookUp({ pool, registry }: Wiring, { identity, actor }: SignedIn, complaintId: string) {
  const asked = { organisation: identity.organisation, complaintId, isNew: false, idempotencyKey: undefined };
  const { loaded, calendarNumber } = await loadComplaint(pool, asked);
  if (!loaded?.complaint) throw problem("complaint-unknown");
  const { complaint } = loaded;
  const edition = pinnedEdition({ registry }, complaint);
  const { units } = complaintRow({ ...loaded, complaint });
  const { ownerId, aboutPersonIds, shownIn } = complaint;
  const read: ReadComplaint = { ...loaded, complaint, edition, calendarNumber };
  return { read, isSeen: maySee(visibilityOf(actor), { units, ownerId, aboutPersonIds, shownIn }) };
}
