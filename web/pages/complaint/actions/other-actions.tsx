import { useState } from "react";
import { ChevronRight } from "lucide-react";
import { Badge } from "../../../parts/badge.tsx";
import { Hint, Keys } from "../../../parts/hint.tsx";
import { TextField } from "../../../parts/field.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { actionKeys } from "./action-keys.ts";
import type { Action } from "./described.ts";
import type { KeptDrafts } from "./draft.ts";
import { found, type Offers } from "./offered.ts";
import { wordsOfActions } from "./words.ts";

const summaryLook =
  "flex min-h-11 list-none items-center gap-2 rounded-lg px-2 hover:bg-sunken sm:min-h-9 [&::-webkit-details-marker]:hidden";

const wordOfGroup = {
  receive: "receive",
  "sort out": "sortOut",
  solve: "solve",
  tell: "tell",
  hear: "hear",
  time: "time",
  end: "end",
} as const satisfies Record<Action["group"], keyof typeof wordsOfActions>;

/** Everything else that is open, by what it is for, with a search over all of it. */
export function OtherActions({
  groups,
  kept,
  onOpen,
}: {
  groups: Offers["groups"];
  kept: KeptDrafts;
  onOpen: (action: Action) => void;
}) {
  const words = useWords(wordsOfActions);
  const [search, setSearch] = useState("");
  if (groups.length === 0) return null;
  const shown = groups.map(({ group, actions }) => ({ group, actions: found(actions, search) }));
  const matching = shown.filter(({ actions }) => actions.length > 0);
  return (
    <div className="flex flex-col gap-2">
      <TextField
        type="search"
        label={words.search}
        placeholder={words.search}
        className="[&>label]:sr-only"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {matching.length === 0 && <p className="px-2 text-ink-3">{words.noneFound}</p>}
      {matching.map(({ group, actions }) => (
        <details key={group} open={search.trim() !== "" || undefined} className="group -my-1">
          <summary className={summaryLook}>
            <ChevronRight size={16} aria-hidden className="text-ink-3 group-open:rotate-90" />
            <span className="grow">{words[wordOfGroup[group]]}</span>
            {actions.some(({ verb }) => kept.has(verb)) && (
              <Badge tone="soon" className="group-open:hidden">
                {words.hasDraft}
              </Badge>
            )}
            <span className="text-sm font-normal text-ink-3">{actions.length}</span>
          </summary>
          <ul>
            {actions.map((action) => (
              <li key={action.verb}>
                <ActionRow action={action} hasDraft={kept.has(action.verb)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function ActionRow({
  action,
  hasDraft,
  onOpen,
}: {
  action: Action;
  hasDraft: boolean;
  onOpen: (action: Action) => void;
}) {
  const words = useWords(wordsOfActions);
  const chosen = useLanguage();
  const keys = actionKeys[action.verb];
  return (
    <Hint keys={keys}>
      <button
        type="button"
        onClick={() => onOpen(action)}
        className="flex min-h-11 w-full items-center justify-between gap-2 rounded-lg px-2 text-left hover:bg-sunken sm:min-h-9"
      >
        <span className="grow">{action.name[chosen]}</span>
        {hasDraft && <Badge tone="soon">{words.hasDraft}</Badge>}
        {keys && (
          <span className="text-ink-3 max-sm:hidden" aria-hidden>
            <Keys keys={keys} />
          </span>
        )}
      </button>
    </Hint>
  );
}
