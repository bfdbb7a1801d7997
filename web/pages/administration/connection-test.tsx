import { useEffect, useRef } from "react";
import { CircleCheck, CircleX } from "lucide-react";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfConnections } from "./words-of-connections.ts";

type Step = { what: string; ok: boolean; detail: string | null };
type StepWords = Record<string, { vi: string; en: string }>;

/** What a test tried, step by step, and the other side's own words. */
export function TestedSteps({
  steps,
  stepWords,
  isBusy,
}: {
  steps: readonly Step[] | undefined;
  stepWords: StepWords;
  isBusy: boolean;
}) {
  const words = useWords(wordsOfConnections);
  const chosen = useLanguage();
  const nameOf = (what: string) => stepWords[what]?.[chosen] ?? what;
  const failed = steps?.find(({ ok }) => !ok);
  // In a form that is longer than its window, what failed stands below what is seen.
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (steps) result.current?.scrollIntoView({ block: "nearest" });
  }, [steps]);
  return (
    <div ref={result} role="status" aria-live="polite">
      {isBusy && <p className="rounded-lg bg-sunken p-3 text-ink-2">{words.testing}</p>}
      {!isBusy && steps && (
        <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
          <ol className="flex flex-col gap-1.5">
            {steps.map(({ what, ok, detail }, index) => (
              <li key={`${what} ${index}`} className="flex items-start gap-2">
                <span className={ok ? "mt-0.5 text-kept" : "mt-0.5 text-late"} aria-hidden>
                  {ok ? <CircleCheck size={18} /> : <CircleX size={18} />}
                </span>
                <span className="min-w-0">
                  <span className="font-medium">{nameOf(what)}</span>
                  <span className="sr-only">: {ok ? words.stepDone : words.stepFailed}</span>
                  {detail !== null && (
                    <span lang="en" className="block text-sm wrap-anywhere text-ink-2">
                      {detail}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ol>
          <p className={failed ? "font-medium text-late" : "font-medium text-kept"}>
            {failed ? words.failedHere(nameOf(failed.what)) : words.allFine}
          </p>
        </div>
      )}
    </div>
  );
}
