import type { Edition } from "../edition/edition.ts";
import { bothNames } from "../edition/english.ts";
import type { Stage } from "../edition/stages.ts";
import type { Phase } from "../vocabulary.ts";
import { whoInWords } from "../words/who-in-words.ts";
import { arrowsBetween, type Arrow } from "./arrows.ts";
import { linesOfStage, type ChartLine } from "./lines-of-stage.ts";
import { sizes } from "./sizes.ts";
import { wrap } from "./text-width.ts";

/**
 * The swim-lane chart of an edition, laid out in pixels: a lane for each actor, a row for each stage in the pack's order, and in
 * each box the moves that may be made there. A move that leads on has an arrow from its own line; one that stays has none.
 */
export type FlowChart = {
  width: number;
  height: number;
  /** Of the lanes' names, at the top. */
  laneHead: number;
  lanes: Lane[];
  boxes: Box[];
  arrows: Arrow[];
  /** Where it begins: from left into the first box. */
  start: { from: Point; to: Point };
};
/** x from the left, y from the top. */
export type Point = { x: number; y: number };
export type Lane = { name: string; x: number; width: number; lines: string[] };
export type Box = Point & {
  stage: string;
  name: string;
  step: string | null;
  phase: Phase;
  lane: string;
  width: number;
  height: number;
  /** Of the head with the stage's name; the moves stand below it. */
  headHeight: number;
  title: string[];
  lines: ChartLine[];
};

export type ChartAsked = { language: "vi" | "en"; withConditions: boolean };

export function flowChartOf(edition: Edition, asked: ChartAsked): FlowChart {
  const lanes = lanesOf(edition, asked.language);
  const boxes: Box[] = [];
  let y: number = sizes.laneHead + sizes.gap / 2;
  for (const [row, stage] of edition.stages.entries()) {
    const lane = lanes.find(({ name }) => name === laneOf(stage, edition, asked.language));
    if (!lane) throw new Error(`stage ${stage.id} has no lane`);
    const box = boxOf(stage, { edition, asked, lane, y, next: edition.stages[row + 1]?.id });
    boxes.push(box);
    y += box.height + sizes.gap;
  }
  const right = lanes.reduce((edge, lane) => Math.max(edge, lane.x + lane.width), 0);
  const { arrows, tracks } = arrowsBetween(boxes, right);
  return {
    width: right + (tracks + 1) * sizes.track,
    height: y,
    laneHead: sizes.laneHead,
    lanes,
    boxes,
    arrows,
    start: startOf(edition, boxes),
  };
}

/** In the order in which the stages first come to them. */
function lanesOf(edition: Edition, language: "vi" | "en"): Lane[] {
  const names = [...new Set(edition.stages.map((stage) => laneOf(stage, edition, language)))];
  const width = sizes.laneLeft + sizes.boxWidth + sizes.laneRight;
  return names.map((name, index) => ({
    name,
    x: index * width,
    width,
    lines: wrap(name, { width: width - 2 * sizes.pad, fontSize: sizes.title }).slice(0, 2),
  }));
}

function laneOf({ lane, unit }: Stage, edition: Edition, language: "vi" | "en"): string {
  // A lane is the text's own; where it is called as a role or unit is, it has that one's English name.
  const { roles, units } = edition;
  if (lane !== undefined)
    return bothNames([...roles, ...units].find(({ name }) => name === lane) ?? { name: lane })[language];
  return whoInWords(unit === "owning" ? "owning-unit" : unit, edition)[language];
}

type InPlace = { edition: Edition; asked: ChartAsked; lane: Lane; y: number; next: string | undefined };

function boxOf(stage: Stage, { edition, asked, lane, y, next }: InPlace): Box {
  const { boxWidth, pad, countWidth, lineHeight, title: fontSize } = sizes;
  const name = bothNames(stage)[asked.language];
  const title = wrap(stage.step === undefined ? name : `${stage.step} ${name}`, {
    width: boxWidth - 2 * pad - countWidth,
    fontSize,
  });
  const headHeight = title.length * lineHeight + pad + 4;
  const lines = linesOfStage(stage, { edition, asked, next, top: y + headHeight });
  const last = lines.at(-1);
  return {
    stage: stage.id,
    name,
    step: stage.step ?? null,
    phase: stage.phase,
    lane: lane.name,
    x: lane.x + sizes.laneLeft,
    y,
    width: boxWidth,
    height: last ? last.y + last.height - y + pad / 2 : headHeight,
    headHeight,
    title,
    lines,
  };
}

function startOf({ begins }: Edition, boxes: readonly Box[]): FlowChart["start"] {
  const first = boxes.find(({ stage }) => stage === begins);
  if (!first) throw new Error(`the edition begins at ${begins}, which is no stage`);
  const y = first.y + first.headHeight / 2;
  return { from: { x: first.x - sizes.laneLeft / 2 - 4, y }, to: { x: first.x, y } };
}
