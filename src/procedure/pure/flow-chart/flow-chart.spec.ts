import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { smallEdition } from "../../../../tests/support/small-edition.ts";
import { loadEditions } from "../../load/load-editions.ts";
import type { Edition } from "../edition/edition.ts";
import { flowChartOf, type Box, type FlowChart, type Point } from "./flow-chart.ts";
import { sizes } from "./sizes.ts";
import { widthOf, wrap } from "./text-width.ts";

const loaded = loadEditions([join(import.meta.dirname, "../../../../procedures")]);
if (!loaded.ok) throw new Error("the packs of the project do not load");
const editions = loaded.registry.editions();
const newestOf = (organisation: string): Edition => {
  const edition = editions.findLast(({ ref }) => ref.organisation === organisation);
  if (!edition) throw new Error(`no edition of ${organisation}`);
  return edition;
};
const providers = [...new Set(editions.map(({ ref }) => ref.organisation))].map(newestOf);

describe("the swim-lane chart", () => {
  it("has the lanes of VNTT's own chart, and the board's, in the order in which a complaint comes to them", () => {
    const { lanes, boxes } = flowChartOf(newestOf("vntt"), { language: "vi", withConditions: false });
    assert.deepEqual(
      lanes.map(({ name }) => name),
      ["NV. CSKH", "NV. CSKH phối hợp các Bp. Liên quan", "BGĐ Công ty"],
    );
    assert.deepEqual(
      boxes.map(({ step, name, lane }) => `${step ?? "–"} ${name} | ${lane}`),
      [
        "5.2.1 Tiếp nhận khiếu nại | NV. CSKH",
        "5.2.2 Xử lý ngay | NV. CSKH",
        "5.2.3 Thực hiện yêu cầu phối hợp xử lý | NV. CSKH phối hợp các Bp. Liên quan",
        "5.2.4 Kiểm tra phản hồi | NV. CSKH",
        "5.2.4 Theo dõi mức độ hài lòng | NV. CSKH",
        "5.2.4 Tập hợp hồ sơ khiếu nại | NV. CSKH",
        "5.2.4 Xin ý kiến chỉ đạo của BGĐ | BGĐ Công ty",
        "5.2.4 Giải quyết lại theo ý kiến chỉ đạo | NV. CSKH",
        "5.2.5 Kết thúc | NV. CSKH",
        "– Đã từ chối vì quá thời hiệu (theo luật) | NV. CSKH",
        "5.2.5 Đã kết thúc | NV. CSKH",
        "5.2.5 Đã lưu hồ sơ | NV. CSKH",
      ],
    );
  });

  it("leads back from the check to coordination, and on to the customer's satisfaction", () => {
    const { arrows } = flowChartOf(newestOf("vntt"), { language: "vi", withConditions: false });
    const from = arrows.filter((arrow) => arrow.from === "reply-check");
    assert.deepEqual(
      from.map(({ key, to, isBack }) => `${key} ${to}${isBack ? " back" : ""}`),
      [
        "reply-check.1 coordination back",
        "reply-check.2 coordination back",
        "reply-check.5 closed",
        "reply-check.6 closed",
        "reply-check.3 satisfaction",
      ],
    );
  });

  it("takes DCNET's lanes as its drawing names them", () => {
    const { lanes } = flowChartOf(newestOf("dcnet"), { language: "vi", withConditions: false });
    assert.deepEqual(
      lanes.map(({ name }) => name),
      ["CSKH", "NOC", "KỸ THUẬT", "KHÁCH HÀNG"],
    );
  });

  for (const edition of [...providers, smallEdition]) {
    for (const asked of [
      { language: "vi", withConditions: true },
      { language: "en", withConditions: false },
    ] as const) {
      const name = `${edition.ref.organisation}, ${asked.language}`;
      const chart = flowChartOf(edition, asked);
      it(`shows every move of ${name} exactly once: by an arrow to each stage it leads to, or in its box where it stays`, () => {
        assert.deepEqual(shownMoves(chart).toSorted(), movesOf(edition).toSorted());
      });
      it(`lets nothing of ${name} overlap`, () => {
        assert.deepEqual(overlaps(chart), []);
      });
    }
  }
});

describe("wrap", () => {
  it("breaks between words, and inside a word only where it must", () => {
    assert.deepEqual(wrap("Thực hiện yêu cầu phối hợp", { width: 90, fontSize: 10 }), [
      "Thực hiện yêu",
      "cầu phối hợp",
    ]);
    assert.deepEqual(wrap("aaaaaaaaaa", { width: 31, fontSize: 10 }), ["aaaaa", "aaaaa"]);
    assert.deepEqual(wrap("  ", { width: 31, fontSize: 10 }), []);
    assert.equal(widthOf("ểể", 10), 12);
  });
});

