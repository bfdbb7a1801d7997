import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { FilterChips, type Narrow } from "./filters.tsx";
import { ListTools } from "./list-tools.tsx";
import { News } from "./news.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { keepSearch, queryOf, searchFrom, type QueueSearch } from "./queue-search.ts";
import { RowsList, type ListHandle } from "./rows-list.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { Tabs } from "./tabs.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useDialogs, type OpenDialog } from "./use-dialogs.ts";
import { useLiveRows } from "./use-live-rows.ts";
import { useOrderKept } from "./use-order-kept.ts";
import { useQueueKeys } from "./use-queue-keys.ts";
import { useRows } from "./use-rows.ts";
import { meantBy, useSelection } from "./use-selection.ts";
import { SaveView, ViewTabs } from "./views.tsx";
import { wordsOfFilters } from "./words-of-filters.ts";

const FilterPanel = lazy(async () => ({ default: (await import("./filter-panel.tsx")).FilterPanel }));
const Dialogs = lazy(async () => ({ default: (await import("./dialogs.tsx")).Dialogs }));

/** The list that is open all day: what waits, the most urgent first. The address says which list. */
export function WorkQueue() {
  const search = useQueueSearch();
  const list = JSON.stringify(search);
  const query = useMemo(() => queryOf(JSON.parse(list) as QueueSearch), [list]);
  const rows = useRows(query);
  const { items, startOver, hasNextPage, fetchNextPage } = rows;
  const handle = useRef<ListHandle>(null);
  const selection = useSelection(items, list);
  const inSight = useCallback(() => handle.current?.idsInSight() ?? [], []);
  const { meanwhile, forget } = useLiveRows({ query, items, hasMore: hasNextPage, replace: rows.replace, inSight });
  const reload = useCallback(() => {
    forget();
    handle.current?.toTop();
    void startOver();
  }, [forget, startOver]);
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const { dialog, open, close } = useDialogs();
  const isIdle = () => !dialog && selection.chosen.length === 0 && (handle.current?.isIdle() ?? true);
  useOrderKept(items);
  const isOfIncident = search.incidentId !== undefined;
  useQueueKeys({ items, selection, handle, reload, open, isOfIncident });
  const meant = meantBy(selection);
  return (
    <div className="flex h-[calc(100dvh-4rem)] flex-col sm:h-dvh">
      <Top search={search} onReload={reload} open={open} />
      <News meanwhile={meanwhile} isIdle={isIdle} onShow={reload} />
      {rows.isPending ? (
        <Loading rows={10} />
      ) : items.length > 0 ? (
        <RowsList
          key={list}
          scrollKey={list}
          {...{ items, selection, handle }}
          gone={meanwhile.gone}
          hasMore={hasNextPage}
          error={rows.error}
          onMore={more}
        />
      ) : rows.error ? (
        <Failed error={rows.error} onRetry={() => void rows.refetch()} />
      ) : hasNextPage ? (
        <LookingOn onMore={more} />
      ) : (
        <NothingHere search={search} />
      )}
      <SelectionBar {...{ selection, query, isOfIncident, open }} hasMore={hasNextPage} />
      <Suspense>
        {dialog && (
          <Dialogs
            {...{ dialog, query, search, meant }}
            chosen={selection.chosen.length > 0 ? meant : undefined}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}

/** Which list it is, and what it is narrowed by. */
function Top({
  search,
  onReload,
  open,
}: {
  search: QueueSearch;
  onReload: () => void;
  open: (dialog: OpenDialog) => void;
}) {
  const words = useWords(wordsOfFilters);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const toggle = () => setFilterOpen((before) => !before);
  const narrow = useNarrow();
  const find = useFind();
  useShortcuts([{ keys: "f", label: words.filter, run: toggle }]);
  return (
    <>
      <Toolbar search={search} onSearch={find} onReload={onReload}>
        <ListTools
          {...{ search, isFilterOpen }}
          onFilter={toggle}
          onLook={() => open({ name: "look" })}
          onExport={() => open({ name: "export" })}
        />
      </Toolbar>
      <Tabs search={search}>
        <ViewTabs search={search} onChange={(view) => open({ name: "view", view })} />
        <SaveView search={search} onSave={() => open({ name: "view", view: undefined })} />
      </Tabs>
      <Suspense>{isFilterOpen && <FilterPanel search={search} narrow={narrow} />}</Suspense>
      <FilterChips search={search} narrow={narrow} />
    </>
  );
}

/** A search may find nothing among the newest, and something further back. */
function LookingOn({ onMore }: { onMore: () => void }) {
  useEffect(onMore);
  return <Loading rows={3} />;
}

function useQueueSearch(): QueueSearch {
  const search = searchFrom(useSearch({ strict: false }));
  useEffect(() => keepSearch(search));
  return search;
}

/** Each change of the filter is a step back. */
function useNarrow(): Narrow {
  const navigate = useNavigate();
  return useCallback(
    (change) => void navigate({ to: "/viec", search: (before) => searchFrom({ ...searchFrom(before), ...change }) }),
    [navigate],
  );
}

/** Typing is one step back, however many letters it was. */
function useFind() {
  const navigate = useNavigate();
  return useCallback(
    (words: string | undefined) =>
      void navigate({
        to: "/viec",
        replace: true,
        search: (before) => {
          const { search: _before, ...rest } = searchFrom(before);
          return words === undefined ? rest : { ...rest, search: words };
        },
      }),
    [navigate],
  );
}
