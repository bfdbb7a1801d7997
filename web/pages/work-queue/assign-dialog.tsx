import { useRef, useState } from "react";
import { Dialog } from "../../parts/dialog.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { BulkProgress } from "./bulk-progress.tsx";
import { assignBack, assignTo, withEach, type Progress } from "./bulk.ts";
import { PersonPicker, type Picked } from "./person-picker.tsx";
import type { Item } from "./use-rows.ts";
import { wordsOfBulk } from "./words-of-filters.ts";

/** Puts one person in charge of all that were chosen: done at once when a name is picked, and undone from the toast. */
export function AssignDialog({ items, onClose }: { items: readonly Item[]; onClose: () => void }) {
  const words = useWords(wordsOfBulk);
  const session = useSession();
  const stop = useRef(new AbortController());
  const [progress, setProgress] = useState<Progress>();
  const [isRunning, setRunning] = useState(false);
  const assign = async ({ personId, name }: Picked) => {
    const others = items.filter(({ ownerId }) => ownerId !== personId);
    if (others.length === 0) {
      tell(words.nothingToDo);
      return onClose();
    }
    setRunning(true);
    const { signal } = stop.current;
    const { done, refused } = await withEach(others, assignTo(personId), { onProgress: setProgress, signal });
    setRunning(false);
    const count = formatNumber(done.length);
    const said = personId === null ? words.unassigned(count) : words.assigned(count, name);
    if (done.length > 0) tell(said, { undo: () => void giveBack(done, words.undone) });
    if (refused.length === 0) onClose();
  };
  const first = [
    { personId: session.deputyFor ?? session.personId, name: words.toMe },
    { personId: null, name: words.toNobody },
  ];
  return (
    <Dialog title={words.assignTo(formatNumber(items.length))} isOpen onClose={onClose}>
      {progress ? (
        <BulkProgress progress={progress} onStop={isRunning ? () => stop.current.abort() : undefined} />
      ) : (
        <PersonPicker first={first} onPick={(picked) => void assign(picked)} />
      )}
    </Dialog>
  );
}

async function giveBack(done: readonly Item[], said: string): Promise<void> {
  const { refused } = await withEach(done, assignBack, { onProgress: () => undefined });
  tell(refused.length === 0 ? said : `${said}: ${done.length - refused.length}/${done.length}`, {
    isError: refused.length > 0,
  });
}
