import { X } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field, SelectField, type Option } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { markWords } from "./marks.ts";
import { PersonPicker } from "./person-picker.tsx";
import { filterNames, type FilterName, type QueueSearch } from "./queue-search.ts";
import { wordsOfFilters } from "./words-of-filters.ts";

export type Narrow = (change: { [Name in keyof QueueSearch]?: QueueSearch[Name] | undefined }) => void;

/** The provider's own words for what a list may be narrowed by; they change with an edition only. */
export function useChoices() {
  const words = useWords(wordsOfFilters);
  const marks = useWords(markWords);
  const { data } = useAnswer("GET /complaint-filters", {});
  const choices: Record<Exclude<FilterName, "ownerId">, readonly Option[]> = {
    stage: data?.stage ?? [],
    kind: data?.kind ?? [],
    unit: data?.unit ?? [],
    channel: data?.channel ?? [],
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

/** Everything by which the list may be narrowed, open under the search. */
export function FilterPanel({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const choices = useChoices();
  const select = (name: Exclude<FilterName, "ownerId" | "open" | "unassigned">) => (
    <SelectField
      key={name}
      label={words[name]}
      empty={words.any}
      options={choices[name]}
      value={search[name] ?? ""}
      onChange={({ target }) => narrow({ [name]: target.value || undefined })}
    />
  );
  const isSorted = search.search === undefined && (search.open ?? "true") === "true";
  return (
    <section
      aria-label={words.filter}
      className="grid max-h-[45dvh] shrink-0 grid-cols-2 gap-3 overflow-y-auto border-t border-line px-3 py-3 sm:grid-cols-3 sm:px-4 lg:grid-cols-5"
    >
      {select("stage")}
      {select("kind")}
      {select("due")}
      <OwnerField search={search} narrow={narrow} />
      {select("unit")}
      {select("channel")}
      {select("mark")}
      <SelectField
        label={words.open}
        empty={words.isOpen}
        options={choices.open}
        value={search.open ?? ""}
        onChange={({ target }) => narrow({ open: target.value || undefined })}
      />
      <SelectField
        label={words.sort}
        empty={isSorted ? words.priority : words.newest}
        disabled={!isSorted}
        options={[
          { value: "due", label: words.nearest },
          { value: "arrival", label: words.newest },
        ]}
        value={isSorted ? (search.sort ?? "") : ""}
        onChange={({ target }) => narrow({ sort: target.value || undefined })}
      />
    </section>
  );
}

function OwnerField({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const [isOpen, setOpen] = useState(false);
  const name = useOwnerName(search.ownerId);
  const shown = search.unassigned === "true" ? words.unassigned : (name ?? words.any);
  const first = [
    { personId: null, name: words.anybody },
    { personId: "", name: words.unassigned },
  ];
  return (
    <Field label={words.ownerId}>
      {(control) => (
        <>
          <button
            type="button"
            {...control}
            onClick={() => setOpen(true)}
            className="min-h-11 w-full truncate rounded-lg border border-edge bg-surface px-3 text-left sm:min-h-9"
          >
            {shown}
          </button>
          <Dialog title={words.ownerId} isOpen={isOpen} onClose={() => setOpen(false)}>
            <PersonPicker
              first={first}
              onPick={({ personId }) => {
                setOpen(false);
                narrow({ ownerId: personId || undefined, unassigned: personId === "" ? "true" : undefined });
              }}
            />
          </Dialog>
        </>
      )}
    </Field>
  );
}

/** What the list is narrowed by, each with a cross. */
export function FilterChips({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const choices = useChoices();
  const owner = useOwnerName(search.ownerId);
  const on = filterNames.filter((name) => search[name] !== undefined);
  if (on.length === 0) return null;
  const labelOf = (name: FilterName) => {
    const value = search[name];
    if (name === "ownerId") return owner ?? value ?? "";
    return choices[name].find((choice) => choice.value === value)?.label ?? value ?? "";
  };
  return (
    <ul className="flex shrink-0 items-center gap-2 overflow-x-auto px-3 pb-2 sm:px-4">
      {on.map((name) => (
        <li key={name} className="shrink-0">
          <button
            type="button"
            title={words.dropOne(words[name])}
            onClick={() => narrow({ [name]: undefined })}
            className="flex min-h-9 items-center gap-1.5 rounded-lg border border-edge bg-surface px-2.5 text-sm whitespace-nowrap hover:bg-sunken sm:min-h-7"
          >
            {name !== "unassigned" && <span className="text-ink-3">{words[name]}:</span>}
            {labelOf(name)}
            <X size={14} aria-hidden />
            <span className="sr-only">{words.dropOne(words[name])}</span>
          </button>
        </li>
      ))}
      <li>
        <Button
          look="quiet"
          className="!min-h-9 sm:!min-h-7"
          onClick={() => narrow(Object.fromEntries(filterNames.map((name) => [name, undefined])))}
        >
          {words.drop}
        </Button>
      </li>
    </ul>
  );
}

/** An id is no name: people are suggested by their ids too. */
function useOwnerName(ownerId: string | undefined): string | undefined {
  const { data } = useAnswer(
    "GET /people-suggestions",
    { query: { search: (ownerId ?? "").replaceAll("-", " "), limit: 10 } },
    { enabled: ownerId !== undefined },
  );
  return data?.people.find(({ personId }) => personId === ownerId)?.name ?? ownerId;
}
