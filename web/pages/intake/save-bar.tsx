import { Button } from "../../parts/button.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Advice } from "./advice.ts";
import { useIntake } from "./context.ts";
import { wordsOfIntake } from "./words.ts";

/** Always in sight: what is still missing, and the way out. */
export function SaveBar({ advice, isWaiting, onSave }: { advice: Advice; isWaiting: boolean; onSave: () => void }) {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { draft, isLocked } = useIntake();
  const missing = advice.preview?.missing.length ?? 0;
  const told = isWaiting ? words.waits : draft.problem?.[chosen];
  return (
    <div className="sticky bottom-16 z-10 flex flex-wrap items-center justify-end gap-x-4 gap-y-1 border-t border-line bg-page py-3 sm:bottom-0">
      <p role="status" className={isWaiting ? "grow text-soon" : "grow font-medium text-late"}>
        {told}
      </p>
      {!told && <p className="text-ink-2">{missing > 0 ? words.stillMissing(missing) : words.asked}</p>}
      <Button look="primary" isBusy={isLocked} shortcut="Ctrl Enter" onClick={onSave}>
        {isLocked ? words.sending : words.save}
      </Button>
    </div>
  );
}
