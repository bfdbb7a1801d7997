import { useId, useState, type MouseEvent } from "react";
import type { Answer } from "../../api/ask.ts";
import { classes } from "../classes.ts";

export type Chart = Answer<"GET /editions/:hash/flow-chart">;
type Box = Chart["boxes"][number];

/** What stands in the head of a stage: a number, what it says aloud, and where it leads. */
export type StageMark = { text: string; label: string; isLate: boolean; href: string };

type FlowChartProps = {
  chart: Chart;
  title: string;
  /** Where the same is told in a list. */
  describedBy: string;
  marks?: ReadonlyMap<string, StageMark>;
  onOpen?: (stage: string, event: MouseEvent) => void;
};

/** A swim-lane chart as the server laid it out; nothing is computed here. Point at a move, and its way stands out. */
export function FlowChart({ chart, title, describedBy, marks, onOpen }: FlowChartProps) {
  const id = useId();
  const [pointedAt, setPointedAt] = useState<string>();
  const { width, height, laneHead, lanes, boxes, arrows, start } = chart;
  return (
    <div style={{ width }} className="print:!w-full">
      <LaneHeads chart={chart} />
      <svg
        role="group"
        aria-label={title}
        aria-describedby={describedBy}
        viewBox={`0 ${laneHead} ${width} ${height - laneHead}`}
        className="block h-auto w-full font-sans"
      >
        <defs>
          <Head id={`${id}-head`} className="fill-ink-3" />
          <Head id={`${id}-back`} className="fill-accent" />
        </defs>
        {lanes.map(({ name, x, width: own }, index) => (
          <rect
            key={name}
            x={x}
            y={laneHead}
            width={own}
            height={height}
            className={classes("stroke-line", index % 2 === 1 ? "fill-page" : "fill-surface")}
          />
        ))}
        <circle cx={start.from.x} cy={start.from.y} r={6} className="fill-ink-3" />
        <path
          d={`M${start.from.x} ${start.from.y}H${start.to.x}`}
          className={wire(false, false)}
          markerEnd={`url(#${id}-head)`}
        />
        {arrows.map(({ key, to, isBack, points }) => (
          <path
            key={`${key}>${to}`}
            data-move={key}
            d={`M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`}
            className={wire(isBack, key === pointedAt)}
            markerEnd={`url(#${id}-${isBack ? "back" : "head"})`}
          />
        ))}
        {boxes.map((box) => (
          <StageBox key={box.stage} box={box} mark={marks?.get(box.stage)} onOpen={onOpen} onPoint={setPointedAt} />
        ))}
      </svg>
    </div>
  );
}

/** The names of the lanes stay above them while the chart is scrolled. */
function LaneHeads({ chart: { width, laneHead, lanes } }: { chart: Chart }) {
  return (
    <svg viewBox={`0 0 ${width} ${laneHead}`} className="sticky top-0 z-10 block h-auto w-full bg-surface font-sans">
      {lanes.map(({ name, x, width: own, lines }) => (
        <g key={name}>
          <rect x={x} y={0} width={own} height={laneHead} className="fill-sunken stroke-line" />
          {lines.map((line, index) => (
            <text
              key={`${index}${line}`}
              x={x + own / 2}
              y={laneHead / 2 + 5 + (index - (lines.length - 1) / 2) * 18}
              textAnchor="middle"
              className="fill-ink text-[14px] font-semibold"
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Ways back are broken lines in another colour. */
function wire(isBack: boolean, isPointedAt: boolean): string {
  const look = isBack ? "stroke-accent [stroke-dasharray:5_3]" : "stroke-ink-3";
  return classes("fill-none", look, isPointedAt && "stroke-[3px]");
}

function Head({ id, className }: { id: string; className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX={8}
      refY={4}
      markerWidth={9}
      markerHeight={9}
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M0 0L8 4L0 8Z" className={className} />
    </marker>
  );
}

type Point = (key: string | undefined) => void;
type StageBoxProps = { box: Box; mark: StageMark | undefined; onOpen: FlowChartProps["onOpen"]; onPoint: Point };

function StageBox({ box, mark, onOpen, onPoint }: StageBoxProps) {
  const { x, y, width, height, headHeight, title, lines, phase } = box;
  const isEnd = phase === "closed" || phase === "archived";
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
        className={classes("fill-surface stroke-edge", isEnd && "stroke-2")}
      />
      <path
        d={`M${x} ${y + headHeight}v${8 - headHeight}a8 8 0 0 1 8-8h${width - 16}a8 8 0 0 1 8 8v${headHeight - 8}z`}
        className="fill-accent-soft stroke-edge"
      />
      {title.map((line, index) => (
        <text key={`${index}${line}`} x={x + 12} y={y + 21 + index * 18} className="fill-ink text-[14px] font-semibold">
          {line}
        </text>
      ))}
      {mark && (
        <CountLink mark={mark} at={{ x: x + width - 10, y: y + 8 }} onOpen={(event) => onOpen?.(box.stage, event)} />
      )}
      {lines.map((line) => (
        <MoveLine key={line.key} line={line} x={x + 12} onPoint={onPoint} />
      ))}
    </g>
  );
}

function MoveLine({ line, x, onPoint }: { line: Box["lines"][number]; x: number; onPoint: Point }) {
  const { key, name, condition, y } = line;
  return (
    <g data-line={key} onPointerEnter={() => onPoint(key)} onPointerLeave={() => onPoint(undefined)}>
      {name.map((text, index) => (
        <text key={`${index}${text}`} x={x} y={y + 14 + index * 18} className="fill-ink-2 text-[13px]">
          {text}
        </text>
      ))}
      {condition.map((text, index) => (
        <text
          key={`${index}${text}`}
          x={x + 12}
          y={y + 14 + (name.length + index) * 18}
          className="fill-ink-3 text-[11.5px]"
        >
          {text}
        </text>
      ))}
    </g>
  );
}

type CountLinkProps = { mark: StageMark; at: { x: number; y: number }; onOpen: (event: MouseEvent) => void };

function CountLink({ mark, at, onOpen }: CountLinkProps) {
  const width = 18 + mark.text.length * 8;
  return (
    <a href={mark.href} aria-label={mark.label} onClick={onOpen} className="group outline-none">
      <title>{mark.label}</title>
      <rect
        x={at.x - width}
        y={at.y}
        width={width}
        height={22}
        rx={11}
        className={classes(
          "group-focus-visible:stroke-focus group-focus-visible:stroke-3",
          mark.isLate ? "fill-late-soft stroke-late" : "fill-surface stroke-accent",
        )}
      />
      <text
        x={at.x - width / 2}
        y={at.y + 15.5}
        textAnchor="middle"
        className={classes("text-[13px] font-semibold", mark.isLate ? "fill-late" : "fill-accent-strong")}
      >
        {mark.text}
      </text>
    </a>
  );
}
