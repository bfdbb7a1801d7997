import assert from "node:assert/strict";
import { test } from "node:test";
import {
  at,
  customer,
  did,
  document,
  given,
  lan,
  lived,
  march,
  registered,
  registers,
} from "../../../tests/support/given.ts";

const asked = did("InformationRequested", {
  requestId: "ask-1",
  wanted: ["Hóa đơn"],
  channel: "phone",
  written: false,
});

test("takes in what came, and tells what is still missing", () => {
  given(registered({ missing: ["phone"], customer: { name: "Hoa" } }), at("intake"), asked)
    .by(customer)
    .when(
      "receive-information",
      { requestId: "ask-1", message: "Đây ạ" },
      { filled: { meter: 12 }, attachments: [document("bill")] },
    )
    .expectFacts([
      "InformationReceived",
      {
        requestId: "ask-1",
        message: "Đây ạ",
        filled: { meter: 12 },
        attachments: [document("bill")],
        missing: ["phone"],
        timeBar: null,
      },
    ]);
});

test("ends the pause that the waiting caused, and the due day moves by the days that stood still", () => {
  const waiting = lived(registers, [
    march(2, "10:00"),
    lan,
    "request-information",
    { wanted: ["Hóa đơn"], pauses: true },
  ]);
  assert.equal(given(...waiting).clock("reply").status, "paused");
  const then = given(...waiting)
    .now(march(4, "09:00"))
    .by(customer)
    .when("receive-information", {});
  then.expectTypes("InformationReceived", "ComplaintResumed");
  // Received on Monday 02/03; 02–04/03 were touched by the pause; 05/03 is 1, 06/03 is 2.
  assert.equal(then.clock("reply").dueOn, "2026-03-06");
  assert.equal(then.clock("reply").status, "running");
  // The law's clock never stood still.
  assert.equal(then.clock("law-resolve").dueOn, "2026-03-30");
});

test("is refused for a request that was never made", () => {
  given(registered(), at("intake"))
    .when("receive-information", { requestId: "ask-9" })
    .expectRefused("unknown-item", "requestId");
});

test("is refused for a day of the event after receipt", () => {
  given(registered(), at("intake"))
    .when("receive-information", { eventOn: "2026-03-03" })
    .expectRefused("event-after-receipt", "eventOn");
});

test("is refused for a value of another type", () => {
  given(registered(), at("intake"))
    .when("receive-information", {}, { filled: { meter: "mười hai" } })
    .expectRefused("field-value", "filled.meter");
});

test("what came before the waiting began, and was typed in later, ends a pause that gives back no time", () => {
  const waiting = lived(registers, [
    march(3, "10:00"),
    lan,
    "request-information",
    { wanted: ["Hóa đơn"], pauses: true },
  ]);
  const then = given(...waiting)
    .now(march(3, "15:00"))
    .by(lan)
    .when("receive-information", {}, { occurredAt: march(2, "16:00") });
  assert.equal(then.clock("reply").status, "running");
  assert.equal(then.clock("reply").dueOn, "2026-03-04");
  assert.deepEqual(then.clock("reply").pauses, [{ from: march(3, "10:00"), to: march(3, "10:00") }]);
});
