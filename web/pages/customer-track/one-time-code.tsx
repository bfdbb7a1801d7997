import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { LineQuestion } from "../../customer/parts/questions.tsx";
import { Trouble, useTrouble } from "../../customer/parts/states.tsx";
import { formatTime } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Passes, Purpose } from "./passes.ts";
import { wordsOfTrack } from "./words.ts";

type Props = { code: string; purpose: Purpose; sentTo: string | null; passes: Passes };
type Made = Answer<"POST /public/complaints/:code/one-time-codes">;

/** Six digits to the customer's own telephone, before a letter opens or a result is accepted. */
export function OneTimeCode({ code, purpose, sentTo, passes }: Props) {
  const words = useWords(wordsOfTrack);
  const sending = useMutation<Made>({
    mutationFn: () => ask("POST /public/complaints/:code/one-time-codes", { params: { code }, body: { purpose } }),
  });
  return (
    <div className="rounded-xl border border-line bg-page p-4">
      <h3 className="font-semibold">{words.otp}</h3>
      {sentTo === null ? (
        <p>{words.otpNone}</p>
      ) : sending.data ? (
        <Digits {...{ code, purpose, passes }} made={sending.data} />
      ) : (
        <>
          <p className="mb-3">{words.otpHint(sentTo)}</p>
          {sending.error && <Trouble error={sending.error} />}
          <BigButton isBusy={sending.isPending} onClick={() => sending.mutate()}>
            {words.otpSend}
          </BigButton>
        </>
      )}
    </div>
  );
}

function Digits({ code, purpose, passes, made }: Omit<Props, "sentTo"> & { made: Made }) {
  const words = useWords(wordsOfTrack);
  const [digits, setDigits] = useState("");
  const { oneTimeCodeId, sentTo, expiresAt, demonstrationDigits } = made;
  const passing = useMutation({
    mutationFn: () =>
      ask("POST /public/complaints/:code/one-time-codes/:oneTimeCodeId/passes", {
        params: { code, oneTimeCodeId },
        body: { digits },
      }),
    onSuccess: (answer) => passes.hold(purpose, answer),
  });
  const trouble = useTrouble(passing.error);
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    passing.mutate();
  };
  return (
    <form onSubmit={confirm} noValidate>
      <p role="status" className="mb-3">
        {words.otpSent(sentTo, formatTime(expiresAt))}
      </p>
      {demonstrationDigits !== null && (
        <p className="mb-3 rounded-lg border border-soon bg-soon-soft px-3 py-2 text-soon">
          {words.otpDemo} <strong className="font-semibold">{demonstrationDigits}</strong>
        </p>
      )}
      <LineQuestion
        label={words.otpDigits}
        error={passing.error ? trouble : undefined}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        className="max-w-40"
        autoFocus
        value={digits}
        onChange={(event) => setDigits(event.target.value)}
      />
      <BigButton type="submit" isBusy={passing.isPending} disabled={digits.replaceAll(/\D/g, "").length !== 6}>
        {words.otpConfirm}
      </BigButton>
    </form>
  );
}
