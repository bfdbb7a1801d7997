import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";
import { classes } from "../../parts/classes.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfCustomer } from "../words.ts";

type QuestionProps = {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
  isOptional?: boolean;
  /** The question is the title of the step, and the label is heard but not seen twice. */
  isTitle?: boolean;
};
type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** A question with its help, its error and its control, tied together for those who hear the page. */
function Question({
  label,
  hint,
  error,
  isOptional,
  isTitle,
  children,
}: QuestionProps & { children: (control: Control) => ReactNode }) {
  const id = useId();
  const words = useWords(wordsOfCustomer);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classes("mb-5 flex flex-col gap-1", error && "border-l-4 border-late pl-3")}>
      <label htmlFor={id} className={isTitle ? "sr-only" : "font-medium"}>
        {label}
        {isOptional && <span className="font-normal text-ink-3"> ({words.optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-late">
          {error}
        </p>
      )}
      {children({ id, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

const box =
  "w-full rounded-lg border border-edge bg-surface px-3 text-[1.0625rem] text-ink aria-invalid:border-2 aria-invalid:border-late";

export function LineQuestion({
  label,
  hint,
  error,
  isOptional = false,
  isTitle = false,
  ...input
}: QuestionProps & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Question {...{ label, hint, error, isOptional, isTitle }}>
      {(control) => <input {...input} {...control} className={classes(box, "min-h-12")} />}
    </Question>
  );
}

export function TextQuestion({
  label,
  hint,
  error,
  isOptional = false,
  isTitle = false,
  ...area
}: QuestionProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Question {...{ label, hint, error, isOptional, isTitle }}>
      {(control) => <textarea rows={6} {...area} {...control} className={classes(box, "py-2 leading-7")} />}
    </Question>
  );
}

export type Choice = { value: string; label: string; hint?: string };

/** One of a few, each with the whole line to touch. */
export function ChoiceQuestion({
  label,
  hint,
  error,
  isTitle,
  name,
  choices,
  value,
  onChoose,
}: QuestionProps & {
  name: string;
  choices: readonly Choice[];
  value: string | null;
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <fieldset className={classes("mb-5", error && "border-l-4 border-late pl-3")} aria-describedby={`${id}-help`}>
      <legend className={isTitle ? "sr-only" : "mb-1 font-medium"}>{label}</legend>
      <div id={`${id}-help`}>
        {hint && <p className="mb-2 text-ink-2">{hint}</p>}
        {error && <p className="mb-2 font-medium text-late">{error}</p>}
      </div>
      <div className="flex flex-col gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-12 items-center gap-3 rounded-lg border border-edge bg-surface px-4 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChoose(choice.value)}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-base text-ink-2">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
