import { useState } from "react";
import { DayField } from "../../../../parts/day-field.tsx";
import { dayOf, formatTime } from "../../../../words/format.ts";
import type { ControlProps } from "./control-props.ts";

/** A calendar day; its weekday stands beside it, as people speak of days by it. */
export function Day({ field, path, label, value, onChange, errors }: ControlProps) {
  return (
    <DayField
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      data-path={path}
      value={typeof value === "string" ? value : ""}
      onType={onChange}
    />
  );
}

/** A day and a time, both in Vietnam wherever the browser is; given on in UTC. */
export function Instant({ field, path, label, value, onChange, errors }: ControlProps) {
  const known = typeof value === "string" && value !== "" ? `${dayOf(value)}T${formatTime(value)}` : "";
  const [at, setAt] = useState(known);
  return (
    <DayField
      hasTime
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      data-path={path}
      value={at}
      onType={(typed) => {
        setAt(typed);
        onChange(typed === "" ? undefined : new Date(`${typed}:00+07:00`).toISOString());
      }}
    />
  );
}
