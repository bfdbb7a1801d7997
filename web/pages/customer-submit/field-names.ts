import type { Language } from "../../words/language.ts";
import type { Form } from "./form.ts";

/** Fields and documents that all procedures share, in English; a provider's own have the names that its pack gives. */
const english: Readonly<Record<string, string>> = {
  name: "Your name, or that of your organisation",
  address: "Address",
  phone: "Telephone number",
  email: "E-mail address",
  "contact-person": "Whom to ask for",
  "contact-phone": "Their telephone number",
  "identity-number": "Number of your identity paper",
  "contract-number": "Contract number",
  "subscriber-number": "Subscriber or customer number",
  "installation-address": "Where the service is installed",
  content: "What happened",
  "remedy-sought": "What we should do",
  "event-on": "The day it happened",
  "event-at": "When it happened",
  "first-billed-on": "The day of the first bill, notice or payment",
  "bill-number": "Bill number or period",
  "disputed-amount": "The amount in question (đồng)",
  "other-information": "Anything else",
  "proof-of-representation": "Proof that you may act for the customer",
  "proof-of-payment": "Proof of payment",
  bill: "Bill or notice of charges",
  "customer-record": "Photos, recordings or papers of yours",
};

/** What a field is called where the customer is asked: a pack names some of them for the clerk who writes down what is said. */
export function askedAs({ id, name }: { id: string; name: string }, words: { remedy: string; story: string }): string {
  if (id === "remedy-sought") return words.remedy;
  return id === "full-story" ? words.story : name;
}

/** The same named things in a language. */
export function namedIn<Named extends { id: string; name: string }>(
  items: readonly Named[],
  chosen: Language,
): Named[] {
  return items.map((item) => (chosen === "vi" ? item : { ...item, name: english[item.id] ?? item.name }));
}

/** The form with what all procedures share in the language of the page. */
export function formIn(form: Form, chosen: Language): Form {
  return {
    ...form,
    fields: namedIn(form.fields, chosen),
    kinds: form.kinds.map((kind) => ({ ...kind, evidence: namedIn(kind.evidence, chosen) })),
    complainants: form.complainants.map((each) => ({ ...each, evidence: namedIn(each.evidence, chosen) })),
  };
}
