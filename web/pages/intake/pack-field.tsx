import { DayField } from "../../parts/day-field.tsx";
import { SelectField, TextAreaField, TextField } from "../../parts/field.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import { textOf, type Form } from "./draft.ts";
import { wordsOfIntake } from "./words.ts";

type Asked = Form["kinds"][number]["required"][number];

const inputs: Record<string, { type: string; inputMode?: "numeric" | "tel" | "email" }> = {
  phone: { type: "tel", inputMode: "tel" },
  email: { type: "email", inputMode: "email" },
  money: { type: "text", inputMode: "numeric" },
  number: { type: "text", inputMode: "numeric" },
};

/** One thing that the pack asks for, drawn as the server says. Required ones say that they will be asked for again. */
export function PackField({ asked: { field: path, label }, isRequired }: { asked: Asked; isRequired: boolean }) {
  const { form, draft, isLocked, set, errorOf } = useIntake();
  const chosen = useLanguage();
  const words = useWords(wordsOfIntake);
  const { type, options } = described(form, path);
  const value = textOf(draft.values, path);
  const common = {
    label: isRequired ? `${label[chosen]} *` : label[chosen],
    "aria-required": isRequired,
    error: errorOf(path),
    value,
    disabled: isLocked,
    name: path,
    onChange: (event: { target: { value: string } }) => set({ [path]: event.target.value }),
  };
  if (type === "long-text") return <TextAreaField {...common} rows={2} className="sm:col-span-2" />;
  if (options || type === "yes-no") {
    const listed = options ?? [
      { value: "true", label: words.yes },
      { value: "false", label: words.no },
    ];
    return <SelectField {...common} options={listed} empty={words.notSaid} />;
  }
  if (type === "day" || type === "instant") {
    return <DayField {...common} onType={(typed) => set({ [path]: typed })} hasTime={type === "instant"} />;
  }
  return <TextField {...common} {...(inputs[type] ?? { type: "text" })} autoComplete="off" />;
}

function described(
  { fields, filled }: Form,
  path: string,
): { type: string; options?: { value: string; label: string }[] } {
  const [group = "", name = ""] = path.split(".");
  const field = path.startsWith("filled.") ? filled[name] : (fields[group]?.fields?.[name] ?? fields[group]);
  const options = field?.options?.map(({ value, label }) => ({ value: String(value), label: label.vi }));
  return { type: field?.type ?? "text", ...(options ? { options } : {}) };
}
