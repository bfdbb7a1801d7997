import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("puts right what was typed in, and tells what is still missing", () => {
  given(registered({ customer: { name: "Hoa" }, missing: ["phone"] }), at("intake"))
    .when("correct-entry", { customer: { phone: "0912 345 678" }, reason: "Nghe nhầm" })
    .expectFacts([
      "EntryCorrected",
      { customer: { phone: "0912 345 678" }, filled: {}, reason: "Nghe nhầm", missing: [], timeBar: null },
    ]);
});

test("a corrected day of the event changes the time-bar", () => {
  const { complaint } = given(registered({ eventOn: "2026-02-20" }), at("intake")).when("correct-entry", {
    eventOn: "2025-11-03",
    reason: "Khách hàng nói lại",
  });
  // Three months whose first day is 03/11/2025 end with 02/02/2026.
  assert.equal(complaint.timeBar?.lastOn, "2026-02-02");
  assert.equal(complaint.timeBar?.barred, true);
});

test("a postmark that is read later puts in time what was posted in time", () => {
  const { complaint } = given(registered({ eventOn: "2025-11-03" }), at("intake")).when("correct-entry", {
    sentOn: "2026-02-02",
    reason: "Đọc được dấu bưu điện",
  });
  assert.deepEqual([complaint.sentOn, complaint.timeBar?.barred], ["2026-02-02", false]);
});

test("is refused to a day of the event after receipt, however late it is corrected", () => {
  given(registered({ eventOn: "2026-02-20" }), at("intake"))
    .now("2026-03-20T03:00:00.000Z")
    .when("correct-entry", { eventOn: "2026-03-03", reason: "Khách hàng nói lại" })
    .expectRefused("event-after-receipt", "eventOn");
});

test("is refused where nothing would change", () => {
  given(registered(), at("intake")).when("correct-entry", { reason: "Không rõ" }).expectRefused("nothing-changed");
});

test("is refused for a field that the procedure does not have", () => {
  given(registered(), at("intake"))
    .when("correct-entry", { reason: "Thêm" }, { filled: { weight: 3 } })
    .expectRefused("unknown-field", "filled.weight");
});
