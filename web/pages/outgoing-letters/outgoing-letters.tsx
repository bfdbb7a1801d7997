import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { ask, download, type Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { FoldedFilters } from "../../parts/folded-filters.tsx";
import { RegisterRows } from "../../parts/register-rows.tsx";
import { SaveTableButton } from "../../parts/save-table-button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { language, useWords } from "../../words/language.ts";
import { LetterRow } from "./letter-row.tsx";
import { registerName } from "./register-name.ts";
import { wordsOfOutgoing } from "./words.ts";

const PAGE = 50;
type Filters = { search: string; register: string; fromDay: string; toDay: string; stamped: string };
const none: Filters = { search: "", register: "", fromDay: "", toDay: "", stamped: "" };
type Registers = Answer<"GET /outgoing-letter-registers">;

/** The registers of outgoing letters: each number with what left under it, and the stamp on its paper copies. */
export function OutgoingLetters() {
  const words = useWords(wordsOfOutgoing);
  const [filters, setFilters] = useState(none);
  const asked = useDeferredValue(filters);
  const { data, error, refetch } = useAnswer("GET /outgoing-letter-registers", {});
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} isPage /> : <Loading />;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="grow text-xl font-semibold">{words.title}</h1>
        <div className="no-print flex flex-wrap gap-2">
          <ExportButton filters={filters} />
          <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      <FilterFields
        filters={filters}
        registers={data.registers}
        set={(changed) => setFilters((known) => ({ ...known, ...changed }))}
      />
      <Chosen register={filters.register} registers={data.registers} />
      <Letters filters={asked} mayStamp={data.mayStamp} />
    </div>
  );
}

type Choosing = { registers: Registers["registers"] };

function FilterFields({
  filters,
  registers,
  set,
}: Choosing & { filters: Filters; set: (changed: Partial<Filters>) => void }) {
  const words = useWords(wordsOfOutgoing);
  return (
    <FoldedFilters
      chosen={Object.values(filters).filter((each) => each !== "").length}
      className="sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-[minmax(0,1fr)_12rem_11.5rem_11.5rem_10rem]"
    >
      <TextField
        label={words.search}
        type="search"
        placeholder={words.searchHint}
        value={filters.search}
        onChange={({ target }) => set({ search: target.value })}
      />
      <SelectField
        label={words.register}
        empty={words.allRegisters}
        value={filters.register}
        options={registers.map(({ register, year }) => ({
          value: `${year} ${register}`,
          label: words.inYear(registerName(register, words), year),
        }))}
        onChange={({ target }) => set({ register: target.value })}
      />
      <DayField label={words.fromDay} value={filters.fromDay} onType={(fromDay) => set({ fromDay })} />
      <DayField label={words.toDay} value={filters.toDay} onType={(toDay) => set({ toDay })} />
      <SelectField
        label={words.stamp}
        empty={words.all}
        value={filters.stamped}
        options={[
          { value: "true", label: words.stamped },
          { value: "false", label: words.notStamped },
        ]}
        onChange={({ target }) => set({ stamped: target.value })}
      />
    </FoldedFilters>
  );
}

/** How many stand in the register that was chosen, and which numbers have no letter: there is none where nobody meddled. */
function Chosen({ register: chosen, registers }: Choosing & { register: string }) {
  const words = useWords(wordsOfOutgoing);
  const one = registers.find(({ register, year }) => `${year} ${register}` === chosen);
  if (!one) return null;
  return (
    <p className="text-ink-2">
      <span className="hidden font-semibold print:inline">
        {words.inYear(registerName(one.register, words), one.year)}:{" "}
      </span>
      {words.count(one.letters, one.lastNumber)}
      {one.missing.length > 0 && <strong className="text-late"> {words.missing(one.missing.join(", "))}</strong>}
    </p>
  );
}

function queryOf({ search, register: chosen, fromDay, toDay, stamped }: Filters) {
  const [year = "", register = ""] = chosen.split(" ");
  return {
    ...(search.trim() === "" ? {} : { search: search.trim() }),
    ...(chosen === "" ? {} : { register, year: Number(year) }),
    ...(fromDay === "" ? {} : { fromDay }),
    ...(toDay === "" ? {} : { toDay }),
    ...(stamped === "" ? {} : { stamped }),
  };
}

function Letters({ filters, mayStamp }: { filters: Filters; mayStamp: boolean }) {
  const words = useWords(wordsOfOutgoing);
  const query = queryOf(filters);
  const pages = useInfiniteQuery({
    queryKey: ["GET /outgoing-letters", { query }],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "GET /outgoing-letters",
        { query: { ...query, limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch } = pages;
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <RegisterRows isNarrowed={Object.keys(query).length > 0} words={words} pages={pages}>
      {data.pages
        .flatMap((page) => page.letters)
        .map((letter) => (
          <LetterRow key={`${letter.complaintId} ${letter.paperId}`} letter={letter} mayStamp={mayStamp} />
        ))}
    </RegisterRows>
  );
}

function ExportButton({ filters }: { filters: Filters }) {
  const words = useWords(wordsOfOutgoing);
  const query = { ...queryOf(filters), language: language() };
  return (
    <SaveTableButton
      name="cong-van-di"
      label={words.export}
      done={words.exported}
      make={() => download("GET /outgoing-letters/export", { query }, {})}
    />
  );
}
