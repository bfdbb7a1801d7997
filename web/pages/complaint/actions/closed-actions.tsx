import { Lock } from "lucide-react";
import { useLanguage, useWords } from "../../../words/language.ts";
import type { Action } from "./described.ts";
import { wordsOfActions } from "./words.ts";

/** What is not open now, with the reason and what would open it. Shut until somebody asks. */
export function ClosedActions({ actions }: { actions: Action[] }) {
  const words = useWords(wordsOfActions);
  const chosen = useLanguage();
  if (actions.length === 0) return null;
  const isElsewhere = ({ why }: Action) => why?.code === "not-at-this-stage";
  const here = actions.filter((action) => !isElsewhere(action));
  const elsewhere = actions.filter(isElsewhere);
  const sometime = elsewhere.filter(({ stages = [] }) => stages.length > 0);
  const never = elsewhere.filter(({ stages = [] }) => stages.length === 0);
  return (
    <details>
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-2 text-ink-2 hover:bg-sunken sm:min-h-9 [&::-webkit-details-marker]:hidden">
        <Lock size={16} aria-hidden />
        {words.closed(actions.length)}
      </summary>
      <ul className="flex flex-col gap-2 px-2 pt-1">
        {here.map(({ verb, name, why }) => (
          <Closed key={verb} name={name[chosen]} reason={why?.[chosen]} />
        ))}
        {sometime.map(({ verb, name, stages = [] }) => (
          <Closed key={verb} name={name[chosen]} reason={`${words.opensAt}: ${stages.join("; ")}`} />
        ))}
        {never.length > 0 && <Closed name={words.never} reason={never.map(({ name }) => name[chosen]).join("; ")} />}
      </ul>
    </details>
  );
}

function Closed({ name, reason }: { name: string; reason: string | undefined }) {
  return (
    <li>
      <p className="font-medium text-ink-2">{name}</p>
      <p className="text-sm text-ink-3">{reason}</p>
    </li>
  );
}
