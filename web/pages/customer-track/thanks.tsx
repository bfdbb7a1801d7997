import { CircleCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { wordsOfPromises, wordsOfPurposes } from "../../customer/parts/promise-words.ts";
import { formatDue } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { SaidWords } from "./said.tsx";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfThanks } from "./words-of-thanks.ts";

/** Once the customer did something on this page: that it arrived, what comes next and when, and their own words. */
export function Thanks({ tracked }: { tracked: Tracked }) {
  const words = useWords(wordsOfThanks);
  const [before] = useState(tracked.said.length);
  const box = useRef<HTMLDivElement>(null);
  const count = tracked.said.length;
  useEffect(() => {
    // The form that was sent has gone: the focus goes to its answer.
    if (count > before) box.current?.focus();
  }, [count, before]);
  const [latest] = tracked.said;
  if (count <= before || !latest) return null;
  return (
    <div ref={box} role="status" tabIndex={-1} className="mb-4 scroll-mt-4 rounded-xl bg-kept-soft p-5 outline-none">
      <p className="flex items-center gap-2 text-xl font-semibold text-kept">
        <CircleCheck size={24} className="shrink-0" aria-hidden />
        {words.sent}
      </p>
      <p>{words[latest.what as keyof typeof words] ?? words.other}</p>
      <NextDay tracked={tracked} />
      <SaidWords said={latest} />
    </div>
  );
}

/** The first day that still is to be kept. */
function NextDay({ tracked: { promisedDays } }: { tracked: Tracked }) {
  const words = useWords(wordsOfPromises);
  const purposes = useWords(wordsOfPurposes);
  const [next] = promisedDays
    .filter(({ state }) => state === "running" || state === "overdue")
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  if (next === undefined) return null;
  const purpose = purposes[next.purpose as keyof typeof purposes] ?? purposes.handle;
  const day =
    next.state === "overdue" ? words.overdue(formatDue(next.dueAt), "") : words.running(formatDue(next.dueAt), "");
  return (
    <p>
      {purpose}. {day}
    </p>
  );
}
