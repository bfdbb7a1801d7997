import { useId, useState } from "react";
import type { Answer } from "../../../api/ask.ts";
import { useAnswer, useDeed } from "../../../api/use-answer.ts";
import { Badge, type Tone } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { Refused } from "../../../parts/states.tsx";
import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { CorrectCustomer } from "./correct-customer.tsx";
import { Part } from "./part.tsx";
import {
  wordsOfCarriers,
  wordsOfKinds,
  wordsOfMessages,
  wordsOfReasons,
  wordsOfStatuses,
} from "./words-of-messages.ts";

type Told = Answer<"GET /complaints/:complaintId/messages">;
type Message = Told["messages"][number];
type Way = Told["ways"][number];

/** What the program sent outside by itself, what still waits, and what did not get through. */
export function Messages({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfMessages);
  const { data } = useAnswer("GET /complaints/:complaintId/messages", { params: { complaintId } });
  const outside = data?.messages.filter(({ audience }) => audience === "customer" || audience === "link") ?? [];
  if (!data || outside.length === 0) return null;
  const isStuck = !data.isMailSent && outside.some(({ status, carrier }) => status === "queued" && carrier === "mail");
  return (
    <Part title={words.title}>
      {isStuck && <li className="text-sm text-ink-2">{words.noServer}</li>}
      {outside.map((message) => (
        <MessageLine key={message.outboxId} message={message} ways={data.ways} complaintId={complaintId} />
      ))}
    </Part>
  );
}

function MessageLine({ message, ways, complaintId }: { message: Message; ways: Way[]; complaintId: string }) {
  const words = useWords(wordsOfMessages);
  const kinds = useWords(wordsOfKinds);
  const statuses = useWords(wordsOfStatuses);
  const carriers = useWords(wordsOfCarriers);
  const nameId = useId();
  const { kind, queuedAt, endedAt, nextTryAt, outcomeAt, openedAt, carrier, parts, againOf, canSendAgain } = message;
  const state = openedAt === null ? message.status : "opened";
  const why = useReason(message);
  return (
    <li id={`message-${message.outboxId}`} className="text-sm">
      <span className="flex flex-wrap items-center justify-between gap-x-2">
        <span id={nameId}>
          {kind in kinds ? kinds[kind as "paper"] : kind}
          {againOf !== null && ` (${words.isAgain})`}
          {carrier !== null && (
            <span className="text-ink-3">
              {" · "}
              {carriers[carrier]}
              {parts !== null && parts > 1 && ` × ${parts}`}
            </span>
          )}
        </span>
        <span className="flex items-center gap-2 text-ink-3">
          {formatInstant(openedAt ?? outcomeAt ?? endedAt ?? queuedAt)}
          <Badge tone={tones[state] ?? "neutral"}>{statuses[state]}</Badge>
        </span>
      </span>
      {why !== null && (
        <span className="block text-ink-2">
          {why}
          {nextTryAt !== null && ` · ${words.again(formatInstant(nextTryAt))}`}
        </span>
      )}
      {canSendAgain && <SendAgain message={message} ways={ways} complaintId={complaintId} nameId={nameId} />}
    </li>
  );
}

/** Why it waits or did not arrive; null where there is nothing to say. */
function useReason({ status, lastError }: Message): string | null {
  const reasons = useWords(wordsOfReasons);
  const isFine = status === "sent" || status === "delivered" || status === "gathered";
  if (isFine || lastError === null) return null;
  return lastError in reasons ? reasons[lastError as "no-address"] : lastError;
}

/** By the same way or another that reaches this customer: the server says which there are. */
function SendAgain({
  message,
  ways,
  complaintId,
  nameId,
}: {
  message: Message;
  ways: Way[];
  complaintId: string;
  nameId: string;
}) {
  const words = useWords(wordsOfMessages);
  const carriers = useWords(wordsOfCarriers);
  const deed = useDeed("POST /complaints/:complaintId/messages/:outboxId/sendings");
  const { outboxId, carrier, status, isDeadEnd } = message;
  const [isAsked, setAsked] = useState(false);
  const send = (by: Message["carrier"]) =>
    deed.mutate({ parts: { params: { complaintId, outboxId }, body: { carrier: by } } });
  const same = ways.find((way) => way.carrier === carrier);
  const posted = ways.find((way) => way.carrier === "post");
  const isToAsk = isDeadEnd && !isAsked;
  return (
    <div role="group" aria-labelledby={nameId} className="no-print mt-1 flex flex-wrap items-center gap-2">
      {status === "unknown" && <p className="w-full text-soon">{words.unknown}</p>}
      {isDeadEnd && same && (
        <>
          <p className="w-full text-late">{words.cameBack(same.to ?? "")}</p>
          <CorrectCustomer
            complaintId={complaintId}
            field={carrier === "mail" ? "email" : "phone"}
            known={same.to ?? ""}
          />
        </>
      )}
      {ways.map((way) => {
        if (way.carrier === carrier) return null;
        if (way.carrier === "call")
          return (
            <a key="call" className="text-accent underline" href={`tel:${(way.to ?? "").replaceAll(/[^+\d]/g, "")}`}>
              {words.call(way.to ?? "")}
            </a>
          );
        if (way.carrier === "post") return null;
        const by = way.carrier;
        return (
          <Button key={by} className="whitespace-normal" isBusy={deed.isPending} onClick={() => send(by)}>
            {words.sendBy(carriers[by], way.to ?? "")}
          </Button>
        );
      })}
      {posted && <span className="text-ink-2">{words.post(posted.to ?? "")}</span>}
      {same && (
        <Button
          look={isDeadEnd ? "quiet" : "plain"}
          className="whitespace-normal"
          isBusy={deed.isPending}
          onClick={() => (isToAsk ? setAsked(true) : send(null))}
        >
          {isDeadEnd && isAsked ? words.sendAnyway(same.to ?? "") : words.sendAgain}
        </Button>
      )}
      <Refused error={deed.error} />
    </div>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  sent: "kept",
  delivered: "kept",
  opened: "kept",
  bounced: "late",
  refused: "late",
  failed: "late",
  unknown: "soon",
};
