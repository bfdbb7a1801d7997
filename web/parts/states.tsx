import { CircleAlert, Inbox, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { NoConnection, ServerProblem } from "../api/ask.ts";
import { useLanguage, useWords } from "../words/language.ts";
import { Button } from "./button.tsx";
import { wordsOfParts } from "./words.ts";

/** Nothing is there: says why, and what can be done about it. */
export function Empty({ title, children, icon }: { title: string; children?: ReactNode; icon?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <span className="text-ink-3" aria-hidden>
        {icon ?? <Inbox size={32} strokeWidth={1.5} />}
      </span>
      <p className="text-lg font-medium">{title}</p>
      {children && <div className="max-w-md text-ink-2">{children}</div>}
    </div>
  );
}

type FailedProps = { error: unknown; onRetry?: () => void; isPage?: boolean };

/** What could not be read, in the server's words, with a way to try again. `isPage`: it stands for a whole page, and is its title. */
export function Failed({ error, onRetry, isPage = false }: FailedProps) {
  const Title = isPage ? "h1" : "p";
  const words = useWords(wordsOfParts);
  const chosen = useLanguage();
  const problem = error instanceof ServerProblem ? error.problem : undefined;
  // A part of the page that could not be loaded fails in the browser's own words.
  const isOffline = error instanceof NoConnection || (!problem && !navigator.onLine);
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <span className="text-late" aria-hidden>
        {isOffline ? <WifiOff size={32} strokeWidth={1.5} /> : <CircleAlert size={32} strokeWidth={1.5} />}
      </span>
      <Title className="text-lg font-medium">{isOffline ? words.noConnection : words.somethingWrong}</Title>
      <p className="max-w-md text-ink-2">{isOffline ? words.noConnectionHint : problem?.messages[chosen]}</p>
      {problem && (
        <p className="text-xs text-ink-3">
          {words.requestId}: {problem.requestId}
        </p>
      )}
      {onRetry && <Button onClick={onRetry}>{words.tryAgain}</Button>}
    </div>
  );
}

/** Grey lines where text will stand. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const words = useWords(wordsOfParts);
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: rows }, (_none, row) => (
        <div key={row} className="h-9 animate-pulse rounded-lg bg-sunken" />
      ))}
    </div>
  );
}

/** What was refused, below the form that asked for it; nothing where nothing was. */
export function Refused({ error }: { error: unknown }) {
  const chosen = useLanguage();
  if (!error) return null;
  return (
    <p role="alert" className="font-medium text-late">
      {errorText(error, chosen)}
    </p>
  );
}

/** What the person is told of an error, in the language of the page. */
export function errorText(error: unknown, chosen: "vi" | "en"): string {
  if (error instanceof ServerProblem) return error.problem.messages[chosen];
  if (error instanceof NoConnection)
    return `${wordsOfParts.noConnection[chosen]}. ${wordsOfParts.noConnectionHint[chosen]}`;
  return error instanceof Error ? error.message : String(error);
}
