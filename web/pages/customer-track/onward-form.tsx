import { useState, type FormEvent } from "react";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { TextQuestion } from "../../customer/parts/questions.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { useKept } from "../../customer/use-kept.ts";
import { useWords } from "../../words/language.ts";
import { useCustomerDeed } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

/** Onward, where the procedure has a next level or another round: with a reason, for whoever looks at it. */
export function OnwardForm({ code, to }: { code: string; to: "escalations" | "rounds" }) {
  const words = useWords(wordsOfTrack);
  const [reason, setReason] = useKept(`${to}:${code}`);
  const [isMissing, setMissing] = useState(false);
  const asking = useCustomerDeed(`POST /public/complaints/:code/${to}`, code, { onDone: () => setReason("") });
  const [title, hint] =
    to === "escalations" ? [words.nextLevel, words.nextLevelHint] : [words.nextRound, words.nextRoundHint];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    setMissing(text === "");
    if (text !== "") asking.mutate({ parts: { params: { code }, body: { reason: text } } });
  };
  return (
    <details className="rounded-xl border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-11 items-center font-medium">{title}</summary>
      <form onSubmit={send} noValidate className="pb-3">
        <p className="mb-3 text-ink-2">{hint}</p>
        <TextQuestion
          label={words.reason}
          rows={4}
          error={isMissing ? words.reasonMissing : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {asking.error && <Trouble error={asking.error} />}
        <BigButton type="submit" isBusy={asking.isPending}>
          {title}
        </BigButton>
      </form>
    </details>
  );
}
