import { useState } from "react";
import { CheckField } from "../../../parts/field.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import { Control } from "./controls/control.tsx";
import { Instant } from "./controls/days.tsx";
import { Labelled } from "./controls/labelled.tsx";
import type { FormField, Move } from "./described.ts";
import { DocumentsField } from "./documents-field.tsx";
import type { FormValues } from "./form-values.ts";
import { wordsOfForm } from "./words.ts";

type PartProps = {
  move: Move;
  values: FormValues;
  change: (changed: (known: FormValues) => FormValues) => void;
  errors: Record<string, string>;
  complaintId: string;
};

type FieldsProps = PartProps & {
  of: "fields" | "filled";
  /** Not asked: the item that the page is about. */
  known?: readonly string[];
};

/** The verb's own fields, or the pack's. */
export function Fields({ of, move, values, change, errors, complaintId, known: given = [] }: FieldsProps) {
  const chosen = useLanguage();
  const fields: Record<string, FormField> = move.form?.[of] ?? {};
  const asked = Object.entries(fields).filter(
    ([name, field]) => !given.includes(name) && !isGiven(move, name, field.options?.length) && !isImplied(name, field),
  );
  return asked.map(([name, field]) => (
    <Control
      key={name}
      field={field}
      path={of === "filled" ? `filled.${name}` : name}
      label={field.label[chosen]}
      value={values[of][name]}
      onChange={(value) => change((known) => ({ ...known, [of]: { ...known[of], [name]: value } }))}
      errors={errors}
      complaintId={complaintId}
    />
  ));
}

/** What the way itself says already leaves nothing to choose. */
function isGiven({ given }: Move, name: string, choices: number | undefined): boolean {
  return choices === 1 && given !== null && name in given;
}

/** One value that must be, or is proposed, is no question; one item of the file is shown, so that people see which. */
function isImplied(name: string, { options, required, default: proposed, type }: FormField): boolean {
  const [only, ...others] = options ?? [];
  if (!only || others.length > 0 || name.endsWith("Id")) return false;
  return (type === "yes-no" || type === "choice") && (required || proposed === only.value);
}

/** What the pack wants somebody to have made sure of. */
export function Confirmations({ move, values, change, errors }: PartProps) {
  const words = useWords(wordsOfForm);
  const packName = usePackName();
  if (move.confirm.length === 0) return null;
  const put = (id: string, isOn: boolean) =>
    change((known) => {
      const others = known.confirmed.filter((each) => each !== id);
      return { ...known, confirmed: isOn ? [...others, id] : others };
    });
  return (
    <Labelled label={words.confirmTitle} error={errors["confirmed"]}>
      {move.confirm.map(({ id, name }, place) => (
        <CheckField
          key={id}
          label={packName(name)}
          data-path={place === 0 ? "confirmed" : undefined}
          checked={values.confirmed.includes(id)}
          onChange={({ target }) => put(id, target.checked)}
        />
      ))}
    </Labelled>
  );
}

/** Documents stand in sight where the procedure wants one, or where one may stand for what leaves; else they are among the details. */
export function isAboutDocuments(move: Move, values: FormValues, verb: string): boolean {
  const isAsked = move.form?.documents.some(({ required }) => required) ?? false;
  return verb === "attach" || isAsked || (verb === "issue-paper" && !values.fields["paperId"]);
}

export function Documents({ move, values, change, errors, label }: PartProps & { label?: string | undefined }) {
  return (
    <DocumentsField
      {...(label === undefined ? {} : { label })}
      asked={move.form?.documents ?? []}
      documents={values.documents}
      error={errors["attachments"] ?? errors["documents"]}
      onChange={(changed) => change((known) => ({ ...known, documents: changed(known.documents) }))}
    />
  );
}

/** When it happened, and documents where nothing asks for them: one click away. */
export function More({ withDocuments, ...part }: PartProps & { withDocuments: boolean }) {
  const words = useWords(wordsOfForm);
  const { values, change, errors, complaintId } = part;
  const [isOpen, setIsOpen] = useState(
    (withDocuments && values.documents.length > 0) || values.occurredAt !== undefined,
  );
  const error = errors["occurredAt"] ?? (withDocuments ? (errors["attachments"] ?? errors["documents"]) : undefined);
  return (
    <details open={isOpen || error !== undefined} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="py-1 text-ink-2">{words.more}</summary>
      <div className="flex flex-col gap-4 pt-2">
        {withDocuments && <Documents {...part} />}
        <Instant
          field={{ type: "instant", required: false, label: { vi: words.happenedAt, en: words.happenedAt } }}
          path="occurredAt"
          label={words.happenedAt}
          value={values.occurredAt}
          errors={errors}
          complaintId={complaintId}
          onChange={(occurredAt) => change((known) => ({ ...known, occurredAt: occurredAt as string | undefined }))}
        />
      </div>
    </details>
  );
}
