import assert from "node:assert/strict";
import { test } from "node:test";
import { notYourRole } from "./role-needed.ts";

test("whose it is to do is told by the names of the trade, in both languages", () => {
  const { statusCode, code, vi, en } = notYourRole(["administrator", "shift-lead"]);
  assert.deepEqual([statusCode, code], [403, "not-your-role"]);
  assert.equal(vi, "Việc này dành cho: Quản trị, Điều hành ca.");
  assert.equal(en, "This is for: Administrator, Shift lead.");
});
