import { Link } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { useWords } from "../../words/language.ts";
import { useBegun } from "./begin.ts";
import { DonePanel } from "./done.tsx";
import { DraftChips } from "./draft-chips.tsx";
import { isEmpty, newDraft, type Draft } from "./draft.ts";
import { IntakeForm } from "./intake-form.tsx";
import { useDrafts, type Drafts } from "./kept-drafts.ts";
import { useSending } from "./sending.ts";
import { wordsOfIntake } from "./words.ts";

/** Takes a complaint in while the customer is on the phone: who, what, when, evidence, call back. */
export function Intake() {
  const { organisation, personId, isTraining } = useSession();
  // Calls that are practised are kept apart from the real ones.
  const owner = `${organisation}|${personId}${isTraining ? "/training" : ""}`;
  return <IntakeOf key={owner} owner={owner} />;
}

function IntakeOf({ owner }: { owner: string }) {
  const drafts = useDrafts(owner);
  const procedures = useAnswer("GET /procedures", { query: {} });
  if (!drafts.drafts || (!procedures.data && !procedures.error)) return <Loading />;
  // What was read before the network was lost goes on to serve.
  if (!procedures.data) return <Failed error={procedures.error} onRetry={() => void procedures.refetch()} />;
  return <Calls drafts={{ ...drafts, drafts: drafts.drafts }} procedures={procedures.data.procedures} />;
}

type Procedure = { procedure: string; title: string };

function Calls({ drafts, procedures }: { drafts: Drafts & { drafts: Draft[] }; procedures: readonly Procedure[] }) {
  const words = useWords(wordsOfIntake);
  const waiting = useSending(drafts);
  const { current, choose, start, giveUp } = useCurrent(drafts);
  const isBeginning = useBegun(drafts, choose);
  useShortcuts([{ keys: "Ctrl E", label: words.add, run: start }]);
  useAltDigits(drafts.drafts, choose);
  if (!current || isBeginning) return <Loading />;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-3 sm:px-6">
      <div className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <DraftChips
          drafts={drafts.drafts}
          currentId={current.id}
          waiting={waiting}
          onChoose={choose}
          onAdd={start}
          onGiveUp={giveUp}
        />
        <Link
          to="/phieu-giay"
          className="ml-auto inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 text-ink-2 hover:bg-sunken sm:min-h-9"
        >
          <FileText size={16} aria-hidden />
          {words.paperForm}
        </Link>
      </div>
      {!drafts.isKept && <p className="mb-3 rounded-xl bg-soon-soft p-3 text-soon">{words.notKept}</p>}
      {current.done ? (
        <DonePanel
          key={current.id}
          draft={current}
          done={current.done}
          onNext={() => giveUp(current)}
          onKeep={(changed) =>
            drafts.change(current.id, (draft) =>
              draft.done ? { ...draft, done: { ...draft.done, ...changed } } : draft,
            )
          }
        />
      ) : (
        <IntakeForm
          key={current.id}
          draft={current}
          procedures={procedures}
          isWaiting={waiting.has(current.id)}
          change={(changed) => drafts.change(current.id, changed)}
        />
      )}
    </div>
  );
}

/** Which call is in front: the one that was typed in last, until another is chosen. */
function useCurrent({ drafts, put, remove }: Drafts & { drafts: Draft[] }) {
  const words = useWords(wordsOfIntake);
  const [chosenId, choose] = useState(() => lastTypedIn(drafts)?.id);
  const current = drafts.find(({ id }) => id === chosenId) ?? drafts[0];
  const start = () => {
    const empty = drafts.find((draft) => isEmpty(draft) && !draft.done);
    const next = empty ?? newDraft();
    if (!empty) put(next);
    choose(next.id);
  };
  const giveUp = (draft: Draft) => {
    const left = drafts.filter(({ id }) => id !== draft.id);
    const next = left.findLast(({ done }) => !done) ?? newDraft();
    if (!left.includes(next)) put(next);
    if (draft.id === current?.id) choose(next.id);
    remove(draft.id);
    const takeBack = () => {
      put(draft);
      choose(draft.id);
    };
    if (!draft.done && !isEmpty(draft)) tell(words.givenUp, { undo: takeBack });
  };
  return { current, choose, start, giveUp };
}

function lastTypedIn(drafts: readonly Draft[]): Draft | undefined {
  return drafts.toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1))[0];
}

/** Alt 1 to Alt 9 bring the calls to the front, also while something is typed. */
function useAltDigits(drafts: readonly Draft[], choose: (id: string) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const chosen = event.altKey ? drafts[Number(event.key) - 1] : undefined;
    if (!chosen) return;
    event.preventDefault();
    choose(chosen.id);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
