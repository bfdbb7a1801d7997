import { Button } from "../../parts/button.tsx";
import { errorText } from "../../parts/states.tsx";
import { formatNumber } from "../../words/format.ts";
import { useLanguage, useWords, type Language } from "../../words/language.ts";
import type { Progress, Refused } from "./bulk.ts";
import { wordsOfBulk } from "./words-of-filters.ts";

/** How far it has come, and what was refused and why. */
export function BulkProgress({ progress, onStop }: { progress: Progress; onStop?: (() => void) | undefined }) {
  const words = useWords(wordsOfBulk);
  const { done, refused, of } = progress;
  return (
    <div className="flex flex-col gap-3">
      <progress value={done.length + refused.length} max={of} className="h-2 w-full accent-accent">
        {done.length}/{of}
      </progress>
      <div className="flex items-center justify-between gap-3">
        <p role="status">{words.done(formatNumber(done.length), formatNumber(of))}</p>
        {onStop && <Button onClick={onStop}>{words.stop}</Button>}
      </div>
      <RefusedList refused={refused} />
    </div>
  );
}

function RefusedList({ refused }: { refused: readonly Refused[] }) {
  const words = useWords(wordsOfBulk);
  const chosen = useLanguage();
  if (refused.length === 0) return null;
  return (
    <section aria-live="polite" className="flex flex-col gap-2">
      <h3 className="font-medium text-late">{words.notDone(formatNumber(refused.length))}</h3>
      <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto">
        {refused.map(({ number, why }) => (
          <li key={number}>
            <span className="font-medium">{number}</span>: {wordsOf(why, chosen)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A refusal of many at once comes as words, one of a single verb as an error. */
function wordsOf(why: unknown, chosen: Language): string {
  if (typeof why === "object" && why !== null && chosen in why) return String((why as Record<string, unknown>)[chosen]);
  return errorText(why, chosen);
}
