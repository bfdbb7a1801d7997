import { X } from "lucide-react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import type { Option } from "../../parts/field.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useWords } from "../../words/language.ts";
import { usePackNamesIn } from "../../words/pack-names.ts";
import { markWords } from "./marks.ts";
import { filterNames, joined, queryOf, valuesOf, type FilterName, type QueueSearch } from "./queue-search.ts";
import { useCount } from "./use-how-many.ts";
import { wordsOfFilters } from "./words-of-filters.ts";

export type Narrow = (change: { [Name in keyof QueueSearch]?: QueueSearch[Name] | undefined }) => void;

/** The provider's own words for what a list may be narrowed by; they change with an edition only. */
export function useChoices() {
  const words = useWords(wordsOfFilters);
  const marks = useWords(markWords);
  const data = usePackNamesIn(useAnswer("GET /complaint-filters", {}).data);
  const choices: Record<Exclude<FilterName, "ownerId" | "incidentId">, readonly Option[]> = {
    stage: data?.stage ?? [],
    kind: data?.kind ?? [],
    unit: data?.unit ?? [],
    channel: data?.channel ?? [],
    register: data?.register ?? [],
    mark: Object.entries(marks).map(([value, label]) => ({ value, label })),
    due: [
      { value: "overdue", label: words.overdue },
      { value: "today", label: words.dueToday },
      { value: "soon", label: words.soon },
      { value: "paused", label: words.isPaused },
    ],
    received: [{ value: "today", label: words.receivedToday }],
    unassigned: [{ value: "true", label: words.unassigned }],
    open: [
      { value: "false", label: words.isClosed },
      { value: "all", label: words.both },
    ],
  };
  return choices;
}

/** What the list is narrowed by, each value with a cross, and how many fit. */
export function FilterChips({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const on = filterNames.flatMap((name) => valuesOf(search, name).map((value) => ({ name, value })));
  const dropAll = () => narrow(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  useShortcuts(on.length === 0 ? [] : [{ keys: "F", label: words.drop, run: dropAll }]);
  if (on.length === 0) return null;
  const drop = (name: FilterName, value: string) =>
    narrow({ [name]: joined(valuesOf(search, name).filter((each) => each !== value)) });
  return (
    <ul aria-label={words.filter} className="flex shrink-0 items-center gap-2 overflow-x-auto px-3 pt-1 pb-2 sm:px-4">
      {on.map(({ name, value }) => (
        <li key={`${name} ${value}`} className="shrink-0">
          <FilterChip name={name} value={value} onDrop={() => drop(name, value)} />
        </li>
      ))}
      <li className="shrink-0">
        <Button look="quiet" shortcut="F" className="!min-h-9 sm:!min-h-7" onClick={dropAll}>
          {words.drop}
        </Button>
      </li>
      <Fitting search={search} />
    </ul>
  );
}

function FilterChip({ name, value, onDrop }: { name: FilterName; value: string; onDrop: () => void }) {
  const words = useWords(wordsOfFilters);
  return (
    <button
      type="button"
      title={words.dropOne(words[name])}
      onClick={onDrop}
      className="flex min-h-9 items-center gap-1.5 rounded-lg border border-edge bg-surface px-2.5 text-sm whitespace-nowrap hover:bg-sunken sm:min-h-7"
    >
      {name !== "unassigned" && <span className="text-ink-3">{words[name]}:</span>}{" "}
      <ValueName name={name} value={value} />
      <X size={14} aria-hidden />
      <span className="sr-only">{words.dropOne(words[name])}</span>
    </button>
  );
}

function ValueName({ name, value }: { name: FilterName; value: string }) {
  const choices = useChoices();
  if (name === "ownerId") return <OwnerName ownerId={value} />;
  if (name === "incidentId") return <IncidentName incidentId={value} />;
  return choices[name].find((choice) => choice.value === value)?.label ?? value;
}

/** How many complaints fit; searches are not counted. */
function Fitting({ search }: { search: QueueSearch }) {
  const words = useWords(wordsOfFilters);
  const count = useCount(queryOf(search));
  if (count === undefined) return null;
  return <li className="ml-auto shrink-0 pl-2 text-sm whitespace-nowrap text-ink-3">{words.fitting(count)}</li>;
}

function IncidentName({ incidentId }: { incidentId: string }) {
  const { data } = useAnswer("GET /incidents/:incidentId", { params: { incidentId } });
  return data?.title ?? incidentId;
}

export function OwnerName({ ownerId }: { ownerId: string }) {
  return useOwnerName(ownerId);
}

/** An id is no name: people are suggested by their ids too. */
export function useOwnerName(ownerId: string | undefined): string | undefined {
  const { data } = useAnswer(
    "GET /people-suggestions",
    { query: { search: (ownerId ?? "").replaceAll("-", " "), limit: 10 } },
    { enabled: ownerId !== undefined },
  );
  return data?.people.find(({ personId }) => personId === ownerId)?.name ?? ownerId;
}
