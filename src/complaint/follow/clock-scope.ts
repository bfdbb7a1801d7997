import type { ClockScope } from "../../procedure/pure/vocabulary.ts";
import type { NewEvent } from "../events/event.ts";
import type { Complaint } from "../state.ts";

type Data = Record<string, unknown>;

/** What a starting fact opens a clock for: one instance a scope, and one for each promise of a reply. */
export function scopesStarted(
  scope: ClockScope,
  event: NewEvent,
  complaint: Complaint,
): { scopeId: string; data: Data }[] {
  const data: Data = event.data;
  switch (scope) {
    case "complaint":
      return [{ scopeId: "complaint", data }];
    case "level":
      return [{ scopeId: `level-${complaint.level}`, data }];
    case "round":
      return [{ scopeId: `round-${complaint.round}`, data }];
    case "stage":
      return [{ scopeId: `${complaint.stage}-${complaint.stageEntries[complaint.stage] ?? 0}`, data }];
    case "promise":
      return event.type === "ReplyGiven"
        ? event.data.promises.map((each) => ({ scopeId: each.promiseId, data: each }))
        : [];
    case "appointment":
      return scoped(data["nextAppointmentId"] ?? data["appointmentId"], data);
    case "coordination":
      return scoped(data["coordinationId"], data);
    case "remedy":
      return scoped(data["remedyId"], data);
    case "action":
      return scoped(data["actionId"] ?? data["watchId"], data);
  }
}

/** The item that a fact is about, where a clock of this scope counts for one item; undefined: it concerns every one. */
export function stoppingItem(scope: string, event: NewEvent): string | undefined {
  const data: Data = event.data;
  const field = itemFields[scope];
  const value = field?.map((name) => data[name]).find((each) => typeof each === "string");
  return typeof value === "string" ? value : undefined;
}

/** The id of what was sent by a fact, at first or once more, so that a bounce of it can be told apart. */
export function itemOf(event: NewEvent): string | null {
  const data: Data = event.data;
  const value = [...sentFields, "of"].map((name) => data[name]).find((each) => typeof each === "string");
  return typeof value === "string" ? value : null;
}

const itemFields: Readonly<Record<string, readonly string[]>> = {
  promise: ["promiseId"],
  appointment: ["appointmentId"],
  coordination: ["coordinationId"],
  remedy: ["remedyId"],
  action: ["actionId", "watchId"],
};

/** The fields by which facts name what they send. */
export const sentFields = ["replyId", "noticeId", "paperId", "meetingId", "acknowledgementId"] as const;

function scoped(id: unknown, data: Data): { scopeId: string; data: Data }[] {
  return typeof id === "string" ? [{ scopeId: id, data }] : [];
}
