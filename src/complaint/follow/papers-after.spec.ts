import assert from "node:assert/strict";
import { test } from "node:test";
import { document, given, lan, lived, march, registers, type Lived } from "../../../tests/support/given.ts";

const toWork: Lived = [march(2, "09:05"), lan, "watch", { until: "2026-03-31", reason: "Vào việc" }];

test("a fact makes the provider owe a paper, and one of several settles it", () => {
  const facts = lived(registers);
  assert.deepEqual(
    given(...facts).complaint?.papersOwed.map(({ duty, issuedAs }) => [duty, issuedAs]),
    [["receipt", null]],
  );
  const then = given(...facts).when("issue-paper", { paper: "minutes" }, { attachments: [document()] });
  assert.equal(then.complaint.papersOwed[0]?.issuedAs, "new-1");
});

test("a duty that is owed is not owed twice; settled, it may arise again", () => {
  const replied = lived(
    registers,
    toWork,
    [march(3, "10:00"), lan, "reply", { content: "Lần một" }],
    [march(3, "11:00"), lan, "reply", { content: "Bổ sung" }],
  );
  assert.deepEqual(
    given(...replied).complaint?.papersOwed.map(({ duty }) => duty),
    ["receipt", "letter"],
  );
  const settled = lived(
    registers,
    toWork,
    [march(3, "10:00"), lan, "reply", { content: "Lần một" }],
    [march(3, "10:30"), lan, "issue-paper", { paper: "letter" }, { attachments: [document()] }],
    [march(3, "11:00"), lan, "reply", { content: "Bổ sung" }],
  );
  assert.deepEqual(
    given(...settled).complaint?.papersOwed.map(({ duty, issuedAs }) => [duty, issuedAs === null]),
    [
      ["receipt", true],
      ["letter", false],
      ["letter", true],
    ],
  );
});

test("an interim reply owes no letter", () => {
  const facts = lived(registers, toWork, [march(3, "10:00"), lan, "reply", { content: "Đang kiểm tra", final: false }]);
  assert.deepEqual(
    given(...facts).complaint?.papersOwed.map(({ duty }) => duty),
    ["receipt"],
  );
});
