import assert from "node:assert/strict";
import { test } from "node:test";
import { smallEdition } from "../../tests/support/small-edition.ts";
import type { Field } from "../procedure/pure/edition/kinds.ts";
import { fieldProblem } from "./pack-fields.ts";

function isValue(type: Field["type"], value: unknown): boolean {
  const field: Field = { id: "x", name: "X", type, choices: [{ id: "a", name: "A" }], personal: "no", source: "spec" };
  return fieldProblem({ x: value }, { ...smallEdition, fields: [field] }) === null;
}

const rows: [type: Field["type"], good: unknown, bad: unknown[]][] = [
  ["text", "chữ", [7, true]],
  ["long-text", "chữ", [7]],
  ["number", 2.5, ["2", Number.POSITIVE_INFINITY]],
  ["money", 150_000, [-1, 1.5, "150000"]],
  ["yes-no", false, ["no", 0]],
  ["choice", "a", ["b", 1]],
  ["day", "2026-02-28", ["2026-02-30", "28/02/2026", 20260228]],
  ["instant", "2026-02-12T10:00:00+07:00", ["2026-02-12T10:00:00", "today"]],
  ["email", "ten@vidu.vn", ["ten vidu.vn", 1]],
  ["phone", "+84 912 345 678", ["12", "gọi tôi"]],
];

for (const [type, good, bad] of rows) {
  test(`a ${type} is ${JSON.stringify(good)}, and not ${bad.map((each) => JSON.stringify(each)).join(" or ")}`, () => {
    assert.equal(isValue(type, good), true);
    for (const each of bad) assert.equal(isValue(type, each), false);
  });
}

test("a field that the procedure does not have is named", () => {
  assert.equal(fieldProblem({ weight: 1 }, smallEdition)?.field, "filled.weight");
});
