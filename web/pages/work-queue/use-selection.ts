import { useEffect, useMemo, useState } from "react";
import type { Item } from "./use-rows.ts";

export type Selection = ReturnType<typeof useSelection>;

/** What a deed is meant for. `isWhole`: all that the list holds, of which `items` are those read so far. */
export type Meant = { items: readonly Item[]; isWhole: boolean };

/** The rows that are chosen, or the one looked at where none is. */
export function meantBy({ chosen, active, isWhole }: Pick<Selection, "chosen" | "active" | "isWhole">): Meant {
  if (chosen.length > 0) return { items: chosen, isWhole };
  return { items: active ? [active] : [], isWhole: false };
}

/** The row looked at last in each list, for those who come back from a complaint. */
const lookedAt = new Map<string, string>();

/** Which row is looked at, and which are chosen. Chosen rows stay chosen while the list goes on; with another list they are let go. */
export function useSelection(items: readonly Item[], list: string) {
  const [activeId, setActive] = useState(() => lookedAt.get(list));
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setWhole] = useState(false);
  /** Chosen last: from there on Shift chooses. A click looks at its row before it chooses. */
  const [anchorId, setAnchor] = useState<string>();
  const [listBefore, setListBefore] = useState(list);
  if (listBefore !== list) {
    setListBefore(list);
    setIds(new Set());
    setWhole(false);
    setAnchor(undefined);
    setActive(lookedAt.get(list));
  }
  useEffect(() => {
    if (activeId !== undefined) lookedAt.set(list, activeId);
  }, [list, activeId]);
  const chosen = useMemo(
    () => (isWhole ? items : items.filter(({ complaintId }) => ids.has(complaintId))),
    [items, ids, isWhole],
  );
  const placeOf = (id: string | undefined) => items.findIndex(({ complaintId }) => complaintId === id);
  return {
    activeId,
    activePlace: placeOf(activeId),
    active: items[placeOf(activeId)],
    setActive,
    has: (id: string) => isWhole || ids.has(id),
    chosen,
    isWhole,
    /** All but one of the whole list is all but one of the rows read so far: the rest was never looked at. */
    toggle: (id: string) => {
      setActive(id);
      setAnchor(id);
      setWhole(false);
      setIds((before) => {
        const among = isWhole ? new Set(items.map(({ complaintId }) => complaintId)) : before;
        return among.has(id) ? new Set([...among].filter((each) => each !== id)) : new Set([...among, id]);
      });
    },
    /** From the row chosen last, or the one looked at, to this one. */
    extendTo: (id: string) => {
      const begin = Math.max(placeOf(anchorId ?? activeId), 0);
      const [from, to] = [begin, placeOf(id)].toSorted((a, b) => a - b) as [number, number];
      const between = items.slice(from, to + 1).map(({ complaintId }) => complaintId);
      setIds((before) => new Set([...before, ...between]));
      setActive(id);
      setAnchor(id);
    },
    chooseRead: () => setIds(new Set(items.map(({ complaintId }) => complaintId))),
    chooseWhole: () => setWhole(true),
    clear: () => {
      setIds(new Set());
      setWhole(false);
    },
  };
}
