import { Link, useNavigate } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { classes } from "../../parts/classes.ts";
import { useSession } from "../../staff/session.ts";
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
  const { units } = useSession();
  const { data } = useAnswer("GET /work-queues", {});
  return (
    <nav aria-label={words.queues} className="flex shrink-0 items-center gap-1 overflow-x-auto px-2 pb-1.5 sm:px-3">
      {ownQueues.map((queue, place) => (
        <Fragment key={queue}>
          <TabLink
            to={{ queue }}
            isOn={isSame(search, { queue })}
            isWithin={search.queue === queue}
            name={queue === "unit" && units.length > 1 ? words.ownUnits : words[queue]}
            count={data?.[queue].open}
            late={data?.[queue].overdue}
            shortcut={String(place + 1)}
          />
          {queue === "unit" && search.queue === "unit" && units.length > 1 && <OneOfMyUnits search={search} />}
        </Fragment>
      ))}
      {children}
    </nav>
  );
}

/** Whoever works in several units looks at all of them, or at one. */
function OneOfMyUnits({ search }: { search: QueueSearch }) {
  const words = useWords(wordsOfQueue);
  const navigate = useNavigate();
  const { units } = useSession();
  return (
    <select
      aria-label={words.ownUnits}
      value={search.unit ?? ""}
      onChange={({ target: { value } }) => {
        const { unit: _before, ...rest } = search;
        void navigate({ to: "/viec", search: value === "" ? rest : { ...rest, unit: value } });
      }}
      className="min-h-11 shrink-0 rounded-lg border border-edge bg-surface px-2 text-sm sm:min-h-8"
    >
      <option value="">{words.allOwnUnits(units.length)}</option>
      {units.map(({ unitId, name }) => (
        <option key={unitId} value={unitId}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function TabLink(props: {
  to: QueueSearch;
  isOn: boolean;
  /** A part of it is looked at. */
  isWithin?: boolean;
  name: string;
  count?: number | null | undefined;
  late?: number | undefined;
  shortcut?: string;
  title?: string;
}) {
  const { to, isOn, isWithin, name, count, late = 0, shortcut, title } = props;
  const words = useWords(wordsOfQueue);
  return (
    <Link
      to="/viec"
      search={to}
      aria-current={isOn ? "page" : undefined}
      title={title ?? (shortcut === undefined ? undefined : `${name} (${shortcut})`)}
      className={classes(
        tab,
        isOn
          ? "bg-accent-soft font-medium !text-accent-strong"
          : isWithin && "rounded-b-none border-b-2 border-accent font-medium !text-ink",
      )}
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
