import { Plus, Trash2 } from "lucide-react";
import { Button, IconButton } from "../../../../parts/button.tsx";
import { useLanguage, useWords } from "../../../../words/language.ts";
import type { FormLeaf } from "../described.ts";
import { startOf, type Typed } from "../form-values.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";
import { LeafControl } from "./leaf-control.tsx";

const box = "flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-page p-3";

function withinOf({ field }: ControlProps): Record<string, FormLeaf> {
  return ("fields" in field && field.fields) || {};
}

/** The fields of one thing, in a frame of their own. */
export function Group(props: ControlProps) {
  const { field, label, path, value, onChange, errors } = props;
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      <div className={box}>
        <Within {...props} path={path} value={value} onChange={onChange} />
      </div>
    </Labelled>
  );
}

/** Several things of the same fields. */
export function Entries(props: ControlProps) {
  const { field, label, path, value, onChange, errors } = props;
  const words = useWords(wordsOfForm);
  const entries = Array.isArray(value) ? (value as Typed[]) : [];
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      {entries.map((entry, place) => (
        // The place is what an entry is known by, to the server too.
        <div key={place} role="group" aria-label={words.entry(place + 1)} className={box}>
          <div className="flex items-center justify-between">
            <span className="text-sm text-ink-3">{words.entry(place + 1)}</span>
            {(entries.length > 1 || !field.required) && (
              <IconButton
                label={`${words.remove}: ${words.entry(place + 1)}`}
                onClick={() => onChange(entries.filter((_entry, at) => at !== place))}
              >
                <Trash2 size={16} aria-hidden />
              </IconButton>
            )}
          </div>
          <Within
            {...props}
            path={`${path}.${place}`}
            value={entry}
            onChange={(next) => onChange(entries.map((each, at) => (at === place ? (next as Typed) : each)))}
          />
        </div>
      ))}
      {entries.length < (field.max ?? Infinity) && (
        <Button
          look="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden />}
          data-path={entries.length === 0 ? path : undefined}
          onClick={() => onChange([...entries, startOf(withinOf(props))])}
        >
          {words.add}: {label.toLowerCase()}
        </Button>
      )}
    </Labelled>
  );
}

function Within(props: ControlProps) {
  const { path, value, onChange, errors, complaintId } = props;
  const chosen = useLanguage();
  const typed = (value ?? {}) as Typed;
  return Object.entries(withinOf(props)).map(([name, field]) => (
    <LeafControl
      key={name}
      field={field}
      path={`${path}.${name}`}
      label={field.label[chosen]}
      value={typed[name]}
      onChange={(next) => onChange({ ...typed, [name]: next })}
      errors={errors}
      complaintId={complaintId}
    />
  ));
}
