import { classes } from "../../parts/classes.ts";
import { Badge } from "../../parts/badge.tsx";
import { SelectField, TextAreaField } from "../../parts/field.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import { textOf, type Kind } from "./draft.ts";
import { Section } from "./section.tsx";
import { wordsOfIntake } from "./words.ts";

export function WhatSection() {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { form, draft, kind, isLocked, set, errorOf } = useIntake();
  const services = form.fields["service"]?.options ?? [];
  const asks = [...(kind?.required ?? []), ...(kind?.asked ?? [])];
  const remedy = asks.find(({ field }) => field === "remedySought");
  return (
    <Section title={words.what}>
      <Kinds />
      {services.length > 0 && (
        <SelectField
          label={words.service}
          name="service"
          value={textOf(draft.values, "service")}
          disabled={isLocked}
          error={errorOf("service")}
          empty={words.notSaid}
          options={services.map(({ value, label }) => ({ value: String(value), label: label[chosen] }))}
          onChange={(event) => set({ service: event.target.value })}
          className="sm:col-span-2"
        />
      )}
      <TextAreaField
        label={`${words.content} *`}
        aria-required
        name="content"
        rows={4}
        value={textOf(draft.values, "content")}
        disabled={isLocked}
        error={errorOf("content")}
        onChange={(event) => set({ content: event.target.value })}
        className="sm:col-span-2"
      />
      {remedy && (
        <TextAreaField
          label={kind?.required.includes(remedy) ? `${remedy.label[chosen]} *` : remedy.label[chosen]}
          name="remedySought"
          rows={2}
          value={textOf(draft.values, "remedySought")}
          disabled={isLocked}
          error={errorOf("remedySought")}
          onChange={(event) => set({ remedySought: event.target.value })}
          className="sm:col-span-2"
        />
      )}
    </Section>
  );
}

/** All of them in sight, chosen by the arrows: a list that opens would cost a second and hide the others. */
function Kinds() {
  const words = useWords(wordsOfIntake);
  const { form, errorOf } = useIntake();
  const error = errorOf("kind");
  return (
    <div role="radiogroup" aria-label={words.kind} aria-describedby={error && "kind-error"} className="sm:col-span-2">
      <div className="flex flex-wrap gap-2">
        {form.kinds.map((kind) => (
          <KindChoice key={kind.value} kind={kind} />
        ))}
      </div>
      {error && (
        <p id="kind-error" className="mt-1 text-sm font-medium text-late">
          {error}
        </p>
      )}
    </div>
  );
}

function KindChoice({ kind: { value, label, complaint } }: { kind: Kind }) {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { draft, isLocked, set } = useIntake();
  const isChosen = draft.values["kind"] === value;
  return (
    <label
      className={classes(
        "flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus sm:min-h-9",
        isChosen ? "border-accent bg-accent-soft font-medium text-accent-strong" : "border-edge bg-surface",
      )}
    >
      <input
        type="radio"
        name="kind"
        value={value}
        checked={isChosen}
        disabled={isLocked}
        onChange={() => set({ kind: value })}
        className="accent-accent outline-none"
      />
      {label[chosen]}
      {!complaint && <Badge>{words.noComplaint}</Badge>}
    </label>
  );
}
