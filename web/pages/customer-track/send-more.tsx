import { useState } from "react";
import { useWords } from "../../words/language.ts";
import { InformationForm } from "./information-form.tsx";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

/** Something more, though nobody asked. Once it was sent it closes, ready for the next. */
export function SendMore({ code, tracked }: { code: string; tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="mt-8 rounded-xl border border-line bg-surface px-4 py-2"
    >
      <summary className="flex min-h-11 items-center font-medium">{words.more}</summary>
      <InformationForm {...{ code, tracked }} onDone={() => setOpen(false)} />
    </details>
  );
}
