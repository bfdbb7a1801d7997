import { textOf, type Draft, type Values } from "./draft.ts";

const CUSTOMER_ID = "customer.customerId";

/**
 * The draft with what is known of whoever was chosen. Of somebody chosen before nothing stays: neither what the choice filled in
 * nor what was typed about the customer since. What was typed before anybody was chosen stays.
 */
export function withCustomer(draft: Draft, known: Values): Draft {
  return { ...draft, values: { ...valuesWithoutCustomer(draft), ...known }, filledIn: Object.keys(known) };
}

/** What was read of this customer later; nothing, once another is chosen. */
export function withMoreOf(draft: Draft, customerId: string, more: Values): Draft {
  if (textOf(draft.values, CUSTOMER_ID) !== customerId) return draft;
  const { filledIn = [], values } = draft;
  return { ...draft, values: { ...values, ...more }, filledIn: [...filledIn, ...Object.keys(more)] };
}

function valuesWithoutCustomer({ values, filledIn = [] }: Draft): Values {
  const wasChosen = textOf(values, CUSTOMER_ID) !== "" || filledIn.some((path) => textOf(values, path) !== "");
  if (!wasChosen) return values;
  return Object.fromEntries(
    Object.entries(values).filter(([path]) => !path.startsWith("customer.") && !filledIn.includes(path)),
  );
}
