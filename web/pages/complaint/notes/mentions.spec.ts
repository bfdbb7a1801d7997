import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionsIn, soughtAt } from "./use-draft.ts";

test("an @ before the caret seeks somebody, an address does not", () => {
  assert.equal(soughtAt("Nhờ @Thị La", 11), "Thị La");
  assert.equal(soughtAt("@", 1), "");
  assert.equal(soughtAt("Nhờ @Lan xem", 8), "Lan");
  assert.equal(soughtAt("gửi it@vidu", 11), undefined);
  assert.equal(soughtAt("Nhờ Lan", 7), undefined);
});

test("only those whose name still stands in the note are mentioned, each once", () => {
  const people = [
    { personId: "lan", name: "Nguyễn Thị Lan" },
    { personId: "minh", name: "Trần Quang Minh" },
    { personId: "lan", name: "Nguyễn Thị Lan" },
  ];
  assert.deepEqual(mentionsIn({ text: "Nhờ @Nguyễn Thị Lan gọi lại", people }), ["lan"]);
  assert.deepEqual(mentionsIn({ text: "Trần Quang Minh", people }), []);
});
