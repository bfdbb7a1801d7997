import type { Answer } from "../../../api/ask.ts";
import { useAnswer } from "../../../api/use-answer.ts";
import { Badge, type Tone } from "../../../parts/badge.tsx";
import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { Part } from "./part.tsx";
import { wordsOfKinds, wordsOfMessages, wordsOfReasons, wordsOfStatuses } from "./words-of-messages.ts";

type Message = Answer<"GET /complaints/:complaintId/messages">["messages"][number];

/** What the program sent outside by itself, what still waits, and what did not get through. */
export function Messages({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfMessages);
  const { data } = useAnswer("GET /complaints/:complaintId/messages", { params: { complaintId } });
  const outside = data?.messages.filter(({ audience }) => audience === "customer" || audience === "link") ?? [];
  if (outside.length === 0) return null;
  const isStuck = data?.isMailSent === false && outside.some(({ status }) => status === "queued");
  return (
    <Part title={words.title}>
      {isStuck && <li className="text-sm text-ink-2">{words.noServer}</li>}
      {outside.map((message) => (
        <MessageLine key={message.outboxId} message={message} />
      ))}
    </Part>
  );
}

function MessageLine({ message }: { message: Message }) {
  const words = useWords(wordsOfMessages);
  const kinds = useWords(wordsOfKinds);
  const statuses = useWords(wordsOfStatuses);
  const reasons = useWords(wordsOfReasons);
  const { kind, status, queuedAt, endedAt, nextTryAt, lastError } = message;
  const isTold = status !== "sent" && status !== "gathered" && lastError !== null;
  const why = isTold ? (lastError in reasons ? reasons[lastError as "no-address"] : lastError) : null;
  return (
    <li className="text-sm">
      <span className="flex flex-wrap items-center justify-between gap-x-2">
        <span>{kind in kinds ? kinds[kind as "paper"] : kind}</span>
        <span className="flex items-center gap-2 text-ink-3">
          {formatInstant(endedAt ?? queuedAt)}
          <Badge tone={tones[status] ?? "neutral"}>{statuses[status]}</Badge>
        </span>
      </span>
      {why !== null && (
        <span className="block text-ink-2">
          {why}
          {nextTryAt !== null && ` · ${words.again(formatInstant(nextTryAt))}`}
        </span>
      )}
    </li>
  );
}

const tones: Readonly<Record<string, Tone>> = { sent: "kept", refused: "late", failed: "late", unknown: "soon" };
