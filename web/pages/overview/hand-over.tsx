import { useState, type FormEvent } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { SelectField, TextAreaField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { shiftNoteDraftName } from "../../staff/own-drafts.ts";
import { useSession } from "../../staff/session.ts";
import { keep, useLanguage, useWords } from "../../words/language.ts";
import { Card } from "./card.tsx";
import { NoteRow } from "./note-row.tsx";
import { wordsOfOverview } from "./words.ts";

/** Notes make no news of a complaint: they are asked for. */
const NOTES_EVERY_MS = 10_000;
/** What one shift leaves to the next, and who took it over. */
export function HandOver() {
  const words = useWords(wordsOfOverview);
  const { data } = useAnswer("GET /shift-notes", {}, { everyMs: NOTES_EVERY_MS });
  return (
    <Card title={words.handOver}>
      <NoteForm />
      {data?.notes.length === 0 && <p className="text-ink-2">{words.noNotes}</p>}
      <ul>
        {data?.notes.slice(0, 6).map((note) => (
          <NoteRow key={note.noteId} note={note} />
        ))}
      </ul>
    </Card>
  );
}

function NoteForm() {
  const words = useWords(wordsOfOverview);
  const chosen = useLanguage();
  const session = useSession();
  const draft = shiftNoteDraftName(session);
  const [text, setText] = useState(() => localStorage.getItem(draft) ?? "");
  const [unit, setUnit] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const type = (typed: string) => {
    setText(typed);
    if (typed === "") localStorage.removeItem(draft);
    else keep(draft, typed);
  };
  const deed = useDeed("POST /shift-notes", {
    onDone: () => {
      type("");
      setKey(crypto.randomUUID());
      tell(words.left);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === "");
    if (text.trim() === "") return;
    deed.mutate({ parts: { body: { text, unit: unit === "" ? null : unit } }, idempotencyKey: key });
  };
  const error = isMissing ? words.missing : deed.error ? errorText(deed.error, chosen) : undefined;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <TextAreaField
        label={words.handOverLabel}
        hint={words.handOverHint}
        rows={3}
        value={text}
        error={error}
        onChange={(event) => type(event.target.value)}
      />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SelectField
          label={words.forWhom}
          empty={words.everybody}
          options={session.units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
        />
        <Button type="submit" look="primary" isBusy={deed.isPending}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}
