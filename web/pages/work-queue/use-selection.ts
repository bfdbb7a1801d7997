import { useEffect, useMemo, useState } from "react";
import type { Item } from "./use-rows.ts";

export type Selection = ReturnType<typeof useSelection>;

/** What a deed is meant for: the rows that are chosen, or the one looked at where none is. */
export function rowsMeant({ chosen, active }: Pick<Selection, "chosen" | "active">): readonly Item[] {
  if (chosen.length > 0) return chosen;
  return active ? [active] : [];
}

/** The row looked at last in each list, for those who come back from a complaint. */
const lookedAt = new Map<string, string>();

/** Which row is looked at, and which are chosen. Chosen rows stay chosen while the list goes on; with another list they are let go. */
export function useSelection(items: readonly Item[], list: string) {
  const [activeId, setActive] = useState(() => lookedAt.get(list));
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [listBefore, setListBefore] = useState(list);
  if (listBefore !== list) {
    setListBefore(list);
    setIds(new Set());
    setActive(lookedAt.get(list));
  }
  useEffect(() => {
    if (activeId !== undefined) lookedAt.set(list, activeId);
  }, [list, activeId]);
  const chosen = useMemo(() => items.filter(({ complaintId }) => ids.has(complaintId)), [items, ids]);
  const placeOf = (id: string | undefined) => items.findIndex(({ complaintId }) => complaintId === id);
  return {
    activeId,
    activePlace: placeOf(activeId),
    active: items[placeOf(activeId)],
    setActive,
    ids,
    chosen,
    toggle: (id: string) => {
      setActive(id);
      setIds((before) =>
        before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]),
      );
    },
    /** From the row looked at last to this one. */
    extendTo: (id: string) => {
      const [from, to] = [Math.max(placeOf(activeId), 0), placeOf(id)].toSorted((a, b) => a - b) as [number, number];
      const between = items.slice(from, to + 1).map(({ complaintId }) => complaintId);
      setIds((before) => new Set([...before, ...between]));
      setActive(id);
    },
    set: (chosenIds: readonly string[]) => setIds(new Set(chosenIds)),
    clear: () => setIds(new Set()),
  };
}
