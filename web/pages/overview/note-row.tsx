import type { Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { errorText } from "../../parts/states.tsx";
import { formatInstant } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { wordsOfOverview } from "./words.ts";

type Note = Answer<"GET /shift-notes">["notes"][number];

/** What was left, by whom and for whom; the next shift confirms that it was read. */
export function NoteRow({ note }: { note: Note }) {
  const words = useWords(wordsOfOverview);
  const chosen = useLanguage();
  const take = useDeed("POST /shift-notes/:noteId/takings");
  const { noteId, text, writtenBy, writtenAt, takenBy, takenAt, mayTake } = note;
  return (
    <li className="flex flex-col gap-1 border-t border-line py-2">
      <p className="whitespace-pre-wrap">{text}</p>
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
        <span>
          {writtenBy} · {formatInstant(writtenAt)} · <ForWhom unit={note.unit} />
        </span>
        {takenBy !== null && takenAt !== null ? (
          <span className="text-kept">{words.takenBy(takenBy, formatInstant(takenAt))}</span>
        ) : mayTake ? (
          <Button isBusy={take.isPending} onClick={() => take.mutate({ parts: { params: { noteId } } })}>
            {words.take}
          </Button>
        ) : (
          <span>{words.waitsForNext}</span>
        )}
      </div>
      {take.error && (
        <p role="alert" className="text-sm text-late">
          {errorText(take.error, chosen)}
        </p>
      )}
    </li>
  );
}

function ForWhom({ unit }: { unit: string | null }) {
  const words = useWords(wordsOfOverview);
  const packName = usePackName();
  const { data } = useAnswer("GET /units", {}, { enabled: unit !== null });
  const name = data?.units.find(({ unitId }) => unitId === unit)?.name;
  return <>{unit === null ? words.everybody : (packName(name) ?? unit)}</>;
}
