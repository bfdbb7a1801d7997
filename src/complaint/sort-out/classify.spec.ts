import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, lan, lived, march, received, registered } from "../../../tests/support/given.ts";

const unsorted = registered({ classification: null, missing: ["kind"] });

test("says what kind of complaint it is", () => {
  given(unsorted, at("intake"))
    .when("classify", { kind: "fault", service: "internet" })
    .expectFacts([
      "ComplaintClassified",
      {
        kind: "fault",
        nature: "incident",
        register: "book",
        complaint: true,
        service: "internet",
        regulatedService: true,
        consumer: true,
        previousKind: null,
        missing: [],
        timeBar: null,
      },
    ]);
});

test("corrects the kind under the same number, and asks for what the new one needs", () => {
  const { complaint } = given(registered(), at("intake")).when("reclassify", {
    kind: "charge",
    reason: "Thật ra là cước",
  });
  assert.equal(complaint.number, "KN-0001");
  assert.equal(complaint.classification?.kind, "charge");
  assert.equal(complaint.classification?.service, "internet");
  assert.deepEqual(complaint.missing, ["bill"]);
});

test("another class of customer has another term: the clock moves, counted from its beginning", () => {
  const facts = lived([
    received,
    lan,
    "register",
    { channel: "phone", kind: "fault", customer: { name: "Hoa", phone: "0912 345 678" }, content: "Mất mạng" },
  ]);
  const then = given(...facts)
    .now(march(2, "10:00"))
    .when("reclassify", { kind: "fault", customerClass: "key-account", reason: "Khách hàng lớn" });
  then.expectTypes("ComplaintClassified", "ClockMoved");
  assert.equal(then.clock("reply").term, "1 working day");
  assert.equal(then.clock("reply").dueOn, "2026-03-03");
});

test("what is no complaint loses its promises, and has them again from receipt when it is one after all", () => {
  const facts = lived(
    [
      received,
      lan,
      "register",
      { channel: "phone", kind: "fault", customer: { name: "Hoa", phone: "0912 345 678" }, content: "Khen" },
    ],
    [march(2, "09:30"), lan, "reclassify", { kind: "praise", reason: "Là lời khen" }],
  );
  assert.equal(given(...facts).clock("reply").status, "void");
  assert.equal(given(...facts).clock("law-resolve").status, "void");
  const then = given(...facts)
    .now(march(3, "09:00"))
    .when("reclassify", { kind: "fault", reason: "Có phàn nàn" });
  assert.equal(then.clock("reply").status, "running");
  assert.equal(then.clock("reply").startedAt, received);
  assert.equal(then.clock("reply").dueOn, "2026-03-04");
});

test("each has its turn", () => {
  given(registered(), at("intake")).when("classify", { kind: "fault" }).expectRefused("already-done");
  given(unsorted, at("intake")).when("reclassify", { kind: "fault", reason: "?" }).expectRefused("unknown-item");
});

test("is refused for a kind, a service or a class that the edition does not know", () => {
  given(unsorted, at("intake")).when("classify", { kind: "weather" }).expectRefused("unknown-kind", "kind");
  given(unsorted, at("intake"))
    .when("classify", { kind: "fault", service: "cable" })
    .expectRefused("unknown-service", "service");
  given(unsorted, at("intake"))
    .when("classify", { kind: "fault", customerClass: "gold" })
    .expectRefused("unknown-customer-class", "customer.customerClass");
});
