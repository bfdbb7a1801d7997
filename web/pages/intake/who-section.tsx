import { SelectField, TextField } from "../../parts/field.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import { CustomerSearch } from "./customer-search.tsx";
import { textOf, type Form } from "./draft.ts";
import { PackField } from "./pack-field.tsx";
import { Section } from "./section.tsx";
import { wordsOfIntake } from "./words.ts";

/** Asked of everybody before it is known what it is about. */
const ALWAYS = ["name", "phone"] as const;

export function WhoSection() {
  const words = useWords(wordsOfIntake);
  const { form, kind } = useIntake();
  return (
    <Section title={words.who}>
      <CustomerSearch />
      {askedOfCustomer(form, kind).map(({ asked, isRequired }) => (
        <PackField key={asked.field} asked={asked} isRequired={isRequired} />
      ))}
      <Complainant />
    </Section>
  );
}

/** What is asked about the customer: by the kind, in its order, and name and telephone always. */
function askedOfCustomer({ fields }: Form, kind: Form["kinds"][number] | undefined) {
  const wanted = [
    ...(kind?.required ?? []).map((asked) => ({ asked, isRequired: true })),
    ...(kind?.asked ?? []).map((asked) => ({ asked, isRequired: false })),
  ].filter(({ asked }) => asked.field.startsWith("customer."));
  const always = ALWAYS.flatMap((name) => {
    const label = fields["customer"]?.fields?.[name]?.label;
    const field = `customer.${name}`;
    return label && !wanted.some(({ asked }) => asked.field === field)
      ? [{ asked: { field, label }, isRequired: false }]
      : [];
  });
  return [...always, ...wanted];
}

/** Who complains, where it is not the customer themself. */
function Complainant() {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { form, draft, isLocked, set, errorOf } = useIntake();
  const [holder] = form.complainants;
  if (form.complainants.length < 2) return null;
  const as = textOf(draft.values, "complainant.as") || (holder?.value ?? "");
  const isOther = as !== holder?.value;
  return (
    <>
      <SelectField
        label={words.complainant}
        name="complainant.as"
        value={as}
        disabled={isLocked}
        error={errorOf("complainant.as")}
        options={form.complainants.map(({ value, label }) => ({ value, label: label[chosen] }))}
        onChange={(event) => set({ "complainant.as": event.target.value })}
        className={isOther ? undefined : "sm:col-span-2"}
      />
      {isOther && (
        <TextField
          label={words.complainantName}
          name="complainant.name"
          value={textOf(draft.values, "complainant.name")}
          disabled={isLocked}
          error={errorOf("complainant.name")}
          onChange={(event) => set({ "complainant.name": event.target.value })}
          autoComplete="off"
        />
      )}
    </>
  );
}
