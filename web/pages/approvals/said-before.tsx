import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Decision } from "./decisions.ts";
import { wordsOfSaid, wordsOfVerdict } from "./words.ts";

/** What was found, answered, proposed and decided before, in order. */
export function SaidBefore({ said }: { said: Decision["history"] }) {
  const words = useWords(wordsOfSaid);
  const verdicts = useWords(wordsOfVerdict);
  return (
    <ol className="flex flex-col gap-3 border-l-2 border-line pl-4">
      {said.map(({ type, at, by, text, verdict }) => (
        <li key={`${type} ${at}`}>
          <p className="font-medium">
            {verdict ? verdicts[wordOf(verdict)] : (words[type as keyof typeof words] ?? type)}
          </p>
          <p className="text-sm text-ink-3">{[formatInstant(at), by].filter(Boolean).join(" · ")}</p>
          {text !== null && <p className="mt-0.5 whitespace-pre-line text-ink-2">{text}</p>}
        </li>
      ))}
    </ol>
  );
}

function wordOf({ accepts, satisfied }: NonNullable<Decision["history"][number]["verdict"]>) {
  return accepts === "yes" && satisfied === "no" ? "unsatisfied" : accepts;
}
