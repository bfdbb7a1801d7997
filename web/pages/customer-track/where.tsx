import { Check } from "lucide-react";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfPath, wordsOfTrack, wordsOfWhere } from "./words.ts";

/** The one sentence that matters. */
export function WhereItStands({ tracked: { where, since } }: { tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const said = useWords(wordsOfWhere);
  return (
    <div role="status" className="rounded-xl bg-accent-soft p-5 text-accent-strong">
      <p className="text-xl font-semibold text-balance">{said[where]}</p>
      <p>{words.since(formatDay(since))}.</p>
    </div>
  );
}

type PathStep = "received" | "lookedInto" | "answered" | "closed";

/** The way in four steps; what is behind has its tick and its word. */
export function Path({ tracked }: { tracked: Tracked }) {
  const words = useWords(wordsOfPath);
  const steps = stepsOf(tracked);
  const at = steps.indexOf(placeOf(tracked));
  return (
    <ol aria-label={words.path} className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
      {steps.map((step, index) => {
        const isDone = index < at || at === steps.length - 1;
        const isNow = index === at && !isDone;
        return (
          <li key={step} aria-current={isNow ? "step" : undefined} className="flex items-center gap-2">
            <span
              aria-hidden
              className={`flex size-7 items-center justify-center rounded-full text-base font-semibold ${isDone ? "bg-kept-soft text-kept" : isNow ? "bg-accent text-on-accent" : "bg-sunken text-ink-2"}`}
            >
              {isDone ? <Check size={18} /> : index + 1}
            </span>
            <span className={isNow ? "font-semibold" : "text-ink-2"}>
              {words[step]}
              <span className="sr-only">{isDone ? ` (${words.done})` : isNow ? ` (${words.now})` : ""}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What ended without an answer never was answered: withdrawn, merged, praise. */
function stepsOf({ where, wasAnswered }: Tracked): PathStep[] {
  const isOver = where === "closed" || where === "withdrawn";
  return isOver && !wasAnswered
    ? ["received", "lookedInto", "closed"]
    : ["received", "lookedInto", "answered", "closed"];
}

function placeOf({ where, wasAnswered }: Tracked): PathStep {
  if (where === "received" || where === "closed") return where;
  if (where === "withdrawn") return wasAnswered ? "answered" : "lookedInto";
  return where === "answered" || where === "finishing" || where === "refused" ? "answered" : "lookedInto";
}
