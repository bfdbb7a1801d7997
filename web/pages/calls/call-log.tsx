import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { PhoneLink } from "../../parts/phone-link.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useSession } from "../../staff/session.ts";
import { formatInstant, formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Card } from "../overview/card.tsx";
import { wordsOfCalls } from "./words.ts";

const PAGE = 50;
export type Call = Answer<"GET /phone-calls">["calls"][number];

/** Every call that was told or written down, the latest first. */
export function CallLog() {
  const words = useWords(wordsOfCalls);
  const [number, setNumber] = useState("");
  const [direction, setDirection] = useState("");
  const looked = useDeferredValue(number.trim());
  const query = {
    ...(looked === "" ? {} : { number: looked }),
    ...(direction === "" ? {} : { direction: direction as Call["direction"] }),
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["GET /phone-calls", "log", { query }],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "GET /phone-calls",
        { query: { ...query, limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const calls = data?.pages.flatMap((page) => page.calls) ?? [];
  return (
    <Card title={words.log}>
      <div role="search" className="grid items-end gap-3 sm:grid-cols-[16rem_12rem]">
        <TextField
          label={words.search}
          type="search"
          inputMode="tel"
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <SelectField
          label={words.direction}
          empty={words.all}
          value={direction}
          options={[
            { value: "in", label: words.in },
            { value: "out", label: words.out },
          ]}
          onChange={({ target }) => setDirection(target.value)}
        />
      </div>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && calls.length === 0 && <Empty title={words.noCalls}>{words.noCallsHint}</Empty>}
      <ul>
        {calls.map((call) => (
          <CallRow key={call.callId} call={call} />
        ))}
      </ul>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Card>
  );
}

/** One call. `isAtComplaint`: it stands with its complaint, which need not be named. */
export function CallRow({ call, isAtComplaint = false }: { call: Call; isAtComplaint?: boolean }) {
  const words = useWords(wordsOfCalls);
  const { may } = useSession();
  const { callId, direction, status, number, startedAt, note, complaintId, complaintNumber, recordingUrl } = call;
  const isMissed = status === "missed";
  const Icon = isMissed ? PhoneMissed : direction === "in" ? PhoneIncoming : PhoneOutgoing;
  const state = isMissed ? (direction === "in" ? words.missedIn : words.missedOut) : words[status];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
      <Icon size={18} aria-hidden className={isMissed ? "text-late" : "text-ink-2"} />
      <span className="sr-only">{words[direction]}</span>
      {number === null ? (
        <span>{words.withheld}</span>
      ) : (
        <PhoneLink number={number} className="inline-flex min-h-6 items-center font-medium" />
      )}
      <Badge tone={isMissed && direction === "in" ? "late" : "neutral"}>{state}</Badge>
      <span className="grow text-sm text-ink-2">
        {[formatInstant(startedAt), lengthOf(call, words.minutes), call.personName].filter(Boolean).join(" · ")}
      </span>
      {recordingUrl !== null && (
        <a
          href={recordingUrl}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
        >
          {words.recording}
        </a>
      )}
      {complaintId !== null && !isAtComplaint && (
        <Link
          to="/khieu-nai/$complaintId"
          params={{ complaintId }}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
        >
          {complaintNumber}
        </Link>
      )}
      {complaintId === null && may.register && (
        <Link
          to="/tiep-nhan"
          search={{ call: callId }}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
        >
          {words.register}
        </Link>
      )}
      {note !== null && <span className="w-full text-ink-2">{note}</span>}
    </li>
  );
}

function lengthOf({ answeredAt, endedAt }: Call, said: (minutes: string) => string): string | null {
  if (answeredAt === null || endedAt === null) return null;
  return said(formatNumber(Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 60_000))));
}
