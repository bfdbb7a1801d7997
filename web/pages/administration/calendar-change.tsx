import { useState, type FormEvent } from "react";
import type { Answer, Parts } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatDue } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfAdministration, wordsOfCalendar } from "./words.ts";

type Rules = Parts<"POST /calendars">["body"]["rules"];
type Moved = Answer<"POST /calendars">;

/** One day more off, or one more worked: first what would move, then, if it is right, the change itself. */
export function CalendarChange({
  rules,
  day,
  onClose,
}: {
  rules: Record<string, unknown>;
  day: string;
  onClose: () => void;
}) {
  const words = useWords(wordsOfCalendar);
  const general = useWords(wordsOfAdministration);
  const chosen = useLanguage();
  const [typed, setTyped] = useState({ date: day, kind: "closures" as "closures" | "openings", reason: "" });
  const [preview, setPreview] = useState<Moved>();
  const [isMissing, setMissing] = useState(false);
  const see = useDeed("POST /calendars", { onDone: setPreview });
  const apply = useDeed("POST /calendars", {
    onDone: () => {
      tell(words.applied);
      onClose();
    },
  });
  const body = (isPreview: boolean) => ({ rules: withDay(rules, typed), reason: typed.reason, preview: isPreview });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(typed.reason.trim() === "");
    if (typed.reason.trim() !== "") see.mutate({ parts: { body: body(true) } });
  };
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change });
    // What was seen is no longer what would be applied.
    setPreview(undefined);
  };
  const error = see.error ?? apply.error;
  return (
    <Dialog title={words.change} isOpen onClose={onClose} isWide>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{words.changeHint}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={words.date}
            type="date"
            required
            value={typed.date}
            onChange={(event) => type({ date: event.target.value })}
          />
          <SelectField
            label={words.kind}
            value={typed.kind}
            onChange={(event) => type({ kind: event.target.value === "openings" ? "openings" : "closures" })}
            options={[
              { value: "closures", label: words.closure },
              { value: "openings", label: words.opening },
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
        {error && (
          <p role="alert" className="font-medium text-late">
            {errorText(error, chosen)}
          </p>
        )}
        {preview && <WhatMoves preview={preview} />}
        <div className="flex gap-2">
          <Button type="submit" look={preview ? "plain" : "primary"} isBusy={see.isPending}>
            {words.preview}
          </Button>
          {preview && (
            <Button
              look="primary"
              isBusy={apply.isPending}
              onClick={() => apply.mutate({ parts: { body: body(false) } })}
            >
              {words.apply}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function WhatMoves({ preview: { moved, left } }: { preview: Moved }) {
  const words = useWords(wordsOfCalendar);
  return (
    <section role="status" className="rounded-xl border border-line p-3">
      <p className="font-medium">{moved.length === 0 ? words.nothingMoves : words.moves(moved.length)}</p>
      <ul className="max-h-60 overflow-y-auto">
        {moved.map(({ clockId, complaintId, number, from, to }) => (
          <li
            key={`${complaintId} ${clockId}`}
            className="flex flex-wrap gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <span className="font-medium">{number}</span>
            <span className="text-ink-2">{words.fromTo(formatDue(from), formatDue(to))}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="text-ink-2">{words.left(left)}</p>}
    </section>
  );
}

type Change = { date: string; kind: "closures" | "openings"; reason: string };
type Named = { date: string; reason: string };

/** The rules in force with one day more; a day that they name already is named anew. */
function withDay(rules: Record<string, unknown>, { date, kind, reason }: Change): Rules {
  const { offsetMinutes: _offset, ...kept } = rules as Rules & {
    offsetMinutes?: number;
    closures?: Named[];
    openings?: Named[];
  };
  const without = (list: Named[] = []) => list.filter((named) => named.date !== date);
  const added = { closures: without(kept.closures), openings: without(kept.openings) };
  return { ...kept, ...added, [kind]: [...added[kind], { date, reason }] };
}
