import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { CheckField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { formatTime } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfAccess } from "./words-of-access.ts";

/** How the customer follows the complaint: a new code for whoever lost theirs, and the digits that wait for one on the telephone. */
export function CustomerAccess({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfAccess);
  return (
    <details className="no-print mt-3 border-t border-line pt-2">
      <summary className="flex min-h-9 items-center gap-2 text-ink-2">
        <KeyRound size={16} aria-hidden /> {words.title}
      </summary>
      <NewCode complaintId={complaintId} />
      <WaitingDigits complaintId={complaintId} />
    </details>
  );
}

function NewCode({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfAccess);
  const [revokeEarlier, setRevokeEarlier] = useState(false);
  const deed = useDeed("POST /complaints/:complaintId/tracking-codes");
  return (
    <div className="flex flex-col gap-2 py-2">
      <CheckField
        label={words.revokeEarlier}
        hint={words.revokeHint}
        checked={revokeEarlier}
        onChange={(event) => setRevokeEarlier(event.target.checked)}
      />
      <div>
        <Button
          isBusy={deed.isPending}
          onClick={() => deed.mutate({ parts: { params: { complaintId }, body: { revokeEarlier } } })}
        >
          {words.make}
        </Button>
      </div>
      {deed.data && (
        <p role="status" className="rounded-lg bg-soon-soft p-3">
          <code className="text-lg font-semibold break-all">{deed.data.code}</code>
          <br />
          <span className="text-sm break-all">{deed.data.url}</span>
          <br />
          <span className="text-sm text-soon">{words.once}</span>
        </p>
      )}
      <Refused error={deed.error} />
    </div>
  );
}

function WaitingDigits({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfAccess);
  const [isShown, setShown] = useState(false);
  const { data } = useAnswer(
    "GET /complaints/:complaintId/one-time-codes",
    { params: { complaintId } },
    { enabled: isShown },
  );
  if (!isShown) return <Button onClick={() => setShown(true)}>{words.showDigits}</Button>;
  if (data?.oneTimeCodes.length === 0) return <p className="text-ink-2">{words.noDigits}</p>;
  return (
    <ul>
      {data?.oneTimeCodes.map(({ purpose, digits, expiresAt }) => (
        <li key={`${purpose} ${expiresAt}`} className="flex flex-wrap items-baseline gap-x-3 py-1">
          <span className="text-lg font-semibold tracking-widest">{digits}</span>
          <span className="text-ink-2">{words[purpose]}</span>
          <span className="text-sm text-ink-2">{words.until(formatTime(expiresAt))}</span>
        </li>
      ))}
    </ul>
  );
}
