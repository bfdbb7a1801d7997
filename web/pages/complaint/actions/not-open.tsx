import { Lock } from "lucide-react";
import { useLanguage, useWords } from "../../../words/language.ts";
import type { Action } from "./described.ts";
import { wordsOfActions, wordsOfForm } from "./words.ts";

/** Why a verb is not open, in the server's words, and where it can be. */
export function NotOpen({ action }: { action: Action | undefined }) {
  const words = useWords(wordsOfForm);
  const { opensAt } = useWords(wordsOfActions);
  const chosen = useLanguage();
  const stages = action?.stages ?? [];
  return (
    <div className="flex gap-2.5 rounded-xl bg-sunken p-3">
      <Lock size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
      <div>
        <p className="font-medium">{words.notOpen}</p>
        {action?.why && <p className="text-ink-2">{action.why[chosen]}</p>}
        {stages.length > 0 && (
          <p className="text-sm text-ink-3">
            {opensAt}: {stages.join(", ")}
          </p>
        )}
      </div>
    </div>
  );
}
