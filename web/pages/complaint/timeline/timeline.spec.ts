import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { ComplaintEvent } from "../file.ts";
import type { Names } from "../names.ts";
import { titleOf } from "./event-words.ts";
import { countsOf, momentsOf } from "./moments.ts";
import { inWords } from "./value-words.ts";

const names: Names = {
  of: (_kind, id) => ({ "bp-kd": "Bp. KD", reply: "Trả lời khách hàng", work: "Xử lý ngay" })[String(id)] ?? String(id),
  field: (id) => id,
  person: (id) => (id === "lan" ? "Nguyễn Thị Lan" : String(id)),
};
const at = "2026-03-02T02:00:00.000Z";

function fact(
  sequence: number,
  type: ComplaintEvent["type"],
  data: object = {},
  by = "lan",
  when = at,
): ComplaintEvent {
  const actor = { kind: "person", personId: by };
  return { sequence, type, occurredAt: when, recordedAt: when, actor, data: data as ComplaintEvent["data"] };
}

describe("the timeline", () => {
  const page = { documentElement: { lang: "vi" } };
  before(() => Object.assign(globalThis, { document: page }));

  it("says why a mail came back in words, and whatever has none as it stands", () => {
    page.documentElement.lang = "vi";
    assert.deepEqual(
      [
        inWords("DispatchRecorded", "5.1.1"),
        inWords("DispatchRecorded", "Bưu tá trả lại"),
        inWords("CallLogged", "5.1.1"),
      ],
      ["Địa chỉ này không có (5.1.1)", "Bưu tá trả lại", "5.1.1"],
    );
  });

  it("says each fact in one line, in the language in use", () => {
    const told = (type: ComplaintEvent["type"], data: object) =>
      (["vi", "en"] as const).map((lang) => {
        page.documentElement.lang = lang;
        return titleOf(fact(1, type, data), names);
      });
    assert.deepEqual(told("CoordinationRequested", { unit: "bp-kd" }), ["Yêu cầu Bp. KD phối hợp", "Asked Bp. KD"]);
    assert.deepEqual(told("ComplaintAssigned", { personId: "lan", unit: "cskh" }), [
      "Giao cho Nguyễn Thị Lan",
      "Assigned to Nguyễn Thị Lan",
    ]);
    assert.deepEqual(told("ClockStarted", { rule: "reply", dueAt: "2026-03-04T17:00:00.000Z" }), [
      "Thời hạn bắt đầu: Trả lời khách hàng, hết T4 04/03/2026",
      "Clock started: Trả lời khách hàng, due end of Wed 04/03/2026",
    ]);
    assert.deepEqual(told("RemedyAgreed", { type: "refund", amount: 1_250_000 }), [
      "Thỏa thuận hoàn tiền 1.250.000 ₫",
      "Agreed: refund 1,250,000 ₫",
    ]);
    assert.deepEqual(told("VerdictRecorded", { accepts: "no", satisfied: "not-asked" }), [
      "Khách hàng không chấp nhận, chưa hỏi hài lòng",
      "The customer: does not accept, satisfaction not asked",
    ]);
  });

  it("puts what one command wrote together, the latest first, with what only followed", () => {
    const events = [
      fact(1, "ComplaintAssigned", { personId: "lan" }),
      fact(2, "StageEntered", { stage: "work" }),
      fact(3, "ClockStarted", { rule: "reply" }),
      fact(4, "NoteWritten", { text: "a" }, "minh"),
      fact(5, "NoteWritten", { text: "b" }, "minh", "2026-03-02T03:00:00.000Z"),
    ];
    const shape = (chosen: Parameters<typeof momentsOf>[1]) =>
      momentsOf(events, chosen).map(({ facts, following }) =>
        [facts, following].map((each) => each.map((f) => f.sequence)),
      );
    assert.deepEqual(shape(new Set()), [
      [[5], []],
      [[4], []],
      [[1], [2, 3]],
    ]);
    assert.deepEqual(shape(new Set(["clocks"])), [[[], [3]]]);
    assert.deepEqual(Object.fromEntries(countsOf(events)), { changes: 2, clocks: 1, notes: 2 });
  });
});
