import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Empty } from "./states.tsx";

type Words = { empty: string; emptyHint: string; noneFound: string; noneFoundHint: string; more: string };
type Rows = {
  /** One element a line. */
  children: readonly ReactNode[];
  /** Whether the register was narrowed: having none then says nothing of the register. */
  isNarrowed: boolean;
  words: Words;
  pages: Pick<UseInfiniteQueryResult, "hasNextPage" | "fetchNextPage" | "isFetchingNextPage">;
};

/** The lines of a register as far as they were read, and what there is instead where there are none. */
export function RegisterRows({ children, isNarrowed, words, pages }: Rows) {
  if (children.length === 0) {
    return isNarrowed ? (
      <Empty title={words.noneFound}>{words.noneFoundHint}</Empty>
    ) : (
      <Empty title={words.empty}>{words.emptyHint}</Empty>
    );
  }
  return (
    <>
      <ul className="overflow-hidden rounded-xl border border-line bg-surface print:rounded-none print:border-0">
        {children}
      </ul>
      {pages.hasNextPage && (
        <Button className="no-print" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
