import type { Complaint } from "../complaint/state.ts";
import { clockRows, type ClockRow } from "./clocks/clock-rows.ts";
import type { Projected } from "./projected.ts";
import { complaintText, type ComplaintText } from "./search/complaint-text.ts";
import { coordinationRows, type CoordinationRow } from "./unit-inbox/coordination-rows.ts";
import { complaintRow, type ComplaintRow } from "./work-queue/complaint-row.ts";

/** Rows to write, new or in place of those of the same key. */
export type Projection = {
  row: ComplaintRow;
  clocks: ClockRow[];
  coordinations: CoordinationRow[];
  text: ComplaintText | null;
};

/**
 * What the screens show of a complaint. With `before`, only what changed since; rows are never taken away, because clocks
 * and questions end and are not removed.
 */
export function project(now: Projected, before?: Complaint): Projection {
  return {
    row: complaintRow(now),
    clocks: clockRows(now, before),
    coordinations: coordinationRows(now, before),
    text: complaintText(now, { since: before?.sequence ?? 0 }),
  };
}
