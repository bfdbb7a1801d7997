import { useState } from "react";
import { Dialog } from "../../parts/dialog.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { BulkError, BulkProgress } from "./bulk-progress.tsx";
import { assignBack, assignTo, type Progress } from "./bulk.ts";
import { PersonPicker, type Picked } from "./person-picker.tsx";
import type { ListQuery } from "./queue-search.ts";
import { takeBack } from "./take-back.ts";
import { useBulk } from "./use-bulk.ts";
import { useHowMany } from "./use-how-many.ts";
import type { Item } from "./use-rows.ts";
import type { Meant } from "./use-selection.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

/** Puts one person in charge of all that are meant: done at once when a name is picked, and undone from the toast. */
export function AssignDialog({ meant, query, onClose }: { meant: Meant; query: ListQuery; onClose: () => void }) {
  const words = useWords(wordsOfBulk);
  const session = useSession();
  const bulk = useBulk(meant, query);
  const howMany = useHowMany(meant, query);
  const [picked, setPicked] = useState<Picked>();
  const assign = async (one: Picked, before?: Progress) => {
    const { personId, name } = one;
    setPicked(one);
    const isWanted = ({ ownerId }: Item) => ownerId !== personId;
    const ended = await bulk.run(assignTo(personId), { before, isWanted });
    if (!ended) return;
    const { done, isAllDone } = ended;
    const count = formatNumber(done.length);
    const said = personId === null ? words.unassigned(count) : words.assigned(count, name);
    if (done.length > 0) tell(said, { undo: () => void takeBack(done, assignBack(done)) });
    else if (isAllDone) tell(words.nothingToDo);
    if (isAllDone) onClose();
  };
  const first = [
    { personId: session.deputyFor ?? session.personId, name: words.toMe },
    { personId: null, name: words.toNobody },
  ];
  return (
    <Dialog title={words.assignTo(howMany)} isOpen onClose={onClose}>
      {bulk.isRunning || bulk.progress ? (
        <BulkProgress state={bulk} onStop={bulk.stop} onGoOn={(progress) => picked && void assign(picked, progress)} />
      ) : (
        <>
          <BulkError error={bulk.error} />
          <PersonPicker first={first} onPick={(one) => void assign(one)} />
        </>
      )}
    </Dialog>
  );
}
