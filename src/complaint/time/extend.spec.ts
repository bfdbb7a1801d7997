import assert from "node:assert/strict";
import { test } from "node:test";
import { at, director, given, lan, lived, march, registered, registers } from "../../../tests/support/given.ts";

const facts = lived(registers);

test("is counted from the old due day: asking early costs nothing", () => {
  const then = given(...facts)
    .now(march(2, "10:00"))
    .by(director)
    .when("extend", { clockId: "reply:complaint:1", by: "3 working days", reason: "Chờ đối tác", customerTold: true });
  // The old last day is 04/03; 05/03 is 1, 06/03 is 2, 09/03 is 3.
  assert.equal(then.clock("reply").dueOn, "2026-03-09");
  assert.deepEqual(then.clock("reply").extensions, [{ by: "3 working days" }]);
  const [extended] = then.facts("TermExtended");
  assert.equal(extended?.data.previousDueAt, march(5, "00:00"));
});

test("a day may be named; a day off moves to the next working day", () => {
  const then = given(...facts)
    .by(director)
    .when("extend", { clockId: "reply:complaint:1", by: "2026-03-07", reason: "Chờ đối tác" });
  assert.equal(then.clock("reply").dueOn, "2026-03-09");
});

test("warns anew before the new due", () => {
  const then = given(...facts)
    .by(director)
    .when("extend", { clockId: "reply:complaint:1", by: "2026-03-06", reason: "Chờ đối tác" });
  assert.deepEqual(then.clock("reply").warnAts, [march(6, "12:00")]);
});

test("is refused to a day that is not later, and in words that are no term", () => {
  const before = given(...facts).by(director);
  before
    .when("extend", { clockId: "reply:complaint:1", by: "2026-03-04", reason: "?" })
    .expectRefused("not-later", "by");
  before
    .when("extend", { clockId: "reply:complaint:1", by: "soon", reason: "?" })
    .expectRefused("malformed-command", "by");
});

test("the law's clock is not extended; neither is one that the pack does not let", () => {
  given(...facts)
    .by(director)
    .when("extend", { clockId: "law-resolve:complaint:1", by: "2026-06-01", reason: "?" })
    .expectRefused("law-clock", "clockId");
  const working = lived(registers, [march(2, "09:05"), lan, "watch", { until: "2026-03-20", reason: "Vào việc" }]);
  given(...working)
    .by(director)
    .when("extend", { clockId: "working:work-1:1", by: "2026-06-01", reason: "?" })
    .expectRefused("clock-not-extendable", "clockId");
});

test("is refused for an unknown clock, for one that ended, and where none runs", () => {
  given(...facts)
    .by(director)
    .when("extend", { clockId: "ghost", by: "1 day", reason: "?" })
    .expectRefused("clock-unknown", "clockId");
  const replied = lived(
    registers,
    [march(2, "09:05"), lan, "watch", { until: "2026-03-20", reason: "Vào việc" }],
    [march(2, "09:30"), lan, "reply", { content: "Xong" }],
  );
  given(...replied)
    .by(director)
    .when("extend", { clockId: "reply:complaint:1", by: "1 day", reason: "?" })
    .expectRefused("clock-not-running", "clockId");
  given(registered(), at("work"))
    .by(director)
    .when("extend", { clockId: "reply:complaint:1", by: "1 day", reason: "?" })
    .expectRefused("clock-not-running");
});