/** `intake.4>at-once`; `intake.0` where it stays. */
function shownMoves({ boxes, arrows }: FlowChart): string[] {
  const stays = boxes.flatMap(({ lines }) => lines.filter(({ to }) => to.length === 0).map(({ key }) => key));
  return [...stays, ...arrows.map(({ key, to }) => `${key}>${to}`)];
}

function movesOf({ stages, reopening }: Edition): string[] {
  return stages.flatMap(({ id, moves }) =>
    moves.flatMap(({ verb, leadsTo }, index) => {
      const key = `${id}.${index}`;
      if (verb !== "reopen") return leadsTo === undefined ? [key] : [`${key}>${leadsTo}`];
      const ways = new Set([reopening.leadsTo, ...(reopening.ways ?? []).map((way) => way.leadsTo)]);
      return reopening.allowed ? [...ways].map((to) => `${key}>${to}`) : [];
    }),
  );
}

/** What stands on something else, in words; none in a chart that can be read. */
function overlaps(chart: FlowChart): string[] {
  const { boxes, arrows, lanes, width, height } = chart;
  return [
    ...boxes.flatMap((box) => boxes.filter((other) => other !== box && meet(box, other)).map(() => `box ${box.stage}`)),
    ...boxes.filter((box) => !isInLane(box, lanes)).map(({ stage }) => `${stage} is outside of its lane`),
    ...boxes.flatMap(linesTooWide),
    ...boxes.flatMap(linesOnLines),
    ...arrows.flatMap(({ key, points }) =>
      pieces(points).flatMap(([from, to]) =>
        boxes.filter((box) => crosses(box, from, to)).map(({ stage }) => `${key} crosses ${stage}`),
      ),
    ),
    ...arrows
      .filter(({ points }) => points.some(({ x, y }) => x < 0 || y < sizes.laneHead || x > width || y > height))
      .map(({ key }) => `${key} leaves the picture`),
    ...waysOnWays(chart),
  ];
}

function meet(one: Box, other: Box): boolean {
  return one.y < other.y + other.height && other.y < one.y + one.height;
}

function isInLane(box: Box, lanes: FlowChart["lanes"]): boolean {
  const lane = lanes.find(({ name }) => name === box.lane);
  return lane !== undefined && box.x > lane.x && box.x + box.width < lane.x + lane.width;
}

function linesTooWide({ title, lines, width }: Box): string[] {
  const inside = width - 2 * sizes.pad;
  return [
    ...title.filter((line) => widthOf(line, sizes.title) > inside - sizes.countWidth),
    ...lines.flatMap(({ name }) => name.filter((line) => widthOf(line, sizes.text) > inside)),
    ...lines.flatMap(({ condition }) => condition.filter((line) => widthOf(line, sizes.small) > inside - sizes.pad)),
  ].map((line) => `too wide: ${line}`);
}

function linesOnLines({ stage, y, height, headHeight, title, lines }: Box): string[] {
  const ends = [y + headHeight, ...lines.map((line) => line.y + line.height)];
  const isLow = (index: number) => (lines[index]?.y ?? 0) < (ends[index] ?? 0);
  return [
    ...(title.length * sizes.lineHeight > headHeight ? [`the head of ${stage} is too low`] : []),
    ...lines.flatMap((line, index) => (isLow(index) ? [`${line.key} stands on what is above it`] : [])),
    ...lines.flatMap(({ key, name, condition, height: own }) =>
      (name.length + condition.length) * sizes.lineHeight > own ? [`${key} is too low`] : [],
    ),
    ...((ends.at(-1) ?? 0) > y + height ? [`${stage} is too low`] : []),
  ];
}

function pieces(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((to, index) => [points[index] ?? to, to]);
}

/** Through the inside of a box; to touch its edge is how an arrow begins and ends. */
function crosses(box: Box, from: Point, to: Point): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}

/** Pieces of ways to different stages that lie upon each other. To one stage they are meant to. */
function waysOnWays({ arrows }: FlowChart): string[] {
  const all = arrows.flatMap(({ key, to, points }) => pieces(points).map(([from, end]) => ({ key, to, from, end })));
  return all.flatMap((one) =>
    all
      .filter((other) => other.to !== one.to && other.key !== one.key && lieUpon(one, other))
      .map((other) => `${one.key}>${one.to} lies upon ${other.key}>${other.to}`),
  );
}

function lieUpon(one: { from: Point; end: Point }, other: { from: Point; end: Point }): boolean {
  const along = (axis: "x" | "y", across: "x" | "y") =>
    [one, other].every(({ from, end }) => from[across] === end[across]) &&
    one.from[across] === other.from[across] &&
    Math.max(Math.min(one.from[axis], one.end[axis]), Math.min(other.from[axis], other.end[axis])) <
      Math.min(Math.max(one.from[axis], one.end[axis]), Math.max(other.from[axis], other.end[axis]));
  return along("x", "y") || along("y", "x");
}
