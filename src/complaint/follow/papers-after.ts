import type { Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import { holds } from "../facts.ts";
import type { Complaint } from "../state.ts";
import { isTriggered } from "./triggers.ts";

/** The papers that a fact makes the provider owe. A duty that is owed and unsettled is not owed twice. */
export function papersAfter(event: NewEvent, complaint: Complaint, { edition, now, newId }: Context): NewEvent[] {
  if (complaint.classification?.complaint === false) return [];
  return edition.paperDuties
    .filter((duty) => isTriggered(duty.on, event, complaint, now) && holds(duty.when, complaint, now))
    .filter((duty) => !complaint.papersOwed.some((owed) => owed.duty === duty.id && owed.issuedAs === null))
    .map((duty) => ({
      type: "PaperOwed",
      occurredAt: event.occurredAt,
      data: { owedId: newId(), duty: duty.id, anyOf: duty.anyOf },
    }));
}
