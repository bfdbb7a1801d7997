import { CircleCheck, PhoneIncoming, Plus, WifiOff, X } from "lucide-react";
import { Button, IconButton } from "../../parts/button.tsx";
import { classes } from "../../parts/classes.ts";
import { useWords } from "../../words/language.ts";
import { nameOf, type Draft } from "./draft.ts";
import { wordsOfIntake } from "./words.ts";

type Props = {
  drafts: readonly Draft[];
  currentId: string;
  waiting: ReadonlySet<string>;
  onChoose: (id: string) => void;
  onAdd: () => void;
  onGiveUp: (draft: Draft) => void;
};

/** Calls come in parallel: each keeps its place until it is taken in or given up. */
export function DraftChips({ drafts, currentId, waiting, onChoose, onAdd, onGiveUp }: Props) {
  const words = useWords(wordsOfIntake);
  return (
    <nav aria-label={words.drafts} className="flex flex-wrap items-center gap-1.5">
      {drafts.map((draft) => {
        const isCurrent = draft.id === currentId;
        const name = nameOf(draft) || words.unnamed;
        return (
          <span
            key={draft.id}
            className={classes(
              "inline-flex items-center rounded-lg border",
              isCurrent ? "border-accent bg-accent-soft text-accent-strong" : "border-line bg-surface",
            )}
          >
            <button
              type="button"
              aria-current={isCurrent}
              onClick={() => onChoose(draft.id)}
              className="inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2.5 sm:min-h-9"
            >
              <Sign draft={draft} isWaiting={waiting.has(draft.id)} />
              <span className="max-w-40 truncate">{name}</span>
            </button>
            {!draft.sending && (drafts.length > 1 || draft.done) && (
              <IconButton label={`${words.giveUp}: ${name}`} onClick={() => onGiveUp(draft)}>
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </span>
        );
      })}
      <Button look="quiet" icon={<Plus size={16} aria-hidden />} shortcut="Ctrl E" onClick={onAdd}>
        {words.add}
      </Button>
    </nav>
  );
}

function Sign({ draft, isWaiting }: { draft: Draft; isWaiting: boolean }) {
  const words = useWords(wordsOfIntake);
  if (draft.done) return <CircleCheck size={16} aria-label={words.done} className="text-kept" />;
  if (isWaiting) return <WifiOff size={16} aria-label={words.waitsForNetwork} className="text-soon" />;
  return <PhoneIncoming size={16} aria-hidden />;
}
