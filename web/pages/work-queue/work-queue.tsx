import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { Failed, Loading } from "../../parts/states.tsx";
import { News } from "./news.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { keepSearch, queryOf, searchFrom, type QueueSearch } from "./queue-search.ts";
import { RowsList, type ListHandle } from "./rows-list.tsx";
import { Tabs } from "./tabs.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useLiveRows } from "./use-live-rows.ts";
import { useOrderKept } from "./use-order-kept.ts";
import { useQueueKeys } from "./use-queue-keys.ts";
import { useRows } from "./use-rows.ts";
import { useSelection } from "./use-selection.ts";

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
  const isIdle = () => selection.ids.size === 0 && (handle.current?.isIdle() ?? true);
  const find = useFind();
  useOrderKept(items);
  useQueueKeys({ items, selection, handle, reload });
  return (
    <div className="flex h-[calc(100dvh-4rem)] flex-col sm:h-dvh">
      <Toolbar search={search} onSearch={find} onReload={reload}>
        {null}
      </Toolbar>
      <Tabs search={search} />
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
          onMore={more}
        />
      ) : rows.error ? (
        <Failed error={rows.error} onRetry={() => void rows.refetch()} />
      ) : hasNextPage ? (
        <LookingOn onMore={more} />
      ) : (
        <NothingHere search={search} />
      )}
    </div>
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
