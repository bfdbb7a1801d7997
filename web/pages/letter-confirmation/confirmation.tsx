import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { NoConnection, type Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Frame } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { LineQuestion } from "../../customer/parts/questions.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { go, Link } from "../../customer/router.tsx";
import { useWords } from "../../words/language.ts";
import { FileCheck } from "./file-check.tsx";
import { wordsOfConfirmation } from "./words.ts";

type Letter = Answer<"GET /public/letters/:code">;

/** `/xac-nhan`: the code, typed from a letter. */
export function EnterLetterCode() {
  const words = useWords(wordsOfConfirmation);
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim().split(/\s+/).join("-");
    setMissing(typed === "");
    if (typed !== "") go(`/xac-nhan/${encodeURIComponent(typed)}`);
  };
  return (
    <Frame title={words.title}>
      <form onSubmit={open} noValidate>
        <LineQuestion
          label={words.code}
          hint={words.codeHint}
          error={isMissing ? words.codeMissing : undefined}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <BigButton type="submit" className="w-full sm:w-auto">
          {words.check}
        </BigButton>
      </form>
    </Frame>
  );
}

/** `/xac-nhan/{code}`: whether a letter is the provider's, and still stands; and whether a file is the one that was issued. */
export function LetterConfirmation({ named: code }: { named: string }) {
  const words = useWords(wordsOfConfirmation);
  const { data, error, refetch } = useAnswer("GET /public/letters/:code", { params: { code } });
  if (data)
    return (
      <Frame provider={data.organisation} title={words.title}>
        <Confirmed letter={data} />
      </Frame>
    );
  return (
    <Frame title={words.title}>
      {error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting />}
      {error && !(error instanceof NoConnection) && (
        <>
          <p className="mb-2 text-ink-2">{words.unknownHint}</p>
          <Link to="/xac-nhan" className="inline-flex min-h-11 items-center text-accent underline">
            {words.otherCode}
          </Link>
        </>
      )}
    </Frame>
  );
}

function Confirmed({ letter }: { letter: Letter }) {
  const words = useWords(wordsOfConfirmation);
  const { organisation, number, issuedOn, follows, followedBy, sealedBy, sha256 } = letter;
  const isReplaced = followedBy?.as === "replacement";
  const Icon = isReplaced ? TriangleAlert : CircleCheck;
  const which = (other: NonNullable<Letter["follows"]>) => words.which(other.number, inFull(other.issuedOn));
  return (
    <>
      <p className={`mb-4 flex items-start gap-2 text-lg font-semibold ${isReplaced ? "text-soon" : "text-kept"}`}>
        <Icon size={24} aria-hidden className="mt-0.5 shrink-0" />
        {words.isOurs(organisation.name)}
      </p>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_1fr]">
        <Row label={words.number}>{number ?? words.unnumbered}</Row>
        <Row label={words.issuedOn}>{inFull(issuedOn)}</Row>
        <Row label={words.state}>
          {followedBy === null
            ? words.stands
            : isReplaced
              ? words.replacedBy(which(followedBy))
              : words.correctedBy(which(followedBy))}
        </Row>
        {follows !== null && (
          <Row label={words.follows}>
            {follows.as === "replacement" ? words.replaces(which(follows)) : words.corrects(which(follows))}
          </Row>
        )}
        {sealedBy !== null && <Row label={words.sealedBy}>{sealedBy}</Row>}
      </dl>
      <p className="mt-4 text-ink-2">{words.notSaid}</p>
      <FileCheck sha256={sha256} />
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium break-words">{children}</dd>
    </div>
  );
}

/** As it is written in Vietnam: 05/03/2026. */
function inFull(day: string): string {
  return day.split("-").toReversed().join("/");
}
