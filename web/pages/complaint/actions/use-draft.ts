import { useRef, useState } from "react";
import type { Move } from "./described.ts";
import { keepDraft, readDraft, removeDraft } from "./draft.ts";
import { startValues, type FormValues, type Typed } from "./form-values.ts";

/**
 * What somebody types into a form, kept in this browser with every change. `name`: see `draftName`; `given`: what a page fills in
 * before anybody types.
 */
export function useDraft(name: string, move: Move, given: Typed) {
  const [start] = useState(() => readDraft(name));
  const [values, setValues] = useState(() => start?.values ?? startWith(move, given));
  const [restoredAt, setRestoredAt] = useState(start?.keptAt);
  const [isKept, setIsKept] = useState(true);
  // Uploads end whenever they end: each change stands on the one before, drawn or not.
  const latest = useRef(values);
  const key = useRef(start?.idempotencyKey);
  const keyNow = () => (key.current ??= crypto.randomUUID());
  const keep = () => {
    const draft = { values: latest.current, idempotencyKey: keyNow(), keptAt: new Date().toISOString() };
    setIsKept(keepDraft(name, draft));
  };
  const put = (next: FormValues) => {
    latest.current = next;
    setValues(next);
  };
  return {
    values,
    restoredAt,
    isKept,
    change: (changed: (known: FormValues) => FormValues) => {
      put(changed(latest.current));
      keep();
    },
    /** Sent along: the same again is done once, also after the page was loaded anew. */
    keyToSend: () => {
      keep();
      return keyNow();
    },
    /** What comes next is not the same again. */
    forgetKey: () => {
      key.current = undefined;
    },
    drop: () => {
      removeDraft(name);
      key.current = undefined;
      put(startWith(move, given));
      setRestoredAt(undefined);
    },
    done: () => removeDraft(name),
  };
}

export type DraftOfForm = ReturnType<typeof useDraft>;

function startWith(move: Move, given: Typed): FormValues {
  const start = startValues(move);
  return { ...start, fields: { ...start.fields, ...given } };
}
