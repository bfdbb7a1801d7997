import { useState } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Trouble } from "../../customer/parts/states.tsx";
import { classes } from "../../parts/classes.ts";
import { useWords } from "../../words/language.ts";
import { browserId, keptScore, keepScore } from "./browser-id.ts";
import type { Published } from "./published.tsx";
import { Section } from "./section.tsx";
import { wordsOfPublished } from "./words.ts";

type Rating = Published["ratings"][number];

/** What the provider asks its readers, apart from any complaint. One answer a browser, which may be changed. */
export function Ratings({ organisation, procedure }: { organisation: string; procedure: Published }) {
  const words = useWords(wordsOfPublished);
  if (procedure.ratings.length === 0) return null;
  return (
    <div className="no-print">
      <Section title={words.rate}>
        <div className="flex flex-col gap-5">
          {procedure.ratings.map((rating) => (
            <Question key={rating.of} rating={rating} params={{ organisation, procedure: procedure.procedure }} />
          ))}
        </div>
      </Section>
    </div>
  );
}

function Question({ rating, params }: { rating: Rating; params: { organisation: string; procedure: string } }) {
  const words = useWords(wordsOfPublished);
  const place = `rating ${params.organisation} ${params.procedure} ${rating.of}`;
  const [chosen, setChosen] = useState(() => keptScore(place));
  const deed = useDeed("POST /public/organisations/:organisation/procedures/:procedure/ratings");
  const choose = (score: number) => {
    const body = { of: rating.of, score, browser: browserId() };
    deed.mutate(
      { parts: { params, body } },
      {
        onSuccess: () => {
          setChosen(score);
          keepScore(place, score);
        },
      },
    );
  };
  const choices =
    rating.of === "article"
      ? [
          { score: 5, label: words.yes },
          { score: 1, label: words.no },
        ]
      : [1, 2, 3, 4, 5].map((score) => ({ score, label: String(score), spoken: words.stars(score) }));
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{rating.question}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Choice key={choice.score} {...choice} isChosen={chosen === choice.score} onChoose={choose} />
        ))}
      </div>
      {rating.of === "help-centre" && <p className="text-ink-2">{words.worst}</p>}
      <p role="status">{chosen !== undefined && !deed.error && words.thanks}</p>
      {deed.error && <Trouble error={deed.error} />}
    </fieldset>
  );
}

type ChoiceProps = {
  score: number;
  label: string;
  spoken?: string;
  isChosen: boolean;
  onChoose: (score: number) => void;
};

function Choice({ score, label, spoken, isChosen, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={spoken}
      onClick={() => onChoose(score)}
      className={classes(
        "inline-flex min-h-12 min-w-12 items-center justify-center rounded-lg border px-4 font-medium",
        isChosen ? "border-accent bg-accent text-on-accent" : "border-edge bg-surface hover:bg-sunken",
      )}
    >
      {label}
    </button>
  );
}
