import type { AllowedAction } from "../../src/complaint/allowed-actions.ts";
import type { Command } from "../../src/complaint/command.ts";
import type { Attachment } from "../../src/complaint/events/parts.ts";
import { fieldsOf } from "../../src/complaint/forms/fields-of-verb.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import type { Edition } from "../../src/procedure/pure/edition/edition.ts";
import { dayOf, instantFromMs, msFromInstant } from "../../src/procedure/pure/instant.ts";
import { verbs, type Verb } from "../../src/procedure/pure/vocabulary.ts";
import type { Choices } from "./choices.ts";

type Here = { edition: Edition; complaint: Complaint | undefined; now: string; choices: Choices };

/** A command that somebody could give here: a verb that is open to them, its fields from its schema and the edition's own words. */
export function legalCommand(action: Extract<AllowedAction, { allowed: true }>, here: Here): Command {
  const move = here.choices.oneOf(action.moves);
  const given = move?.given ?? {};
  const meant = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? here.choices.oneOf(value) : value]),
  );
  return {
    verb: action.verb,
    data: { ...(valueOf(action.fields, action.verb, here) as object), ...meant },
    confirmed: action.moves.flatMap(({ confirm }) => confirm.map(({ id }) => id)),
    filled: Object.fromEntries(
      action.moves.flatMap(({ needs }) => needs).map((field) => [field, fieldValue(field, here)]),
    ),
    attachments: action.moves.flatMap(({ needsEvidence }) => needsEvidence).map(documentOf),
    ...occurred(here),
  };
}

/** Any verb with any fields: mostly nonsense, never a crash. */
export function wildCommand(here: Here): Command {
  const verb = here.choices.oneOf(verbs) ?? "note";
  const data = here.choices.oneIn(4) ? { nonsense: here.choices.below(9) } : valueOf(fieldsOf(verb), verb, here);
  const filled = here.choices.oneIn(4) ? { "no-such-field": 1 } : undefined;
  return { verb, data, filled, ...occurred(here) };
}

/** A complaint of one of the edition's kinds, or of none yet. */
export function registration(here: Here): Command {
  const { edition, choices } = here;
  const data = valueOf(fieldsOf("register"), "register", here) as Record<string, unknown>;
  const complaintKinds = edition.kinds.filter(({ complaint }) => complaint);
  const kind = choices.oneIn(6) ? choices.oneOf(edition.kinds) : choices.oneOf(complaintKinds);
  return {
    verb: "register",
    data: {
      ...data,
      channel: choices.oneOf(edition.channels)?.id,
      kind: kind?.id,
      imported: false,
      aboutPersonIds: [],
    },
  };
}

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
};

function valueOf(schema: Schema, name: string, here: Here): unknown {
  const { choices } = here;
  const known = knownValues(name, here);
  if (known !== undefined && schema.type !== "array" && schema.type !== "object")
    return choices.oneOf(known) ?? "nothing";
  if (schema.enum) return choices.oneOf(schema.enum);
  if ("const" in schema) return schema.const;
  if (schema.anyOf) return valueOf(choices.oneOf(schema.anyOf) ?? {}, name, here);
  switch (schema.type) {
    case "object": {
      const properties = Object.entries(schema.properties ?? {});
      const wanted = properties.filter(([key]) => schema.required?.includes(key) || choices.oneIn(3));
      return Object.fromEntries(wanted.map(([key, inner]) => [key, valueOf(inner, key, here)]));
    }
    case "array": {
      const count = Math.max(schema.minItems ?? 0, choices.below(3));
      return Array.from({ length: count }, () => valueOf(schema.items ?? {}, name, here));
    }
    case "boolean":
      return choices.oneIn(2);
    case "integer":
    case "number":
      return (schema.minimum ?? 0) + choices.below(Math.min(5, (schema.maximum ?? 5) - (schema.minimum ?? 0) + 1));
    case "null":
      return null;
    default:
      return "chữ";
  }
}

