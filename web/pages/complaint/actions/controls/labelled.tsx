import { useId, type ReactNode } from "react";
import { useWords } from "../../../../words/language.ts";
import { wordsOfParts } from "../../../../parts/words.ts";

type LabelledProps = {
  label: string;
  isOptional?: boolean;
  error?: string | undefined;
  hint?: string | undefined;
  children: ReactNode;
};

/** Several controls under one name: a group for those who hear the page. */
export function Labelled({ label, isOptional = false, error, hint, children }: LabelledProps) {
  const id = useId();
  const words = useWords(wordsOfParts);
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1.5"
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
    >
      <legend className="mb-1 font-medium">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> ({words.optional})</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-late">
          {error}
        </p>
      )}
    </fieldset>
  );
}
