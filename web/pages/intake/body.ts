import {
  ADD_CUSTOMER,
  CAME_BY,
  IS_LATE,
  RECEIVED_AT,
  textOf,
  type Draft,
  type Form,
  type Kind,
  type NewCustomer,
  type RegistrationBody,
  type Values,
} from "./draft.ts";

const VIETNAM = "+07:00";
const CUSTOMER = ["customerId", "name", "phone", "email", "address", "contract", "serviceNumber", "customerClass"];
const OWN = [
  "kind",
  "service",
  "content",
  "remedySought",
  "eventOn",
  "sentOn",
  "reportedThrough",
  "notedBy",
  "forwardedByAuthority",
];

export function kindOf(form: Form, values: Values): Kind | undefined {
  return form.kinds.find(({ value }) => value === values["kind"]);
}

/** Most calls are calls; a channel that is closed for now is nobody's first choice. */
export function channelOf(values: Values, { channels }: Form): string {
  const open = channels.filter(({ closed }) => !closed);
  const wanted = textOf(values, CAME_BY) || "phone";
  return textOf(values, "channel") || ((open.find(({ type }) => type === wanted) ?? open[0])?.value ?? "");
}

/** A call is taken in while it is made, unless it was taken down on paper. */
export function isCallNow(values: Values, form: Form): boolean {
  const channel = form.channels.find(({ value }) => value === channelOf(values, form));
  return channel?.type === "phone" && values[IS_LATE] !== true;
}

/** Which value a late call still wants: without it nobody could say from when its terms count. */
export function missingOfLateCall(values: Values): string | undefined {
  if (values[IS_LATE] !== true) return undefined;
  if (textOf(values, RECEIVED_AT) === "") return RECEIVED_AT;
  return textOf(values, "notedBy").trim() === "" ? "notedBy" : undefined;
}

/** What the server is sent: what is filled in, and of the pack's fields those that this kind asks for. */
export function bodyOf({ values, documents }: Pick<Draft, "values" | "documents">, form: Form): RegistrationBody {
  const customer = { ...textsOf(values, CUSTOMER, "customer."), ...consumerOf(values) };
  const complainant = textsOf(values, ["as", "name", "relation"], "complainant.");
  const receivedAt = textOf(values, RECEIVED_AT);
  const handedIn = documents.map(({ sha256, name, evidence }) => ({ sha256, name, ...(evidence ? { evidence } : {}) }));
  return {
    ...textsOf(values, OWN),
    channel: channelOf(values, form),
    content: textOf(values, "content").trim(),
    customer,
    filled: filledOf(form, values),
    ...(complainant.as ? { complainant: { ...complainant, as: complainant.as } } : {}),
    ...(values["vulnerable"] === true ? { vulnerable: true } : {}),
    ...(receivedAt ? { occurredAt: `${receivedAt}:00${VIETNAM}` } : {}),
    ...(handedIn.length > 0 ? { documents: handedIn } : {}),
    procedure: form.edition.procedure,
  };
}

/** Whoever is not in the directory yet and was not to be left out of it. */
export function newCustomerOf({ values }: Draft, form: Form): NewCustomer | null {
  const name = textOf(values, "customer.name").trim();
  if (values[ADD_CUSTOMER] !== true || name === "" || textOf(values, "customer.customerId")) return null;
  const known = [
    ["phone", "customer.phone"] as const,
    ["email", "customer.email"] as const,
    ["contract", "customer.contract"] as const,
    ["service-number", "customer.serviceNumber"] as const,
    ...form.identifiers.map((id) => [id, `filled.${id}`] as const),
  ].map(([kind, path]) => ({ kind, asWritten: textOf(values, path).trim() }));
  const identifiers = known.filter(({ asWritten }) => asWritten !== "");
  const address = textOf(values, "customer.address").trim();
  return identifiers.length === 0 ? null : { name, identifiers, ...(address ? { address } : {}) };
}

function consumerOf(values: Values): { consumer?: boolean } {
  const value = values["customer.consumer"];
  return value === "false" ? { consumer: false } : value === "true" ? { consumer: true } : {};
}

function textsOf(values: Values, names: readonly string[], before = ""): Record<string, string> {
  const filled = names.map((name) => [name, textOf(values, before + name).trim()] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ""));
}

function filledOf(form: Form, values: Values): Record<string, string | number | boolean> {
  const kind = kindOf(form, values);
  const shown = [...(kind?.required ?? []), ...(kind?.asked ?? [])].filter(({ field }) => field.startsWith("filled."));
  return Object.fromEntries(
    shown.flatMap(({ field }) => {
      const text = textOf(values, field).trim();
      const id = field.slice("filled.".length);
      return text === "" ? [] : [[id, valueOf(text, form.filled[id]?.type)]];
    }),
  );
}

function valueOf(text: string, type: string | undefined): string | number | boolean {
  if (type === "money" || type === "number") return Number(text.replaceAll(/[.\s]/g, "").replace(",", "."));
  if (type === "yes-no") return text === "true";
  if (type === "instant") return new Date(`${text}:00${VIETNAM}`).toISOString();
  return text;
}
