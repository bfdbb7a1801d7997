import { CheckField } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import { ADD_CUSTOMER, textOf } from "./draft.ts";
import { Section } from "./section.tsx";
import { wordsOfIntake } from "./words.ts";

/** What changes how it is handled, and is not asked in every call. */
export function MarksSection() {
  const words = useWords(wordsOfIntake);
  const { draft, isLocked, set } = useIntake();
  const { values } = draft;
  const isKnown = textOf(values, "customer.customerId") !== "";
  return (
    <Section title={words.marks}>
      <div className="flex flex-wrap gap-x-6 gap-y-2 sm:col-span-2">
        <CheckField
          label={words.vulnerable}
          disabled={isLocked}
          checked={values["vulnerable"] === true}
          onChange={(event) => set({ vulnerable: event.target.checked })}
        />
        <CheckField
          label={words.isBusiness}
          disabled={isLocked}
          checked={values["customer.consumer"] === "false"}
          onChange={(event) => set({ "customer.consumer": event.target.checked ? "false" : "" })}
        />
        {!isKnown && (
          <CheckField
            label={words.addToDirectory}
            disabled={isLocked}
            checked={values[ADD_CUSTOMER] === true}
            onChange={(event) => set({ [ADD_CUSTOMER]: event.target.checked })}
          />
        )}
      </div>
    </Section>
  );
}
