import { useMemo } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Frame } from "../../customer/frame.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { go, useAddress } from "../../customer/router.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { usePackNamesIn } from "../../words/pack-names.ts";
import { Done } from "./done.tsx";
import { useDraft } from "./draft.ts";
import { steps, type Step } from "./form.ts";
import { formIn } from "./field-names.ts";
import { Start } from "./start.tsx";
import { StepPage } from "./step-page.tsx";
import { useSending } from "./use-sending.ts";
import { wordsOfSubmit } from "./words.ts";

/** In the address of a step that was opened to be mended: it leads back to the check, not through all the others again. */
const MENDING = "sua";

/** `/gui/{organisation}`: a complaint without an account, one thing at a time. */
export function Submit({ named: organisation }: { named: string }) {
  const words = useWords(wordsOfSubmit);
  const chosen = useLanguage();
  const params = { organisation };
  const { data, error, refetch } = useAnswer("GET /public/organisations/:organisation", { params });
  const shown = usePackNamesIn(data);
  const form = useMemo(() => shown && formIn(shown, chosen), [shown, chosen]);
  const kept = useDraft(organisation);
  const sending = useSending(form, kept);
  const { query } = useAddress();
  const asked = query.get("buoc");
  const isMending = query.has(MENDING);
  const step = steps.find((each) => each === asked);
  const goTo = (next: Step | null) => go(next === null ? `/gui/${organisation}` : `/gui/${organisation}?buoc=${next}`);
  const mend = (next: Step) => go(`/gui/${organisation}?buoc=${next}&${MENDING}`);
  if (!form) {
    return (
      <Frame title={words.title}>
        {error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting />}
      </Frame>
    );
  }
  const { draft, forget } = kept;
  return (
    <Frame provider={form}>
      {draft.taken ? (
        <Done
          taken={draft.taken}
          content={draft.values["content"] ?? ""}
          onAnother={() => {
            forget();
            goTo(null);
          }}
        />
      ) : step === undefined ? (
        <Start draft={draft} hasFiles={kept.files.length > 0} onStart={() => goTo("loai")} onForget={forget} />
      ) : (
        <StepPage key={step} {...{ form, step, kept, sending, goTo, mend, isMending }} />
      )}
    </Frame>
  );
}
