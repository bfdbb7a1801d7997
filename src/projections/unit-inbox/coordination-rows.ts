import type { Complaint, Coordination } from "../../complaint/state.ts";
import type { Projected } from "../projected.ts";

/** A row of `coordination_row`: one question to a unit. `due_at` is infinity where no clock runs for it. */
export type CoordinationRow = {
  organisation: string;
  complaint_id: string;
  coordination_id: string;
  unit: string;
  status: Coordination["status"];
  asked_at: string;
  due_at: string;
  reminders: number;
  promised_repair_on: string | null;
  is_repair_done: boolean;
  /** The unit has still to do something. */
  is_waiting: boolean;
};

/** The rows of questions that are not as they were. Without `before`, of all. */
export function coordinationRows(now: Projected, before?: Complaint): CoordinationRow[] {
  const rows = now.complaint.coordinations.map((each) => coordinationRow(each, now.complaint, now));
  if (!before) return rows;
  const known = new Set(before.coordinations.map((each) => JSON.stringify(coordinationRow(each, before, now))));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
}

function coordinationRow(
  coordination: Coordination,
  complaint: Complaint,
  { organisation, complaintId }: Projected,
): CoordinationRow {
  const { coordinationId, unit, status, askedAt, reminders, promisedRepairOn, repairDone } = coordination;
  const dues = complaint.clocks
    .filter((clock) => clock.scopeId === coordinationId && clock.status === "running")
    .map((clock) => clock.dueAt);
  return {
    organisation,
    complaint_id: complaintId,
    coordination_id: coordinationId,
    unit,
    status,
    asked_at: askedAt,
    due_at: dues.toSorted()[0] ?? "infinity",
    reminders,
    promised_repair_on: promisedRepairOn ?? null,
    is_repair_done: repairDone,
    is_waiting: status === "asked" || status === "confirmed" || status === "returned",
  };
}
