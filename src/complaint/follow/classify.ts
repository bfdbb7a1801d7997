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
import { refuse, type Refusal } from "../refusal.ts";

export type Classification = NonNullable<EventData<"ComplaintRegistered">["classification"]>;

/** What the edition says of a kind and a service, written out for the log. */
export function classificationOf(
  input: { kind: string; service?: string | undefined; customer: Customer },
  edition: Edition,
): Classification | Refusal {
  const kind = edition.kinds.find(({ id }) => id === input.kind);
  if (!kind) return refuse("unknown-kind", { name: input.kind }, "kind");
  const service = edition.services.find(({ id }) => id === input.service);
  if (input.service !== undefined && !service) return refuse("unknown-service", { name: input.service }, "service");
  const { customerClass, consumer } = input.customer;
  if (customerClass !== undefined && !edition.customerClasses.some(({ id }) => id === customerClass)) {
    return refuse("unknown-customer-class", { name: customerClass }, "customer.customerClass");
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
 * Whether the complaint came too late: the latest of the time-bars of procedure and law that apply. Null where none
 * applies or the day of the event is not known yet.
 */
export function timeBarFor(complaint: Complaint, { edition, calendars, now }: Context): TimeBarAssessment | null {
  if (complaint.classification === null) return null;
  const offsetMinutes = calendars.organisation.offsetMs / 60_000;
  const receivedOn = dayOf(complaint.receivedAt, offsetMinutes);
  const assessments = edition.timeBars
    .filter((rule) => holds(rule.when, complaint, now))
    .flatMap((rule): TimeBarAssessment[] => {
      const eventOn = firstDayOf(rule, complaint);
      if (eventOn === undefined) return [];
      const term = parseTerm(rule.term);
      if (!term.ok) throw new Error(term.reason);
      const calendar = rule.origin === "law" ? calendars.national : calendars.organisation;
      const { lastOn } = timeBarOf({ eventOn, term: term.term, calendar });
      const { id, lateness } = rule;
      return [{ rule: id, eventOn, lastOn, barred: receivedOn > lastOn, lateness, calendarVersion: calendar.version }];
    });
  const latest = assessments.toSorted((one, other) => (one.lastOn < other.lastOn ? 1 : -1))[0] ?? null;
  // What lateness means is the provider's word where it has one; the law only says how long.
  const own = edition.timeBars.find((rule) => rule.origin === "procedure" && holds(rule.when, complaint, now));
  return latest && own ? { ...latest, lateness: own.lateness } : latest;
}

function firstDayOf(rule: TimeBar, { filled, eventOn }: Complaint): string | undefined {
  const billed = filled["first-billed-on"];
  return rule.from === "first-notice-or-bill" && typeof billed === "string" ? billed : eventOn;
}

/** Fields that the file itself carries, beside those that the pack adds. */
const ownFields: Readonly<Record<string, (file: OwnValues) => unknown>> = {
  name: ({ customer }) => customer.name,
  phone: ({ customer }) => customer.phone,
  email: ({ customer }) => customer.email,
  address: ({ customer }) => customer.address,
  "contract-number": ({ customer }) => customer.contract,
  "subscriber-number": ({ customer }) => customer.serviceNumber,
  content: ({ content }) => content,
  "remedy-sought": ({ remedySought }) => remedySought,
  "event-on": ({ eventOn }) => eventOn,
};

type OwnValues = {
  customer: Customer;
  content: string;
  remedySought?: string | undefined;
  eventOn?: string | undefined;
};

function hasField(field: string, file: OwnValues & { filled: Record<string, unknown> }): boolean {
  const value = file.filled[field] ?? ownFields[field]?.(file);
  return value !== undefined && value !== "";
}
