import { useLanguage, useWords } from "../../words/language.ts";
import type { EditionDocument, PartOf } from "./edition.ts";
import { Part, Sources, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

type Stage = EditionDocument["stages"][number];
type Move = Omit<EditionDocument["anywhere"][number], "phases"> & {
  leadsTo?: Stage["moves"][number]["leadsTo"];
};

/** The chart as a list: each stage with what may be done there, by whom, under what condition, and where it leads. */
export function StagesPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  return (
    <Part id="stages" title={words.stages}>
      <ol className="flex flex-col gap-4">
        {edition.stages.map((stage) => (
          <StageItem key={stage.id} stage={stage} />
        ))}
      </ol>
      {edition.anywhere.length > 0 && (
        <details className="print:[&::details-content]:[content-visibility:visible]">
          <summary className="font-semibold">{words.anywhere}</summary>
          <ul className="mt-2 flex flex-col gap-1.5 pl-4">
            {edition.anywhere.map((move) => (
              <MoveItem key={move.verb + move.phases.join() + move.by.map(({ vi }) => vi).join()} move={move} />
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}

function StageItem({ stage }: { stage: Stage }) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  return (
    <li id={`stage-${stage.id}`} className="scroll-mt-4">
      <Under>
        {stage.step && `${stage.step} `}
        {stage.name}
      </Under>
      <p className="text-sm text-ink-2">
        {words.inCharge}: {stage.lane ?? stage.unit[language]} <Sources of={stage.source} />
      </p>
      <ul className="mt-1 flex flex-col gap-1.5 border-l-2 border-line pl-4">
        {stage.moves.map((move) => (
          <MoveItem key={move.key} move={move} />
        ))}
      </ul>
    </li>
  );
}

function MoveItem({ move }: { move: Move }) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  const { name, by, when, confirm, needs, leadsTo, source } = move;
  const details = [
    `${words.by}: ${by.map((who) => who[language]).join(", ")}`,
    when && `${words.iff}: ${when[language]}`,
    confirm.length > 0 && `${words.judged}: ${confirm.join("; ")}`,
    needs.length > 0 && `${words.needs}: ${needs.join(", ")}`,
  ].filter(Boolean);
  return (
    <li>
      <span className="font-medium">{name[language]}</span>
      {leadsTo && leadsTo.length > 0 && (
        <span className="text-accent-strong">
          {" → "}
          {leadsTo.map(({ stage, name: target }, index) => (
            <span key={stage}>
              {index > 0 && ` ${words.orElse} `}
              <a href={`#stage-${stage}`} className="underline">
                {target}
              </a>
            </span>
          ))}
        </span>
      )}
      <span className="block text-sm text-ink-2">
        {details.join(". ")} <Sources of={source} />
      </span>
    </li>
  );
}
