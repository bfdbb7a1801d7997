import { useRef } from "react";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { language } from "../../words/language.ts";
import { withCustomer, withMoreOf } from "./chosen-customer.ts";
import { useIntake } from "./context.ts";
import type { Draft, Values } from "./draft.ts";
import { lastOf, valuesOfCustomer, valuesOfEarlier, valuesOfNew, type Found } from "./found.ts";

/** Fills in what is known of whoever was chosen in place of whoever was before, and moves on to the next question. */
export function useFilling(): (found: Found, typed: string) => void {
  const { form, change } = useIntake();
  const choices = useRef(0);
  const fill = (changed: (draft: Draft) => Draft) => change(({ problem: _mended, ...known }) => changed(known));
  const readEarlier = async (complaintId: string | undefined, take: (read: Values) => void) => {
    try {
      if (complaintId !== undefined) take(await valuesOfEarlier(complaintId, form));
    } catch (error) {
      tell(errorText(error, language()), { isError: true });
    }
  };
  return (found, typed) => {
    const choice = (choices.current += 1);
    if (found.is === "new") fill((draft) => withCustomer(draft, { "customer.customerId": "", ...valuesOfNew(typed) }));
    else if (found.is === "earlier") {
      void readEarlier(found.earlier.complaintId, (read) => {
        // Somebody else may have been chosen while it was read.
        if (choice === choices.current) fill((draft) => withCustomer(draft, read));
      });
    } else {
      const { customerId } = found.customer;
      const values = valuesOfCustomer(found.customer, form);
      fill((draft) => withCustomer(draft, values));
      const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
      void lastOf(customerId).then((id) =>
        readEarlier(id, (read) => fill((draft) => withMoreOf(draft, customerId, { ...read, ...known }))),
      );
    }
    focusOn(found.is === "new" ? "customer.name" : "kind");
  };
}

/** The field of this name; of several, the chosen one or the first. */
export function focusOn(name: string): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)];
    (fields.find(({ checked }) => checked) ?? fields[0])?.focus();
  });
}
