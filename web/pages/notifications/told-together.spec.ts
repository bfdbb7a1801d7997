import assert from "node:assert/strict";
import { test } from "node:test";
import { toldTogether, type Told } from "./told-together.ts";

const told = (notificationId: string, kind: string, complaintId: string, clockName: string | null) =>
  ({ notificationId, kind, complaintId, clockName }) as Told;

test("what is told of one term is told once, by the latest; nothing else is put together", () => {
  const items = [
    told("5", "clock-breached", "c1", "Trả lời"),
    told("4", "clock-warned", "c1", "Trả lời"),
    told("3", "clock-warned", "c1", "Giải quyết"),
    told("2", "mentioned", "c1", null),
    told("1", "mentioned", "c1", null),
    told("0", "clock-warned", "c2", "Trả lời"),
  ];
  assert.deepEqual(
    toldTogether(items).map(({ latest, all }) => [latest.notificationId, all.map((each) => each.notificationId)]),
    [
      ["5", ["5", "4"]],
      ["3", ["3"]],
      ["2", ["2"]],
      ["1", ["1"]],
      ["0", ["0"]],
    ],
  );
});
