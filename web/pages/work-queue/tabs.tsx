import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { classes } from "../../parts/classes.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { ownQueues, type QueueSearch } from "./queue-search.ts";
import { wordsOfQueue } from "./words.ts";

/** The server counts no further. */
export const COUNT_MAX = 1000;

const tab =
  "flex min-h-11 shrink-0 items-center gap-1.5 rounded-lg px-2.5 whitespace-nowrap text-ink-2 hover:bg-sunken sm:min-h-9";

/** My own, my unit's, all; then the lists that were saved. */
export function Tabs({ search, children }: { search: QueueSearch; children?: ReactNode }) {
  const words = useWords(wordsOfQueue);
  const { data } = useAnswer("GET /work-queues", {});
  return (
    <nav aria-label={words.queues} className="flex shrink-0 items-center gap-1 overflow-x-auto px-2 pb-1.5 sm:px-3">
      {ownQueues.map((queue, place) => (
        <TabLink
          key={queue}
          to={{ queue }}
          isOn={isSame(search, { queue })}
          name={words[queue]}
          count={data?.[queue].open}
          late={data?.[queue].overdue}
          shortcut={String(place + 1)}
        />
      ))}
      {children}
    </nav>
  );
}

export function TabLink(props: {
  to: QueueSearch;
  isOn: boolean;
  name: string;
  count?: number | null | undefined;
  late?: number | undefined;
  shortcut?: string;
  title?: string;
}) {
  const { to, isOn, name, count, late = 0, shortcut, title } = props;
  const words = useWords(wordsOfQueue);
  return (
    <Link
      to="/viec"
      search={to}
      aria-current={isOn ? "page" : undefined}
      title={title ?? (shortcut === undefined ? undefined : `${name} (${shortcut})`)}
      className={classes(tab, isOn && "bg-accent-soft font-medium !text-accent-strong")}
    >
      {name}
      {typeof count === "number" && <span className="text-sm opacity-80">{counted(count, words.orMore)}</span>}
      {late > 0 && (
        <span className="rounded-md bg-late-soft px-1.5 text-xs font-medium text-late">
          {words.lateOnes(counted(late, words.orMore))}
        </span>
      )}
    </Link>
  );
}

function counted(count: number, orMore: (count: string) => string): string {
  return count >= COUNT_MAX ? orMore(formatNumber(COUNT_MAX)) : formatNumber(count);
}

/** Whether two addresses show the same list. */
export function isSame(one: QueueSearch, other: QueueSearch): boolean {
  const plain = (search: QueueSearch) =>
    JSON.stringify(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return plain(one) === plain(other);
}
