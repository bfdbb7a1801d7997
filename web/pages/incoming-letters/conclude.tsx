import { useDeferredValue, useState, type FormEvent } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextAreaField, TextField } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { wordsOfLetters } from "./words.ts";

const FOUND_MAX = 8;

/** Looks a complaint up to which the letter belongs. */
export function AddToComplaint({
  onChoose,
  onClose,
}: {
  onChoose: (complaintId: string) => void;
  onClose: () => void;
}) {
  const words = useWords(wordsOfLetters);
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data } = useAnswer(
    "GET /complaints",
    { query: { search, limit: FOUND_MAX } },
    { enabled: search.length > 1 },
  );
  return (
    <Dialog title={words.addTo} isOpen onClose={onClose}>
      <TextField
        label={words.complaint}
        hint={words.addToHint}
        type="search"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul className="mt-3 flex flex-col gap-1">
        {search.length > 1 &&
          data?.items.map(({ complaintId, number, customerName, excerpt }) => (
            <li key={complaintId} className="flex items-center gap-3 rounded-lg px-2 py-1 hover:bg-sunken">
              <span className="min-w-0 grow">
                <span className="font-medium">{number}</span> {customerName}
                <span className="block truncate text-sm text-ink-2">{excerpt}</span>
              </span>
              <Button aria-label={`${words.choose} ${number}`} onClick={() => onChoose(complaintId)}>
                {words.choose}
              </Button>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}

/** Nothing to do, or struck out: why. */
export function WithReason({
  outcome,
  isBusy,
  onSay,
  onClose,
}: {
  outcome: "nothing-to-do" | "struck";
  isBusy: boolean;
  onSay: (reason: string) => void;
  onClose: () => void;
}) {
  const words = useWords(wordsOfLetters);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") onSay(reason.trim());
  };
  return (
    <Dialog title={words[outcome]} isOpen onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <TextAreaField
          label={words.reason}
          hint={outcome === "struck" ? words.strikeHint : undefined}
          rows={3}
          value={reason}
          error={isMissing ? words.needsReason : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button type="submit" look={outcome === "struck" ? "danger" : "primary"} isBusy={isBusy} className="self-start">
          {words[outcome]}
        </Button>
      </form>
    </Dialog>
  );
}
