import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfChannels, wordsOfHappened } from "./words.ts";

/** What happened, the latest first, in plain words with its time. */
export function History({ tracked: { happened } }: { tracked: Tracked }) {
  const words = useWords(wordsOfHappened);
  const ways = useWords(wordsOfChannels);
  return (
    <ol className="border-l-2 border-line pl-4">
      {happened.map(({ at, what, channel }, index) => (
        <li key={`${at} ${happened.length - index}`} className="mb-3">
          <p className="font-medium">
            {words[what]}
            {channel !== null && <span className="font-normal text-ink-2"> {ways[channel]}</span>}
          </p>
          <p className="text-base text-ink-2">{formatInstant(at)}</p>
        </li>
      ))}
    </ol>
  );
}
