import { Command } from "cmdk";
import { useDeferredValue, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfFilters } from "./words-of-filters.ts";

const SHOWN_MAX = 20;

/** `personId` null: nobody. */
export type Picked = { personId: string | null; name: string };

/** People by their names, without tones if in a hurry; `first` stands above them. */
export function PersonPicker({ first, onPick }: { first: readonly Picked[]; onPick: (picked: Picked) => void }) {
  const words = useWords(wordsOfFilters);
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data } = useAnswer("GET /people-suggestions", { query: { search, limit: SHOWN_MAX } });
  const units = useAnswer("GET /units", {}).data?.units ?? [];
  const nameOf = (id: string) => units.find(({ unitId }) => unitId === id)?.name ?? id;
  const row = "flex min-h-11 items-center gap-3 rounded-lg px-2.5 data-[selected=true]:bg-accent-soft sm:min-h-9";
  return (
    <Command shouldFilter={false} label={words.whose} className="flex min-h-0 flex-col gap-2">
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder={words.findPerson}
        className="min-h-11 w-full shrink-0 rounded-lg border border-edge bg-surface px-3"
      />
      <Command.List className="max-h-[50vh] min-h-0 overflow-y-auto">
        {data && <Command.Empty className="px-2.5 py-6 text-center text-ink-3">{words.nobodyFound}</Command.Empty>}
        {search === "" &&
          first.map((picked) => (
            <Command.Item
              key={picked.name}
              value={`first ${picked.name}`}
              onSelect={() => onPick(picked)}
              className={`${row} font-medium`}
            >
              {picked.name}
            </Command.Item>
          ))}
        {(data?.people ?? []).map(({ personId, name, units: held }) => (
          <Command.Item key={personId} value={personId} onSelect={() => onPick({ personId, name })} className={row}>
            <span className="grow">{name}</span>
            <span className="text-sm text-ink-3">{held.map(nameOf).join(", ")}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
