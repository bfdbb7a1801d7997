import { useState, type FormEvent } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { OwnDay } from "./own-days.tsx";
import { SeeThenApply } from "./see-then-apply.tsx";
import { wordsOfAdministration, wordsOfCalendar } from "./words.ts";

/** A day that was added, taken back: first which clocks move back, then the change itself. */
export function CalendarRemoval({ day, onClose }: { day: OwnDay; onClose: () => void }) {
  const words = useWords(wordsOfCalendar);
  const general = useWords(wordsOfAdministration);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { date } = day;
  const see = useDeed("POST /calendars/days/:date/removals");
  const apply = useDeed("POST /calendars/days/:date/removals", {
    onDone: () => {
      tell(words.takenBack);
      onClose();
    },
  });
  const parts = (preview: boolean) => ({ params: { date }, body: { reason, preview } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") see.mutate({ parts: parts(true) });
  };
  return (
    <Dialog title={words.takeBack} isOpen onClose={onClose} isWide>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>
          <span className="font-medium">{formatDay(date)}</span>{" "}
          <span className="text-ink-2">
            {day.kind === "closure" ? words.closed : words.open} · {day.reason}
          </span>
        </p>
        <p className="text-ink-2">{words.takeBackHint}</p>
        <TextField
          label={words.takeBackReason}
          required
          value={reason}
          error={isMissing ? general.missing : undefined}
          onChange={(event) => {
            setReason(event.target.value);
            see.reset();
          }}
        />
        <SeeThenApply see={see} apply={apply} onApply={() => apply.mutate({ parts: parts(false) })} />
      </form>
    </Dialog>
  );
}
