import type { Phase } from "../../procedure/pure/vocabulary.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** What narrows a list or a search. */
export type QueueFilter = {
  ownerId?: string | undefined;
  unit?: string | undefined;
  procedure?: string | undefined;
  kind?: string | undefined;
  register?: string | undefined;
  stage?: string | undefined;
  phase?: Phase | undefined;
  channel?: string | undefined;
  mark?: string | undefined;
  customerId?: string | undefined;
  incidentId?: string | undefined;
  isOpen?: boolean | undefined;
  /** Open, and due at this instant or later. */
  dueFrom?: string | undefined;
  /** Open, and due before this instant: `now` for the overdue, later for those due soon. */
  dueBefore?: string | undefined;
  unassigned?: boolean | undefined;
  /** Of these only: what became of rows that are shown already. */
  complaintIds?: readonly string[] | undefined;
};

/** Conditions on a `complaint_row r`, and the values of their places. */
export type Conditions = { where: string[]; values: unknown[] };

/** The rows of the organisation that fit the filter and that the reader may see. The organisation is $1. */
export function conditionsOf(asked: {
  organisation: string;
  visibility: Visibility;
  filter?: QueueFilter | undefined;
}): Conditions {
  const { organisation, visibility, filter = {} } = asked;
  const values: unknown[] = [organisation];
  const where = ["r.organisation = $1"];
  const add = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (wantsOpen(filter)) where.push("r.is_open");
  if (filter.isOpen === false) where.push("not r.is_open");
  add((place) => `r.owner_id = ${place}`, filter.ownerId);
  add((place) => `r.unit = ${place}`, filter.unit);
  add((place) => `r.procedure = ${place}`, filter.procedure);
  add((place) => `r.kind = ${place}`, filter.kind);
  add((place) => `r.register = ${place}`, filter.register);
  add((place) => `r.stage = ${place}`, filter.stage);
  add((place) => `r.phase = ${place}`, filter.phase);
  add((place) => `r.channel = ${place}`, filter.channel);
  add((place) => `${place} = any (r.marks)`, filter.mark);
  add((place) => `r.customer_id = ${place}`, filter.customerId);
  add((place) => `r.incident_id = ${place}`, filter.incidentId);
  add((place) => `r.due_at >= ${place}::timestamptz`, filter.dueFrom);
  add((place) => `r.due_at < ${place}::timestamptz`, filter.dueBefore);
  add((place) => `r.complaint_id = any (${place}::text[])`, filter.complaintIds);
  if (filter.unassigned) where.push("r.owner_id is null");
  where.push(seenBy(visibility, (value) => `$${values.push(value)}`));
  return { where, values };
}

/** The part of a filter by which an index of `complaint_row` finds few rows among many; undefined where it has none. */
export function indexedPart(filter: QueueFilter): QueueFilter | undefined {
  const { complaintIds, customerId, incidentId, ownerId, unit, dueBefore, dueFrom } = filter;
  if (complaintIds !== undefined) return { complaintIds };
  if (customerId !== undefined) return { customerId };
  if (incidentId !== undefined) return { incidentId };
  if (!wantsOpen(filter)) return undefined;
  if (ownerId !== undefined) return { ownerId, isOpen: true };
  if (dueBefore !== undefined) return { unit, dueFrom, dueBefore, isOpen: true };
  return unit === undefined ? undefined : { unit, isOpen: true };
}

function wantsOpen({ isOpen, phase, dueFrom, dueBefore }: QueueFilter): boolean {
  return isOpen ?? (isOpenPhase(phase) || dueFrom !== undefined || dueBefore !== undefined);
}

function isOpenPhase(phase: Phase | undefined): boolean {
  return phase !== undefined && phase !== "closed" && phase !== "archived";
}
