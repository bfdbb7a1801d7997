import { useEffect, useRef, useState } from "react";
import { readAll, together, type Progress, type Send } from "./bulk.ts";
import type { ListQuery } from "./queue-search.ts";
import type { Item } from "./use-rows.ts";
import type { Meant } from "./use-selection.ts";

/** Where a deed with many stands. `read`: rows of the whole list read so far, before anything is done. */
export type BulkState = { read?: number; progress?: Progress; isRunning: boolean; error?: unknown };
export type Bulk = ReturnType<typeof useBulk>;

/** Does something with all that are meant; closing the dialogue stops it between two requests. */
export function useBulk(meant: Meant, query: ListQuery) {
  const [state, setState] = useState<BulkState>({ isRunning: false });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  /** What was done of it; undefined where the rows could not even be read. */
  const run = async (
    send: Send,
    { items, isWanted = () => true }: { items?: readonly Item[]; isWanted?: (item: Item) => boolean } = {},
  ): Promise<Progress | undefined> => {
    const controller = new AbortController();
    stop.current = controller;
    const { signal } = controller;
    setState({ isRunning: true });
    try {
      const read = { onProgress: (count: number) => setState({ isRunning: true, read: count }), signal };
      const all = items ?? (meant.isWhole ? await readAll(query, read) : meant.items);
      const onProgress = (progress: Progress) => setState({ isRunning: true, progress });
      const ended = await together(all.filter(isWanted), send, { onProgress, signal });
      setState({ isRunning: false, progress: ended, error: ended.error });
      return ended;
    } catch (error) {
      setState(signal.aborted ? { isRunning: false } : { isRunning: false, error });
      return undefined;
    }
  };
  return { ...state, run, stop: () => stop.current?.abort() };
}

/** Nothing is left to say of it. */
export function isAllDone({ refused, left, error }: Progress): boolean {
  return refused.length === 0 && left.length === 0 && error === undefined;
}
