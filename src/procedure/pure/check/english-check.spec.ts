import assert from "node:assert/strict";
import { test } from "node:test";
import { smallEdition } from "../../../../tests/support/small-edition.ts";
import { checkEnglish } from "./english-check.ts";

const source = "its site";
const [stage] = smallEdition.stages;

test("a pack without English names is read in Vietnamese, and nothing is said of it", () => {
  assert.deepEqual(checkEnglish(smallEdition), []);
});

test("a pack that begins to give English names is told what still lacks one", () => {
  const units = [
    { id: "desk", name: "Tổng đài", en: "Hotline", coordinates: false, thirdParty: false, source },
    { id: "shop", name: "Cửa hàng", coordinates: false, thirdParty: false, source },
  ];
  const found = checkEnglish({ ...smallEdition, units }).filter(({ path }) => path[0] === "units");
  assert.deepEqual(
    found.map(({ severity, path, code, message }) => ({ severity, path, code, message })),
    [
      {
        severity: "warning",
        path: ["units", 1, "name"],
        code: "no-english-name",
        message: '"Cửa hàng" has no English name, and others of this pack have one.',
      },
    ],
  );
});

test("one name has one English name", () => {
  assert.ok(stage);
  const units = [{ id: "desk", name: stage.name, en: "Hotline", coordinates: false, thirdParty: false, source }];
  const found = checkEnglish({ ...smallEdition, units, stages: [{ ...stage, en: "Desk" }] });
  const [first] = found.filter(({ code }) => code === "two-english-names");
  assert.deepEqual(first?.path, ["stages", 0, "en"]);
  assert.equal(first?.message, `"${stage.name}" is "Hotline" in English elsewhere, and "Desk" here.`);
});
