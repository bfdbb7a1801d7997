import { useAnswer } from "../../api/use-answer.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { Absences } from "./absences.tsx";
import { Arrivals } from "./arrivals.tsx";
import { Figures } from "./figures.tsx";
import { HandOver } from "./hand-over.tsx";
import { Loads } from "./loads.tsx";
import { Breaches, CallBacks, Oldest } from "./lists.tsx";
import { wordsOfOverview } from "./words.ts";

/** A shift at one glance; it follows by itself what happens. */
export function Overview() {
  const words = useWords(wordsOfOverview);
  const { data, error, refetch } = useAnswer("GET /overview", {});
  return (
    <div className="flex flex-col gap-4 p-4">
      <h1 className="text-xl font-semibold">{words.title}</h1>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Figures total={data.total} callBacks={data.callBacks.length} />
          <div className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
            <CallBacks items={data.callBacks} />
            <Breaches items={data.breaches} />
            <Loads
              title={words.byUnit}
              head={words.unit}
              filter="unit"
              rows={data.byUnit.map(({ unit, ...row }) => ({ ...row, id: unit }))}
            />
            <Loads
              title={words.byPerson}
              head={words.person}
              filter="ownerId"
              rows={data.byPerson.map(({ ownerId, ...row }) => ({ ...row, id: ownerId }))}
            />
            <Arrivals hours={data.arrivals} />
            <Oldest items={data.oldest} />
            <Absences items={data.absences} />
            <HandOver />
          </div>
        </>
      )}
    </div>
  );
}
