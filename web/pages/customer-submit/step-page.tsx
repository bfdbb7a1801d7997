import { ArrowLeft } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Title } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { HandedFiles } from "../../customer/parts/handed-files.tsx";
import { wordsOfCustomer } from "../../customer/words.ts";
import { useNow } from "../../parts/use-now.ts";
import { dayOf } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { CheckStep } from "./check-step.tsx";
import { edited, type useDraft } from "./draft.ts";
import { evidenceFor, fieldsAt, stepsFor, wrongAt, type Form, type Step } from "./form.ts";
import { DetailsStep, KindStep, PlainStep, YouStep } from "./question-steps.tsx";
import type { useSending } from "./use-sending.ts";
import { wordsOfSubmit } from "./words.ts";

type Kept = ReturnType<typeof useDraft>;
export type Sending = ReturnType<typeof useSending>;
type StepProps = {
  form: Form;
  step: Step;
  kept: Kept;
  sending: Sending;
  goTo: (step: Step | null) => void;
  /** Opens a step that leads back to the check. */
  mend: (step: Step) => void;
  isMending: boolean;
};

/** One step: where one is, its question, and what is wrong with the answer when one goes on. */
export function StepPage({ form, step, kept, sending, goTo, mend, isMending }: StepProps) {
  const words = useWords(wordsOfSubmit);
  const shared = useWords(wordsOfCustomer);
  const today = dayOf(useNow());
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const all = stepsFor(form, kept.draft);
  const at = all.indexOf(step);
  const [before, after] = isMending
    ? (["kiem-tra", "kiem-tra"] as const)
    : ([all[at - 1] ?? null, all[at + 1] ?? "kiem-tra"] as const);
  const mended = (id: string) => setWrong(({ [id]: _gone, ...rest }) => rest);
  const goOn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = wrongAt(step, kept.draft, form, words, today);
    setWrong(found);
    const target = event.currentTarget;
    if (Object.keys(found).length === 0) goTo(after);
    else requestAnimationFrame(() => target.querySelector<HTMLElement>("[aria-invalid], input[type=radio]")?.focus());
  };
  return (
    <>
      <BigButton look="link" className="-ml-2" onClick={() => goTo(before)}>
        <ArrowLeft size={20} aria-hidden />
        {shared.back}
      </BigButton>
      <p className="text-ink-2">{words.step(at + 1, all.length)}</p>
      <Title takesFocus>{titleOf(step, words)}</Title>
      {step === "kiem-tra" ? (
        <CheckStep {...{ form, kept, sending, mend }} />
      ) : (
        <form onSubmit={goOn} noValidate>
          <Questions {...{ form, step, kept, wrong, mended }} />
          <BigButton type="submit" className="mt-2 w-full sm:w-auto">
            {shared.next}
          </BigButton>
        </form>
      )}
    </>
  );
}

function Questions({
  form,
  step,
  kept: { draft, change, files, changeFiles },
  wrong,
  mended,
}: Pick<StepProps, "form" | "step" | "kept"> & { wrong: Record<string, string>; mended: (id: string) => void }) {
  const words = useWords(wordsOfSubmit);
  const fields = fieldsAt(step, form, draft);
  const set = (id: string, value: string) => {
    // One of the two is enough, and what was missing stood at the first.
    mended(id === "email" && wrong["email"] === undefined ? "phone" : id);
    change(edited({ values: { ...draft.values, [id]: value } }));
  };
  const asked = { draft, fields, wrong, set };
  const chooseKind = (kind: string) => {
    mended("kind");
    change(edited({ kind }));
  };
  if (step === "loai") return <KindStep {...{ form, draft, wrong }} onChoose={chooseKind} />;
  if (step === "chi-tiet") {
    return <DetailsStep {...asked} form={form} onService={(service) => change(edited({ service }))} />;
  }
  if (step === "lien-he") {
    return <YouStep {...asked} form={form} onComplainant={(complainant) => change(edited({ complainant }))} />;
  }
  if (step === "tep") {
    const changed = (next: typeof files) => {
      changeFiles(next);
      change(edited({}));
    };
    return (
      <>
        <HandedFiles files={files} needed={evidenceFor(form, draft)} onChange={changed} />
        <p className="mb-3 text-ink-2">{words.filesNone}</p>
      </>
    );
  }
  return <PlainStep {...asked} form={form} hint={step === "khi-nao" ? words.whenHint : words.wordsHint} />;
}

export function titleOf(step: Step, words: ReturnType<typeof useWords<typeof wordsOfSubmit>>): string {
  const titles: Record<Step, string> = {
    loai: words.kind,
    "noi-dung": words.words,
    "khi-nao": words.when,
    "chi-tiet": words.details,
    tep: words.files,
    "lien-he": words.you,
    "kiem-tra": words.check,
  };
  return titles[step];
}
