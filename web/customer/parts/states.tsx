import { NoConnection, ServerProblem } from "../../api/ask.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfCustomer } from "../words.ts";
import { BigButton } from "./big-button.tsx";

export function Waiting() {
  const words = useWords(wordsOfCustomer);
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">{words.waiting}</span>
      {[60, 90, 40].map((width) => (
        <div key={width} className="h-8 animate-pulse rounded-lg bg-sunken" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** What could not be shown or done, in the server's words, with a way to try again. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords(wordsOfCustomer);
  const text = useTrouble(error);
  return (
    <div role="alert" className="my-4 rounded-xl border border-late bg-late-soft p-4">
      <p className="font-medium text-late">{error instanceof NoConnection ? words.offline : text}</p>
      {error instanceof NoConnection && <p>{words.offlineHint}</p>}
      {onRetry && (
        <BigButton look="plain" onClick={onRetry} className="mt-3">
          {words.tryAgain}
        </BigButton>
      )}
    </div>
  );
}

/** One sentence about an error, in the language of the page. */
export function useTrouble(error: unknown): string {
  const words = useWords(wordsOfCustomer);
  const chosen = useLanguage();
  if (error instanceof ServerProblem) return error.problem.messages[chosen];
  return error instanceof NoConnection ? words.offline : words.notShown;
}
