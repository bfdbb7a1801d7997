import type { InputHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import { box, Field, type FieldProps } from "./field.tsx";
import { useTypedDay, type DayProps } from "./use-typed-day.ts";

/** A day, typed `24/11` or `24/11/2026`; with a time `09:30 24/11`. Its weekday stands beside it. */
export function DayField({
  label,
  hint,
  error,
  isOptional,
  className,
  value,
  onType,
  hasTime = false,
  ...rest
}: FieldProps & DayProps & Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "type">) {
  const { wrong, weekday, input } = useTypedDay({ value, onType, hasTime });
  return (
    <Field {...{ label, hint, className }} error={wrong ?? error} isOptional={isOptional ?? false}>
      {(control) => (
        <span className={classes("relative", hasTime ? "sm:max-w-72" : "sm:max-w-52")}>
          <input {...rest} {...input} {...control} className={classes(box, "min-h-11 pr-12 sm:min-h-9")} />
          {weekday && (
            <span aria-hidden className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-2">
              {weekday}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
