import { papersOf } from "../../procedure/pure/edition/papers.ts";
import type { Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import { holds } from "../facts.ts";
import type { Complaint } from "../state.ts";
import { isFoundToBeComplaint, isTriggered, isTriggeredByReceipt } from "./triggers.ts";

/** The papers that a fact makes the provider owe. A duty that is owed and unsettled is not owed twice. */
export function papersAfter(event: NewEvent, complaint: Complaint, { edition, now, newId }: Context): NewEvent[] {
  if (complaint.classification?.complaint === false) return [];
  const isFound = isFoundToBeComplaint(event, edition);
  return edition.paperDuties
    .filter(({ id, on }) => {
      const isOwedSinceReceipt = isFound && isTriggeredByReceipt(on, complaint, now);
      const isOwedBefore = complaint.papersOwed.some(({ duty }) => duty === id);
      return isTriggered(on, event, complaint, now) || (isOwedSinceReceipt && !isOwedBefore);
    })
    .filter((duty) => holds(duty.when, complaint, now))
    .filter((duty) => !complaint.papersOwed.some((owed) => owed.duty === duty.id && owed.issuedAs === null))
    .map((duty) => ({
      type: "PaperOwed",
      occurredAt: event.occurredAt,
      data: { owedId: newId(), duty: duty.id, anyOf: papersOf(duty) },
    }));
}
