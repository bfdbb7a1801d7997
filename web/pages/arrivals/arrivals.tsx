import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { Button } from "../../parts/button.tsx";
import { classes } from "../../parts/classes.ts";
import { SelectField, TextField } from "../../parts/field.tsx";
import { ListAndDetail, ListRow } from "../../parts/list-and-detail.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useHeld } from "../../parts/use-held.ts";
import { useWords } from "../../words/language.ts";
import { ArrivalDetail } from "./arrival-detail.tsx";
import { ArrivalLines, titleOf } from "./arrival-lines.tsx";
import { media, statuses, type ArrivalsSearch } from "./arrivals-search.ts";
import { wordsOfArrivals } from "./words.ts";

type Page = Answer<"GET /arrivals">;
export type Item = Page["arrivals"][number];

const LIMIT = 50;
/** Nothing tells of what waits in the tray: it is asked for again by itself. */
const EVERY_MS = 15_000;

const idOf = ({ arrivalId }: Item) => arrivalId;

/** The tray: what came in by connected channels and waits for a person, each with the reason and what can be done. */
export function Arrivals() {
  const words = useWords(wordsOfArrivals);
  const search: ArrivalsSearch = useSearch({ strict: false });
  const list = useArrivals(search);
  const items = list.data?.pages.flatMap(({ arrivals }) => arrivals) ?? [];
  // What is read first stays, whatever comes in above it meanwhile.
  const [begun, setBegun] = useState<{ of: string; id: string }>();
  const of = [search.status, search.medium, search.search].join(" ");
  if (begun?.of !== of && items[0] && !list.isPlaceholderData) setBegun({ of, id: idOf(items[0]) });
  const { chosen, release } = useHeld(items, idOf, search.item ?? (begun?.of === of ? begun.id : undefined));
  const shown = chosen ?? items[0];
  const isOpen = search.item !== undefined && chosen !== undefined;
  const show = useShow(search);
  const step = (by: number) => {
    const place = items.findIndex((each) => shown && idOf(each) === idOf(shown));
    return items[Math.min(Math.max(place + by, 0), items.length - 1)];
  };
  useArrivalKeys({ items, shown, step, onShow: (id) => show({ item: id }, { replace: true }) });
  /** The next one comes up by itself, and the last leads back to the list. */
  const onDone = () => {
    const next = step(1) ?? step(-1);
    const isLast = !next || !shown || idOf(next) === idOf(shown);
    const other = isLast ? step(-1) : next;
    release();
    setBegun(undefined);
    show({ item: other && shown && idOf(other) !== idOf(shown) ? idOf(other) : undefined }, { replace: true });
  };
  return (
    <div className="flex min-h-0 grow flex-col lg:h-dvh">
      <header className={classes("border-b border-line px-4 py-3", isOpen && "max-lg:sr-only")}>
        <h1 className="text-xl font-semibold">{words.title}</h1>
      </header>
      {list.error && !list.data && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Loading rows={8} />}
      {list.data && (
        <ListAndDetail
          isOpen={isOpen}
          backLabel={words.back}
          onBack={() => show({ item: undefined })}
          list={
            <>
              <Narrowing search={search} onNarrow={show} waiting={list.data.pages[0]?.waiting ?? 0} />
              {items.length === 0 && <NothingThere search={search} />}
              <ul aria-label={words.title}>
                {items.map((each) => (
                  <ListRow
                    key={idOf(each)}
                    isActive={shown !== undefined && idOf(each) === idOf(shown)}
                    label={titleOf(each, words)}
                    onOpen={() => show({ item: idOf(each) })}
                  >
                    <ArrivalLines arrival={each} />
                  </ListRow>
                ))}
              </ul>
              {list.hasNextPage && (
                <div className="p-4">
                  <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {words.more}
                  </Button>
                </div>
              )}
            </>
          }
          detail={shown && <ArrivalDetail key={idOf(shown)} arrivalId={idOf(shown)} onDone={onDone} />}
        />
      )}
    </div>
  );
}

function useArrivals({ status = "waiting", medium, search }: ArrivalsSearch) {
  const query = { status, limit: LIMIT, ...(medium && { medium }), ...(search !== undefined && { search }) };
  return useInfiniteQuery({
    queryKey: ["GET /arrivals", "list", query],
    queryFn: ({ pageParam, signal }) =>
      ask("GET /arrivals", { query: pageParam === undefined ? query : { ...query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}

type Show = (change: ArrivalsSearch | { item: undefined }, how?: { replace?: boolean }) => void;

function useShow(search: ArrivalsSearch): Show {
  const navigate = useNavigate();
  return (change, { replace = false } = {}) => {
    const merged = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== "");
    void navigate({ to: "/thu-den", search: Object.fromEntries(merged), replace });
  };
}

function Narrowing({ search, onNarrow, waiting }: { search: ArrivalsSearch; onNarrow: Show; waiting: number }) {
  const words = useWords(wordsOfArrivals);
  const [typed, setTyped] = useState(search.search ?? "");
  const narrow = (change: ArrivalsSearch | Record<string, string>) =>
    onNarrow({ item: undefined, ...change }, { replace: true });
  return (
    <form
      role="search"
      className="grid grid-cols-2 gap-2 border-b border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        narrow({ search: typed.trim() });
      }}
    >
      <SelectField
        label={words.status}
        value={search.status ?? "waiting"}
        options={statuses.map((value) => ({
          value,
          label: value === "waiting" && waiting > 0 ? `${words[value]} (${waiting})` : words[value],
        }))}
        onChange={({ target }) => narrow({ status: target.value })}
      />
      <SelectField
        label={words.medium}
        value={search.medium ?? ""}
        empty={words.anyMedium}
        options={media.map((value) => ({ value, label: words[value] }))}
        onChange={({ target }) => narrow({ medium: target.value })}
      />
      <TextField
        className="col-span-2"
        label={words.search}
        type="search"
        maxLength={200}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value === "") narrow({ search: "" });
        }}
      />
    </form>
  );
}

function NothingThere({ search: { status, medium, search } }: { search: ArrivalsSearch }) {
  const words = useWords(wordsOfArrivals);
  const isNarrowed = status !== undefined || medium !== undefined || search !== undefined;
  return <Empty title={isNarrowed ? words.noneFound : words.empty}>{isNarrowed ? null : words.emptyHint}</Empty>;
}

function useArrivalKeys({
  items,
  shown,
  step,
  onShow,
}: {
  items: readonly Item[];
  shown: Item | undefined;
  step: (by: number) => Item | undefined;
  onShow: (arrivalId: string) => void;
}): void {
  const words = useWords(wordsOfArrivals);
  const go = (by: number) => () => {
    const next = items.length === 0 ? undefined : step(by);
    if (next) onShow(idOf(next));
  };
  useShortcuts([
    { keys: "j", label: words.next, run: go(1) },
    { keys: "k", label: words.previous, run: go(-1) },
    { keys: "ArrowDown", label: words.next, run: go(1) },
    { keys: "ArrowUp", label: words.previous, run: go(-1) },
    {
      keys: "Enter",
      label: words.acts,
      run: () => shown && document.querySelector<HTMLElement>("#acts button")?.focus(),
    },
  ]);
}
