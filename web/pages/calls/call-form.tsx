import { useState, type FormEvent } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CheckField, SelectField, TextAreaField, TextField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { dayOf, formatTime } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfCalls } from "./words.ts";

/** Writes down a call that no switchboard told of. */
export function CallForm({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOfCalls);
  const [typed, setTyped] = useState(() => {
    const now = new Date().toISOString();
    const startedAt = `${dayOf(now)}T${formatTime(now)}`;
    return { direction: "in", number: "", answered: true, startedAt, minutes: "", note: "" };
  });
  const [isWanting, setWanting] = useState(false);
  const set = (changed: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changed }));
  const deed = useDeed("POST /phone-calls", {
    onDone: () => {
      tell(words.noted);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { number, answered, startedAt, minutes, note } = typed;
    const direction: "in" | "out" = typed.direction === "out" ? "out" : "in";
    const isWrong = startedAt === "" || !/^\d{0,4}$/.test(minutes.trim());
    setWanting(isWrong);
    if (isWrong) return;
    const body = {
      direction,
      number: number.trim() || null,
      answered,
      startedAt: `${startedAt}:00+07:00`,
      minutes: Number(minutes.trim() || 0),
      note: note.trim() || null,
    };
    deed.mutate({ parts: { body } });
  };
  return (
    <Dialog title={words.addCall} isOpen onClose={onClose}>
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.number}
          name="number"
          inputMode="tel"
          autoComplete="off"
          value={typed.number}
          onChange={({ target }) => set({ number: target.value })}
        />
        <SelectField
          label={words.direction}
          name="direction"
          value={typed.direction}
          options={[
            { value: "in", label: words.in },
            { value: "out", label: words.out },
          ]}
          onChange={({ target }) => set({ direction: target.value })}
        />
        <DayField
          hasTime
          label={words.startedAt}
          name="startedAt"
          value={typed.startedAt}
          onType={(startedAt) => set({ startedAt })}
        />
        <TextField
          isOptional
          label={words.length}
          name="minutes"
          inputMode="numeric"
          value={typed.minutes}
          onChange={({ target }) => set({ minutes: target.value })}
        />
        <CheckField
          label={words.wasAnswered}
          checked={typed.answered}
          onChange={({ target }) => set({ answered: target.checked })}
        />
        <TextAreaField
          isOptional
          label={words.note}
          name="note"
          rows={3}
          value={typed.note}
          onChange={({ target }) => set({ note: target.value })}
          className="sm:col-span-2"
        />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <Button type="submit" look="primary" isBusy={deed.isPending}>
            {words.save}
          </Button>
          {isWanting && (
            <p role="alert" className="font-medium text-late">
              {words.wantingCall}
            </p>
          )}
          <Refused error={deed.error} />
        </div>
      </form>
    </Dialog>
  );
}
