import { useState, type FormEvent } from "react";
import { ServerProblem } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CheckField, SelectField, TextField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { TestedSteps } from "./connection-test.tsx";
import type { Connection, Kind } from "./connections-of-channel.tsx";
import { wordsOfConnections } from "./words-of-connections.ts";

type Field = Kind["fields"][number];
type Values = Record<string, string | boolean>;

/** One connection, with the fields that its kind describes; tried before it is kept, if one likes. */
export function ConnectionForm({
  channel: { channelId, name: channelName },
  kinds,
  connection,
  onClose,
}: {
  channel: { channelId: string; name: string };
  kinds: readonly Kind[];
  connection: Connection | undefined;
  onClose: () => void;
}) {
  const words = useWords(wordsOfConnections);
  const chosen = useLanguage();
  const [kindId, setKind] = useState(connection?.kind ?? kinds[0]?.kind ?? "");
  const kind = kinds.find((each) => each.kind === kindId);
  const [connectionId] = useState(() => connection?.connectionId ?? `ket-noi-${crypto.randomUUID().slice(0, 8)}`);
  const [name, setName] = useState(connection?.name ?? "");
  const [isOn, setOn] = useState(connection?.isOn ?? true);
  const [values, setValues] = useState<Values>(() => beginning(kind, connection));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useDeed("PUT /channel-connections/:connectionId", {
    onDone: () => {
      tell(words.saved);
      onClose();
    },
  });
  const test = useDeed("POST /channel-connection-tests");
  if (!kind) return null;
  const isComplete = () => {
    const missing = kind.fields.flatMap((field) => lackOf(field, values[field.name], connection));
    const found: Record<string, string> = Object.fromEntries(missing.map(([at, lack]) => [at, words[lack]]));
    setWrong(name.trim() === "" ? { ...found, name: words.missing } : found);
    return missing.length === 0;
  };
  const given = () => ({ kind: kindId, ...sentOf(kind, values) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete() || name.trim() === "") return;
    const body = { ...given(), channelId, name: name.trim(), isOn, basedOn: connection?.version ?? null };
    save.mutate({ parts: { params: { connectionId }, body } });
  };
  const tryIt = () => {
    if (isComplete()) test.mutate({ parts: { body: { ...given(), connectionId: connection ? connectionId : null } } });
  };
  const errorAt = (field: Field) =>
    wrong[field.name] ?? fieldError(save.error ?? test.error, field.name)?.messages[chosen];
  return (
    <Dialog title={connection?.name ?? words.addTo(channelName)} isOpen onClose={onClose} isWide>
      <form noValidate onSubmit={submit} autoComplete="off" className="flex flex-col gap-4">
        {!connection && kinds.length > 1 && (
          <SelectField
            label={words.kind}
            value={kindId}
            options={kinds.map((each) => ({ value: each.kind, label: each.name[chosen] }))}
            onChange={({ target }) => {
              setKind(target.value);
              setValues(
                beginning(
                  kinds.find((each) => each.kind === target.value),
                  undefined,
                ),
              );
              setWrong({});
            }}
          />
        )}
        <p className="text-ink-2">{kind.about[chosen]}</p>
        <TextField
          label={words.name}
          hint={words.nameHint}
          required
          maxLength={100}
          value={name}
          error={wrong["name"]}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {kind.fields.map((field) => (
            <OneField
              key={field.name}
              field={field}
              value={values[field.name]}
              isKept={connection?.secretNames.includes(field.name) ?? false}
              error={errorAt(field)}
              onValue={(value) => setValues({ ...values, [field.name]: value })}
            />
          ))}
        </div>
        <CheckField
          label={words.isOn}
          hint={words.isOnHint}
          checked={isOn}
          onChange={({ target }) => setOn(target.checked)}
        />
        <TestedSteps steps={test.data?.steps} stepWords={kind.steps} isBusy={test.isPending} />
        <Refused error={save.error ?? test.error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" isBusy={save.isPending}>
            {words.save}
          </Button>
          <Button isBusy={test.isPending} onClick={tryIt}>
            {words.test}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function OneField({
  field,
  value,
  isKept,
  error,
  onValue,
}: {
  field: Field;
  value: string | boolean | undefined;
  isKept: boolean;
  error: string | undefined;
  onValue: (value: string | boolean) => void;
}) {
  const words = useWords(wordsOfConnections);
  const chosen = useLanguage();
  const label = field.label[chosen];
  const hint = field.hint?.[chosen];
  const isOptional = !field.isRequired;
  const text = typeof value === "string" ? value : "";
  if (field.input === "flag")
    return (
      <CheckField
        label={label}
        {...(hint === undefined ? {} : { hint })}
        checked={value === true}
        onChange={({ target }) => onValue(target.checked)}
      />
    );
  if (field.input === "choice")
    return (
      <SelectField
        {...{ label, hint, error, isOptional }}
        value={text}
        empty={field.initial === null ? "" : undefined}
        options={field.choices.map((each) => ({ value: each.value, label: each.label[chosen] }))}
        onChange={({ target }) => onValue(target.value)}
      />
    );
  const isSecret = field.input === "secret";
  return (
    <TextField
      {...{ label, error, isOptional }}
      hint={isSecret && isKept ? [hint, words.kept].filter(Boolean).join(" ") : hint}
      type={isSecret ? "password" : "text"}
      inputMode={field.input === "number" ? "numeric" : undefined}
      autoComplete={isSecret ? "new-password" : "off"}
      spellCheck={false}
      value={text}
      onChange={({ target }) => onValue(target.value)}
    />
  );
}

function beginning(kind: Kind | undefined, connection: Connection | undefined): Values {
  return Object.fromEntries(
    (kind?.fields ?? []).map(({ name, input, initial }) => {
      const kept = connection?.settings[name];
      const first = connection ? kept : (initial ?? undefined);
      if (input === "flag") return [name, first === true];
      return [name, typeof first === "string" || typeof first === "number" ? String(first) : ""];
    }),
  );
}

/** What keeps a field from being sent. */
function lackOf(
  { name, input, isRequired }: Field,
  value: string | boolean | undefined,
  connection: Connection | undefined,
): [string, "missing" | "wrongNumber"][] {
  if (typeof value !== "string") return [];
  const isKept = input === "secret" && connection?.secretNames.includes(name) === true;
  if (value.trim() === "") return isRequired && !isKept ? [[name, "missing"]] : [];
  return input === "number" && !/^\d{1,9}$/.test(value.trim()) ? [[name, "wrongNumber"]] : [];
}

function sentOf({ fields }: Kind, values: Values) {
  const settings: Record<string, string | number | boolean | null> = {};
  const secrets: Record<string, string> = {};
  for (const { name, input } of fields) {
    const value = values[name] ?? "";
    if (input === "secret") secrets[name] = String(value);
    else if (typeof value === "boolean") settings[name] = value;
    else if (value.trim() === "") settings[name] = null;
    else settings[name] = input === "number" ? Number(value) : value.trim();
  }
  return { settings, secrets };
}

/** The refusal that is about this field. */
function fieldError(error: unknown, name: string) {
  if (!(error instanceof ServerProblem)) return undefined;
  const { field } = error.problem;
  return field === `settings.${name}` || field === `secrets.${name}` ? error.problem : undefined;
}
