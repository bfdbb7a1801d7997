import { useEffect, useRef, useState } from "react";
import { notBegun, readAll, together, type Done, type Progress, type Send } from "./bulk.ts";
import type { ListQuery } from "./queue-search.ts";
import type { Item } from "./use-rows.ts";
import type { Meant } from "./use-selection.ts";

/** Where a deed with many stands. `read`: rows of the whole list read so far, before anything is done. */
export type BulkState = {
  read?: number;
  progress?: Progress;
  isRunning: boolean;
  isStopping?: boolean;
  error?: unknown;
};
/** What became of it. `isAllDone`: nothing is left to say. */
export type Ended = { done: readonly Done[]; isAllDone: boolean };

/** Does something with all that are meant; closing the dialogue stops it between two requests. */
export function useBulk(meant: Meant, query: ListQuery) {
  const [state, setState] = useState<BulkState>({ isRunning: false });
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  /** `before`: where somebody stopped. What was done since is told; undefined where the rows could not even be read. */
  const run = async (
    send: Send,
    { before, isWanted = () => true }: { before?: Progress | undefined; isWanted?: (item: Item) => boolean } = {},
  ): Promise<Ended | undefined> => {
    const controller = new AbortController();
    stopper.current = controller;
    const { signal } = controller;
    setState({ isRunning: true });
    const tell = (change: Partial<BulkState>) => setState({ isRunning: true, isStopping: signal.aborted, ...change });
    try {
      const read = async () =>
        meant.isWhole ? readAll(query, { onProgress: (count) => tell({ read: count }), signal }) : meant.items;
      const begun = before ?? notBegun((await read()).filter(isWanted));
      const progress = await together(begun, send, { onProgress: (reached) => tell({ progress: reached }), signal });
      const { done, refused, left, error } = progress;
      setState({ isRunning: false, progress, error });
      return {
        done: done.slice(begun.done.length),
        isAllDone: refused.length === 0 && left.length === 0 && error === undefined,
      };
    } catch (error) {
      setState(signal.aborted ? { isRunning: false } : { isRunning: false, error });
      return undefined;
    }
  };
  const stop = () => {
    stopper.current?.abort();
    setState((now) => ({ ...now, isStopping: true }));
  };
  return { ...state, run, stop };
}
