import { useAnswer } from "../../../../api/use-answer.ts";
import { SelectField } from "../../../../parts/field.tsx";
import { formatDay } from "../../../../words/format.ts";
import { useWords } from "../../../../words/language.ts";
import { useTyped } from "../form-context.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";

type EditionRef = {
  organisation: string;
  procedure: string;
  effectiveOn: string;
  lawEffectiveOn: string;
  hash: string;
};

/** An edition of a procedure, by its title and its day. */
export function Edition({ field, path, label, value, onChange, errors }: ControlProps) {
  const words = useWords(wordsOfForm);
  const { data } = useAnswer("GET /editions", {});
  const editions = data?.editions ?? [];
  const choose = (hash: string) => {
    const found = editions.find((each) => each.hash === hash);
    if (!found) return onChange(undefined);
    const { organisation, procedure, effectiveOn, lawEffectiveOn } = found;
    onChange({ organisation, procedure, effectiveOn, lawEffectiveOn, hash } satisfies EditionRef);
  };
  return (
    <SelectField
      label={label}
      isOptional={!field.required}
      error={errors[path]}
      data-path={path}
      empty={words.choose}
      options={editions.map(({ hash, title, effectiveOn, lawEffectiveOn }) => ({
        value: hash,
        label: `${title}, ${formatDay(effectiveOn)} (${formatDay(lawEffectiveOn)})`,
      }))}
      value={(value as EditionRef | undefined)?.hash ?? ""}
      onChange={({ target }) => choose(target.value)}
    />
  );
}

/** A stage of the edition that is chosen in the same form. */
export function Stage({ field, path, label, value, onChange, errors }: ControlProps) {
  const words = useWords(wordsOfForm);
  const { to } = useTyped() as { to?: EditionRef };
  const { data } = useAnswer(
    "GET /editions/:hash",
    { params: { hash: to?.hash ?? "" } },
    { enabled: to !== undefined },
  );
  return (
    <SelectField
      label={label}
      isOptional={!field.required}
      error={errors[path]}
      data-path={path}
      empty={words.choose}
      disabled={!data}
      options={(data?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={typeof value === "string" ? value : ""}
      onChange={({ target }) => onChange(target.value || undefined)}
    />
  );
}
