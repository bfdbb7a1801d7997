import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { isOutgoing } from "../../procedure/pure/edition/channel-use.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import type { Move } from "../../procedure/pure/edition/stages.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import type { Context } from "../context.ts";
import { ownFieldPaths } from "../follow/classify.ts";
import type { Complaint } from "../state.ts";
import { formFieldsOf } from "./fields-of-verb.ts";
import { pausable } from "../time/pausable.ts";
import { named, type FormField, type FormFields, type FormLeaf, type FormOption, type Words } from "./form-field.ts";
import { nameable, outgoingVerbs } from "./items-of-file.ts";
import { legalValues, type ClosedField } from "./legal-values.ts";

/** What one open way to a verb takes: enough to draw its form, and every legal value of what is closed. */
export type MoveForm = {
  /** The verb's own, by name. */
  fields: FormFields;
  /** The pack's fields that belong to it, by id: the command's `filled`. */
  filled: Record<string, FormField & { value?: string | number | boolean }>;
  /** What a document handed in with it may be evidence of. */
  documents: { value: string; label: Words; required: boolean }[];
};

export function moveForm(verb: Verb, move: Move, complaint: Complaint, context: Context): MoveForm {
  const { edition } = context;
  const fields = namedFields(verb, edition, complaint);
  for (const [name, given] of Object.entries(move.given ?? {})) close(fields, name, [given].flat());
  const closed = legalValues({ verb, move, closed: closedIn(fields) }, complaint, context);
  for (const each of closed) narrow(fields, each, complaint);
  // How a paper goes is not how the complaint came.
  if (verb === "issue-paper") delete fields["channel"]?.default;
  else if (outgoingVerbs.has(verb)) leaveBy(fields, move, edition, complaint.channel);
  sayWhatPauses(fields, complaint, context);
  return {
    fields,
    filled: filledWith(verb, move, complaint, edition),
    documents: documentsOf(move, complaint, edition),
  };
}

/** A verb's fields with what each could name in this edition and file; still without a word on what is legal. */
export function namedFields(verb: Verb, edition: Edition, complaint: Complaint | null): FormFields {
  const fields = structuredClone(formFieldsOf(verb));
  for (const [name, field] of Object.entries(fields)) {
    nameIn(field, nameable(verb, name, edition, complaint));
    for (const [inner, leaf] of Object.entries(field.fields ?? {}))
      nameIn(leaf, nameable(verb, inner, edition, complaint));
  }
  return fields;
}

/** A pack's field as a form draws it. */
export function packField(id: string, required: boolean, { fields }: Edition): FormField | undefined {
  const field = fields.find((each) => each.id === id);
  if (!field) return undefined;
  const options = field.choices?.map((choice) => ({ value: choice.id, label: bothNames(choice) }));
  return { label: bothNames(field), type: field.type, required, ...(options ? { options } : {}) };
}

function nameIn(field: FormLeaf, options: FormOption[] | undefined): void {
  if (options) Object.assign(field, { type: "choice", options });
}

/** Only these: the move says for which values of a field it is. */
function close(fields: FormFields, name: string, given: (string | boolean)[]): void {
  const field = fields[name];
  if (!field) return;
  const labelled = given.map((value) => field.options?.find((each) => each.value === value) ?? toOption(value));
  Object.assign(field, { options: labelled, ...(field.type === "yes-no" ? {} : { type: "choice" }) });
}

/**
 * Where it must leave in writing, it does, whatever is chosen, and what the complaint came by is proposed only if it is in writing.
 * Nothing leaves by what others pass complaints on by: the channel is named then.
 */
function leaveBy({ written, channel }: FormFields, move: Move, edition: Edition, came: string): void {
  const known = (id: unknown) => edition.channels.find((each) => each.id === id);
  const mustBeWritten = move.channels?.includes("written") ?? false;
  if (mustBeWritten && written?.options?.length === 1) written.required = true;
  if (!channel?.options) return;
  const cameBy = known(came);
  if (cameBy && !isOutgoing(cameBy)) channel.required = true;
  if (!mustBeWritten || cameBy?.written) return;
  const proposed = channel.options.find(({ value }) => known(value)?.written);
  if (proposed) channel.default = proposed.value;
}

