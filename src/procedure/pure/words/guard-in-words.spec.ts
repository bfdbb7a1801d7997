import assert from "node:assert/strict";
import { test } from "node:test";
import { smallEdition } from "../../../../tests/support/small-edition.ts";
import type { Trigger } from "../edition/clocks.ts";
import type { Guard } from "../edition/guard.ts";
import { guardInWords } from "./guard-in-words.ts";
import { termInWords } from "./term-in-words.ts";
import { triggersInWords } from "./trigger-in-words.ts";
import { whoInWords } from "./who-in-words.ts";

const withdrawn = { fact: "withdrawn", is: true } as const;
const late = { fact: "time-barred", is: true } as const;
const again = { fact: "round", atLeast: 2 } as const;

const guards: [Guard, string, string][] = [
  [withdrawn, "khách hàng rút khiếu nại: có", "the withdrawal: yes"],
  [
    { all: [withdrawn, { any: [late, again] }] },
    "khách hàng rút khiếu nại: có; (quá thời hiệu: có hoặc lần giải quyết: ít nhất 2)",
    "the withdrawal: yes; (past the time-bar: yes or the round: at least 2)",
  ],
  // Not both: one of them is not so.
  [
    { not: { all: [withdrawn, late] } },
    "khách hàng rút khiếu nại: không hoặc quá thời hiệu: không",
    "the withdrawal: no or past the time-bar: no",
  ],
  [
    { not: { any: [withdrawn, { not: late }] } },
    "khách hàng rút khiếu nại: không; quá thời hiệu: có",
    "the withdrawal: no; past the time-bar: yes",
  ],
];

for (const [guard, vi, en] of guards) {
  test(`a guard in words: ${vi}`, () => assert.deepEqual(guardInWords(guard, smallEdition), { vi, en }));
}

test("what starts or stops a clock says what it carries and what must hold", () => {
  const triggers: Trigger[] = [
    { on: "ReplyGiven", with: { final: true, written: true } },
    { on: "StageEntered", with: { stage: "work" }, when: late },
    { on: "PaperIssued", with: { kind: ["receipt", "reply-letter"] } },
    { on: "ComplaintClosed", with: { outcome: ["agreed", "refused"] } },
  ];
  const stage = smallEdition.stages.find(({ id }) => id === "work")?.name;
  const papers = ["receipt", "reply-letter"].map(
    (kind) => smallEdition.papers.find((paper) => paper.kind === kind)?.name,
  );
  assert.deepEqual(
    triggersInWords(triggers, smallEdition).map(({ vi }) => vi),
    [
      "trả lời khách hàng (cuối cùng, bằng văn bản)",
      `vào bước «${stage}», nếu quá thời hiệu: có`,
      `phát hành văn bản (${papers.join(" hoặc ")})`,
      "kết thúc khiếu nại (khách hàng đồng ý hoặc đã từ chối)",
    ],
  );
});

test("a term stands as papers write it; one that somebody names says whose day it is", () => {
  assert.deepEqual(termInWords("2 working days"), { vi: "02 ngày làm việc", en: "2 working days" });
  assert.deepEqual(termInWords({ dayIn: "dueOn", otherwise: "1 working day" }), {
    vi: "theo ngày ghi trong yêu cầu hoặc cam kết, không có thì 01 ngày làm việc",
    en: "by the day named in the request or promise, else 1 working day",
  });
  assert.equal(termInWords({ instantIn: "callBackAt" }).en, "by the time agreed for the call-back");
});

test("who acts is called as the provider calls them, and by the trade where it has no name", () => {
  const roles = [{ role: "clerk" as const, unit: "care", name: "NV. CSKH", source: "its site" }];
  const edition = { ...smallEdition, roles };
  assert.equal(whoInWords("clerk@care", edition).vi, "NV. CSKH");
  assert.equal(whoInWords("network", edition).vi, "Mạng");
  assert.deepEqual(whoInWords("records-clerk", edition), { vi: "Văn thư", en: "Records clerk" });
  assert.equal(whoInWords("asked-unit", edition).en, "The unit asked");
});

test("nobody is called by the name that a role has in another unit", () => {
  const source = "its site";
  const desk = { role: "clerk" as const, unit: "desk", name: "Nhân viên Tổng đài", source };
  const shop = { role: "clerk" as const, unit: "shop", name: "Nhân viên cửa hàng", source };
  const everywhere = { role: "approver" as const, name: "Trưởng phòng", source };
  const edition = { ...smallEdition, roles: [desk, shop, everywhere] };
  assert.equal(whoInWords("clerk@shop", edition).vi, "Nhân viên cửa hàng");
  assert.deepEqual(whoInWords("clerk", edition), { vi: "Nhân viên CSKH", en: "Clerk" });
  assert.equal(whoInWords("approver@shop", edition).vi, "Trưởng phòng");
  assert.equal(whoInWords("clerk", { ...edition, roles: [desk] }).vi, "Nhân viên Tổng đài");
});
