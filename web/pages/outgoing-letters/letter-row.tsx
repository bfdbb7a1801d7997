import { Link } from "@tanstack/react-router";
import { Stamp } from "lucide-react";
import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Refused } from "../../parts/states.tsx";
import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { registerName } from "./register-name.ts";
import { wordsOfOutgoing } from "./words.ts";

type Letter = Answer<"GET /outgoing-letters">["letters"][number];
const COPIES_MAX = 1000;

/** One number of a register, and what left under it. */
export function LetterRow({ letter, mayStamp }: { letter: Letter; mayStamp: boolean }) {
  const words = useWords(wordsOfOutgoing);
  const { complaintId, complaintNumber, register, numberOnPaper, issuedOn } = letter;
  const { paper, subject, recipient, followedBy } = letter;
  const isReplaced = followedBy?.as === "replacement";
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 sm:grid-cols-[10rem_minmax(0,1fr)_15rem]">
      <span>
        <span className={`block font-semibold break-words tabular-nums ${isReplaced ? "line-through" : ""}`}>
          {numberOnPaper}
        </span>
        <span className="block text-sm text-ink-2">{registerName(register, words)}</span>
        <span className="text-sm text-ink-2">{formatDay(issuedOn)}</span>
      </span>
      <span className="min-w-0">
        <span className="font-medium">{paper}</span>{" "}
        <Link
          to="/khieu-nai/$complaintId"
          params={{ complaintId }}
          className="inline-flex min-h-6 items-center whitespace-nowrap text-accent underline underline-offset-2"
        >
          {complaintNumber}
        </Link>
        {subject !== null && <span className="block break-words text-ink-2">{subject}</span>}
        {recipient !== null && (
          <span className="block text-sm break-words text-ink-2">
            {words.to}: {recipient}
          </span>
        )}
        <Signed letter={letter} />
        <Followed letter={letter} />
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 sm:flex-col sm:items-end">
        <SentHow letter={letter} />
        <StampMark letter={letter} mayStamp={mayStamp} />
      </span>
    </li>
  );
}

function Signed({ letter: { signers, signedOnPaper, sealedBy } }: { letter: Letter }) {
  const words = useWords(wordsOfOutgoing);
  const names = signers.length > 0 ? signers.join("; ") : signedOnPaper ? words.unnamed : "";
  if (names === "" && sealedBy === null) return null;
  return (
    <span className="block text-sm break-words text-ink-2">
      {names !== "" && `${words.signedBy}: ${names}`}
      {signedOnPaper && ` (${words.onPaper})`}
      {sealedBy !== null && ` · ${words.sealed}: ${sealedBy}`}
    </span>
  );
}

function Followed({ letter: { followedBy, follows } }: { letter: Letter }) {
  const words = useWords(wordsOfOutgoing);
  return (
    <span className="flex flex-wrap gap-1.5">
      {followedBy && <Badge tone="soon">{words[followedBy.as](followedBy.number ?? words.unnumbered)}</Badge>}
      {follows && <Badge>{follows === "replacement" ? words.replaces : words.corrects}</Badge>}
    </span>
  );
}

const became = ["dispatched", "delivered", "bounced", "failed", "unknown"] as const;

function SentHow({ letter: { channel, dispatch } }: { letter: Letter }) {
  const words = useWords(wordsOfOutgoing);
  const end = became.find((each) => each === dispatch);
  if (channel === null && end === undefined) return null;
  return (
    <span className="text-sm text-ink-2 sm:text-right">{[channel, end && words[end]].filter(Boolean).join(" · ")}</span>
  );
}

function StampMark({ letter, mayStamp }: { letter: Letter; mayStamp: boolean }) {
  const words = useWords(wordsOfOutgoing);
  const [copies, setCopies] = useState("1");
  const set = useDeed("POST /outgoing-letters/:complaintId/:paperId/stamps");
  const takeBack = useDeed("DELETE /outgoing-letters/:complaintId/:paperId/stamps");
  const { complaintId, paperId, numberOnPaper, stamp } = letter;
  const params = { complaintId, paperId };
  if (stamp)
    return (
      <span className="flex flex-wrap items-center gap-x-2 sm:justify-end">
        <Badge tone="kept">{words.stamped}</Badge>
        <span className="text-sm text-ink-2">
          {words.copiesOf(stamp.copies)} · {words.by(stamp.stampedBy, formatInstant(stamp.stampedAt))}
        </span>
        {mayStamp && (
          <Button
            look="quiet"
            className="no-print"
            aria-label={words.unstampOf(numberOnPaper)}
            isBusy={takeBack.isPending}
            onClick={() => takeBack.mutate({ parts: { params } })}
          >
            {words.unstamp}
          </Button>
        )}
        <Refused error={takeBack.error} />
      </span>
    );
  if (!mayStamp) return <span className="text-sm text-ink-3">{words.notStamped}</span>;
  const count = Number.parseInt(copies, 10);
  return (
    <span className="no-print flex flex-wrap items-center gap-2 sm:justify-end">
      <label className="flex items-center gap-2">
        <span className="text-sm text-ink-2">{words.copies}</span>
        <input
          type="number"
          min={1}
          max={COPIES_MAX}
          value={copies}
          aria-label={`${words.copies}, ${numberOnPaper}`}
          onChange={({ target }) => setCopies(target.value)}
          className="min-h-11 w-18 rounded-lg border border-edge bg-surface px-2 text-right sm:min-h-9"
        />
      </label>
      <Button
        icon={<Stamp size={16} aria-hidden />}
        aria-label={words.markStampedOf(numberOnPaper)}
        isBusy={set.isPending}
        disabled={!(count >= 1 && count <= COPIES_MAX)}
        onClick={() => set.mutate({ parts: { params, body: { copies: count } } })}
      >
        {words.markStamped}
      </Button>
      <Refused error={set.error} />
    </span>
  );
}
