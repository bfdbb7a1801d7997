import { Link } from "@tanstack/react-router";
import { Empty } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { hasFilter, type QueueSearch } from "./queue-search.ts";
import { isSame } from "./tabs.tsx";
import { wordsOfEmpty } from "./words.ts";

const way = "font-medium text-accent underline underline-offset-2";

/** Why the list is empty, and where to look instead. */
export function NothingHere({ search }: { search: QueueSearch }) {
  const words = useWords(wordsOfEmpty);
  const queue = search.queue ?? "all";
  if (search.search !== undefined) {
    const everywhere = { queue: "all", open: "all", search: search.search } as const;
    return (
      <Empty title={words.notFound(search.search)}>
        {!isSame(search, everywhere) && (
          <Link to="/viec" search={everywhere} className={way}>
            {words.findEverywhere}
          </Link>
        )}
      </Empty>
    );
  }
  if (hasFilter(search))
    return (
      <Empty title={words.filtered}>
        <span className="flex flex-wrap justify-center gap-x-5 gap-y-2">
          <Link to="/viec" search={{ queue }} className={way}>
            {words.dropFilters}
          </Link>
          {search.open === undefined && (
            <Link to="/viec" search={{ ...search, open: "all" }} className={way}>
              {words.alsoClosed}
            </Link>
          )}
        </span>
      </Empty>
    );
  return (
    <Empty title={words[queue]}>
      <p>{words.hint}</p>
      {queue !== "all" && (
        <Link to="/viec" search={{ queue: queue === "mine" ? "unit" : "all" }} className={way}>
          {queue === "mine" ? words.seeUnit : words.seeAll}
        </Link>
      )}
    </Empty>
  );
}
