import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, given, march, registered } from "../../../tests/support/given.ts";

const begun = did("WatchBegun", { watchId: "eye-1", until: "2026-03-09", reason: "Lỗi phát sinh" });

test("keeps an eye on it until a day, and a clock with it", () => {
  const then = given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when("watch", { until: "2026-03-09", reason: "Lỗi phát sinh" });
  then.expectFacts(["WatchBegun", { watchId: "new-1", until: "2026-03-09", reason: "Lỗi phát sinh" }]);
  assert.equal(then.clock("watching").dueOn, "2026-03-09");
});

test("ends with what was seen", () => {
  given(registered(), at("work"), begun)
    .when("end-watch", { recurred: false, comment: "Ổn định" })
    .expectFacts(["WatchEnded", { watchId: "eye-1", recurred: false, comment: "Ổn định" }]);
});

test("is refused for a day that has passed, without a watch, and for another", () => {
  given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when("watch", { until: "2026-03-01", reason: "?" })
    .expectRefused("day-in-past", "until");
  given(registered(), at("work")).when("end-watch", { recurred: false }).expectRefused("unknown-item");
  given(registered(), at("work"), begun)
    .when("end-watch", { recurred: false, watchId: "eye-9" })
    .expectRefused("unknown-item", "watchId");
});
