import { useSyncExternalStore } from "react";
import { keep } from "../../words/language.ts";

/** In the order in which they stand; `min`: px; `grow`: its share of the width that is left. */
export const columns = [
  { id: "clock", min: 160, grow: 1.1 },
  { id: "number", min: 152, grow: 0 },
  { id: "customer", min: 136, grow: 1 },
  { id: "excerpt", min: 160, grow: 2.2 },
  { id: "kind", min: 132, grow: 0.8 },
  { id: "stage", min: 112, grow: 0.8 },
  { id: "owner", min: 112, grow: 0.6 },
  { id: "unit", min: 104, grow: 0.4 },
  { id: "channel", min: 96, grow: 0 },
  { id: "receivedAt", min: 96, grow: 0 },
  { id: "register", min: 104, grow: 0.4 },
] as const;
export type ColumnId = (typeof columns)[number]["id"];
export type Column = { id: ColumnId; min: number; grow: number };
export type Density = "roomy" | "tight";

const desk: readonly ColumnId[] = ["clock", "number", "customer", "excerpt", "kind", "stage", "owner"];
const wide: readonly ColumnId[] = [...desk, "channel"];
const widest: readonly ColumnId[] = [...wide, "unit", "receivedAt"];
const middling: readonly ColumnId[] = ["clock", "number", "customer", "stage", "owner"];
const SELECT_PX = 36;
/** Where rows stand close, the name of the clock stands beside it. */
const TIGHT_CLOCK_PX = 248;
/** So much is shown by itself: whoever chose columns sees them all, and scrolls aside where they do not fit. */
const DESK = "(min-width: 1280px)";
const WIDE = "(min-width: 1366px)";
const WIDEST = "(min-width: 1920px)";
const CARDS = "(max-width: 639px)";

const COLUMNS_KEY = "queue-columns";
const DENSITY_KEY = "queue-density";
const listeners = new Set<() => void>();

/** Which columns are shown, and how close: kept in this browser. */
export function useLook(): { shown: readonly Column[]; density: Density; isCards: boolean } {
  const chosen = useSyncExternalStore(listen, () => kept(COLUMNS_KEY));
  const density = useSyncExternalStore(listen, () => (kept(DENSITY_KEY) === "tight" ? "tight" : "roomy"));
  const isDesk = useMatches(DESK);
  const isWide = useMatches(WIDE);
  const isWidest = useMatches(WIDEST);
  const isCards = useMatches(CARDS);
  const ids = chosen?.split(",") ?? (isWidest ? widest : isWide ? wide : isDesk ? desk : middling);
  const shown = columns.filter(({ id }) => ids.includes(id));
  return { shown: density === "tight" ? shown.map(forTight) : shown, density, isCards };
}

function forTight(column: Column): Column {
  return column.id === "clock" ? { ...column, min: TIGHT_CLOCK_PX } : column;
}

/** undefined: those that fit the width, as at first. */
export function chooseColumns(ids: readonly ColumnId[] | undefined): void {
  change(COLUMNS_KEY, ids?.join(","));
}

export function chooseDensity(density: Density): void {
  change(DENSITY_KEY, density);
}

/** As CSS lays them out, the box for selecting first. */
export function templateOf(shown: readonly Column[]): string {
  const widths = shown.map(({ min, grow }) => (grow === 0 ? `${min}px` : `minmax(${min}px, ${grow}fr)`));
  return [`${SELECT_PX}px`, ...widths].join(" ");
}

/** The least width at which the columns can be read, in px. */
export function leastWidthOf(shown: readonly Column[]): number {
  return shown.reduce((sum, { min }) => sum + min, SELECT_PX);
}

function change(key: string, value: string | undefined): void {
  if (value === undefined) localStorage.removeItem(key);
  else keep(key, value);
  for (const listener of listeners) listener();
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function useMatches(media: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(media);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => matchMedia(media).matches,
  );
}
