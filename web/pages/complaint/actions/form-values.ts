import type { FormField, FormLeaf, Move } from "./described.ts";

/** What somebody typed so far, by field. Numbers are texts as they were typed; an absent value is none. */
export type Typed = Record<string, unknown>;

export type HandedIn = { sha256: string; name: string; bytes: number; evidence?: string | undefined };

/** All that a form takes. */
export type FormValues = {
  fields: Typed;
  /** The pack's fields, by id. */
  filled: Typed;
  confirmed: string[];
  documents: HandedIn[];
  /** When it happened, if not now. */
  occurredAt?: string | undefined;
};

/** A command as it is sent: what stands in the address, and the body. */
export type Sent = { address: Record<string, string>; body: Record<string, unknown> };

/** What stands in a form that nobody has touched: what the file has, and what leaves no choice. */
export function startValues({ form }: Move): FormValues {
  const filled = Object.entries(form?.filled ?? {}).flatMap(([id, { value }]) =>
    value === undefined ? [] : [[id, typeof value === "number" ? String(value) : value] as const],
  );
  return { fields: startOf(form?.fields ?? {}), filled: Object.fromEntries(filled), confirmed: [], documents: [] };
}

/** The same for the fields of a group or of one entry. */
export function startOf(fields: Record<string, FormField | FormLeaf>): Typed {
  const given = Object.entries(fields).flatMap(([name, field]) => {
    const value = standing(field);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

function standing(field: FormField | FormLeaf): unknown {
  const { options, required, default: known, type } = field;
  if (required && options?.length === 1 && type !== "list") return options[0]?.value;
  if (type === "list" && required && "fields" in field && field.fields) return [startOf(field.fields)];
  if (typeof known === "number") return String(known);
  return typeof known === "string" || typeof known === "boolean" ? known : undefined;
}

/** The command that these values make. What is empty is left out. */
export function sentOf({ form }: Move, values: FormValues): Sent {
  const fields = cleanOf(form?.fields ?? {}, values.fields);
  const isInAddress = (name: string) => form?.fields[name]?.in === "address";
  const entries = Object.entries(fields);
  const filled = cleanOf(form?.filled ?? {}, values.filled);
  const { confirmed, documents, occurredAt } = values;
  return {
    address: Object.fromEntries(
      entries.filter(([name]) => isInAddress(name)).map(([name, value]) => [name, String(value)]),
    ),
    body: {
      ...Object.fromEntries(entries.filter(([name]) => !isInAddress(name))),
      ...(Object.keys(filled).length > 0 ? { filled } : {}),
      ...(confirmed.length > 0 ? { confirmed } : {}),
      ...(documents.length > 0 ? { documents: documents.map(documentOf) } : {}),
      ...(occurredAt ? { occurredAt } : {}),
    },
  };
}

function documentOf({ sha256, name, evidence }: HandedIn) {
  return evidence ? { sha256, name, evidence } : { sha256, name };
}

function cleanOf(fields: Record<string, FormField | FormLeaf>, typed: Typed): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, field]) => {
    const value = clean(field, typed[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

function clean(field: FormField | FormLeaf, value: unknown): unknown {
  const { type, of } = field;
  if (value === null) return field.nullable ? null : undefined;
  if (type === "group") {
    const within = cleanOf(("fields" in field && field.fields) || {}, (value ?? {}) as Typed);
    return Object.keys(within).length > 0 ? within : undefined;
  }
  if (type === "list") {
    const entries = (Array.isArray(value) ? value : []).flatMap((entry: unknown) =>
      cleanEntry(of, ("fields" in field && field.fields) || {}, entry),
    );
    return entries.length > 0 ? entries : undefined;
  }
  return cleanLeaf(type, value);
}

function cleanEntry(of: FormLeaf["type"] | undefined, within: Record<string, FormLeaf>, entry: unknown): unknown[] {
  if (of !== "group") {
    const value = cleanLeaf(of ?? "text", entry);
    return value === undefined ? [] : [value];
  }
  const made = cleanOf(within, entry as Typed);
  return Object.keys(made).length > 0 ? [made] : [];
}

function cleanLeaf(type: FormLeaf["type"], value: unknown): unknown {
  if (value === undefined || value === "") return undefined;
  // People and complaints are kept with their names; the server wants the id.
  if (type === "person" || type === "complaint") return (value as { id: string }).id;
  if (typeof value !== "string") return value;
  if (type === "money") return numberOf(value.replaceAll(/[.\s]/g, ""));
  if (type === "number") return numberOf(value.replace(",", "."));
  return type === "long-text" || type === "text" ? value.trim() || undefined : value;
}

/** What is no number is sent as it was typed: the server says what is wrong with it. */
function numberOf(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** Required values that are not there yet, by the path at which the server would name them. */
export function missingOf(move: Move, values: FormValues): string[] {
  const { form, confirm } = move;
  return [
    ...missingIn(form?.fields ?? {}, values.fields, ""),
    ...missingIn(form?.filled ?? {}, values.filled, "filled."),
    ...(isUnsigned(form, values) ? ["signatureSha256"] : []),
    ...(confirm.some(({ id }) => !values.confirmed.includes(id)) ? ["confirmed"] : []),
    ...(lacksDocument(move, values) ? ["attachments"] : []),
  ];
}

function lacksDocument(move: Move, values: FormValues): boolean {
  const { documents } = values;
  return (move.form?.documents ?? []).some(
    ({ value, required }) => required && !documents.some(({ evidence }) => evidence === value),
  );
}

/** Where a form takes a signature, it is given here, or on the paper of which a scan is handed in. */
function isUnsigned(form: Move["form"], { fields }: FormValues): boolean {
  return form?.fields["signatureSha256"] !== undefined && fields["signedOn"] !== "paper" && !fields["signatureSha256"];
}

function missingIn(fields: Record<string, FormField | FormLeaf>, typed: Typed, at: string): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${at}${name}`;
    const value = typed[name];
    const within = "fields" in field ? field.fields : undefined;
    // An entry that was begun says itself what it still wants.
    if (within && Array.isArray(value) && value.length > 0)
      return value.flatMap((entry: Typed, place) => missingIn(within, entry, `${path}.${place}.`));
    if (clean(field, value) === undefined) return field.required ? [path] : [];
    return within ? missingIn(within, value as Typed, `${path}.`) : [];
  });
}
