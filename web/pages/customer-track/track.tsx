import { NoConnection } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Frame } from "../../customer/frame.tsx";
import { PromisedDays } from "../../customer/parts/promised-days.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { Link } from "../../customer/router.tsx";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { Elsewhere } from "./elsewhere.tsx";
import { History } from "./history.tsx";
import { Letters } from "./letters.tsx";
import { usePasses } from "./passes.ts";
import { AgreedRemedies, OtherPromises, OwnWords } from "./said.tsx";
import { Section } from "./section.tsx";
import { SendMore } from "./send-more.tsx";
import { Thanks } from "./thanks.tsx";
import { ThingsToDo } from "./things-to-do.tsx";
import type { Tracked } from "./use-customer-deed.ts";
import { Path, WhereItStands } from "./where.tsx";
import { wordsOfTrack } from "./words.ts";

const NO_BREAK_HYPHEN = "\u2011";

/** `/tra-cuu/{code}`: where it stands, what comes when, and what the customer can do. */
export function Track({ named: code }: { named: string }) {
  const words = useWords(wordsOfTrack);
  const { data, error, refetch } = useAnswer("GET /public/complaints/:code", { params: { code } });
  if (!data) {
    return (
      <Frame title={words.title}>
        {error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting />}
        {error && !(error instanceof NoConnection) && (
          <p>
            <Link to="/tra-cuu" className="inline-flex min-h-11 items-center text-accent underline">
              {words.tryCode}
            </Link>
            <span className="block text-ink-2">{words.notTheNumber}</span>
            <span className="mt-2 block text-ink-2">{words.lost}</span>
          </p>
        )}
      </Frame>
    );
  }
  return (
    <Frame provider={data.organisation} title={words.heading(data.number.replaceAll("-", NO_BREAK_HYPHEN))}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      <Tracking code={code} tracked={data} />
    </Frame>
  );
}

function Tracking({ code, tracked }: { code: string; tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const packName = usePackName();
  const passes = usePasses();
  const shared = { code, tracked, passes };
  return (
    <>
      <p className="-mt-3 mb-5 text-ink-2">
        {tracked.kind !== null && `${packName(tracked.kind)}. `}
        {words.received(formatInstant(tracked.receivedAt))}.
      </p>
      <Thanks tracked={tracked} />
      <WhereItStands tracked={tracked} />
      <ThingsToDo {...shared} />
      <Path tracked={tracked} />
      <Section title={words.days}>
        {tracked.isDuplicate ? <p>{words.isDuplicate}</p> : <PromisedDays days={tracked.promisedDays} />}
      </Section>
      <OtherPromises tracked={tracked} />
      <AgreedRemedies tracked={tracked} />
      <Section title={words.letters}>
        <Letters {...shared} />
      </Section>
      {tracked.may.informationReceived && <SendMore code={code} tracked={tracked} />}
      <Section title={words.history}>
        <History tracked={tracked} />
      </Section>
      <OwnWords tracked={tracked} />
      <Elsewhere code={code} tracked={tracked} />
    </>
  );
}
