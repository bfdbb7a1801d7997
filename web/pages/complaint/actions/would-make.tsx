import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { formatDue } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import type { Move } from "./described.ts";
import { missingOf, sentOf, type FormValues, type Sent } from "./form-values.ts";
import type { Preview } from "./described.ts";
import { previewVerb } from "./send-verb.ts";
import { wordsOfForm } from "./words.ts";

/** So long after the last key the server is asked what the form would make. */
const PAUSE_MS = 700;

/** What the form would make now: the step it leads to, and the clocks that begin, end or move. The server tries it, and writes nothing. */
export function WouldMake({ href, move, values }: { href: string; move: Move; values: FormValues }) {
  const words = useWords(wordsOfForm);
  const sent = useRested(missingOf(move, values).length > 0 ? undefined : sentOf(move, values));
  const { data } = useQuery({
    queryKey: ["preview", href, sent],
    queryFn: ({ signal }) => previewVerb(href, sent ?? { address: {}, body: {} }, { signal }),
    enabled: sent !== undefined,
    // What is refused is said when it is sent.
    retry: false,
  });
  if (!data || (data.stage.from === data.stage.to && data.clocks.length === 0)) return null;
  return (
    <section aria-label={words.wouldMake} className="rounded-xl bg-sunken px-3 py-2">
      <p className="text-sm font-medium text-ink-2">{words.wouldMake}</p>
      <ul className="flex flex-col gap-1 pt-1">
        {data.stage.from !== data.stage.to && (
          <li className="flex gap-2">
            <ArrowRight size={16} aria-hidden className="mt-1 shrink-0 text-ink-3" />
            {words.moves(data.stage.toName)}
          </li>
        )}
        {data.clocks.map((clock) => (
          <ClockLine key={clock.clockId} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

const hasDue = new Set(["begins", "runs again", "goes on", "moves"]);

function ClockLine({ clock: { name, change, to } }: { clock: Preview["clocks"][number] }) {
  const words = useWords(wordsOfForm);
  const said = change === "moves" ? words.movesClock : words[change];
  return (
    <li className="flex gap-2">
      <Clock size={16} aria-hidden className="mt-1 shrink-0 text-ink-3" />
      <span>
        {name}: {said}
        {hasDue.has(change) && to && ` ${formatDue(to.dueAt)}`}
      </span>
    </li>
  );
}

/** What it was when nothing changed any more for a moment. */
function useRested(sent: Sent | undefined): Sent | undefined {
  const asText = sent && JSON.stringify(sent);
  const [rested, setRested] = useState<string>();
  useEffect(() => {
    const waiting = setTimeout(() => setRested(asText), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [asText]);
  return asText !== undefined && rested === asText ? (JSON.parse(rested) as Sent) : undefined;
}
