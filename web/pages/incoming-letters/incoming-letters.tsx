import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus, Printer } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { ask, download } from "../../api/ask.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { FoldedFilters } from "../../parts/folded-filters.tsx";
import { RegisterRows } from "../../parts/register-rows.tsx";
import { SaveTableButton } from "../../parts/save-table-button.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { formatInstant } from "../../words/format.ts";
import { language, useWords } from "../../words/language.ts";
import { numberOf, outcomes, tones, type Letter } from "./letter.ts";
import { LetterForm } from "./letter-form.tsx";
import { wordsOfLetters } from "./words.ts";

const PAGE = 50;
type Filters = { search: string; fromDay: string; toDay: string; outcome: string };
const none: Filters = { search: "", fromDay: "", toDay: "", outcome: "" };

/** The register of letters received: numbered without a gap, each with what became of it. */
export function IncomingLetters() {
  const words = useWords(wordsOfLetters);
  const [filters, setFilters] = useState(none);
  const [isEntering, setEntering] = useState(false);
  const navigate = useNavigate();
  const { roles } = useSession();
  const mayEnter = roles.some(({ role }) => ["records-clerk", "clerk", "shift-lead"].includes(role));
  const enter = () => setEntering(true);
  useShortcuts(mayEnter ? [{ keys: "n", label: words.add, run: enter }] : []);
  const asked = useDeferredValue(filters);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="grow text-xl font-semibold">{words.title}</h1>
        <div className="no-print flex flex-wrap gap-2">
          {mayEnter && (
            <Button look="primary" shortcut="n" icon={<Plus size={18} aria-hidden />} onClick={enter}>
              {words.add}
            </Button>
          )}
          <ExportButton filters={filters} />
          <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      <FilterFields filters={filters} set={(changed) => setFilters((known) => ({ ...known, ...changed }))} />
      <Register filters={asked} />
      {isEntering && (
        <LetterForm
          onClose={() => setEntering(false)}
          onSaved={(letter) => {
            tell(words.entered(numberOf(letter)));
            void navigate({ to: "/cong-van-den/$letterId", params: { letterId: letter.letterId } });
          }}
        />
      )}
    </div>
  );
}

function FilterFields({ filters, set }: { filters: Filters; set: (changed: Partial<Filters>) => void }) {
  const words = useWords(wordsOfLetters);
  return (
    <FoldedFilters
      chosen={Object.values(filters).filter((each) => each !== "").length}
      className="sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_12rem_12rem_14rem]"
    >
      <TextField
        label={words.search}
        type="search"
        placeholder={words.searchHint}
        value={filters.search}
        onChange={({ target }) => set({ search: target.value })}
      />
      <DayField label={words.fromDay} value={filters.fromDay} onType={(fromDay) => set({ fromDay })} />
      <DayField label={words.toDay} value={filters.toDay} onType={(toDay) => set({ toDay })} />
      <SelectField
        label={words.outcome}
        empty={words.all}
        value={filters.outcome}
        options={outcomes.map((value) => ({ value, label: words[value] }))}
        onChange={({ target }) => set({ outcome: target.value })}
      />
    </FoldedFilters>
  );
}

function queryOf({ search, fromDay, toDay, outcome }: Filters) {
  return {
    ...(search.trim() === "" ? {} : { search: search.trim() }),
    ...(fromDay === "" ? {} : { fromDay }),
    ...(toDay === "" ? {} : { toDay }),
    ...(outcome === "" ? {} : { outcome: outcome as Letter["outcome"] }),
  };
}

function Register({ filters }: { filters: Filters }) {
  const words = useWords(wordsOfLetters);
  const query = queryOf(filters);
  const pages = useInfiniteQuery({
    queryKey: ["GET /incoming-letters", { query }],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "GET /incoming-letters",
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
          <Row key={letter.letterId} letter={letter} />
        ))}
    </RegisterRows>
  );
}

function Row({ letter }: { letter: Letter }) {
  const words = useWords(wordsOfLetters);
  const { letterId, sender, about, theirNumber, receivedAt, cameBy, outcome, isCorrected, complaintNumber, unitName } =
    letter;
  return (
    <li className="relative grid gap-x-4 gap-y-0.5 border-t border-line px-4 py-2.5 first:border-t-0 hover:bg-sunken sm:grid-cols-[5.5rem_minmax(0,1fr)_auto]">
      <Link
        to="/cong-van-den/$letterId"
        params={{ letterId }}
        className="font-semibold tabular-nums text-accent after:absolute after:inset-0"
      >
        {numberOf(letter)}
      </Link>
      <span className="min-w-0">
        <span className="font-medium">{sender}</span>
        {theirNumber !== null && <span className="text-ink-2"> · {theirNumber}</span>}
        <span className={`line-clamp-2 text-ink-2 print:line-clamp-none ${outcome === "struck" ? "line-through" : ""}`}>
          {about}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 sm:flex-col sm:items-end">
        <Badge tone={tones[outcome]}>{words[outcome]}</Badge>
        <span className="text-sm text-ink-2">
          {formatInstant(receivedAt)} · {words[cameBy]}
        </span>
        <span className="text-sm text-ink-3">
          {[complaintNumber, unitName, isCorrected ? words.changed : null].filter(Boolean).join(" · ")}
        </span>
      </span>
    </li>
  );
}

function ExportButton({ filters }: { filters: Filters }) {
  const words = useWords(wordsOfLetters);
  const query = { ...queryOf(filters), language: language() };
  return (
    <SaveTableButton
      name="cong-van-den"
      label={words.export}
      done={words.exported}
      make={() => download("GET /incoming-letters/export", { query }, {})}
    />
  );
}
