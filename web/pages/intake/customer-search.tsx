import { useDeferredValue, useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from "react";
import { classes } from "../../parts/classes.ts";
import { Field } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import { useFilling } from "./filling.ts";
import { FoundRow, keyOf } from "./found-row.tsx";
import { useFound, type Found } from "./found.ts";
import { wordsOfIntake } from "./words.ts";

/** Type what the customer reads out; the arrows choose, Enter fills everything in. */
export function CustomerSearch() {
  const words = useWords(wordsOfIntake);
  const { isLocked } = useIntake();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const looked = useDeferredValue(typed);
  const { found, isLooking } = useFound(looked);
  const active = Math.min(at, found.length - 1);
  const listId = useId();
  const fill = useFilling();
  const choose = (chosen: Found | undefined) => {
    if (!chosen) return;
    fill(chosen, typed);
    setTyped("");
    setOpen(false);
  };
  const enter = useEagerEnter(typed, looked === typed && found.length > 0, () => choose(found[active]));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (step !== undefined && found.length > 0) setAt((active + step + found.length) % found.length);
    else if (event.key === "Enter") enter(isOpen ? typed : "");
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
  };
  const isShown = isOpen && found.length > 0;
  return (
    <div className="relative sm:col-span-2">
      <Field label={words.search} hint={words.searchHint}>
        {(control) => (
          <input
            {...control}
            autoFocus
            role="combobox"
            aria-expanded={isShown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isShown ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            disabled={isLocked}
            value={typed}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
            onChange={(event) => {
              enter("");
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            className="min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-lg text-ink disabled:bg-sunken"
          />
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={words.search}
        aria-busy={isLooking}
        className={classes(
          "absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-y-auto rounded-xl border border-line bg-surface p-1 shadow-raised",
          !isShown && "hidden",
        )}
      >
        {found.map((each, place) => (
          <FoundRow
            key={keyOf(each)}
            id={`${listId}-${place}`}
            found={each}
            typed={typed}
            isActive={place === active}
            onChoose={() => choose(each)}
          />
        ))}
      </div>
    </div>
  );
}

/**
 * Enter may be pressed before the answer is there: it then takes the first of it, and never one of an answer to less. Gives what
 * to tell of it: what was typed when it was pressed.
 */
function useEagerEnter(typed: string, isReady: boolean, choose: () => void): (wanted: string) => void {
  const [wanted, setWanted] = useState("");
  const take = useEffectEvent(choose);
  const isWanted = wanted !== "" && wanted === typed && isReady;
  useEffect(() => {
    if (isWanted) take();
  }, [isWanted]);
  return setWanted;
}
