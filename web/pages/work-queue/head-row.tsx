import { useWords } from "../../words/language.ts";
import type { Column } from "./columns.ts";
import type { Item } from "./use-rows.ts";
import type { Selection } from "./use-selection.ts";
import { wordsOfColumns, wordsOfQueue } from "./words.ts";

/** The names of the columns, and the box that chooses all rows. `shown` is empty over cards: nothing is seen of it there. */
export function HeadRow({
  items,
  selection,
  shown,
}: {
  items: readonly Item[];
  selection: Selection;
  shown: readonly Column[];
}) {
  const words = useWords(wordsOfQueue);
  const names = useWords(wordsOfColumns);
  const isAll = items.length > 0 && selection.chosen.length === items.length;
  return (
    <div role="rowgroup" className={shown.length === 0 ? "sr-only" : "sticky top-0 z-20"}>
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 items-center border-b border-line bg-sunken text-xs font-medium text-ink-2"
      >
        <span role="columnheader" className="flex justify-center">
          <input
            type="checkbox"
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = selection.chosen.length > 0 && !isAll;
            }}
            aria-label={words.selectShown}
            title={words.selectShown}
            onChange={() => (isAll ? selection.clear() : selection.chooseRead())}
            className="size-4 accent-accent"
          />
        </span>
        {shown.map(({ id }) => (
          <span key={id} role="columnheader" className="truncate pr-3">
            {names[id]}
          </span>
        ))}
      </div>
    </div>
  );
}
