import { wordsOfPurposes } from "../../customer/parts/promise-words.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { isVietnamese } from "../../words/vietnamese.ts";
import type { Published } from "./published.tsx";
import { Section } from "./section.tsx";
import { wordsOfPublished } from "./words.ts";

type Promised = Pick<Published["promises"][number], "name" | "purpose" | "origin" | "term">;

/** The steps of the text in their order, each with the terms that are kept there. */
export function Steps({ procedure }: { procedure: Published }) {
  const words = useWords(wordsOfPublished);
  const language = useLanguage();
  return (
    <Section title={words.steps}>
      <ol className="flex flex-col gap-3">
        {procedure.steps.map(({ step, names, by, with: together, promises }) => (
          <li key={names.join()} className="break-inside-avoid rounded-xl border border-line bg-surface px-4 py-3">
            <h3 className="font-semibold">
              {step !== null && `${step}. `}
              {names[0]}
            </h3>
            {names.length > 1 && <p>{names.slice(1).join("; ")}</p>}
            <p className="text-ink-2">
              {words.doneBy}: {by.map((who) => who[language]).join(", ")}
            </p>
            {together.length > 0 && (
              <p className="text-ink-2">
                {words.together}: {together.map((unit) => unit[language]).join(", ")}
              </p>
            )}
            <ul>
              {promises.map((promise) => (
                <li key={promise.id} className="mt-1">
                  <span className="text-ink-2">{words.stepTime}: </span>
                  <PromiseLine promise={promise} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Every term, from when it counts. */
export function Promises({ procedure }: { procedure: Published }) {
  const words = useWords(wordsOfPublished);
  const language = useLanguage();
  return (
    <Section title={words.promises}>
      <p className="mb-2">
        {procedure.workingDays?.[language] ?? words.workingDays} {words.promisesHint}
      </p>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {procedure.promises.map((promise) => (
          <li key={promise.id} className="break-inside-avoid px-4 py-2.5">
            <PromiseLine promise={promise} />
            <span className="block text-ink-2">{words.from(promise.from[language])}</span>
            {promise.terms.map(({ when, term }) => (
              <span key={when.vi} className="block">
                {words.ifThen(term[language], when[language])}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PromiseLine({ promise }: { promise: Promised }) {
  const words = useWords(wordsOfPublished);
  const language = useLanguage();
  const { name, purpose, origin, term } = promise;
  // The provider's own name says more than the purpose; where it has no English one, only the purpose can be read.
  const english = (wordsOfPurposes as Readonly<Record<string, { en: string } | undefined>>)[purpose]?.en;
  return (
    <>
      {language === "vi" || english === undefined || !isVietnamese(name) ? name : `${english} (${name})`}:{" "}
      <strong className="font-semibold">{term[language]}</strong>
      {origin === "law" && ` (${words.byLaw})`}
    </>
  );
}
