import { awaitedDecisions } from "../../complaint/awaited-decisions.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Clock, Complaint, ShownIn } from "../../complaint/state.ts";
import type { Projected } from "../projected.ts";

/** A row of `complaint_row`. Instants are UTC text; `infinity` where nothing is due. Ids and values of events only. */
export type ComplaintRow = {
  organisation: string;
  complaint_id: string;
  arrival: number;
  number: string;
  sequence: number;
  procedure: string;
  edition_hash: string;
  received_at: string;
  updated_at: string;
  channel: string;
  channel_type: string;
  kind: string | null;
  nature: string | null;
  register: string | null;
  is_complaint: boolean;
  stage: string;
  phase: Complaint["phase"];
  is_open: boolean;
  unit: string | null;
  owner_id: string | null;
  level: number;
  round: number;
  marks: string[];
  missing: string[];
  is_imported: boolean;
  is_paused: boolean;
  customer_id: string | null;
  customer_name: string | null;
  excerpt: string;
  due_at: string;
  due_clock_id: string | null;
  due_rule: string | null;
  breaches: number;
  outcome: string | null;
  closed_at: string | null;
  archived_at: string | null;
  units: string[];
  about_person_ids: string[];
  /** What it was linked to last as the same incident. */
  incident_id: string | null;
  /** 0: comes first; 1: in its turn. */
  precedence: 0 | 1;
  /** Verbs of the decisions that it waits for. */
  awaits: string[];
  shown_in: ShownIn;
};

const EXCERPT_CHARS = 160;

export function complaintRow({ organisation, complaintId, arrival, complaint, events }: Projected): ComplaintRow {
  const { classification, customer, edition } = complaint;
  const due = nearestPromise(complaint);
  return {
    organisation,
    complaint_id: complaintId,
    arrival,
    number: complaint.number,
    sequence: complaint.sequence,
    procedure: edition.procedure,
    edition_hash: edition.hash,
    received_at: complaint.receivedAt,
    updated_at: events.at(-1)?.recordedAt ?? complaint.receivedAt,
    channel: complaint.channel,
    channel_type: complaint.channelType,
    kind: classification?.kind ?? null,
    nature: classification?.nature ?? null,
    register: classification?.register ?? null,
    is_complaint: classification?.complaint ?? true,
    stage: complaint.stage,
    phase: complaint.phase,
    is_open: complaint.phase !== "closed" && complaint.phase !== "archived",
    unit: complaint.unit,
    owner_id: complaint.ownerId,
    level: complaint.level,
    round: complaint.round,
    marks: complaint.marks,
    missing: complaint.missing,
    is_imported: complaint.imported,
    is_paused: complaint.pause !== null,
    customer_id: customer.customerId ?? null,
    customer_name: customer.name ?? null,
    excerpt: complaint.content.slice(0, EXCERPT_CHARS).toWellFormed(),
    due_at: due?.dueAt ?? "infinity",
    due_clock_id: due?.clockId ?? null,
    due_rule: due?.rule ?? null,
    breaches: complaint.clocks.filter((clock) => clock.breachedAt !== null).length,
    outcome: "outcome" in complaint ? complaint.outcome : null,
    closed_at: "closedAt" in complaint ? complaint.closedAt : null,
    archived_at: "archivedAt" in complaint ? complaint.archivedAt : null,
    units: unitsWithAPart(events),
    about_person_ids: complaint.aboutPersonIds,
    incident_id: complaint.links.findLast(({ as }) => as === "same-incident")?.to ?? null,
    precedence: comesFirst(complaint) ? 0 : 1,
    awaits: [...new Set(awaitedDecisions(complaint).map(({ verb }) => verb))],
    shown_in: complaint.shownIn,
  };
}

/** Law 19/2023/QH15 Art. 8: a vulnerable consumer's complaint, also where somebody took its priority away again. */
function comesFirst({ marks }: Complaint): boolean {
  return marks.includes("vulnerable") || marks.includes("priority");
}

/** The one to keep: the earliest of what the provider and the law promised. */
function nearestPromise({ clocks }: Complaint): Clock | undefined {
  let nearest: Clock | undefined;
  for (const clock of clocks) {
    if (clock.status !== "running" || clock.origin === "internal") continue;
    if (!nearest || clock.dueAt < nearest.dueAt) nearest = clock;
  }
  return nearest;
}

/** Units that have or had something to do with it, in alphabetical order: who may look at the file. */
function unitsWithAPart(events: readonly ComplaintEvent[]): string[] {
  const units = new Set<string>();
  for (const { type, data } of events) {
    if (
      type === "StageEntered" ||
      type === "ComplaintTransferred" ||
      type === "ComplaintAssigned" ||
      type === "CoordinationRequested" ||
      type === "CoordinationPassedOn" ||
      type === "CorrectiveActionOrdered"
    ) {
      if (data.unit !== null) units.add(data.unit);
    }
  }
  return [...units].sort();
}
