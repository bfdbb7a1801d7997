import { useAnswer } from "../../api/use-answer.ts";
import { SelectField } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { ChooseOwners } from "./choose-owners.tsx";
import { ChooseSeveral } from "./choose-several.tsx";
import { useChoices, type Narrow } from "./filters.tsx";
import { joined, valuesOf, type QueueSearch } from "./queue-search.ts";
import { wordsOfFilters } from "./words-of-filters.ts";

const several = ["stage", "kind"] as const;
const severalMore = ["unit", "channel", "register", "mark"] as const;
const INCIDENTS_MAX = 100;

/** Everything by which the list may be narrowed, open under the search. */
export function FilterPanel({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const choices = useChoices();
  const choose = (name: (typeof several)[number] | (typeof severalMore)[number]) => (
    <ChooseSeveral
      key={name}
      label={words[name]}
      options={choices[name]}
      chosen={valuesOf(search, name)}
      onChange={(values) => narrow({ [name]: joined(values) })}
    />
  );
  return (
    <section
      aria-label={words.filter}
      className="grid max-h-[45dvh] shrink-0 grid-cols-2 gap-3 overflow-y-auto border-t border-line px-3 py-3 sm:grid-cols-3 sm:px-4 lg:grid-cols-6"
    >
      {several.map(choose)}
      <SelectField
        label={words.due}
        empty={words.any}
        options={choices.due}
        value={search.due ?? ""}
        onChange={({ target }) => narrow({ due: target.value || undefined })}
      />
      <ChooseOwners search={search} narrow={narrow} />
      {severalMore.map(choose)}
      <IncidentField search={search} narrow={narrow} />
      <SelectField
        label={words.open}
        empty={words.isOpen}
        options={choices.open}
        value={search.open ?? ""}
        onChange={({ target }) => narrow({ open: target.value || undefined })}
      />
      <SortField search={search} narrow={narrow} />
    </section>
  );
}

function IncidentField({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const { data } = useAnswer("GET /incidents", { query: { show: "all", limit: INCIDENTS_MAX } });
  const options = (data?.incidents ?? []).map(({ incidentId, title }) => ({ value: incidentId, label: title }));
  return (
    <SelectField
      label={words.incidentId}
      empty={words.any}
      options={options}
      value={search.incidentId ?? ""}
      onChange={({ target }) => narrow({ incidentId: target.value || undefined })}
    />
  );
}

function SortField({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const isSorted = search.search === undefined && (search.open ?? "true") === "true";
  return (
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
  );
}
