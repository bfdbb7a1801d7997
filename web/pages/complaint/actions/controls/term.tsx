import { useState } from "react";
import { SelectField, TextField } from "../../../../parts/field.tsx";
import { useWords } from "../../../../words/language.ts";
import { wordsOfForm } from "../words.ts";
import { Day } from "./days.tsx";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";

const units = { "working days": "workingDays", "working hours": "workingHours", days: "days", hours: "hours" } as const;
type Unit = keyof typeof units | "until";

/** A length, `2 working days`, or the new last day: the server counts it. */
export function Term(props: ControlProps) {
  const { field, path, label, value, onChange, errors } = props;
  const words = useWords(wordsOfForm);
  const [count = "", ...rest] = typeof value === "string" ? value.split(" ") : [];
  const isDay = /^\d{4}-\d\d-\d\d$/.test(count);
  const [unit, setUnit] = useState<Unit>(isDay ? "until" : rest.length > 0 ? (rest.join(" ") as Unit) : "working days");
  const choose = (next: Unit) => {
    setUnit(next);
    onChange(next === "until" || unit === "until" || !count ? undefined : `${count} ${next}`);
  };
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          label={words.unit}
          isOptional={false}
          options={[
            ...Object.entries(units).map(([id, word]) => ({ value: id, label: words[word] })),
            { value: "until", label: words.untilDay },
          ]}
          value={unit}
          onChange={({ target }) => choose(target.value as Unit)}
        />
        {unit === "until" ? (
          <Day {...props} label={words.day} field={{ ...field, required: true }} errors={{}} />
        ) : (
          <TextField
            label={words.count}
            inputMode="numeric"
            data-path={path}
            className="w-24"
            value={count}
            onChange={({ target }) => onChange(target.value.trim() ? `${target.value.trim()} ${unit}` : undefined)}
          />
        )}
      </div>
    </Labelled>
  );
}
