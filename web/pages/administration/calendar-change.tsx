import { useState, type FormEvent } from "react";
import type { Parts } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { DayField } from "../../parts/day-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { tell } from "../../parts/toast.tsx";
import { useWords } from "../../words/language.ts";
import { SeeThenApply } from "./see-then-apply.tsx";
import { wordsOfAdministration, wordsOfCalendar } from "./words.ts";

type OwnDay = Omit<Parts<"POST /calendars/days">["body"], "preview">;
/** The day that was chosen; `isNational`: the nation rests on it, so that what can be added is work. */
export type ChosenDay = { date: string; isNational: boolean };

/** One day more off, or one more worked: first what would move, then, if it is right, the change itself. */
export function CalendarChange({ day, onClose }: { day: ChosenDay; onClose: () => void }) {
  const words = useWords(wordsOfCalendar);
  const general = useWords(wordsOfAdministration);
  const [typed, setTyped] = useState<OwnDay>({
    date: day.date,
    kind: day.isNational ? "opening" : "closure",
    reason: "",
  });
  const [isMissing, setMissing] = useState(false);
  const see = useDeed("POST /calendars/days");
  const apply = useDeed("POST /calendars/days", {
    onDone: () => {
      tell(words.applied);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(typed.reason.trim() === "");
    if (typed.reason.trim() !== "") see.mutate({ parts: { body: { ...typed, preview: true } } });
  };
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change });
    // What was seen is no longer what would be applied.
    see.reset();
  };
  return (
    <Dialog title={words.change} isOpen onClose={onClose} isWide>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{day.isNational ? words.nationalHint : words.changeHint}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <DayField label={words.date} required value={typed.date} onType={(date) => type({ date })} />
          <SelectField
            label={words.kind}
            value={typed.kind}
            onChange={(event) => type({ kind: event.target.value === "opening" ? "opening" : "closure" })}
            options={[
              { value: "closure", label: words.closure },
              { value: "opening", label: words.opening },
            ]}
          />
        </div>
        <TextField
          label={words.reason}
          required
          value={typed.reason}
          error={isMissing ? general.missing : undefined}
          onChange={(event) => type({ reason: event.target.value })}
        />
        <SeeThenApply
          see={see}
          apply={apply}
          onApply={() => apply.mutate({ parts: { body: { ...typed, preview: false } } })}
        />
      </form>
    </Dialog>
  );
}
