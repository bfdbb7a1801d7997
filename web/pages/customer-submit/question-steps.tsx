import { DayQuestion } from "../../customer/parts/day-question.tsx";
import { ChoiceQuestion, LineQuestion, TextQuestion } from "../../customer/parts/questions.tsx";
import { useWords } from "../../words/language.ts";
import type { Draft } from "./draft.ts";
import { askedAs } from "./field-names.ts";
import { isRepresentative, kindIn, REPRESENTATIVE, type Form, type FormField } from "./form.ts";
import { wordsOfSubmit } from "./words.ts";

type Asked = {
  draft: Draft;
  fields: readonly FormField[];
  wrong: Record<string, string>;
  set: (id: string, value: string) => void;
};

export function KindStep({
  form,
  draft,
  wrong,
  onChoose,
}: {
  form: Form;
  draft: Draft;
  wrong: Record<string, string>;
  onChoose: (kind: string) => void;
}) {
  const words = useWords(wordsOfSubmit);
  const choices = [
    ...form.kinds.map(({ id, name }) => ({ value: id, label: name })),
    { value: "", label: words.kindUnknown },
  ];
  return (
    <ChoiceQuestion
      {...{ label: words.kind, hint: words.kindHint, error: wrong["kind"], isTitle: true, name: "kind", choices }}
      value={draft.kind}
      onChoose={onChoose}
    />
  );
}

/** What happened, or when: one question, and perhaps one more. The first is the title. */
export function PlainStep({ draft, fields, form, wrong, set, hint }: Asked & { form: Form; hint: string }) {
  const words = useWords(wordsOfSubmit);
  const required = kindIn(form, draft)?.required ?? [];
  return fields.map((field, index) => (
    <FieldQuestion
      key={field.id}
      field={{ ...field, name: askedAs(field, words) }}
      value={draft.values[field.id] ?? ""}
      error={wrong[field.id]}
      isTitle={index === 0}
      isOptional={index > 0 && !required.includes(field.id)}
      hint={index === 0 ? hint : undefined}
      onType={(value) => set(field.id, value)}
    />
  ));
}

export function DetailsStep({
  draft,
  fields,
  wrong,
  set,
  form,
  onService,
}: Asked & { form: Form; onService: (service: string) => void }) {
  const words = useWords(wordsOfSubmit);
  const required = kindIn(form, draft)?.required ?? [];
  return (
    <>
      <p className="mb-5 text-ink-2">{words.detailsHint}</p>
      {form.services.length > 0 && (
        <ChoiceQuestion
          label={words.service}
          name="service"
          choices={[
            ...form.services.map(({ id, name }) => ({ value: id, label: name })),
            { value: "", label: words.serviceUnknown },
          ]}
          value={draft.service}
          onChoose={onService}
        />
      )}
      {fields.map((field) => (
        <FieldQuestion
          key={field.id}
          field={{ ...field, name: askedAs(field, words) }}
          {...{ error: wrong[field.id], isOptional: !required.includes(field.id) }}
          value={draft.values[field.id] ?? ""}
          hint={field.type === "money" ? words.amountHint : undefined}
          onType={(value) => set(field.id, value)}
        />
      ))}
    </>
  );
}

const autoComplete: Readonly<Record<string, string>> = {
  name: "name",
  phone: "tel",
  email: "email",
  address: "street-address",
};

/** Unless the kind wants them. A name and one way to answer are always needed. */
const canBeLeftOut = ["email", "address"];

export function YouStep({
  draft,
  fields,
  wrong,
  set,
  form,
  onComplainant,
}: Asked & { form: Form; onComplainant: (complainant: string) => void }) {
  const words = useWords(wordsOfSubmit);
  const isFor = isRepresentative(form, draft);
  const required = kindIn(form, draft)?.required ?? [];
  const hints: Readonly<Record<string, string | undefined>> = {
    name: isFor ? words.nameOfCustomer : undefined,
    phone: words.contactHint,
  };
  return (
    <>
      <p className="mb-5 text-ink-2">{words.youHint}</p>
      {form.complainants.length > 1 && (
        <ChoiceQuestion
          label={words.complainant}
          name="complainant"
          choices={form.complainants.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.complainant || (form.complainants[0]?.id ?? "")}
          onChoose={onComplainant}
        />
      )}
      {isFor && (
        <LineQuestion
          label={words.representative}
          autoComplete="name"
          value={draft.values[REPRESENTATIVE] ?? ""}
          onChange={(event) => set(REPRESENTATIVE, event.target.value)}
        />
      )}
      {fields.map((field) => (
        <FieldQuestion
          key={field.id}
          {...{ field, error: wrong[field.id], hint: hints[field.id] }}
          isOptional={canBeLeftOut.includes(field.id) && !required.includes(field.id)}
          autoComplete={isFor && field.id === "name" ? undefined : autoComplete[field.id]}
          value={draft.values[field.id] ?? ""}
          onType={(value) => set(field.id, value)}
        />
      ))}
    </>
  );
}

const inputTypes: Readonly<Partial<Record<FormField["type"], string>>> = {
  phone: "tel",
  email: "email",
};

function FieldQuestion({
  field: { id, name, type, choices },
  value,
  onType,
  autoComplete: completes,
  ...question
}: {
  field: FormField;
  value: string;
  onType: (value: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
  isTitle?: boolean;
  isOptional?: boolean;
  autoComplete?: string | undefined;
}) {
  if (type === "choice" || type === "yes-no") {
    const offered = choices.map((choice) => ({ value: choice.id, label: choice.name }));
    return <ChoiceQuestion {...question} label={name} name={id} choices={offered} value={value} onChoose={onType} />;
  }
  if (type === "long-text") {
    return <TextQuestion {...question} label={name} value={value} onChange={(event) => onType(event.target.value)} />;
  }
  if (type === "day" || type === "instant")
    return <DayQuestion {...question} label={name} value={value} onType={onType} hasTime={type === "instant"} />;
  return (
    <LineQuestion
      {...question}
      label={name}
      type={inputTypes[type] ?? "text"}
      inputMode={type === "money" || type === "number" ? "numeric" : undefined}
      autoComplete={completes}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
