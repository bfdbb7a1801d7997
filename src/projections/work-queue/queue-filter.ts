import type { Phase } from "../../procedure/pure/vocabulary.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** One value, or any of several; none of them fits no row. */
type AnyOf<Value extends string = string> = Value | readonly Value[];

/** What narrows a list or a search. */
export type QueueFilter = {
  ownerId?: AnyOf | undefined;
  unit?: AnyOf | undefined;
  procedure?: AnyOf | undefined;
  kind?: AnyOf | undefined;
  register?: AnyOf | undefined;
  stage?: AnyOf | undefined;
  phase?: AnyOf<Phase> | undefined;
  channel?: AnyOf | undefined;
  mark?: AnyOf | undefined;
  customerId?: string | undefined;
  incidentId?: string | undefined;
  isOpen?: boolean | undefined;
  /** Open, and due at this instant or later. */
  dueFrom?: string | undefined;
  /** Open, and due before this instant: `now` for the overdue, later for those due soon. */
  dueBefore?: string | undefined;
  unassigned?: boolean | undefined;
  isPaused?: boolean | undefined;
  /** Received at this instant or later. */
  receivedFrom?: string | undefined;
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
  // One value is looked up in the order of an index; any of several is not.
  const any = (column: string, wanted: AnyOf | undefined) => {
    const single = typeof wanted === "string" ? wanted : wanted?.length === 1 ? wanted[0] : undefined;
    if (single === undefined) add((place) => `r.${column} = any (${place}::text[])`, wanted);
    else add((place) => `r.${column} = ${place}`, single);
  };
  if (wantsOpen(filter)) where.push("r.is_open");
  if (filter.isOpen === false) where.push("not r.is_open");
  any("owner_id", filter.ownerId);
  any("unit", filter.unit);
  any("procedure", filter.procedure);
  any("kind", filter.kind);
  any("register", filter.register);
  any("stage", filter.stage);
  any("phase", filter.phase);
  any("channel", filter.channel);
  add((place) => `r.marks && ${place}::text[]`, filter.mark && [filter.mark].flat());
  add((place) => `r.customer_id = ${place}`, filter.customerId);
  add((place) => `r.incident_id = ${place}`, filter.incidentId);
  add((place) => `r.due_at >= ${place}::timestamptz`, filter.dueFrom);
  add((place) => `r.due_at < ${place}::timestamptz`, filter.dueBefore);
  add((place) => `r.complaint_id = any (${place}::text[])`, filter.complaintIds);
  add((place) => `r.received_at >= ${place}::timestamptz`, filter.receivedFrom);
  if (filter.isPaused) where.push("r.is_paused");
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

function isOpenPhase(phase: AnyOf<Phase> | undefined): boolean {
  return phase !== undefined && ![phase].flat().some((each) => each === "closed" || each === "archived");
}
