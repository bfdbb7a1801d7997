import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfLog } from "./words.ts";

const PAGE = 100;

/** What changed about the organisation itself, by whom and when. */
export function LogPart() {
  const words = useWords(wordsOfLog);
  const [after, setAfter] = useState(0);
  const { data, error, refetch } = useAnswer("GET /organisation-log", { query: { after, limit: PAGE } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="flex flex-col gap-3">
      <p className="text-ink-2">{words.hint}</p>
      <ol>
        {data.facts.map(({ sequence, type, recordedAt, actor, data: about }) => (
          <li key={sequence} className="flex flex-wrap gap-x-3 border-t border-line py-2">
            <span className="font-medium">{words[type]}</span>
            <span className="grow text-ink-2">{describe(about)}</span>
            <span className="text-sm text-ink-2">
              {words.by(actor.personId ?? words.program)} · {formatInstant(recordedAt)}
            </span>
          </li>
        ))}
      </ol>
      {data.nextAfter !== null && <Button onClick={() => setAfter(data.nextAfter ?? 0)}>{words.older}</Button>}
    </section>
  );
}

function describe(data: Record<string, unknown>): string {
  return Object.values(data)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .join(" · ");
}
