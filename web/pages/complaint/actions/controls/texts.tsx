import { Plus, X } from "lucide-react";
import type { InputHTMLAttributes } from "react";
import { Button, IconButton } from "../../../../parts/button.tsx";
import { TextAreaField, TextField } from "../../../../parts/field.tsx";
import { useWords } from "../../../../words/language.ts";
import { useIsReply } from "../form-context.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";

const asText = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

export function Line({
  field,
  path,
  label,
  value,
  onChange,
  errors,
  complaintId: _complaintId,
  ...input
}: ControlProps & Pick<InputHTMLAttributes<HTMLInputElement>, "type" | "inputMode">) {
  return (
    <TextField
      {...input}
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      data-path={path}
      value={asText(value)}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

export function Lines({ field, path, label, value, onChange, errors }: ControlProps) {
  const isLetter = useIsReply() && path === "content";
  return (
    <TextAreaField
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      data-path={path}
      className={`[&_textarea]:field-sizing-content ${isLetter ? "[&_textarea]:min-h-60" : "[&_textarea]:min-h-24"}`}
      // What is written to customers is Vietnamese, whatever language the page has: the browser knows how it is spelt.
      lang="vi"
      spellCheck
      value={asText(value)}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** Dong, shown in thousands as people write them: 1.250.000. */
export function Money({ field, path, label, value, onChange, errors }: ControlProps) {
  return (
    <TextField
      label={label}
      isOptional={!field.required}
      aria-required={field.required}
      error={errors[path]}
      data-path={path}
      inputMode="numeric"
      value={inThousands(asText(value))}
      onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, ""))}
    />
  );
}

function inThousands(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ".");
}

/** Several short texts, one below the other. */
export function Texts({ field, path, label, value, onChange, errors }: ControlProps) {
  const words = useWords(wordsOfForm);
  const texts = Array.isArray(value) && value.length > 0 ? (value as string[]) : [""];
  const put = (place: number, text: string) => onChange(texts.map((each, at) => (at === place ? text : each)));
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      {texts.map((text, place) => (
        // The place is what an entry is known by: the texts have nothing else.
        <div key={place} className="flex items-start gap-1">
          <TextField
            label={`${label} ${place + 1}`}
            className="grow [&>label]:sr-only"
            isOptional={false}
            error={errors[`${path}.${place}`]}
            data-path={place === 0 ? path : `${path}.${place}`}
            value={text}
            onChange={({ target }) => put(place, target.value)}
          />
          {texts.length > 1 && (
            <IconButton
              label={`${words.remove} ${place + 1}`}
              onClick={() => onChange(texts.filter((_text, at) => at !== place))}
            >
              <X size={16} aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {texts.length < (field.max ?? Infinity) && (
        <Button
          look="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onChange([...texts, ""])}
        >
          {words.add}
        </Button>
      )}
    </Labelled>
  );
}
