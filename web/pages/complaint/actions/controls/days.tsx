import { useState } from "react";
import { TextField } from "../../../../parts/field.tsx";
import { dayOf, formatDay, formatTime } from "../../../../words/format.ts";
import { useWords } from "../../../../words/language.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";

/** A calendar day; its weekday stands below, as people speak of days by it. */
export function Day({ field, path, label, value, onChange, errors }: ControlProps) {
  const day = typeof value === "string" ? value : "";
  return (
    <TextField
      type="date"
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      hint={day ? formatDay(day) : undefined}
      data-path={path}
      className="sm:max-w-60"
      value={day}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** A day and a time, both in Vietnam wherever the browser is; given on in UTC. */
export function Instant({ field, path, label, value, onChange, errors }: ControlProps) {
  const words = useWords(wordsOfForm);
  const known = typeof value === "string" && value !== "" ? value : undefined;
  const [parts, setParts] = useState({
    day: known ? dayOf(known) : "",
    time: known ? formatTime(known) : "",
  });
  const put = (changed: Partial<typeof parts>) => {
    const next = { ...parts, ...changed };
    setParts(next);
    onChange(next.day && next.time ? new Date(`${next.day}T${next.time}:00+07:00`).toISOString() : undefined);
  };
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]} hint={words.clock}>
      <div className="grid grid-cols-2 gap-2 sm:max-w-80">
        <TextField
          type="date"
          label={words.day}
          data-path={path}
          value={parts.day}
          onChange={({ target }) => put({ day: target.value })}
        />
        <TextField
          type="time"
          label={words.time}
          value={parts.time}
          onChange={({ target }) => put({ time: target.value })}
        />
      </div>
    </Labelled>
  );
}
