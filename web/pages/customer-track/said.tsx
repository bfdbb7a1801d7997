import { CircleCheck, Clock } from "lucide-react";
import { formatDay, formatMoney } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Section } from "./section.tsx";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfRemedies, wordsOfTrack } from "./words.ts";

/** What was promised in an answer, beside the days of the procedure. */
export function OtherPromises({ tracked: { promises } }: { tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  if (promises.length === 0) return null;
  return (
    <Section title={words.promises}>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {promises.map(({ text, dueOn, fulfilledAt }) => (
          <li key={`${dueOn} ${text}`} className="flex gap-3 px-4 py-3">
            {fulfilledAt === null ? (
              <Clock size={22} className="mt-0.5 shrink-0 text-ink-2" aria-hidden />
            ) : (
              <CircleCheck size={22} className="mt-0.5 shrink-0 text-kept" aria-hidden />
            )}
            <div>
              <p className="font-medium">{text}</p>
              <p className="text-ink-2">
                {fulfilledAt === null ? words.promiseBy(formatDay(dueOn)) : words.promiseKept(formatDay(fulfilledAt))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function AgreedRemedies({ tracked: { remedies } }: { tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const types = useWords(wordsOfRemedies);
  if (remedies.length === 0) return null;
  return (
    <Section title={words.remedies}>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {remedies.map(({ type, amount, isDone }) => (
          <li key={`${type} ${amount}`} className="px-4 py-3">
            <p className="font-medium">
              {types[type as keyof typeof types] ?? type}: {formatMoney(amount)}
            </p>
            <p className="text-ink-2">{isDone ? words.remedyDone : words.remedyOpen}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function OwnWords({ tracked: { ownWords } }: { tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  if (ownWords === null) return null;
  return (
    <details className="mt-8 rounded-xl border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-11 items-center font-medium">{words.ownWords}</summary>
      <p className="pb-3 break-words whitespace-pre-line">{ownWords}</p>
    </details>
  );
}
