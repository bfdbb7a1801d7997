import assert from "node:assert/strict";
import { test } from "node:test";
import { LogCheck } from "./verify-log.ts";

test("a line that is none of a log is a flaw with its place, and the rest is still read", () => {
  const check = new LogCheck();
  const head = {
    line: "log",
    format: 1,
    organisation: "vntt",
    exportedAt: "2026-03-02T03:00:00.000Z",
    personal: false,
  };
  for (const [number, line] of [head, {}, "chuyện khác", { line: "event", complaint: "c-1" }].entries()) {
    check.takeUnread(line, `log.jsonl:${number + 1}`);
  }
  const { flaws, organisation } = check.verdict();
  assert.equal(organisation, "vntt");
  assert.deepEqual(
    flaws.map(({ flaw, where }) => `${flaw} ${where}`),
    ["unreadable log.jsonl:2", "unreadable log.jsonl:3", "unreadable log.jsonl:4"],
  );
});
