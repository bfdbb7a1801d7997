import { useVirtualizer, defaultRangeExtractor, type Range, type Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useImperativeHandle, useRef, type CSSProperties, type Ref } from "react";
import { Button } from "../../parts/button.tsx";
import { wordsOfParts } from "../../parts/words.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { leastWidthOf, templateOf, useLook } from "./columns.ts";
import { HeadRow } from "./head-row.tsx";
import { Card, Row } from "./row.tsx";
import type { Selection } from "./use-selection.ts";
import type { Item } from "./use-rows.ts";
import { whenIdle } from "./when-idle.ts";
import { wordsOfQueue } from "./words.ts";

const ROW_PX = { roomy: 56, tight: 36 } as const;
const CARD_PX = 156;
const HEAD_PX = 36;
/** More is read when so many rows are left below. */
const READ_AHEAD = 40;
/** Rows drawn above and below those in sight. */
const OVERSCAN = 8;

/** What the page does with the list: where it stands, and what of it is in sight. */
export type ListHandle = {
  show: (place: number) => void;
  firstInSight: () => number;
  toTop: () => void;
  idsInSight: () => string[];
  isIdle: () => boolean;
};

type RowsListProps = {
  items: readonly Item[];
  selection: Selection;
  gone: ReadonlySet<string>;
  hasMore: boolean;
  /** Why no more could be read. */
  error: Error | null;
  onMore: () => void;
  scrollKey: string;
  handle: Ref<ListHandle>;
};

/** Any number of rows: those in sight are drawn, and more are read as the end comes near. */
export function RowsList({ items, selection, gone, hasMore, error, onMore, scrollKey, handle }: RowsListProps) {
  const words = useWords(wordsOfQueue);
  const { shown, density, isCards } = useLook();
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = isCards ? CARD_PX : ROW_PX[density];
  const rows = useWindowOfRows({ items, rowPx, scroller, activePlace: selection.activePlace, isCards, scrollKey });
  useHandle(handle, { rows, items, scroller, rowPx });
  const lastDrawn = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (!hasMore || error || lastDrawn < items.length - READ_AHEAD) return undefined;
    return whenIdle(onMore);
  }, [hasMore, error, lastDrawn, items.length, onMore]);
  const look: CSSProperties = isCards
    ? {}
    : { minWidth: leastWidthOf(shown), ["--columns" as string]: templateOf(shown) };
  return (
    <div
      ref={scroller}
      data-scroll-restoration-id="queue"
      className="relative min-h-0 grow overflow-auto overscroll-contain bg-surface max-sm:bg-page"
    >
      <div
        role="grid"
        aria-label={words.title}
        aria-rowcount={hasMore ? -1 : items.length + 1}
        aria-multiselectable
        style={look}
        className="[&_[role=row]]:[grid-template-columns:var(--columns)]"
      >
        <HeadRow items={items} selection={selection} shown={isCards ? [] : shown} />
        <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, size }) => {
            const item = items[index];
            if (!item) return null;
            const row = {
              item,
              place: index,
              isActive: item.complaintId === selection.activeId,
              isChosen: selection.has(item.complaintId),
              isGone: gone.has(item.complaintId),
              style: { height: size, transform: `translateY(${start - (isCards ? 0 : HEAD_PX)}px)` },
              onToggle: selection.toggle,
              onExtend: selection.extendTo,
              onActive: selection.setActive,
            };
            return isCards ? (
              <Card key={item.complaintId} {...row} />
            ) : (
              <Row key={item.complaintId} {...row} shown={shown} density={density} />
            );
          })}
        </div>
      </div>
      <EndOfList count={items.length} {...{ hasMore, error, onMore }} />
    </div>
  );
}

/** How many there are, that more is coming, or why it is not. */
function EndOfList(props: { count: number; hasMore: boolean; error: Error | null; onMore: () => void }) {
  const { count, hasMore, error, onMore } = props;
  const words = useWords(wordsOfQueue);
  const parts = useWords(wordsOfParts);
  return (
    <div role="status" className="flex items-center justify-center gap-3 px-4 py-3 text-sm text-ink-3">
      {error ? words.notAllRead : hasMore ? words.moreRows : words.rows(formatNumber(count))}
      {error && <Button onClick={onMore}>{parts.tryAgain}</Button>}
    </div>
  );
}

type Rows = Virtualizer<HTMLDivElement, Element>;

function useWindowOfRows(asked: {
  items: readonly Item[];
  rowPx: number;
  scroller: React.RefObject<HTMLDivElement | null>;
  activePlace: number;
  isCards: boolean;
  scrollKey: string;
}): Rows {
  const { items, rowPx, scroller, activePlace, isCards, scrollKey } = asked;
  // oxlint-disable-next-line react/incompatible-library -- its answer is used here only, and changes with each scroll
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => items[index]?.complaintId ?? index,
    overscan: OVERSCAN,
    scrollMargin: isCards ? 0 : HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    initialOffset: () => places.get(scrollKey) ?? 0,
    onChange: ({ scrollOffset }) => void places.set(scrollKey, scrollOffset ?? 0),
    // The row that has the focus stays, however far away it was scrolled.
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return activePlace < 0 || drawn.includes(activePlace) ? drawn : [...drawn, activePlace].toSorted((a, b) => a - b);
    },
  });
  useEffect(() => rows.measure(), [rows, rowPx]);
  return rows;
}

/** How far each list was scrolled, for those who come back to it. */
const places = new Map<string, number>();

function useHandle(
  handle: Ref<ListHandle>,
  {
    rows,
    items,
    scroller,
    rowPx,
  }: { rows: Rows; items: readonly Item[]; scroller: React.RefObject<HTMLDivElement | null>; rowPx: number },
): void {
  useImperativeHandle(handle, () => ({
    show: (place) => rows.scrollToIndex(place, { align: "auto" }),
    firstInSight: () => Math.ceil((rows.scrollOffset ?? 0) / rowPx),
    toTop: () => rows.scrollToOffset(0),
    idsInSight: () => rows.getVirtualItems().flatMap(({ index }) => items[index]?.complaintId ?? []),
    isIdle: () => {
      const list = scroller.current;
      return (
        list === null || (list.scrollTop === 0 && !list.matches(":hover") && !list.contains(document.activeElement))
      );
    },
  }));
}
