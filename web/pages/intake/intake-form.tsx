import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answerOptions } from "../../api/use-answer.ts";
import { SelectField } from "../../parts/field.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useSession } from "../../staff/session.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { AdvicePanel } from "./advice-panel.tsx";
import { useAdvice } from "./advice.ts";
import { bodyOf, kindOf, missingOfLateCall, newCustomerOf } from "./body.ts";
import { IntakeProvider, type Intake } from "./context.ts";
import { INCIDENT, RECEIVED_AT, textOf, type Draft, type Form } from "./draft.ts";
import { EvidenceSection } from "./evidence-section.tsx";
import { focusOn } from "./filling.ts";
import { MarksSection } from "./marks-section.tsx";
import { SaveBar } from "./save-bar.tsx";
import { WhatSection } from "./what-section.tsx";
import { WhenSection } from "./when-section.tsx";
import { WhoSection } from "./who-section.tsx";
import { wordsOfIntake } from "./words.ts";

type Props = {
  draft: Draft;
  procedures: readonly { procedure: string; title: string }[];
  isWaiting: boolean;
  change: Intake["change"];
};

/** One call, by the form that the pack in force on the day of receipt asks for. */
export function IntakeForm(props: Props) {
  const { draft, procedures } = props;
  const procedure = textOf(draft.values, "procedure") || (procedures[0]?.procedure ?? "");
  const on = textOf(draft.values, RECEIVED_AT).slice(0, 10);
  const asked = { params: { procedure }, query: on === "" ? {} : { on } };
  const { data, error, refetch } = useQuery({
    ...answerOptions("GET /procedures/:procedure/registration", asked),
    // Another day of receipt may mean another edition: the fields stay under the fingers until it is there.
    placeholderData: keepPreviousData,
  });
  // One that was read before the network was lost goes on to serve.
  if (data) return <FormOfCall {...props} form={data} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function FormOfCall({ draft, form, procedures, isWaiting, change }: Props & { form: Form }) {
  const words = useWords(wordsOfIntake);
  const advice = useAdvice(draft, form);
  const intake = useIntakeOf({ draft, form, change, refused: advice.problem });
  const save = useSave(intake);
  useShortcuts([{ keys: "Ctrl Enter", label: words.save, run: save }]);
  return (
    <IntakeProvider value={intake}>
      {procedures.length > 1 && (
        <SelectField
          label={words.procedure}
          value={form.edition.procedure}
          options={procedures.map(({ procedure, title }) => ({ value: procedure, label: title }))}
          onChange={(event) => intake.set({ procedure: event.target.value, kind: "" })}
          className="mb-4"
        />
      )}
      <form
        noValidate
        onSubmit={(event) => event.preventDefault()}
        className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[repeat(5,auto)_1fr]"
      >
        <WhoSection />
        <WhatSection />
        <div className="self-start lg:sticky lg:top-3 lg:col-start-2 lg:row-span-6 lg:row-start-1 lg:max-h-[calc(100dvh-1.5rem)] lg:overflow-y-auto">
          <AdvicePanel advice={advice} />
        </div>
        <WhenSection />
        <EvidenceSection />
        <MarksSection />
        <SaveBar advice={advice} isWaiting={isWaiting} onSave={save} />
      </form>
    </IntakeProvider>
  );
}

type Of = { draft: Draft; form: Form; change: Intake["change"]; refused: Draft["problem"] | undefined };

function useIntakeOf({ draft, form, change, refused }: Of): Intake {
  const chosen = useLanguage();
  const problem = draft.problem ?? refused;
  return {
    form,
    draft,
    kind: kindOf(form, draft.values),
    isLocked: draft.sending !== undefined,
    change,
    set: (values) => change(({ problem: _mended, ...known }) => ({ ...known, values: { ...known.values, ...values } })),
    errorOf: (path) => (problem?.field === path ? problem[chosen] : undefined),
  };
}

/** Refuses nothing but what cannot even be written down: that nobody said anything, or a call at no time. */
function useSave({ draft, form, change, isLocked }: Intake): () => void {
  const { isTraining } = useSession();
  return () => {
    if (isLocked) return;
    // As it was shown to whoever typed it: turned on elsewhere meanwhile, training takes no real call.
    const body = { ...bodyOf(draft, form), training: isTraining };
    const wanting = body.content === "" ? "content" : missingOfLateCall(draft.values);
    if (wanting !== undefined) {
      const { vi, en } = wordsOfIntake[wantingWords[wanting] ?? "needsContent"];
      change((known) => ({ ...known, problem: { field: wanting, vi, en } }));
      focusOn(wanting);
      return;
    }
    const incidentId = textOf(draft.values, INCIDENT) || null;
    // A second press before the page was drawn again finds it on its way, and leaves it so.
    const customer = isTraining ? null : newCustomerOf(draft, form);
    const begun = draft.begunFrom ? { begunFrom: draft.begunFrom } : {};
    change((known) => (known.sending ? known : { ...known, sending: { body, customer, incidentId, ...begun } }));
  };
}

const wantingWords: Readonly<Record<string, "needsContent" | "needsCalledAt" | "needsNotedBy">> = {
  content: "needsContent",
  [RECEIVED_AT]: "needsCalledAt",
  notedBy: "needsNotedBy",
};
