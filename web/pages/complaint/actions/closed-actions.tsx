import { Lock } from "lucide-react";
import { useLanguage, useWords } from "../../../words/language.ts";
import type { Action } from "./described.ts";
import { wordsOfActions } from "./words.ts";

/** What is not open now, with the reason, and the steps at which it can be. Shut until somebody asks. */
export function ClosedActions({ actions }: { actions: Action[] }) {
  const words = useWords(wordsOfActions);
  const chosen = useLanguage();
  if (actions.length === 0) return null;
  return (
    <details>
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-2 text-ink-2 hover:bg-sunken sm:min-h-9 [&::-webkit-details-marker]:hidden">
        <Lock size={16} aria-hidden />
        {words.closed(actions.length)}
      </summary>
      <ul className="flex flex-col gap-2 px-2 pt-1">
        {actions.map(({ verb, name, why, stages = [] }) => (
          <li key={verb}>
            <p className="font-medium text-ink-2">{name[chosen]}</p>
            <p className="text-sm text-ink-3">{why?.[chosen]}</p>
            {why?.code === "not-at-this-stage" && stages.length > 0 && (
              <p className="text-sm text-ink-3">
                {words.opensAt}: {stages.join(", ")}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
