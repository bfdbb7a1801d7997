import { useEffect } from "react";
import type { Item } from "./use-rows.ts";

const KEY = "queue-order";
/** Nobody steps further than this from one complaint to the next. */
const KEPT_MAX = 5000;

/** Keeps the order of the list for this tab: the page of a complaint leads to the next and the one before. */
export function useOrderKept(items: readonly Item[]): void {
  useEffect(() => {
    if (items.length === 0) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(items.slice(0, KEPT_MAX).map(({ complaintId }) => complaintId)));
    } catch {
      // A private window may refuse: the complaint then has no neighbours.
    }
  }, [items]);
}
