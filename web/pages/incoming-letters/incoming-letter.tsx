import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { ArrowLeft, FilePlus2, Pencil, Stamp } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Answer } from "../../api/ask.ts";
import { addressOf } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Failed, Loading, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { formatBytes, formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Lines, Section } from "../complaint/section.tsx";
import { AddToComplaint, WithReason } from "./conclude.tsx";
import { numberOf, shownValue, tones } from "./letter.ts";
import { LetterForm } from "./letter-form.tsx";
import { StampLabel } from "./stamp-label.tsx";
import { wordsOfLetters } from "./words.ts";

type Entry = Answer<"GET /incoming-letters/:letterId">;

/** One letter: its entry, its scans, what became of it, and everything that was changed. */
export function IncomingLetter() {
  const { letterId } = useParams({ from: "/inside/cong-van-den/$letterId" });
  const { data, error, refetch } = useAnswer("GET /incoming-letters/:letterId", { params: { letterId } });
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} isPage /> : <Loading />;
  return <Open letter={data} />;
}

function Open({ letter }: { letter: Entry }) {
  const words = useWords(wordsOfLetters);
  const { outcome } = letter;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4">
      <Link to="/cong-van-den" className="no-print inline-flex min-h-9 items-center gap-1.5 self-start text-accent">
        <ArrowLeft size={16} aria-hidden /> {words.back}
      </Link>
      <div className="no-print flex flex-wrap items-center gap-3">
        <h1 className="text-xl font-semibold">
          {words.number} {numberOf(letter)}
        </h1>
        <Badge tone={tones[outcome]}>{words[outcome]}</Badge>
      </div>
      <LetterActions letter={letter} />
      <div className="no-print flex flex-col gap-4">
        <Section title={letter.sender}>
          <EntryLines letter={letter} />
        </Section>
        <Section title={words.scans}>
          <Scans letter={letter} />
        </Section>
        {letter.history.length > 0 && (
          <Section title={words.history}>
            <History letter={letter} />
          </Section>
        )}
      </div>
      <StampLabel letter={letter} />
    </div>
  );
}

function EntryLines({ letter }: { letter: Entry }) {
  const words = useWords(wordsOfLetters);
  const { complaintId, complaintNumber } = letter;
  const complaint = complaintId && (
    <Link to="/khieu-nai/$complaintId" params={{ complaintId }} className="text-accent underline underline-offset-2">
      {complaintNumber}
    </Link>
  );
  return (
    <Lines
      lines={[
        { label: words.about, value: letter.about },
        { label: words.receivedAt, value: formatInstant(letter.receivedAt) },
        { label: words.cameBy, value: words[letter.cameBy] },
        { label: words.postmarkedOn, value: letter.postmarkedOn && formatDay(letter.postmarkedOn) },
        { label: words.theirNumber, value: letter.theirNumber },
        { label: words.theirDate, value: letter.theirDate && formatDay(letter.theirDate) },
        { label: words.sheets, value: letter.sheets },
        { label: words.unit, value: letter.unitName },
        { label: words.complaint, value: complaint },
        { label: words.reason, value: letter.outcomeReason },
        { label: words.recordedBy, value: `${letter.recordedBy}, ${formatInstant(letter.recordedAt)}` },
      ]}
    />
  );
}

