import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComplaintFile } from "./file.ts";
import { groupsOf, stagesOf } from "./stages-of.ts";

const entered = (sequence: number, stage: string, occurredAt: string) => ({
  type: "StageEntered",
  sequence,
  occurredAt,
  data: { stage },
});

test("the rail has the pack's stages in its order: passed, here, where it may go, and the rest", () => {
  const leadsTo = (stage: string, name: string) => ({ verb: "transfer", name, leadsTo: stage });
  const file = {
    complaint: { stage: "units" },
    edition: {
      stages: [
        { id: "intake", name: "Tiếp nhận", moves: [] },
        { id: "first-line", name: "Xử lý ngay", moves: [leadsTo("closed", "Đóng")] },
        { id: "units", name: "Phối hợp", moves: [leadsTo("check", "Đã trả lời"), leadsTo("first-line", "Trả lại")] },
        { id: "check", name: "Kiểm tra", moves: [] },
        { id: "closed", name: "Kết thúc", moves: [] },
      ],
    },
    happenings: {
      events: [
        entered(1, "intake", "2026-03-02T02:00:00.000Z"),
        entered(4, "units", "2026-03-02T03:00:00.000Z"),
        entered(7, "units", "2026-03-03T03:00:00.000Z"),
      ],
    },
  } as unknown as ComplaintFile;
  const rail = stagesOf(file, new Set(["check"]));
  assert.deepEqual(
    rail.map(({ id, state, times, sequence, isOpen }) => [id, state, times, sequence, isOpen]),
    [
      ["intake", "passed", 1, 1, false],
      ["first-line", "next", 0, null, false],
      ["units", "now", 2, 7, false],
      ["check", "next", 0, null, true],
      ["closed", "other", 0, null, false],
    ],
  );
  assert.deepEqual(rail[3]?.moves, ["Đã trả lời"]);
});

test("a stage that was passed stays passed where a way leads back to it; those to come stand together", () => {
  const stage = (id: string, leadsTo: string[] = []) => ({
    id,
    name: id,
    moves: leadsTo.map((to) => ({ verb: "transfer", name: to, leadsTo: to })),
  });
  const file = {
    complaint: { stage: "units" },
    edition: { stages: [stage("intake"), stage("units", ["intake"]), stage("check"), stage("board"), stage("closed")] },
    happenings: {
      events: [entered(1, "intake", "2026-03-02T02:00:00.000Z"), entered(4, "units", "2026-03-02T03:00:00.000Z")],
    },
  } as unknown as ComplaintFile;
  const rail = stagesOf(file, new Set(["intake"]));
  assert.deepEqual([rail[0]?.state, rail[0]?.isOpen, rail[0]?.moves], ["passed", true, ["intake"]]);
  assert.deepEqual(
    groupsOf(rail).map((group) => group.map(({ id }) => id)),
    [["intake"], ["units"], ["check", "board", "closed"]],
  );
});
