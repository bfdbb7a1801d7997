import { useQuery } from "@tanstack/react-query";
import { answerOptions } from "../../api/use-answer.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { ListQuery } from "./queue-search.ts";
import type { Meant } from "./use-selection.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

/** Counting is work: it is not done anew with each change that anybody makes. */
const COUNT_AGAIN_MS = 30_000;

/** The server counts no further. */
const COUNT_MAX = 20_000;

/** How many complaints the list holds, for people: undefined until the server said it, and where words are looked for, which it does not count. */
export function useCount(query: ListQuery, { enabled = true } = {}): string | undefined {
  const { data } = useQuery({
    ...answerOptions("GET /complaints/count", { query }),
    enabled: enabled && query.search === undefined,
    refetchInterval: COUNT_AGAIN_MS,
  });
  const count = data?.count ?? undefined;
  if (count === undefined) return undefined;
  return count < COUNT_MAX ? formatNumber(count) : `${formatNumber(COUNT_MAX)}+`;
}

/** How many are meant, for a title. */
export function useHowMany({ isWhole, items }: Meant, query: ListQuery): string {
  const words = useWords(wordsOfBulk);
  const count = useCount(query, { enabled: isWhole });
  if (!isWhole) return formatNumber(items.length);
  return count ?? words.every;
}
