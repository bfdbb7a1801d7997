import type { ComplaintEvent } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";

/** What every projection is made from: the facts of one complaint, and the state that they leave. */
export type Projected = {
  organisation: string;
  complaintId: string;
  /** Rises with every complaint of the organisation. */
  arrival: number;
  complaint: Complaint;
  /** All of them, in order; at least one. */
  events: readonly ComplaintEvent[];
};
