import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { NewEvent } from "./events/event.ts";
import type { Complaint } from "./state.ts";

/** What changes together with the stage; the rest stays as it is. */
type Changes = { unit?: string | null | undefined; level?: number | undefined; round?: number | undefined };

/**
 * The fact that a complaint enters a stage. A stage of a unit of its own puts that unit in charge; an "owning" one leaves
 * whoever it is, or becomes with the same command.
 */
export function stageEntered(
  stage: string,
  complaint: Complaint,
  { edition, at }: { edition: Edition; at: string },
  { unit = complaint.unit, level = complaint.level, round = complaint.round }: Changes = {},
): NewEvent {
  const entered = edition.stages.find(({ id }) => id === stage);
  if (!entered) throw new Error(`edition ${edition.ref.hash} leads to the unknown stage ${stage}`);
  const inCharge = entered.unit === "owning" ? unit : entered.unit;
  const data = { stage, phase: entered.phase, from: complaint.stage, unit: inCharge, level, round };
  return { type: "StageEntered", occurredAt: at, data };
}
