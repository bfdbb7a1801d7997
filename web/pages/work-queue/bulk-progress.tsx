import { Button } from "../../parts/button.tsx";
import { errorText } from "../../parts/states.tsx";
import { formatNumber } from "../../words/format.ts";
import { useLanguage, useWords, type Language } from "../../words/language.ts";
import type { Progress, Refused } from "./bulk.ts";
import type { BulkState } from "./use-bulk.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

/** How far it has come, what was refused and why, and the way on where somebody stopped. */
export function BulkProgress({
  state,
  onStop,
  onGoOn,
}: {
  state: BulkState;
  onStop: () => void;
  onGoOn: (progress: Progress) => void;
}) {
  const words = useWords(wordsOfBulk);
  const { read, progress, isRunning } = state;
  return (
    <div className="flex flex-col gap-3">
      <BulkError error={state.error} />
      {progress ? (
        <HowFar progress={progress} />
      ) : (
        <>
          <ProgressBar label={words.rowsRead(formatNumber(read ?? 0))} />
          <p role="status">{words.rowsRead(formatNumber(read ?? 0))}</p>
        </>
      )}
      <div className="flex justify-end gap-2">
        {isRunning && (
          <Button isBusy={state.isStopping} onClick={onStop}>
            {state.isStopping ? words.stopping : words.stop}
          </Button>
        )}
        {!isRunning && progress && progress.left.length > 0 && (
          <Button look="primary" onClick={() => onGoOn(progress)}>
            {words.goOn(formatNumber(progress.left.length))}
          </Button>
        )}
      </div>
      {progress && <RefusedList refused={progress.refused} />}
    </div>
  );
}

/** Without a value: how much there is, nobody knows yet. */
export function ProgressBar({ value, of, label }: { value?: number; of?: number; label: string }) {
  return (
    <progress
      aria-label={label}
      {...(value === undefined || of === undefined ? {} : { value, max: Math.max(of, 1) })}
      className="h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunken indeterminate:animate-pulse indeterminate:bg-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent"
    />
  );
}

export function BulkError({ error }: { error: unknown }) {
  const chosen = useLanguage();
  if (error === undefined) return null;
  return (
    <p role="alert" className="font-medium text-late">
      {errorText(error, chosen)}
    </p>
  );
}

function HowFar({ progress: { done, refused, left } }: { progress: Progress }) {
  const words = useWords(wordsOfBulk);
  const looked = done.length + refused.length;
  const of = looked + left.length;
  return (
    <>
      <ProgressBar value={looked} of={of} label={words.done(formatNumber(done.length), formatNumber(of))} />
      <p role="status">{words.done(formatNumber(done.length), formatNumber(of))}</p>
    </>
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

/** The server says it in both languages. */
function wordsOf(why: unknown, chosen: Language): string {
  if (typeof why === "object" && why !== null && chosen in why) return String((why as Record<string, unknown>)[chosen]);
  return errorText(why, chosen);
}
