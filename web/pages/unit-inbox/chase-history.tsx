import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Request } from "./requests.ts";
import { wordsOfInbox, wordsOfSteps, wordsOfVia } from "./words.ts";

type Step = Request["history"][number];

/** Who asked, confirmed, passed on, reminded and answered, when and how. */
export function ChaseHistory({ steps }: { steps: readonly Step[] }) {
  const said = useWords(wordsOfSteps);
  return (
    <ol className="flex flex-col gap-3 border-l-2 border-line pl-4">
      {steps.map((step) => (
        <li key={`${step.type} ${step.at}`}>
          <p>
            <span className="font-medium">{said[step.type as keyof typeof said] ?? step.type}</span>
            {step.unit !== null && <span> · {step.unit}</span>}
          </p>
          <p className="text-sm text-ink-3">
            <time dateTime={step.at}>{formatInstant(step.at)}</time> <Who step={step} />
          </p>
          {step.text !== null && <p className="mt-0.5 whitespace-pre-line text-ink-2">{step.text}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Whoever said it, and whoever wrote that down; or the link by which it came. */
function Who({ step: { type, by, answeredBy, via } }: { step: Step }) {
  const words = useWords(wordsOfInbox);
  const ways = useWords(wordsOfVia);
  const isByLink = type === "CoordinationAnswered" && by === null;
  const way = via === null || via === "system" ? null : ways[via as keyof typeof ways];
  const parts = [
    answeredBy ?? by,
    isByLink ? words.viaLink : way,
    answeredBy !== null && by !== null ? words.writtenBy(by) : null,
  ];
  return (
    <>
      {parts
        .filter((part) => part !== null && part !== undefined)
        .map((part) => `· ${part}`)
        .join(" ")}
    </>
  );
}
