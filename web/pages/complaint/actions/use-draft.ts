import { useState } from "react";
import { keepDraft, readDraft, removeDraft, type Draft } from "./draft.ts";
import { startValues, type FormValues, type Typed } from "./form-values.ts";
import type { Move } from "./described.ts";

/** What somebody types into a form, kept in this browser with every change. `name`: see `draftName`. */
export function useDraft(name: string, move: Move, given: Typed) {
  const [start] = useState(() => readDraft(name));
  const [values, setValues] = useState<FormValues>(start?.values ?? startWith(move, given));
  const [idempotencyKey, setKey] = useState(start?.idempotencyKey ?? newKey());
  const [restoredAt, setRestoredAt] = useState(start?.keptAt);
  const [isKept, setIsKept] = useState(true);
  const keep = (draft: Omit<Draft, "keptAt">) => setIsKept(keepDraft(name, { ...draft, keptAt: now() }));
  return {
    values,
    idempotencyKey,
    restoredAt,
    isKept,
    change: (changed: (known: FormValues) => FormValues) =>
      setValues((known) => {
        const next = changed(known);
        keep({ values: next, idempotencyKey });
        return next;
      }),
    /** Another attempt that is not the same again. */
    renewKey: () => {
      const key = newKey();
      setKey(key);
      keep({ values, idempotencyKey: key });
      return key;
    },
    drop: () => {
      removeDraft(name);
      setValues(startWith(move, given));
      setKey(newKey());
      setRestoredAt(undefined);
    },
    done: () => removeDraft(name),
  };
}

function newKey(): string {
  return crypto.randomUUID();
}

function now(): string {
  return new Date().toISOString();
}

function startWith(move: Move, given: Typed): FormValues {
  const start = startValues(move);
  return { ...start, fields: { ...start.fields, ...given } };
}
