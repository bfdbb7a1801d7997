import { useNavigate, useSearch } from "@tanstack/react-router";
import { useAnswer } from "../../api/use-answer.ts";
import { ListAndDetail, ListRow } from "../../parts/list-and-detail.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useHeld } from "../../parts/use-held.ts";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { InboxHead } from "./inbox-head.tsx";
import { inboxSearchFrom, type InboxSearch } from "./inbox-search.ts";
import { RequestDetail } from "./request-detail.tsx";
import { RequestLines } from "./request-lines.tsx";
import type { Request } from "./requests.ts";
import { wordsOfInbox } from "./words.ts";

/** What units ask of each other: on the left what waits, on the right one request with everything to answer it. */
export function UnitInbox() {
  const words = useWords(wordsOfInbox);
  const search = inboxSearchFrom(useSearch({ strict: false }));
  const { queue, unit } = search;
  const query = { ...(queue ? { queue } : {}), ...(unit ? { unit } : {}) };
  const { data, error, refetch } = useAnswer("GET /coordinations", { query });
  const items = data?.items ?? [];
  const { chosen, release } = useHeld(items, idOf, search.item);
  const shown = chosen ?? items[0];
  const show = useShow(search);
  useInboxKeys({ items, shown, show });
  return (
    <div className="flex min-h-0 grow flex-col lg:h-dvh">
      <InboxHead search={search} isHidden={chosen !== undefined} />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && items.length === 0 && (
        <Empty title={queue ? words.nothingAsked : words.nothingToAnswer}>
          {queue ? words.nothingAskedHint : words.nothingToAnswerHint}
        </Empty>
      )}
      {shown && (
        <ListAndDetail
          isOpen={chosen !== undefined}
          backLabel={words.back}
          onBack={() => show(undefined)}
          list={
            <ul aria-label={words.title}>
              {items.map((item) => (
                <ListRow
                  key={item.coordinationId}
                  isActive={item.coordinationId === shown.coordinationId}
                  label={item.number}
                  onOpen={() => show(item.coordinationId)}
                >
                  <RequestLines item={item} />
                </ListRow>
              ))}
            </ul>
          }
          detail={
            <RequestDetail
              key={shown.coordinationId}
              item={shown}
              onWork={() => search.item !== shown.coordinationId && show(shown.coordinationId, { replace: true })}
              onDone={release}
            />
          }
        />
      )}
    </div>
  );
}

const idOf = ({ coordinationId }: Request) => coordinationId;

function useShow(search: InboxSearch) {
  const navigate = useNavigate();
  return (item: string | undefined, { replace = false } = {}) => {
    const { item: _before, ...rest } = search;
    void navigate({ to: "/phoi-hop", search: item === undefined ? rest : { ...rest, item }, replace });
  };
}

function useInboxKeys({
  items,
  shown,
  show,
}: {
  items: readonly Request[];
  shown: Request | undefined;
  show: ReturnType<typeof useShow>;
}): void {
  const words = useWords(wordsOfInbox);
  const navigate = useNavigate();
  const step = (by: number) => () => {
    const place = items.findIndex(({ coordinationId }) => coordinationId === shown?.coordinationId);
    const next = items[Math.min(Math.max(place + by, 0), items.length - 1)];
    if (next) show(next.coordinationId, { replace: true });
  };
  const open = () => {
    if (shown) void navigate({ to: "/khieu-nai/$complaintId", params: { complaintId: shown.complaintId } });
  };
  useShortcuts([
    { keys: "j", label: words.next, run: step(1) },
    { keys: "k", label: words.previous, run: step(-1) },
    { keys: "ArrowDown", label: words.next, run: step(1) },
    { keys: "ArrowUp", label: words.previous, run: step(-1) },
    { keys: "Enter", label: words.open, run: open },
  ]);
}
