import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestDues } from "./nearest-dues.ts";

const clock = (origin: "procedure" | "law" | "internal", dueAt: string, status = "running") => ({
  origin,
  dueAt,
  status,
});

test("the day towards the customer comes first, however late the house is with its own", () => {
  const inside = clock("internal", "2026-11-21T10:00:00.000Z");
  const later = clock("internal", "2026-11-24T10:00:00.000Z");
  const law = clock("law", "2026-12-01T17:00:00.000Z");
  const own = clock("procedure", "2026-11-30T17:00:00.000Z");
  const met = clock("procedure", "2026-11-04T17:00:00.000Z", "met");
  assert.deepEqual(nearestDues([later, inside, law, own, met]), [own, inside]);
  assert.deepEqual(nearestDues([met, inside]), [inside]);
  assert.deepEqual(nearestDues([met]), []);
});
