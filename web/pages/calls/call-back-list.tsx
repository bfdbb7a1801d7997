import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { PhoneLink } from "../../parts/phone-link.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useNow } from "../../parts/use-now.ts";
import { useSession } from "../../staff/session.ts";
import { formatInstant, formatSpan } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Card } from "../overview/card.tsx";
import { CallBackForm, EndCallBack } from "./call-back-form.tsx";
import { wordsOfCalls } from "./words.ts";

/** What was promised comes due without any news of it. */
const EVERY_MS = 30_000;

type Found = Answer<"GET /call-backs">;
export type CallBack = Found["callBacks"][number];

/** Calls that wait to be made: mine first, and those of nobody in particular; the terms of complaints among them. */
export function CallBackList() {
  const words = useWords(wordsOfCalls);
  const [isMine, setMine] = useState(true);
  const query = { mine: String(isMine), limit: 100 };
  const { data, error, refetch } = useAnswer("GET /call-backs", { query }, { everyMs: EVERY_MS });
  const choice = (mine: boolean, label: string) => (
    <Button look={isMine === mine ? "plain" : "quiet"} aria-pressed={isMine === mine} onClick={() => setMine(mine)}>
      {label}
    </Button>
  );
  return (
    <Card
      title={words.callBacks}
      aside={
        <span className="flex gap-1" role="group" aria-label={words.callBacks}>
          {choice(true, words.mine)}
          {choice(false, words.everybody)}
        </span>
      }
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data && data.callBacks.length + data.promised.length === 0 && <p className="text-ink-2">{words.noCallBacks}</p>}
      <ul>
        {data?.promised.map((each) => (
          <PromisedRow key={`${each.complaintId} ${each.clockId}`} promised={each} />
        ))}
        {data?.callBacks.map((each) => (
          <CallBackRow key={each.callBackId} callBack={each} />
        ))}
      </ul>
    </Card>
  );
}

function PromisedRow({ promised }: { promised: Found["promised"][number] }) {
  const words = useWords(wordsOfCalls);
  const now = useNow();
  const { complaintId, number, customerName, dueAt, owner } = promised;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 first:border-t-0">
      <Link
        to="/khieu-nai/$complaintId"
        params={{ complaintId }}
        className="inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-2"
      >
        {number}
      </Link>
      <span className="grow">{customerName}</span>
      <Badge tone={dueAt < now ? "late" : "soon"}>{formatInstant(dueAt)}</Badge>
      <span className="w-full text-sm text-ink-2">{[words.byRule, owner].filter(Boolean).join(" · ")}</span>
    </li>
  );
}

/** One appointment with what may be done about it. */
export function CallBackRow({ callBack }: { callBack: CallBack }) {
  const words = useWords(wordsOfCalls);
  const now = useNow();
  const { may } = useSession();
  const [asked, setAsked] = useState<"move" | "done" | "cancelled">();
  const { number, name, about, complaintId, complaintNumber, personName, dueFrom, dueUntil, status, isMissed } =
    callBack;
  const isOpen = status === "open";
  const [tone, state] = isMissed
    ? (["late", words.over] as const)
    : dueFrom <= now
      ? (["soon", words.due] as const)
      : (["neutral", words.later] as const);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
      <PhoneLink number={number} className="inline-flex min-h-6 items-center font-medium" />
      <span className="grow">{name}</span>
      {isOpen ? <Badge tone={tone}>{state}</Badge> : <Badge>{status === "done" ? words.done : words.cancel}</Badge>}
      <span className="w-full">{about}</span>
      <span className="w-full text-sm text-ink-2">
        {formatSpan(dueFrom, dueUntil)} · {personName ?? words.anybody}
        {complaintId !== null && (
          <>
            {" · "}
            <Link
              to="/khieu-nai/$complaintId"
              params={{ complaintId }}
              className="text-accent underline underline-offset-2"
            >
              {complaintNumber}
            </Link>
          </>
        )}
      </span>
      {callBack.outcome !== null && <span className="w-full text-sm text-ink-2">{callBack.outcome}</span>}
      {isOpen && may.register && (
        <span className="flex flex-wrap gap-1">
          <Button onClick={() => setAsked("done")}>{words.done}</Button>
          <Button look="quiet" onClick={() => setAsked("move")}>
            {words.move}
          </Button>
          <Button look="quiet" onClick={() => setAsked("cancelled")}>
            {words.cancel}
          </Button>
        </span>
      )}
      {asked === "move" && <CallBackForm callBack={callBack} onClose={() => setAsked(undefined)} />}
      {(asked === "done" || asked === "cancelled") && (
        <EndCallBack callBackId={callBack.callBackId} status={asked} onClose={() => setAsked(undefined)} />
      )}
    </li>
  );
}
