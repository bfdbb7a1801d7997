import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, registered } from "../../tests/support/given.ts";
import { known, refuse } from "./refusal.ts";

test("an unknown name is refused with the names that there are", () => {
  const { refusal } = given().when("register", { channel: "fax", content: "Mất mạng" });
  assert.equal(refusal.vi, "Không có kênh «fax»; có: phone (Điện thoại), email (Thư điện tử), counter (Quầy).");
  assert.equal(
    refusal.en,
    "There is no channel “fax”; there are: phone (Điện thoại), email (Thư điện tử), counter (Quầy).",
  );
  assert.deepEqual(refusal.details["known"], ["phone (Điện thoại)", "email (Thư điện tử)", "counter (Quầy)"]);
});

test("a paper that there is not, and a unit that takes no requests, are refused with those that fit", () => {
  const working = given(registered(), at("work"));
  assert.match(
    working.when("draft-paper", { paper: "poem" }).refusal.vi,
    /^Quy trình không có giấy tờ «poem»; có: receipt \(Phiếu tiếp nhận\), minutes/,
  );
  const asked = given(registered(), at("work")).when("request-coordination", {
    requests: [{ unit: "office", question: "?" }],
  });
  assert.equal(
    asked.refusal.en,
    "Unit “Văn phòng” takes no coordination requests; these do: network (Mạng), billing (Cước), contractor (Nhà thầu).",
  );
});

test("an item that there is none of is told in the words of the trade, and an id by itself", () => {
  const { refusal } = given(registered(), at("work")).when("remind-coordination", { coordinationId: "ask-9" });
  assert.equal(refusal.vi, "Không có mục này trong hồ sơ: yêu cầu phối hợp chờ việc này.");
  assert.equal(refusal.en, "The file has no such item: a coordination request that waits for this.");
  assert.equal(refuse("unknown-item", { name: "ask-9" }).vi, "Không có mục này trong hồ sơ: ask-9.");
});

test("where there are none, a dash says so", () => {
  assert.equal(refuse("unknown-service", { name: "x", ...known([]) }).en, "There is no service “x”; there are: –.");
});