/** A pause is offered where it would stop a clock, and says which; elsewhere not at all. */
function sayWhatPauses(fields: FormFields, complaint: Complaint, context: Context): void {
  const { pauses } = fields;
  if (!pauses) return;
  if (!pauses.options?.some(({ value }) => value === true)) {
    delete fields["pauses"];
    return;
  }
  const stopping = new Set(pausable("waiting-for-customer", complaint, context));
  const rules = complaint.clocks.filter(({ clockId }) => stopping.has(clockId)).map(({ rule }) => rule);
  const names = context.edition.clocks.filter(({ id }) => rules.includes(id)).map(bothNames);
  const { vi, en } = pauses.label;
  pauses.label = {
    vi: `${vi}: ${names.map((each) => each.vi).join("; ")}`,
    en: `${en}: ${names.map((each) => each.en).join("; ")}`,
  };
}

/** Leaves the legal values of a field, and leaves out one that need not be given and cannot be. */
function narrow(fields: FormFields, { path, options, required }: ClosedField, complaint: Complaint): void {
  const [name = "", _entry, inner] = path.split(".");
  const within: Record<string, FormLeaf> = inner === undefined ? fields : (fields[name]?.fields ?? {});
  const field = within[inner ?? name];
  if (!field) return;
  if (options.length === 0 && !required) {
    delete within[inner ?? name];
    return;
  }
  Object.assign(field, { options, required });
  const isLegal = (value: unknown) => options.some((each) => each.value === value);
  if (path === "channel" && isLegal(complaint.channel)) field.default = complaint.channel;
  if (!isLegal(field.default)) delete field.default;
}

function toOption(value: string | boolean): FormOption {
  return { value, label: named(String(value)) };
}

/** Closed fields at the top and in the entries of a list that must have one; what stands in an optional group stays as it is. */
function closedIn(fields: FormFields): ClosedField[] {
  return Object.entries(fields).flatMap(([name, { options, required, type, fields: within = {} }]) => {
    if (options) return [{ path: name, options, required }];
    if (type !== "list" || !required) return [];
    return Object.entries(within).flatMap(([inner, leaf]) =>
      leaf.options ? [{ path: `${name}.0.${inner}`, options: leaf.options, required: leaf.required }] : [],
    );
  });
}

function filledWith(verb: Verb, move: Move, complaint: Complaint, edition: Edition): MoveForm["filled"] {
  const { needs = [] } = move;
  const kind = edition.kinds.find(({ id }) => id === complaint.classification?.kind);
  const takesFromCustomer = verb === "receive-information" || verb === "correct-entry";
  // Units tell each other what they found; the customer's information goes with it when it leaves the unit that took it in.
  const firstUnit = edition.stages.find(({ id }) => id === edition.begins)?.unit;
  const handsOver =
    verb === "request-coordination" ||
    (verb === "transfer" && (firstUnit === "owning" || complaint.unit === firstUnit));
  const isThere = (id: string) => complaint.filled[id] !== undefined && complaint.filled[id] !== "";
  const ids = [
    ...needs,
    ...(takesFromCustomer ? [...(kind?.required ?? []), ...(kind?.asked ?? [])] : []),
    ...(handsOver ? (kind?.coordinationInformation ?? []).filter((id) => !isThere(id)) : []),
  ].filter((id) => needs.includes(id) || !(id in ownFieldPaths));
  const entries = [...new Set(ids)].flatMap((id) => {
    const value = complaint.filled[id];
    const field = packField(id, needs.includes(id) && !isThere(id), edition);
    return field ? [[id, value !== undefined && isThere(id) ? { ...field, value } : field] as const] : [];
  });
  return Object.fromEntries(entries);
}

function documentsOf({ needsEvidence = [] }: Move, complaint: Complaint, edition: Edition): MoveForm["documents"] {
  const isThere = (id: string) => complaint.attachments.some(({ evidence }) => evidence === id);
  return edition.evidence.map((each) => ({
    value: each.id,
    label: bothNames(each),
    required: needsEvidence.includes(each.id) && !isThere(each.id),
  }));
}
