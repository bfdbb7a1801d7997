import type { Answer } from "../../api/ask.ts";
import { Button } from "../../parts/button.tsx";
import { Refused } from "../../parts/states.tsx";
import { formatDue } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfCalendar } from "./words.ts";

type Moved = Answer<"POST /calendars/days">;
type Asked = { data: Moved | undefined; error: Error | null; isPending: boolean };

/** The end of a form that changes the calendar: the way to see what would move, that, and the way to let it. */
export function SeeThenApply({ see, apply, onApply }: { see: Asked; apply: Asked; onApply: () => void }) {
  const words = useWords(wordsOfCalendar);
  const error = see.error ?? apply.error;
  const preview = see.data;
  return (
    <>
      <Refused error={error} />
      {preview && <WhatMoves preview={preview} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look={preview ? "plain" : "primary"} isBusy={see.isPending}>
          {words.preview}
        </Button>
        {preview && (
          <Button look="primary" isBusy={apply.isPending} onClick={onApply}>
            {words.apply}
          </Button>
        )}
      </div>
    </>
  );
}

function WhatMoves({ preview: { moved, left } }: { preview: Moved }) {
  const words = useWords(wordsOfCalendar);
  return (
    <section role="status" className="rounded-xl border border-line p-3">
      <p className="font-medium">{moved.length === 0 ? words.nothingMoves : words.moves(moved.length)}</p>
      <ul>
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