function LetterActions({ letter }: { letter: Entry }) {
  const words = useWords(wordsOfLetters);
  const { roles, may } = useSession();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"correct" | "add" | "nothing-to-do" | "struck">();
  const { letterId, outcome } = letter;
  const deed = useDeed("POST /incoming-letters/:letterId/conclusions", {
    onDone: () => {
      setAsked(undefined);
      tell(words.concluded);
    },
  });
  const isWaiting = outcome === "waiting";
  const register = () => void navigate({ to: "/tiep-nhan", search: { letter: letterId } });
  useShortcuts([
    ...(isWaiting && may.register ? [{ keys: "t", label: words.register, run: register }] : []),
    { keys: "p", label: words.stamp, run: () => window.print() },
  ]);
  if (!roles.some(({ role }) => ["records-clerk", "clerk", "shift-lead"].includes(role))) return null;
  const close = () => setAsked(undefined);
  return (
    <div className="no-print flex flex-wrap gap-2">
      {isWaiting && (
        <Button look="primary" shortcut="t" icon={<FilePlus2 size={16} aria-hidden />} onClick={register}>
          {words.register}
        </Button>
      )}
      {isWaiting && <Button onClick={() => setAsked("add")}>{words.addTo}</Button>}
      {isWaiting && <Button onClick={() => setAsked("nothing-to-do")}>{words.nothing}</Button>}
      <Button shortcut="p" icon={<Stamp size={16} aria-hidden />} onClick={() => window.print()}>
        {words.stamp}
      </Button>
      <Button look="quiet" icon={<Pencil size={16} aria-hidden />} onClick={() => setAsked("correct")}>
        {words.correct}
      </Button>
      {isWaiting ? (
        <Button look="quiet" onClick={() => setAsked("struck")}>
          {words.strike}
        </Button>
      ) : (
        <Button
          look="quiet"
          isBusy={deed.isPending}
          onClick={() => deed.mutate({ parts: { params: { letterId }, body: { outcome: "waiting" } } })}
        >
          {words.reopen}
        </Button>
      )}
      <Refused error={deed.error} />
      {asked === "correct" && (
        <LetterForm
          letter={letter}
          onClose={close}
          onSaved={() => {
            close();
            tell(words.corrected);
          }}
        />
      )}
      {asked === "add" && (
        <AddToComplaint
          onClose={close}
          onChoose={(complaintId) =>
            deed.mutate({ parts: { params: { letterId }, body: { outcome: "added", complaintId } } })
          }
        />
      )}
      {(asked === "nothing-to-do" || asked === "struck") && (
        <WithReason
          outcome={asked}
          isBusy={deed.isPending}
          onClose={close}
          onSay={(reason) => deed.mutate({ parts: { params: { letterId }, body: { outcome: asked, reason } } })}
        />
      )}
    </div>
  );
}

function Scans({ letter: { letterId, scans } }: { letter: Entry }) {
  const words = useWords(wordsOfLetters);
  if (scans.length === 0) return <p className="text-ink-2">{words.noScans}</p>;
  return (
    <ul>
      {scans.map(({ attachmentId, name, bytes }) => (
        <li key={attachmentId}>
          <a
            href={addressOf("GET /incoming-letters/:letterId/scans/:attachmentId", {
              params: { letterId, attachmentId },
              query: { disposition: "inline" },
            })}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-11 items-center gap-2 text-accent underline underline-offset-2 sm:min-h-9"
          >
            {name} <span className="text-sm text-ink-3 no-underline">{formatBytes(bytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function History({ letter: { history, complaintId, complaintNumber } }: { letter: Entry }) {
  const words = useWords(wordsOfLetters);
  const nameOf = (field: string) => names[field]?.(words) ?? field;
  const said = (field: string, value: unknown): ReactNode => {
    if (field === "complaintId" && value !== null && value === complaintId) return complaintNumber;
    const text =
      (field === "outcome" || field === "cameBy") && typeof value === "string" && value in words
        ? String(words[value as keyof typeof words])
        : shownValue(field, value);
    return text === "" ? <em className="text-ink-3">{words.nothingThere}</em> : text;
  };
  return (
    <ul className="flex flex-col gap-3">
      {history.toReversed().map(({ version, changedAt, changedBy, changes }) => (
        <li key={version}>
          <p className="text-sm text-ink-2">
            {changedBy}, {formatInstant(changedAt)}
          </p>
          <ul>
            {Object.entries(changes).map(([field, [was, now]]) => (
              <li key={field} className="break-words">
                <span className="text-ink-3">{nameOf(field)}:</span> <del>{said(field, was)}</del> →{" "}
                <ins className="no-underline">{said(field, now)}</ins>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

type Spoken = ReturnType<typeof useWords<typeof wordsOfLetters>>;
const names: Readonly<Record<string, (words: Spoken) => string>> = {
  receivedAt: ({ receivedAt }) => receivedAt,
  postmarkedOn: ({ postmarkedOn }) => postmarkedOn,
  cameBy: ({ cameBy }) => cameBy,
  sender: ({ sender }) => sender,
  theirNumber: ({ theirNumber }) => theirNumber,
  theirDate: ({ theirDate }) => theirDate,
  about: ({ about }) => about,
  sheets: ({ sheets }) => sheets,
  unit: ({ unit }) => unit,
  scans: ({ scans }) => scans,
  outcome: ({ outcome }) => outcome,
  outcomeReason: ({ reason }) => reason,
  complaintId: ({ complaint }) => complaint,
};
