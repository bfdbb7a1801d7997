import { Dialog } from "../../parts/dialog.tsx";
import { Keys } from "../../parts/hint.tsx";
import { shortcutsHere } from "../../parts/shortcuts.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfShell } from "./words.ts";

/** Every key that works on the page that is open. */
export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords(wordsOfShell);
  return (
    <Dialog title={words.shortcuts} isOpen={isOpen} onClose={onClose}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2.5">
        {isOpen &&
          shortcutsHere().map(({ keys, label }) => (
            <div key={keys} className="contents">
              <dt>{label}</dt>
              <dd className="text-ink-2">
                <Keys keys={keys} />
              </dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
