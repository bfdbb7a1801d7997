import { ask, type Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import type { Form, Values } from "./draft.ts";

export type Customer = Answer<"GET /customers">["customers"][number];
export type Earlier = Answer<"GET /complaints">["items"][number];
export type Found = { is: "customer"; customer: Customer } | { is: "earlier"; earlier: Earlier } | { is: "new" };

const CHARS_MIN = 3;
const CUSTOMERS_MAX = 6;
const EARLIER_MAX = 4;

/**
 * Whom a name or number can mean: customers of the directory, then earlier complaints, then somebody new. Complaints in which the
 * words only stand come last: Enter never takes one of them for who is calling.
 */
export function useFound(typed: string): { found: Found[]; isLooking: boolean } {
  const words = typed.trim();
  const enabled = words.length >= CHARS_MIN;
  const customers = useAnswer("GET /customers", { query: { search: words, limit: CUSTOMERS_MAX } }, { enabled });
  const earlier = useAnswer(
    "GET /complaints",
    { query: { search: asSearched(words), limit: EARLIER_MAX } },
    { enabled },
  );
  if (!enabled) return { found: [], isLooking: false };
  // Never what only came first: Enter takes the first of the list.
  if (customers.isPending || earlier.isPending) return { found: [], isLooking: true };
  const known = customers.data?.customers ?? [];
  const others = othersAmong(earlier.data?.items ?? [], known).map((each): Found => ({ is: "earlier", earlier: each }));
  const isByContent = (each: Found) => each.is === "earlier" && each.earlier.foundBy === "content";
  return {
    found: [
      ...known.map((customer): Found => ({ is: "customer", customer })),
      ...others.filter((each) => !isByContent(each)),
      { is: "new" },
      ...others.filter(isByContent),
    ],
    isLooking: customers.isFetching || earlier.isFetching,
  };
}

/** The last complaint of each who is not listed already. */
function othersAmong(items: readonly Earlier[], known: readonly Customer[]): Earlier[] {
  const seen = new Set(known.map(({ customerId }) => customerId));
  return items.filter(({ customerId }) => {
    if (customerId === null) return true;
    const isNew = !seen.has(customerId);
    seen.add(customerId);
    return isNew;
  });
}

/** A number is looked for as one, however it was spaced. */
function asSearched(words: string): string {
  const joined = words.replaceAll(/[\s.()-]/g, "");
  if (/^\+?\d+$/.test(joined)) return joined.replace(/^\+84/, "0");
  return /\d/.test(words) ? `"${words.replaceAll('"', "")}"` : words;
}

/** What is filled in once a customer is chosen. */
export function valuesOfCustomer(
  { customerId, name, address, customerClass, consumer, identifiers }: Customer,
  form: Pick<Form, "filled">,
): Values {
  const first = (kind: Customer["identifiers"][number]["kind"]) =>
    identifiers.find((each) => each.kind === kind)?.asWritten ?? "";
  return {
    "customer.customerId": customerId,
    "customer.name": name,
    "customer.address": address ?? "",
    "customer.phone": first("phone"),
    "customer.email": first("email"),
    "customer.contract": first("contract"),
    "customer.serviceNumber": first("service-number"),
    "customer.customerClass": customerClass ?? "",
    "customer.consumer": consumer === false ? "false" : "",
    ...Object.fromEntries(
      Object.keys(form.filled)
        .map((id) => [`filled.${id}`, first(id)])
        .filter(([, text]) => text),
    ),
  };
}

/** What an earlier complaint says of its customer: nobody is asked for their card number twice. */
export async function valuesOfEarlier(complaintId: string, form: Form): Promise<Values> {
  const { customer, filled } = await ask("GET /complaints/:complaintId", { params: { complaintId } });
  const { consumer, ...texts } = customer;
  const aboutCustomer = Object.entries(filled).filter(([id]) => form.filled[id]?.type === "text");
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [`customer.${name}`, value])),
    "customer.consumer": consumer === false ? "false" : "",
    ...Object.fromEntries(aboutCustomer.map(([id, value]) => [`filled.${id}`, String(value)])),
  };
}

/** The customer's last complaint, for what it says of card, receiver, place. */
export async function lastOf(customerId: string): Promise<string | undefined> {
  const { items } = await ask("GET /complaints", { query: { customerId, sort: "arrival", limit: 1 } });
  return items[0]?.complaintId;
}

/** Into which field somebody's number goes who is not known yet. */
export function valuesOfNew(typed: string): Values {
  const text = typed.trim();
  const digits = text.replaceAll(/\D/g, "");
  if (text.includes("@")) return { "customer.email": text };
  if (/^[+\d][\d\s.()-]*$/.test(text) && digits.length >= 9 && digits.length <= 12) return { "customer.phone": text };
  return /\d/.test(text) ? { "customer.contract": text } : { "customer.name": text };
}
