import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { language } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import type { Values } from "./draft.ts";
import { lastOf, valuesOfCustomer, valuesOfEarlier, valuesOfNew, type Found } from "./found.ts";

/** Fills in what is known of whoever was chosen, and moves on to the next question. */
export function useFilling(): (found: Found, typed: string) => void {
  const { form, set } = useIntake();
  const fromEarlier = async (complaintId: string | undefined, known: Values) => {
    try {
      if (complaintId !== undefined) set({ ...(await valuesOfEarlier(complaintId, form)), ...known });
    } catch (error) {
      tell(errorText(error, language()), { isError: true });
    }
  };
  return (found, typed) => {
    if (found.is === "new") set({ "customer.customerId": "", ...valuesOfNew(typed) });
    else if (found.is === "earlier") void fromEarlier(found.earlier.complaintId, {});
    else {
      const values = valuesOfCustomer(found.customer, form);
      set(values);
      const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
      void lastOf(found.customer.customerId).then((id) => fromEarlier(id, known));
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
