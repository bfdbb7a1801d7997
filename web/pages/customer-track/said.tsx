import { CircleCheck, Clock } from "lucide-react";
import { formatDay, formatInstant, formatMoney } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Section } from "./section.tsx";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfHappened, wordsOfRemedies, wordsOfTrack } from "./words.ts";

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

/** Everything the customer wrote, to be read again: the complaint itself first. */
export function OwnWords({ tracked: { ownWords, said, receivedAt } }: { tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const happened = useWords(wordsOfHappened);
  if (ownWords === null && said.length === 0) return null;
  return (
    <details className="mt-8 rounded-xl border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-11 items-center font-medium">{words.ownWords}</summary>
      {ownWords !== null && (
        <div className="pb-3">
          <p className="text-base text-ink-2">{formatInstant(receivedAt)}</p>
          <p className="break-words whitespace-pre-line">{ownWords}</p>
        </div>
      )}
      {said.toReversed().map((each, index) => (
        <div key={`${each.at} ${index}`} className="border-t border-line py-3">
          <p className="text-base text-ink-2">
            {formatInstant(each.at)}. {happened[each.what]}
          </p>
          <SaidWords said={each} />
        </div>
      ))}
    </details>
  );
}

/** What was typed, marked and sent along with one act of the customer. */
export function SaidWords({ said: { words: typed, files, score } }: { said: Tracked["said"][number] }) {
  const words = useWords(wordsOfTrack);
  return (
    <>
      {typed !== null && <p className="break-words whitespace-pre-line">“{typed}”</p>}
      {score !== null && <p>{words.scored(score)}</p>}
      {files.length > 0 && <p className="break-words">{words.sentFiles(files.join(", "))}</p>}
    </>
  );
}
