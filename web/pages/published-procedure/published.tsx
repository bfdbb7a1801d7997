import { useAnswer } from "../../api/use-answer.ts";
import type { Answer } from "../../api/ask.ts";
import { Frame } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { Link } from "../../customer/router.tsx";
import { useWords } from "../../words/language.ts";
import { usePackNamesIn } from "../../words/pack-names.ts";
import { Channels, Documents, Outside, Papers, Priority, TimeBars, Who } from "./about.tsx";
import { Ratings } from "./ratings.tsx";
import { Promises, Steps } from "./steps.tsx";
import { wordsOfPublished } from "./words.ts";

type Answered = Answer<"GET /public/organisations/:organisation/procedures">;
export type Published = Answered["procedures"][number];

/** What a provider publishes of its procedure: for whoever wants to know before complaining. */
export function PublishedProcedure({ named: organisation }: { named: string }) {
  const { data, error, refetch } = useAnswer("GET /public/organisations/:organisation/procedures", {
    params: { organisation },
  });
  const shown = usePackNamesIn(data);
  if (!shown) {
    return <Frame>{error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting />}</Frame>;
  }
  return (
    <Frame provider={shown.organisation}>
      {shown.procedures.map((procedure) => (
        <Procedure key={procedure.procedure} of={shown} procedure={procedure} />
      ))}
    </Frame>
  );
}

function Procedure({ of, procedure }: { of: Answered; procedure: Published }) {
  const words = useWords(wordsOfPublished);
  const { organisation, takesOnline } = of;
  return (
    <article className="flex flex-col gap-8 print:gap-4 print:text-sm">
      <Intro name={organisation.shortName} procedure={procedure} />
      <div className="no-print flex flex-wrap items-center gap-3">
        {takesOnline && (
          <Link
            to={`/gui/${organisation.id}`}
            className="inline-flex min-h-12 items-center rounded-lg bg-accent px-5 font-medium text-on-accent hover:bg-accent-strong"
          >
            {words.complain}
          </Link>
        )}
        <Link to="/tra-cuu" className="inline-flex min-h-12 items-center px-2 text-accent underline">
          {words.track}
        </Link>
        <BigButton look="link" onClick={() => window.print()}>
          {words.print}
        </BigButton>
      </div>
      <Channels procedure={procedure} />
      <Who procedure={procedure} />
      <TimeBars procedure={procedure} />
      <Steps procedure={procedure} />
      <Promises procedure={procedure} />
      <Documents procedure={procedure} />
      <Papers procedure={procedure} />
      <Priority procedure={procedure} />
      <Outside procedure={procedure} />
      <Ratings organisation={organisation.id} procedure={procedure} />
    </article>
  );
}

function Intro({ name, procedure }: { name: string; procedure: Published }) {
  const words = useWords(wordsOfPublished);
  const { title, number, effectiveOn, isEffectiveOnStated, publishedOn } = procedure;
  const day = (on: string) => on.split("-").reverse().join("/");
  const undated = publishedOn === null ? words.undated : words.published(day(publishedOn));
  return (
    <header>
      <h1 className="mb-2 text-2xl font-semibold text-balance">{title}</h1>
      <p>{words.lead(name)}</p>
      <p className="text-ink-2">
        {number !== null && `${words.number(number)} `}
        {isEffectiveOnStated ? words.inForce(day(effectiveOn)) : undated}
      </p>
      {words.vietnamese !== "" && <p className="text-ink-2">{words.vietnamese}</p>}
    </header>
  );
}
