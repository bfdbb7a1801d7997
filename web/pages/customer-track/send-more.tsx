import { useState } from "react";
import { useWords } from "../../words/language.ts";
import { InformationForm } from "./information-form.tsx";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

/** Something more, though nobody asked. */
export function SendMore({ code, tracked }: { code: string; tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const [isSent, setSent] = useState(false);
  return (
    <details className="mt-8 rounded-xl border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-11 items-center font-medium">{words.more}</summary>
      {isSent ? (
        <p role="status" className="pb-3">
          {words.sent}
        </p>
      ) : (
        <InformationForm {...{ code, tracked }} onDone={() => setSent(true)} />
      )}
    </details>
  );
}
