import { useState, type FormEvent } from "react";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { ChoiceQuestion, TextQuestion } from "../../customer/parts/questions.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { useKept } from "../../customer/use-kept.ts";
import { useNow } from "../../parts/use-now.ts";
import { useWords } from "../../words/language.ts";
import { OneTimeCode } from "./one-time-code.tsx";
import type { Passes } from "./passes.ts";
import { useCustomerDeed, type Tracked } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

type Props = { code: string; tracked: Tracked; passes: Passes };
type Verdict = Tracked["may"]["verdicts"][number];

/** Accepts or not, satisfied or not, a mark, and a reason for who wants to give one. Accepting takes a one-time code. */
export function VerdictForm({ code, tracked, passes }: Props) {
  const words = useWords(wordsOfTrack);
  const now = useNow();
  const [said, setSaid] = useState<{ accepts?: Verdict["accepts"]; satisfied?: Verdict["satisfied"]; score: string }>({
    score: "",
  });
  const [why, setWhy] = useKept(`verdict:${code}`);
  const [isMissing, setMissing] = useState(false);
  const sending = useCustomerDeed("POST /public/complaints/:code/verdicts", code, { onDone: () => setWhy("") });
  const { accepts, score } = said;
  const sayable = tracked.may.verdicts.filter((each) => each.accepts === accepts);
  const satisfied = sayable.find((each) => each.satisfied === said.satisfied)?.satisfied;
  const pass = passes.passFor("accept", now);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!accepts || !satisfied);
    if (!accepts || !satisfied) return;
    const text = why.trim();
    const body = { accepts, satisfied, ...(score ? { score: Number(score) } : {}), ...(text ? { words: text } : {}) };
    sending.mutate({ parts: { params: { code }, body }, pass });
  };
  const needsCode = accepts === "yes" && pass === undefined;
  return (
    <>
      <form id="verdict" onSubmit={send} noValidate>
        <AcceptsQuestion
          {...{ tracked, accepts }}
          error={isMissing && !accepts ? words.chooseOne : undefined}
          onChoose={(chosen) => setSaid({ ...said, accepts: chosen })}
        />
        {accepts !== undefined && (
          <SatisfiedQuestion
            {...{ sayable, satisfied }}
            error={isMissing && !satisfied ? words.chooseOne : undefined}
            onChoose={(chosen) => setSaid({ ...said, satisfied: chosen })}
          />
        )}
        {accepts !== undefined && (
          <>
            <Score value={score} onChoose={(chosen) => setSaid({ ...said, score: chosen })} />
            <TextQuestion
              label={words.why}
              rows={3}
              isOptional
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
          </>
        )}
      </form>
      {needsCode && <OneTimeCode {...{ code, passes }} purpose="accept" sentTo={tracked.sentTo} />}
      {sending.error && <Trouble error={sending.error} />}
      {!needsCode && (
        <BigButton type="submit" form="verdict" isBusy={sending.isPending}>
          {words.sendVerdict}
        </BigButton>
      )}
    </>
  );
}

function AcceptsQuestion({
  tracked,
  accepts,
  error,
  onChoose,
}: {
  tracked: Tracked;
  accepts: Verdict["accepts"] | undefined;
  error: string | undefined;
  onChoose: (chosen: Verdict["accepts"]) => void;
}) {
  const words = useWords(wordsOfTrack);
  const labels = { yes: words.accept, no: words.doNotAccept };
  const open = (["yes", "no"] as const).filter((each) =>
    tracked.may.verdicts.some((verdict) => verdict.accepts === each),
  );
  return (
    <ChoiceQuestion
      label={words.verdict}
      hint={words.verdictHint}
      error={error}
      isTitle
      name="accepts"
      choices={open.map((value) => ({ value, label: labels[value] }))}
      value={accepts ?? null}
      onChoose={(chosen) => onChoose(chosen as Verdict["accepts"])}
    />
  );
}

function SatisfiedQuestion({
  sayable,
  satisfied,
  error,
  onChoose,
}: {
  sayable: readonly Verdict[];
  satisfied: Verdict["satisfied"] | undefined;
  error: string | undefined;
  onChoose: (chosen: Verdict["satisfied"]) => void;
}) {
  const words = useWords(wordsOfTrack);
  const labels = { yes: words.yes, no: words.no, "not-asked": words.notSaid };
  return (
    <ChoiceQuestion
      label={words.satisfied}
      error={error}
      name="satisfied"
      choices={sayable.map(({ satisfied: value }) => ({ value, label: labels[value] }))}
      value={satisfied ?? null}
      onChoose={(chosen) => onChoose(chosen as Verdict["satisfied"])}
    />
  );
}

function Score({ value, onChoose }: { value: string; onChoose: (value: string) => void }) {
  const words = useWords(wordsOfTrack);
  return (
    <fieldset className="mb-5">
      <legend className="font-medium">{words.score}</legend>
      <p className="mb-2 text-ink-2">{words.scoreHint}</p>
      <div className="flex gap-2">
        {["1", "2", "3", "4", "5"].map((score) => (
          <label
            key={score}
            className="flex size-12 cursor-pointer items-center justify-center rounded-lg border border-edge bg-surface font-semibold has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="score"
              value={score}
              checked={value === score}
              onChange={() => onChoose(score)}
              className="sr-only"
            />
            {score}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
