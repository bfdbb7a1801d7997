import { CheckField, SelectField } from "../../../../parts/field.tsx";
import { classes } from "../../../../parts/classes.ts";
import { useLanguage, useWords } from "../../../../words/language.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";

/** Up to so many short choices stand side by side; more are a list. */
const SIDE_BY_SIDE_MAX = 4;
const SHORT_CHARS = 24;

type Shown = { value: string | boolean; text: string };

function useShown({ field }: ControlProps): Shown[] {
  const chosen = useLanguage();
  const words = useWords(wordsOfForm);
  const options = field.options ?? [
    { value: true, label: { vi: words.yes, en: words.yes } },
    { value: false, label: { vi: words.no, en: words.no } },
  ];
  return options.map(({ value, label }) => ({ value, text: label[chosen] }));
}

export function Choice(props: ControlProps) {
  const { field, path, label, value, onChange, errors } = props;
  const words = useWords(wordsOfForm);
  const shown = useShown(props);
  if (shown.length <= SIDE_BY_SIDE_MAX && shown.every(({ text }) => text.length <= SHORT_CHARS))
    return <Radios {...props} shown={shown} />;
  return (
    <SelectField
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      data-path={path}
      empty={words.choose}
      options={shown.map((each) => ({ value: String(each.value), label: each.text }))}
      value={typeof value === "string" ? value : ""}
      onChange={({ target }) => onChange(target.value || undefined)}
    />
  );
}

/** From one to the most, side by side; kept as a text, as every number. */
export function Scale(props: ControlProps) {
  const steps = Array.from({ length: props.field.max ?? 0 }, (_, place) => String(place + 1));
  return <Radios {...props} shown={steps.map((value) => ({ value, text: value }))} />;
}

export function YesNo(props: ControlProps) {
  return <Radios {...props} shown={useShown(props)} />;
}

/** Choices side by side; one that need not be made can be taken back by choosing it again. */
function Radios({ field, path, label, value, onChange, errors, shown }: ControlProps & { shown: Shown[] }) {
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      <div className="flex flex-wrap gap-1.5" role="radiogroup" aria-label={label} aria-required={field.required}>
        {shown.map((each, place) => (
          <label
            key={String(each.value)}
            className={classes(
              "flex min-h-11 items-center gap-2 rounded-lg border px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus sm:min-h-9",
              value === each.value ? "border-accent bg-accent-soft text-accent-strong" : "border-edge bg-surface",
            )}
          >
            <input
              type="radio"
              name={path}
              data-path={place === 0 ? path : undefined}
              checked={value === each.value}
              onChange={() => onChange(each.value)}
              onClick={() => {
                if (value === each.value && !field.required) onChange(undefined);
              }}
              className="size-4 accent-accent"
            />
            {each.text}
          </label>
        ))}
      </div>
    </Labelled>
  );
}

export function Tick({ path, label, value, onChange }: ControlProps) {
  return (
    <CheckField
      label={label}
      data-path={path}
      checked={value === true}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}

/** Several of a closed list. */
export function Choices(props: ControlProps) {
  const { field, path, label, value, onChange, errors } = props;
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      {useShown(props).map((each, place) => (
        <CheckField
          key={String(each.value)}
          label={each.text}
          data-path={place === 0 ? path : undefined}
          checked={chosen.includes(each.value)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, each.value] : chosen.filter((other) => other !== each.value))
          }
        />
      ))}
    </Labelled>
  );
}
