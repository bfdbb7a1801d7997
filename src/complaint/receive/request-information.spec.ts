import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, lan, lived, march, registered, registers } from "../../../tests/support/given.ts";

test("asks for what is missing", () => {
  given(registered(), at("intake"))
    .when("request-information", { wanted: ["Số hợp đồng"], message: "Xin bổ sung" })
    .expectFacts([
      "InformationRequested",
      { requestId: "new-1", wanted: ["Số hợp đồng"], channel: "phone", written: false, message: "Xin bổ sung" },
    ]);
});

test("lets only those clocks stand still that may", () => {
  const then = given(...lived(registers))
    .now(march(2, "10:00"))
    .by(lan)
    .when("request-information", { wanted: ["Hóa đơn"], pauses: true });
  then.expectTypes("InformationRequested", "ComplaintPaused");
  assert.equal(then.clock("reply").status, "paused");
  assert.equal(then.clock("law-resolve").status, "running");
});

test("is refused a pause where no clock runs that may stand still, and where all stand still already", () => {
  given(registered(), at("intake"))
    .when("request-information", { wanted: ["Hóa đơn"], pauses: true })
    .expectRefused("nothing-to-pause", "pauses");
  given(...lived(registers, [march(2, "10:00"), lan, "pause", { reason: "waiting-for-customer" }]))
    .now(march(2, "11:00"))
    .by(lan)
    .when("request-information", { wanted: ["Hóa đơn"], pauses: true })
    .expectRefused("already-paused", "pauses");
});

test("is refused by an unknown channel, and without saying what is wanted", () => {
  given(registered(), at("intake"))
    .when("request-information", { wanted: ["x"], channel: "fax" })
    .expectRefused("unknown-channel", "channel");
  given(registered(), at("intake"))
    .when("request-information", { wanted: [] })
    .expectRefused("malformed-command", "wanted");
});
