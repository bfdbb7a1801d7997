import type { Box, Point } from "./flow-chart.ts";
import { sizes } from "./sizes.ts";

/** The way of one move to one stage, in straight pieces, across or down; its head is at the last point. */
export type Arrow = {
  key: string;
  from: string;
  to: string;
  /** To a stage at or above its own. */
  isBack: boolean;
  points: Point[];
};

type Branch = { key: string; from: Box; to: Box; isBack: boolean; isNext: boolean; y: number };

/**
 * One arrow for each move and stage that it leads to. To the next row it goes down beside its box; anywhere else by a way at the
 * right of all lanes, which all moves to one stage share. A row holds one box only, so nothing stands in between.
 *
 * @param right where the lanes end
 */
export function arrowsBetween(boxes: readonly Box[], right: number): { arrows: Arrow[]; tracks: number } {
  const branches = boxes.flatMap((from, row) =>
    from.lines.flatMap(({ key, to, y }) =>
      to.flatMap((stage): Branch[] => {
        const at = boxes.findIndex((box) => box.stage === stage);
        const target = boxes[at];
        if (!target) return [];
        const branch = { key, from, to: target, isBack: at <= row, y: y + sizes.lineHeight / 2 };
        return [{ ...branch, isNext: at === row + 1 && to.length === 1 }];
      }),
    ),
  );
  const trackOf = tracksFor(branches.filter(({ isNext }) => !isNext));
  const arrows = branches.map(({ key, from, to, isBack, isNext, y }): Arrow => {
    const track = right + (trackOf.get(to.stage) ?? 0) * sizes.track + sizes.track / 2;
    const points = isNext ? pointsDown(from, to, y) : pointsAround({ from, to, y, track });
    return { key, from: from.stage, to: to.stage, isBack, points };
  });
  return { arrows, tracks: Math.max(0, ...[...trackOf.values()].map((track) => track + 1)) };
}

function pointsDown(from: Box, to: Box, y: number): Point[] {
  const edge = from.x + from.width;
  const beside = edge + sizes.laneRight / 2;
  const between = from.y + from.height + sizes.gap / 2;
  const middle = to.x + to.width / 2;
  return [
    { x: edge, y },
    { x: beside, y },
    { x: beside, y: between },
    { x: middle, y: between },
    { x: middle, y: to.y },
  ];
}

function pointsAround({ from, to, y, track }: { from: Box; to: Box; y: number; track: number }): Point[] {
  const entry = to.y + to.headHeight / 2;
  return [
    { x: from.x + from.width, y },
    { x: track, y },
    { x: track, y: entry },
    { x: to.x + to.width, y: entry },
  ];
}

/** A way of its own for each stage; two whose ways do not meet share one. The shortest are nearest to the lanes. */
function tracksFor(branches: readonly Branch[]): Map<string, number> {
  const spans = new Map<string, { top: number; bottom: number }>();
  for (const { to, y } of branches) {
    const entry = to.y + to.headHeight / 2;
    const { top, bottom } = spans.get(to.stage) ?? { top: entry, bottom: entry };
    spans.set(to.stage, { top: Math.min(top, y), bottom: Math.max(bottom, y) });
  }
  const taken: { top: number; bottom: number }[][] = [];
  const tracks = new Map<string, number>();
  for (const [stage, span] of [...spans].toSorted(([, a], [, b]) => a.bottom - a.top - (b.bottom - b.top))) {
    const isFree = (others: { top: number; bottom: number }[]) =>
      others.every(({ top, bottom }) => span.top > bottom + sizes.track || span.bottom < top - sizes.track);
    const free = taken.findIndex(isFree);
    const track = free === -1 ? taken.length : free;
    (taken[track] ??= []).push(span);
    tracks.set(stage, track);
  }
  return tracks;
}
