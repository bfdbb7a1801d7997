import { useState, type FormEvent } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { BulkError, BulkProgress } from "./bulk-progress.tsx";
import { linkTo, unlinkFrom, type Progress } from "./bulk.ts";
import type { ListQuery } from "./queue-search.ts";
import { takeBack } from "./take-back.ts";
import { useBulk } from "./use-bulk.ts";
import { useHowMany } from "./use-how-many.ts";
import type { Meant } from "./use-selection.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

type Props = { meant: Meant; query: ListQuery; incidentId: string; onClose: () => void };

/** Takes complaints out of the incident whose list is looked at: what was linked by mistake, however long ago. */
export function UnlinkDialog({ meant, query, incidentId, onClose }: Props) {
  const words = useWords(wordsOfBulk);
  const bulk = useBulk(meant, query);
  const howMany = useHowMany(meant, query);
  const incident = useAnswer("GET /incidents/:incidentId", { params: { incidentId } }).data;
  const title = incident?.title ?? "…";
  const [reason, setReason] = useState("");
  const unlink = async (before?: Progress) => {
    const ended = await bulk.run(unlinkFrom(incidentId, reason), { before });
    if (!ended) return;
    const { done, isAllDone } = ended;
    const undo = () => void takeBack(done, linkTo(incidentId));
    if (done.length > 0) tell(words.unlinked(formatNumber(done.length), title), { undo });
    if (isAllDone) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void unlink();
  };
  return (
    <Dialog title={words.unlinkThese(howMany, title)} isOpen onClose={onClose}>
      {bulk.isRunning || bulk.progress ? (
        <BulkProgress state={bulk} onStop={bulk.stop} onGoOn={(progress) => void unlink(progress)} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <BulkError error={bulk.error} />
          <TextField
            label={words.reason}
            hint={words.unlinkHint}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            maxLength={1000}
            required
          />
          <Button type="submit" look="primary" className="self-end">
            {words.unlink}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
