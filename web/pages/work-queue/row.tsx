import { Link } from "@tanstack/react-router";
import { memo, type CSSProperties, type MouseEvent } from "react";
import { classes } from "../../parts/classes.ts";
import { useWords } from "../../words/language.ts";
import { Cell, ClockCell, Customer, excerptOf, Received } from "./cells.tsx";
import type { Column, Density } from "./columns.ts";
import type { Item } from "./use-rows.ts";
import { wordsOfQueue } from "./words.ts";

export type RowProps = {
  item: Item;
  place: number;
  isActive: boolean;
  isChosen: boolean;
  isGone: boolean;
  style: CSSProperties;
  onToggle: (id: string) => void;
  onExtend: (id: string) => void;
  onActive: (id: string) => void;
};

/** Struck through, and as quiet as can still be read. */
const GONE = "line-through [&_*]:!text-ink-3";

export const rowId = (complaintId: string) => `row-${complaintId}`;

type TableRowProps = RowProps & { shown: readonly Column[]; density: Density };

/** A line of the list. The whole line is the link; the box before it chooses. */
export const Row = memo(function Row({ shown, density, style, ...row }: TableRowProps) {
  const { item, place, isActive, isChosen, isGone, onActive } = row;
  const words = useWords(wordsOfQueue);
  return (
    <div
      role="row"
      id={rowId(item.complaintId)}
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      tabIndex={isActive || place === 0 ? 0 : -1}
      onFocus={() => onActive(item.complaintId)}
      style={style}
      title={isGone ? words.isGone : undefined}
      className={classes(
        "absolute top-0 left-0 grid w-full items-center border-b border-line text-ink-2 -outline-offset-2 hover:bg-sunken",
        isChosen ? "bg-accent-soft" : isActive && "bg-sunken",
        isGone && GONE,
      )}
    >
      <span role="gridcell" className="relative z-10 flex h-full items-center justify-center">
        <ChooseBox {...row} />
      </span>
      {shown.map(({ id }) => (
        <span key={id} role="gridcell" className="flex min-w-0 items-center pr-3">
          {id === "number" ? <NumberLink {...row} /> : <Cell item={item} column={id} density={density} />}
        </span>
      ))}
    </div>
  );
});

/** The same on a telephone. */
export const Card = memo(function Card({ style, ...row }: RowProps) {
  const { item, place, isActive, isChosen, isGone, onActive } = row;
  const words = useWords(wordsOfQueue);
  const { kind, stage, owner, channel } = item.names;
  const aboutIt = [stage, owner ?? words.nobody, kind ?? words.noKind, channel].join(" · ");
  return (
    <div
      role="row"
      id={rowId(item.complaintId)}
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      tabIndex={isActive || place === 0 ? 0 : -1}
      onFocus={() => onActive(item.complaintId)}
      style={style}
      className="absolute top-0 left-0 w-full px-3 pb-2 -outline-offset-2"
    >
      <div
        role="gridcell"
        className={classes(
          "relative flex h-full flex-col gap-1 overflow-hidden rounded-xl border border-line py-2.5 pr-3 pl-11 text-sm text-ink-2",
          isChosen ? "bg-accent-soft" : "bg-surface",
          isGone && GONE,
        )}
      >
        <span className="absolute top-0 left-0 z-10 flex h-full w-11 items-start justify-center pt-3">
          <ChooseBox {...row} />
        </span>
        <span className="flex items-center justify-between gap-2">
          <NumberLink {...row} />
          <Received at={item.receivedAt} />
        </span>
        <span className="text-base">
          <Customer item={item} />
        </span>
        <ClockCell item={item} isTight />
        <span className="truncate">{excerptOf(item)}</span>
        <span className="truncate text-ink-3">{aboutIt}</span>
      </div>
    </div>
  );
});

function ChooseBox({ item, isChosen, onToggle, onExtend }: Omit<RowProps, "style">) {
  const words = useWords(wordsOfQueue);
  const choose = (event: MouseEvent) => (event.shiftKey ? onExtend(item.complaintId) : onToggle(item.complaintId));
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={isChosen}
      aria-label={words.selectRow(item.number)}
      title={`${words.select} (x)`}
      onClick={choose}
      onChange={() => undefined}
      className="size-5 accent-accent sm:size-4"
    />
  );
}

function NumberLink({ item, onExtend }: Omit<RowProps, "style">) {
  // Shift is for choosing here; Ctrl and the middle button open a tab, as everywhere.
  const extend = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onExtend(item.complaintId);
  };
  return (
    <Link
      to="/khieu-nai/$complaintId"
      params={{ complaintId: item.complaintId }}
      tabIndex={-1}
      onClick={extend}
      className="truncate font-medium text-ink after:absolute after:inset-0"
    >
      {item.number}
    </Link>
  );
}
