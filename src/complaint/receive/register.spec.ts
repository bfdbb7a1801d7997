import assert from "node:assert/strict";
import { test } from "node:test";
import { at, document, given, lan, march, received, registered } from "../../../tests/support/given.ts";

const words = {
  channel: "phone",
  kind: "fault",
  service: "internet",
  customer: { name: "Hoa", phone: "0912 345 678" },
  content: "Mất mạng",
};

test("takes a complaint in and enters the first stage, with its clocks and the paper that is owed", () => {
  const then = given().now(received).when("register", words);
  then.expectTypes("ComplaintRegistered", "ClockStarted", "ClockStarted", "PaperOwed", "StageEntered");
  assert.equal(then.complaint.stage, "intake");
  assert.equal(then.complaint.number, "KN-0002");
  // 03/03 is 1, 04/03 is 2.
  assert.equal(then.clock("reply").dueOn, "2026-03-04");
  assert.deepEqual(then.complaint.papersOwed, [
    { owedId: "new-1", duty: "receipt", anyOf: ["receipt", "minutes"], issuedAs: null },
  ]);
});

test("a call taken down on paper counts from the call, and says who took it down", () => {
  const late = { ...words, notedBy: "Trần Quang Minh" };
  const then = given().now(march(4, "15:00")).when("register", late, { occurredAt: received });
  assert.equal(then.complaint.receivedAt, received);
  assert.equal(then.complaint.notedBy, "Trần Quang Minh");
  // As if it had been entered on 02/03: 03/03 is 1, 04/03 is 2.
  assert.equal(then.clock("reply").dueOn, "2026-03-04");
});

test("is never refused for gaps: they are listed", () => {
  const { complaint } = given().when("register", { ...words, customer: {} });
  assert.deepEqual(complaint.missing, ["name", "phone"]);
});

test("without a kind, the kind itself is missing", () => {
  assert.deepEqual(given().when("register", { channel: "phone", content: "Mất mạng" }).complaint.missing, ["kind"]);
});

test("evidence of the complainant and of the kind is missing until it is handed in; the provider's own never is", () => {
  const bill = { ...words, kind: "charge", complainant: { as: "representative" } };
  assert.deepEqual(given().when("register", bill).complaint.missing, ["mandate", "bill"]);
  const then = given().when("register", bill, { attachments: [document("bill")] });
  assert.deepEqual(then.complaint.missing, ["mandate"]);
});

test("is never refused for lateness: it is noted", () => {
  const { complaint } = given()
    .now(received)
    .when("register", { ...words, eventOn: "2025-11-03" });
  assert.deepEqual(complaint.timeBar, {
    rule: "three-months",
    eventOn: "2025-11-03",
    lastOn: "2026-02-02",
    barred: true,
    lateness: "may-refuse",
    calendarVersion: complaint.timeBar?.calendarVersion,
  });
});

test("what was posted in time is in time, however long it travelled; its terms count from receipt", () => {
  const posted = { ...words, eventOn: "2025-11-03", sentOn: "2026-02-02" };
  const then = given().now(received).when("register", posted);
  assert.deepEqual([then.complaint.timeBar?.lastOn, then.complaint.timeBar?.barred], ["2026-02-02", false]);
  assert.equal(then.clock("reply").dueOn, "2026-03-04");
  const late = given()
    .now(received)
    .when("register", { ...posted, sentOn: "2026-02-03" });
  assert.equal(late.complaint.timeBar?.barred, true);
});

test("nothing is sent after it was received, as days are in Vietnam", () => {
  // 00:30 on 03/03 in Vietnam is still 02/03 in UTC.
  const justAfterMidnight = given().now(march(3, "00:30"));
  assert.equal(justAfterMidnight.when("register", { ...words, sentOn: "2026-03-03" }).complaint.sentOn, "2026-03-03");
  justAfterMidnight.when("register", { ...words, sentOn: "2026-03-04" }).expectRefused("sent-after-receipt", "sentOn");
});

test("is not refused for a day long ago: outside the calendar's years lateness is not known", () => {
  assert.equal(given().when("register", { ...words, eventOn: "1999-11-03" }).complaint.timeBar, null);
});

test("what is complained of happened on the day of receipt at the latest, as days are in Vietnam", () => {
  // 00:30 on 03/03 in Vietnam is still 02/03 in UTC.
  const justAfterMidnight = given().now(march(3, "00:30"));
  const { complaint } = justAfterMidnight.when("register", { ...words, eventOn: "2026-03-03" });
  assert.equal(complaint.eventOn, "2026-03-03");
  for (const eventOn of ["2026-03-04", "2062-11-03"])
    justAfterMidnight.when("register", { ...words, eventOn }).expectRefused("event-after-receipt", "eventOn");
});

test("a letter of last week that is typed in today counts from when it came", () => {
  const then = given().now(march(9, "08:30")).when("register", words, { occurredAt: received });
  assert.equal(then.complaint.receivedAt, received);
  assert.equal(then.clock("reply").dueOn, "2026-03-04");
});

test("praise runs no promise and owes no paper", () => {
  given()
    .when("register", { ...words, kind: "praise" })
    .expectTypes("ComplaintRegistered", "StageEntered");
});

test("a vulnerable customer comes first", () => {
  assert.deepEqual(given().when("register", { ...words, vulnerable: true }).complaint.marks, [
    "vulnerable",
    "priority",
  ]);
});

test("is refused for words that the edition does not know", () => {
  given()
    .when("register", { ...words, channel: "fax" })
    .expectRefused("unknown-channel", "channel");
  given()
    .when("register", { ...words, kind: "weather" })
    .expectRefused("unknown-kind", "kind");
  given()
    .when("register", { ...words, service: "cable" })
    .expectRefused("unknown-service", "service");
  given()
    .when("register", { ...words, complainant: { as: "neighbour" } })
    .expectRefused("unknown-complainant", "complainant.as");
  given()
    .when("register", { ...words, customer: { customerClass: "gold" } })
    .expectRefused("unknown-customer-class", "customer.customerClass");
  given()
    .when("register", words, { filled: { weight: 1 } })
    .expectRefused("unknown-field", "filled.weight");
});

test("is refused in the future, malformed, and a second time", () => {
  given()
    .now(received)
    .when("register", words, { occurredAt: march(3, "10:00") })
    .expectRefused("in-the-future", "occurredAt");
  given().when("register", { channel: "phone" }).expectRefused("malformed-command", "content");
  given(registered(), at("intake")).by(lan).when("register", words).expectRefused("already-registered");
});
