import type { ComplaintEvent } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { msFromInstant } from "../procedure/pure/instant.ts";
import { customerReactions } from "./customer-reactions.ts";
import type { OutboxItem } from "./outbox-item.ts";
import { ownerReactions } from "./owner-reactions.ts";
import { notice, type Happened, type Reaction } from "./reaction.ts";
import { signatureReactions } from "./signature-reactions.ts";
import { timeReactions } from "./time-reactions.ts";

/** Written up this long after it happened, a fact is history: whatever had to leave has left by other means. */
const LATE_MS = 5 * 60_000;
/** What came by a connected channel waited for the program and for nobody's typing: only after days is it history. */
const LATE_BY_CHANNEL_MS = 3 * 24 * 60 * 60_000;

/**
 * What must leave because of new facts. History (imported, or typed in late) sends nothing outside, unless a person sends
 * it now. What was typed in late is still news to colleagues; what an import brings from the past is news to nobody.
 */
export function reactionsTo(input: {
  complaintId: string;
  events: readonly ComplaintEvent[];
  complaint: Complaint;
  edition: Edition;
}): OutboxItem[] {
  const { complaintId, events, complaint, edition } = input;
  return events.flatMap((event) => {
    const happened = { event, complaint, edition };
    if (complaint.imported && isLate(event)) return [];
    const outside = isHistory(happened) ? [] : [...customerReactions(happened), ...mailedRequests(event)];
    const inside = [...insideReactions(event), ...ownerReactions(happened), ...timeReactions(happened)];
    return [...outside, ...inside, ...signatureReactions(happened)].map((reaction, index) => ({
      outboxId: `${complaintId}.${event.sequence}.${index}.${reaction.kind}`,
      sequence: event.sequence,
      ...reaction,
    }));
  });
}

function isHistory({ event, complaint }: Happened): boolean {
  const isSentByPerson = event.actor.kind === "person" && event.type !== "ComplaintRegistered";
  return isLate(event) || (complaint.imported && !isSentByPerson);
}

function isLate({ recordedAt, occurredAt, actor }: ComplaintEvent): boolean {
  const cameByChannel = actor.kind === "customer" || (actor.kind === "system" && actor.process === "intake");
  const limitMs = cameByChannel ? LATE_BY_CHANNEL_MS : LATE_MS;
  return msFromInstant(recordedAt) - msFromInstant(occurredAt) > limitMs;
}

/** A request by e-mail goes out with a link to answer by, which is made when the mail is sent: nobody can read it here. */
function mailedRequests({ type, data }: ComplaintEvent): Reaction[] {
  if (type !== "CoordinationRequested" || data.via !== "email") return [];
  const content = { coordinationId: data.coordinationId, unit: data.unit };
  return [{ kind: "answer-link", audience: "link", recipient: null, channel: "email", content, urgency: "now" }];
}

function insideReactions(event: ComplaintEvent): Reaction[] {
  switch (event.type) {
    case "ComplaintAssigned":
      return event.data.personId === null || isOwnDoing(event, event.data.personId)
        ? []
        : [notice("assigned", "person", event.data.personId, {})];
    case "NoteWritten":
      return event.data.mentions
        .filter((personId) => !isOwnDoing(event, personId))
        .map((personId) => notice("mentioned", "person", personId, { noteId: event.data.noteId }));
    case "CoordinationRequested":
    case "CoordinationPassedOn": {
      const { unit, coordinationId } = event.data;
      return [notice("coordination-asked", "unit", unit, { coordinationId })];
    }
    case "ResolutionSubmitted":
      return [notice("approval-asked", "role", event.data.to, { resolutionId: event.data.resolutionId })];
    case "DossierSubmitted":
      return [notice("approval-asked", "role", event.data.to, { dossierId: event.data.dossierId })];
    case "CorrectiveActionOrdered":
      return [notice("action-ordered", "unit", event.data.unit, { actionId: event.data.actionId })];
    default:
      return [];
  }
}

function isOwnDoing({ actor }: ComplaintEvent, personId: string): boolean {
  return actor.kind === "person" && actor.personId === personId;
}
