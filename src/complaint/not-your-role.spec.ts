import assert from "node:assert/strict";
import { test } from "node:test";
import { asked } from "../../tests/support/facts.ts";
import { at, given, registered, thu } from "../../tests/support/given.ts";
import { notYourRole } from "./not-your-role.ts";

const network = { id: "network", name: "Bp. Mạng", en: "Network", source: "Điều 1" };

test("roles and units are told by the provider's own names in both languages, each name once", () => {
  const edition = {
    roles: [
      { role: "clerk", unit: "care", name: "NV. CSKH", en: "Care clerk", source: "Điều 2" },
      { role: "unit-member", unit: "care", name: "NV. CSKH", en: "Care clerk", source: "Điều 2" },
    ],
    units: [network],
  } as unknown as Parameters<typeof notYourRole>[1];
  const { vi, en } = notYourRole(["owner", "clerk@care", "unit-member@care", "unit-head", "network"], edition);
  assert.equal(vi, "Việc này dành cho: Người phụ trách, NV. CSKH, Trưởng bộ phận, Bp. Mạng.");
  assert.equal(en, "This is for: The owner, Care clerk, Head of a unit, Network.");
});

test("whoever is not of the unit that was asked is told which unit it is", () => {
  const story = given(registered(), at("work"), asked(), asked({ coordinationId: "ask-2", unit: "billing" })).by(thu);
  const { refusal } = story.when("answer-coordination", { coordinationId: "ask-1", cause: "Suy hao", measure: "Hàn" });
  assert.equal(refusal.vi, "Việc này dành cho: Mạng.");
});
