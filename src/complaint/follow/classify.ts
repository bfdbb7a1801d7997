import { CalendarRangeError, type WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { TimeBar } from "../../procedure/pure/edition/kinds.ts";
import { dayOf } from "../../procedure/pure/instant.ts";
import { parseTerm } from "../../procedure/pure/term/term.ts";
import { timeBarOf } from "../../procedure/pure/term/time-bar.ts";
import type { Context } from "../context.ts";
import type { EventData } from "../events/event.ts";
import type { Attachment, Customer, TimeBarAssessment } from "../events/parts.ts";
import { holds } from "../facts.ts";
import type { Complaint } from "../state.ts";
import { known, refuse, type Refusal } from "../refusal.ts";

export type Classification = NonNullable<EventData<"ComplaintRegistered">["classification"]>;

/** What the edition says of a kind and a service, written out for the log. */
export function classificationOf(
  input: { kind: string; service?: string | undefined; customer: Customer },
  edition: Edition,
): Classification | Refusal {
  const kind = edition.kinds.find(({ id }) => id === input.kind);
  if (!kind) return refuse("unknown-kind", { name: input.kind, ...known(edition.kinds) }, "kind");
  const service = edition.services.find(({ id }) => id === input.service);
  if (input.service !== undefined && !service)
    return refuse("unknown-service", { name: input.service, ...known(edition.services) }, "service");
  const { customerClass, consumer } = input.customer;
  if (customerClass !== undefined && !edition.customerClasses.some(({ id }) => id === customerClass)) {
    return refuse(
      "unknown-customer-class",
      { name: customerClass, ...known(edition.customerClasses) },
      "customer.customerClass",
    );
  }
  return {
    kind: kind.id,
    nature: kind.nature,
    register: kind.register,
    complaint: kind.complaint,
    ...(service ? { service: service.id } : {}),
    regulatedService: service?.regulated ?? false,
    ...(customerClass === undefined ? {} : { customerClass }),
    consumer: consumer ?? true,
  };
}

/** What the kind and the complainant need and the file lacks: ids of fields and evidence. Unknown kind: the kind itself. */
export function missingOf(
  file: {
    classification: Classification | null;
    complainant: { as: string };
    customer: Customer;
    content: string;
    remedySought?: string | undefined;
    eventOn?: string | undefined;
    filled: Record<string, unknown>;
    attachments: readonly Attachment[];
  },
  edition: Edition,
): string[] {
  const kind = edition.kinds.find(({ id }) => id === file.classification?.kind);
  if (!kind) return ["kind"];
  const needs = edition.complainants.find(({ id }) => id === file.complainant.as)?.needs ?? [];
  const evidence = [...needs, ...kind.evidence].filter(
    (id) =>
      edition.evidence.find((each) => each.id === id)?.from !== "provider" &&
      !file.attachments.some((each) => each.evidence === id),
  );
  return [...kind.required.filter((field) => !hasField(field, file)), ...evidence];
}

/**
 * Whether the complaint was brought too late, by the day on which it was sent where that is known, else by that of receipt: the latest of the time-bars of procedure and law that apply. Null where none
 * applies, or one of them cannot be counted yet because its first day is not known: that one may be the latest.
 */
export function timeBarFor(complaint: Complaint, { edition, calendars, now }: Context): TimeBarAssessment | null {
  if (complaint.classification === null) return null;
  const offsetMinutes = calendars.organisation.offsetMs / 60_000;
  const broughtOn = complaint.sentOn ?? dayOf(complaint.receivedAt, offsetMinutes);
  const rules = edition.timeBars.filter((rule) => holds(rule.when, complaint, now));
  const assessments = rules.flatMap((rule): TimeBarAssessment[] => {
    const eventOn = firstDayOf(rule, complaint);
    const calendar = rule.origin === "law" ? calendars.national : calendars.organisation;
    const lastOn = eventOn === undefined ? undefined : lastDayIn({ eventOn, term: rule.term, calendar });
    if (eventOn === undefined || lastOn === undefined) return [];
    const { id, lateness } = rule;
    return [{ rule: id, eventOn, lastOn, barred: broughtOn > lastOn, lateness, calendarVersion: calendar.version }];
  });
  if (assessments.length < rules.length) return null;
  const latest = assessments.toSorted((one, other) => (one.lastOn < other.lastOn ? 1 : -1))[0] ?? null;
  // What lateness means is the provider's word where it has one; the law only says how long.
  const own = rules.find((rule) => rule.origin === "procedure");
  return latest && own ? { ...latest, lateness: own.lateness } : latest;
}

/** Undefined outside the calendar's years: a day typed in wrongly must not keep a complaint from being registered. */
function lastDayIn(input: { eventOn: string; term: string; calendar: WorkingCalendar }): string | undefined {
  const term = parseTerm(input.term);
  if (!term.ok) throw new Error(term.reason);
  try {
    return timeBarOf({ ...input, term: term.term }).lastOn;
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}

function firstDayOf(rule: TimeBar, { filled, eventOn }: Complaint): string | undefined {
  const billed = filled["first-billed-on"];
  return rule.from === "first-notice-or-bill" && typeof billed === "string" ? billed : eventOn;
}

/** Fields of packs that the file itself carries, and where in it they stand; every other one stands under `filled`. */
export const ownFieldPaths: Readonly<Record<string, string>> = {
  name: "customer.name",
  phone: "customer.phone",
  email: "customer.email",
  address: "customer.address",
  "contract-number": "customer.contract",
  "subscriber-number": "customer.serviceNumber",
  content: "content",
  "remedy-sought": "remedySought",
  "event-on": "eventOn",
};

type OwnValues = {
  customer: Customer;
  content: string;
  remedySought?: string | undefined;
  eventOn?: string | undefined;
};

function hasField(field: string, file: OwnValues & { filled: Record<string, unknown> }): boolean {
  const value = file.filled[field] ?? valueAt(ownFieldPaths[field], file);
  return value !== undefined && value !== "";
}

function valueAt(path: string | undefined, file: object): unknown {
  return path?.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], file);
}
