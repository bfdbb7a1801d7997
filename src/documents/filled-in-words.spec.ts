import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { valueInWords } from "./filled-in-words.ts";

const loaded = loadEditions([`${import.meta.dirname}/../../procedures`]);
const edition = loaded.ok ? loaded.registry.editions().find(({ ref }) => ref.organisation === "vntt") : undefined;
assert.ok(edition);

test("an instant of a pack's field reads in Vietnam's time, with whatever offset it was typed", () => {
  assert.equal(valueInWords("event-at", "2026-04-22T15:00:00+07:00", edition), "15:00 thứ tư 22/04/2026");
  assert.equal(valueInWords("event-at", "2026-04-22T08:00:00.000Z", edition), "15:00 thứ tư 22/04/2026");
});

test("what names no moment stays as it was typed", () => {
  assert.equal(valueInWords("event-at", "chiều thứ tư", edition), "chiều thứ tư");
});
