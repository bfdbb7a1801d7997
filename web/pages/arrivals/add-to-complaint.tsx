import { useState, type FormEvent } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { Failed, Loading, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import type { Shown } from "./arrival-detail.tsx";
import { wordsOfArrivals } from "./words.ts";

type Complaint = Pick<
  Answer<"GET /complaints">["items"][number],
  "complaintId" | "number" | "customerName" | "excerpt" | "phase" | "names"
>;

const CHARS_MIN = 3;
const FOUND_MAX = 8;

/** Adds what arrived to a complaint: one that was suggested, or that is looked for here. */
export function AddToComplaint({
  arrival: { arrivalId, about },
  complaint,
  onClose,
  onDone,
}: {
  arrival: Shown;
  complaint: Complaint | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const words = useWords(wordsOfArrivals);
  const [chosen, setChosen] = useState(complaint);
  return (
    <Dialog title={words.add} isOpen onClose={onClose} isWide>
      {chosen ? (
        <Adding
          arrivalId={arrivalId}
          complaint={chosen}
          onDone={() => {
            onClose();
            onDone();
          }}
        />
      ) : (
        <Finding begin={about?.number ?? ""} onChoose={setChosen} />
      )}
    </Dialog>
  );
}

function Finding({ begin, onChoose }: { begin: string; onChoose: (complaint: Complaint) => void }) {
  const words = useWords(wordsOfArrivals);
  const packName = usePackName();
  const [typed, setTyped] = useState(begin);
  const search = typed.trim();
  const enabled = search.length >= CHARS_MIN;
  const { data, error } = useAnswer("GET /complaints", { query: { search, limit: FOUND_MAX } }, { enabled });
  const items = enabled ? (data?.items ?? []) : [];
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={words.number}
        type="search"
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {enabled && error && <Failed error={error} />}
      {enabled && !data && !error && <Loading rows={3} />}
      {enabled && data && items.length === 0 && <p className="text-ink-2">{words.noneFound}</p>}
      <ul aria-label={words.found}>
        {items.map((each) => (
          <li key={each.complaintId} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => onChoose(each)}
              className="flex w-full flex-col gap-0.5 rounded-lg px-2 py-2 text-left hover:bg-sunken"
            >
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{each.number}</span> {each.customerName}
                <Badge>{isOver(each.phase) ? words.closed : packName(each.names.stage)}</Badge>
              </span>
              <span className="line-clamp-1 text-sm text-ink-2">{each.excerpt}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A closed one may be taken up again, with a reason; or the words are kept there as a note. */
function Adding({
  arrivalId,
  complaint: { complaintId, number, customerName, excerpt, phase },
  onDone,
}: {
  arrivalId: string;
  complaint: Complaint;
  onDone: () => void;
}) {
  const words = useWords(wordsOfArrivals);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const isClosed = isOver(phase);
  const deed = useDeed("POST /arrivals/:arrivalId/additions", {
    onDone: (added) => {
      tell(words.added(added.number));
      onDone();
    },
  });
  const add = (reopen?: string) =>
    deed.mutate({ parts: { params: { arrivalId }, body: { complaintId, ...(reopen !== undefined && { reopen }) } } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isClosed) return add();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") add(reason.trim());
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <div>
        <p className="font-medium">
          {number} {customerName}
        </p>
        <p className="text-ink-2">{excerpt}</p>
      </div>
      {isClosed && (
        <>
          <p>{words.closedHint}</p>
          <TextField
            label={words.reopenReason}
            maxLength={1000}
            value={reason}
            error={isMissing ? words.missing : undefined}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
      <Refused error={deed.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isBusy={deed.isPending}>
          {isClosed ? words.reopen : words.add}
        </Button>
        {isClosed && (
          <Button isBusy={deed.isPending} onClick={() => add()}>
            {words.asNote}
          </Button>
        )}
      </div>
    </form>
  );
}

export function isOver(phase: string): boolean {
  return phase === "closed" || phase === "archived";
}
