import { classes } from "../../../parts/classes.ts";
import { useWords } from "../../../words/language.ts";
import type { Suggested } from "./use-mentions.ts";
import { wordsOfNotes } from "./words.ts";

type MentionListProps = {
  id: string;
  people: readonly Suggested[];
  active: number;
  onChoose: (person: Suggested) => void;
};

/** Whom an @ may mean, under the text; the focus stays in the text. */
export function MentionList({ id, people, active, onChoose }: MentionListProps) {
  const words = useWords(wordsOfNotes);
  if (people.length === 0) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.people}
      className="absolute left-3 z-30 mt-1 w-72 max-w-[calc(100%-1.5rem)] rounded-xl border border-line bg-surface p-1 shadow-raised"
    >
      {people.map((person, place) => (
        <div
          key={person.personId}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === active}
          className={classes(
            "flex min-h-11 cursor-pointer items-center justify-between gap-2 rounded-lg px-2.5 sm:min-h-9",
            place === active && "bg-sunken",
          )}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <span>{person.name}</span>
          <span className="truncate text-sm text-ink-3">{person.units.join(", ")}</span>
        </div>
      ))}
    </div>
  );
}