/** Words that mean something in this edition or this file; undefined: any text will do. */
function knownValues(name: string, { edition, complaint, now, choices }: Here): unknown[] | undefined {
  const ids: Record<string, () => unknown[]> = {
    unit: () => edition.units.map(({ id }) => id),
    kind: () => edition.kinds.map(({ id }) => id),
    service: () => edition.services.map(({ id }) => id),
    channel: () => edition.channels.map(({ id }) => id),
    customerClass: () => edition.customerClasses.map(({ id }) => id),
    as: () => ["duplicate", "related", ...edition.complainants.map(({ id }) => id)],
    paper: () => edition.papers.map(({ id }) => id),
    stage: () => edition.stages.map(({ id }) => id),
    personId: () => ["person-1", "person-2"],
    by: () => ["2 working days", "approver", "clerk", dayAhead(now, 9)],
    coordinationId: () => (complaint?.coordinations ?? []).map(({ coordinationId }) => coordinationId),
    remedyId: () => (complaint?.remedies ?? []).map(({ remedyId }) => remedyId),
    promiseId: () => (complaint?.promises ?? []).map(({ promiseId }) => promiseId),
    clockId: () => (complaint?.clocks ?? []).map(({ clockId }) => clockId),
    requestId: () => (complaint?.informationRequests ?? []).map(({ requestId }) => requestId),
    appointmentId: () => (complaint?.appointments ?? []).map(({ appointmentId }) => appointmentId),
    meetingId: () => (complaint?.meetings ?? []).map(({ meetingId }) => meetingId),
    linkId: () => (complaint?.links ?? []).map(({ linkId }) => linkId),
    dossierId: () => (complaint?.dossiers ?? []).map(({ dossierId }) => dossierId),
    actionId: () => (complaint?.actions ?? []).map(({ actionId }) => actionId),
    watchId: () => (complaint?.watches ?? []).map(({ watchId }) => watchId),
    debtId: () => (complaint?.debtsHeld ?? []).map(({ debtId }) => debtId),
    paperId: () => (complaint?.papers ?? []).map(({ paperId }) => paperId),
    of: () => [...(complaint?.replies ?? []).map(({ replyId }) => replyId), "unknown"],
    aboutPersonIds: () => ["person-3"],
    eventOn: () => [dayAhead(now, -choices.below(200))],
    meetingAt: () => [later(now, 1 + choices.below(200))],
    callBackAt: () => [later(now, choices.below(3))],
    startedAt: () => [now],
    endedAt: () => [now],
  };
  const days = ["dueOn", "promisedRepairOn", "until", "onDay"];
  if (days.includes(name)) return [dayAhead(now, choices.below(12) - 1)];
  return ids[name]?.();
}

function fieldValue(id: string, { edition, now }: Here): string | number | boolean {
  const field = edition.fields.find((each) => each.id === id);
  switch (field?.type) {
    case "yes-no":
      return true;
    case "number":
    case "money":
      return 1000;
    case "choice":
      return field.choices?.[0]?.id ?? "";
    case "day":
      return dayAhead(now, -3);
    case "instant":
      return now;
    case "email":
      return "ten@vidu.vn";
    case "phone":
      return "0912 345 678";
    default:
      return "chữ";
  }
}

/** Now and then a late entry. */
function occurred({ complaint, now, choices }: Here): { occurredAt?: string } {
  if (!complaint || !choices.oneIn(6)) return {};
  const since = msFromInstant(now) - msFromInstant(complaint.receivedAt);
  return { occurredAt: instantFromMs(msFromInstant(complaint.receivedAt) + choices.below(since + 1)) };
}

function documentOf(evidence: string): Attachment {
  return {
    attachmentId: evidence,
    name: evidence,
    type: "application/pdf",
    bytes: 1,
    sha256: "0".repeat(64),
    evidence,
  };
}

function dayAhead(now: string, days: number): string {
  return dayOf(later(now, days * 24), 420);
}

function later(now: string, hours: number): string {
  return instantFromMs(msFromInstant(now) + hours * 3_600_000);
}

/** What the model may not do at random: it needs another edition in hand. */
export const leftOut: readonly Verb[] = ["move-to-edition"];
