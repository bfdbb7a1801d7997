import assert from "node:assert/strict";
import { test } from "node:test";
import { smallEdition } from "../../../../tests/support/small-edition.ts";
import { changesTold } from "./change-in-words.ts";

const [stage] = smallEdition.stages;
const [clock] = smallEdition.clocks;

test("a term is said with the clock that it is of, in both languages", () => {
  assert.ok(clock);
  const named = { ...clock, name: "Trả lời", en: "Reply", term: "2 working days" };
  const before = { ...smallEdition, clocks: [named] };
  const now = { ...smallEdition, clocks: [{ ...named, term: "24 hours" }] };
  assert.deepEqual(changesTold(before, now), [
    {
      path: `clocks.${clock.id}.term`,
      before: "2 working days",
      now: "24 hours",
      isOrder: false,
      where: { vi: "Thời hạn «Trả lời», bao lâu", en: "Clock “Reply”, how long" },
      wasSaid: { vi: "02 ngày làm việc", en: "2 working days" },
      isSaid: { vi: "24 giờ", en: "24 hours" },
    },
  ]);
});

test("a condition is one thing, however much changed within, and names the move and its stage", () => {
  assert.ok(stage);
  const move = { verb: "accept", name: "Nhận", by: ["owner"], source: "its site" } as const;
  const of = (when: object) => ({
    ...smallEdition,
    stages: [{ ...stage, name: "Tiếp nhận", en: "Intake", moves: [{ ...move, by: [...move.by], when }] }],
  });
  const before = of({
    all: [
      { fact: "level", atMost: 1 },
      { fact: "accepted", is: true },
    ],
  });
  const now = of({
    all: [
      { fact: "level", atMost: 2 },
      { fact: "accepted", is: false },
    ],
  });
  const [told, ...more] = changesTold(before as typeof smallEdition, now as typeof smallEdition);
  assert.deepEqual(more, []);
  assert.equal(told?.path, `stages.${stage.id}.moves[0].when`);
  assert.deepEqual(told.where, {
    vi: "Bước «Tiếp nhận», việc «Nhận», điều kiện",
    en: "Stage “Intake”, what may be done “Nhận”, condition",
  });
  assert.match(told.isSaid?.vi ?? "", /nhiều nhất 2/);
});

test("what came is said, and what went", () => {
  const units = [
    { id: "shop", name: "Cửa hàng", en: "Shop", coordinates: false, thirdParty: false, source: "its site" },
  ];
  const without = smallEdition.units.filter(({ id }) => id !== "shop");
  const before = { ...smallEdition, units: without };
  const [told] = changesTold(before, { ...smallEdition, units: [...without, ...units] });
  assert.deepEqual(told?.where, { vi: "Bộ phận «Cửa hàng»", en: "Unit “Shop”" });
  assert.deepEqual([told?.wasSaid, told?.isSaid], [null, { vi: "Cửa hàng", en: "Shop" }]);
});
