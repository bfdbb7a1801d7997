import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type RefAttributes,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from "react";
import { useWords } from "../words/language.ts";
import { classes } from "./classes.ts";
import { wordsOfParts } from "./words.ts";

export type FieldProps = {
  label: string;
  /** One sentence of help, below the label. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
  isOptional?: boolean;
  className?: string | undefined;
};

type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** A label, its help, its error and the control that they speak of, tied together for those who hear the page. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  className,
  children,
}: FieldProps & { children: (control: Control) => ReactNode }) {
  const id = useId();
  const words = useWords(wordsOfParts);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classes("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="font-medium text-ink">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> ({words.optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-late">
          {error}
        </p>
      )}
    </div>
  );
}

/** How what is typed into looks. */
export const box =
  "w-full rounded-lg border border-edge bg-surface px-3 text-ink aria-invalid:border-2 aria-invalid:border-late disabled:bg-sunken";

export function TextField({
  label,
  hint,
  error,
  isOptional,
  className,
  ...input
}: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(control) => <input {...input} {...control} className={classes(box, "min-h-11 sm:min-h-9")} />}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  isOptional,
  className,
  ...area
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & RefAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(control) => <textarea rows={4} {...area} {...control} className={classes(box, "py-2")} />}
    </Field>
  );
}

export type Option = { value: string; label: string; disabled?: boolean };

/** A native list: it is the one that every telephone and every reader of screens knows. `empty`: what stands where nothing is chosen. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  className,
  options,
  empty,
  ...select
}: FieldProps & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly Option[]; empty?: string | undefined }) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(control) => (
        <select {...select} {...control} className={classes(box, "min-h-11 sm:min-h-9")}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  hint,
  ...input
}: { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        type="checkbox"
        {...input}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
