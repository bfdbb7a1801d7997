import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { Absences } from "./absences.tsx";
import { Arrivals } from "./arrivals.tsx";
import { Figures } from "./figures.tsx";
import { HandOver } from "./hand-over.tsx";
import { Loads } from "./loads.tsx";
import { Breaches, CallBacks, Oldest } from "./lists.tsx";
import { RepliesByTeam } from "./reply-advice.tsx";
import { wordsOfOverview } from "./words.ts";

/** What runs out by itself makes no news. */
const EVERY_MS = 60_000;
const ROWS_MAX = 12;

/** A shift at one glance; it follows by itself what happens. */
export function Overview() {
  const words = useWords(wordsOfOverview);
  const { data, error, refetch } = useAnswer("GET /overview", {}, { everyMs: EVERY_MS });
  return (
    <div className="flex w-full max-w-[150rem] flex-col gap-4 p-4">
      <h1 className="text-xl font-semibold">{words.title}</h1>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Board found={data} />}
    </div>
  );
}

/** First what is late and what was left to this shift; then who has how much; then how it came about. */
function Board({ found }: { found: Answer<"GET /overview"> }) {
  return (
    <>
      <Figures total={found.total} callBacks={found.callBacks.length} />
      <div className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4">
          <CallBacks items={found.callBacks} />
          <Breaches items={found.breaches} />
          <Oldest items={found.oldest} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <LoadsOf found={found} />
          <Arrivals hours={found.arrivals} />
        </div>
        <div className="grid min-w-0 items-start gap-4 lg:max-2xl:col-span-2 lg:max-2xl:grid-cols-2">
          <HandOver />
          <Absences items={found.absences} />
          <RepliesByTeam />
        </div>
      </div>
    </>
  );
}

function LoadsOf({ found: { byUnit, byPerson } }: { found: Answer<"GET /overview"> }) {
  const words = useWords(wordsOfOverview);
  const packName = usePackName();
  return (
    <>
      <Loads
        title={words.byUnit}
        head={words.unit}
        rows={byUnit.slice(0, ROWS_MAX).map(({ unit, name, ...row }) => ({
          ...row,
          id: unit,
          name: packName(name) ?? words.noUnit,
          search: unit === null ? null : { unit },
        }))}
      />
      <Loads
        title={words.byPerson}
        head={words.person}
        rows={byPerson.slice(0, ROWS_MAX).map(({ ownerId, name, ...row }) => ({
          ...row,
          id: ownerId,
          name: name ?? words.none,
          search: ownerId === null ? { unassigned: "true" } : { ownerId },
        }))}
      />
    </>
  );
}
