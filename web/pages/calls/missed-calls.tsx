import { useState } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { PhoneLink } from "../../parts/phone-link.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useSession } from "../../staff/session.ts";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Card } from "../overview/card.tsx";
import { CallBackForm } from "./call-back-form.tsx";
import type { Call } from "./call-log.tsx";
import { wordsOfCalls } from "./words.ts";

const EVERY_MS = 30_000;

/** Who called, reached nobody and was not called back: one line for each number. */
export function MissedCalls() {
  const words = useWords(wordsOfCalls);
  const query = { waiting: "true", limit: 50 };
  const { data, error, refetch } = useAnswer("GET /phone-calls", { query }, { everyMs: EVERY_MS });
  return (
    <Card title={words.missed}>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data?.calls.length === 0 && <p className="text-ink-2">{words.noMissed}</p>}
      <ul>
        {data?.calls.map((call) => (
          <MissedRow key={call.callId} call={call} />
        ))}
      </ul>
    </Card>
  );
}

function MissedRow({ call: { callId, number, startedAt } }: { call: Call }) {
  const words = useWords(wordsOfCalls);
  const { may } = useSession();
  const [isPromising, setPromising] = useState(false);
  const settling = useDeed("POST /phone-calls/:callId/settlements");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
      {number === null ? (
        <span>{words.withheld}</span>
      ) : (
        <PhoneLink number={number} className="inline-flex min-h-6 items-center font-medium" />
      )}
      <span className="grow text-sm text-ink-2">{formatInstant(startedAt)}</span>
      {may.register && (
        <span className="flex flex-wrap gap-1">
          {number !== null && <Button onClick={() => setPromising(true)}>{words.addCallBack}</Button>}
          <Button
            look="quiet"
            isBusy={settling.isPending}
            onClick={() => settling.mutate({ parts: { params: { callId } } })}
          >
            {words.settle}
          </Button>
        </span>
      )}
      {isPromising && number !== null && (
        <CallBackForm known={{ number, callId, about: words.missedIn }} onClose={() => setPromising(false)} />
      )}
    </li>
  );
}
