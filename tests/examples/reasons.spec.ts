import assert from "node:assert/strict";
import { test } from "node:test";
import { allowedActions } from "../../src/complaint/allowed-actions.ts";
import type { Verb } from "../../src/procedure/pure/vocabulary.ts";
import { atStep, type AtStep } from "./at-a-step.ts";

/** Why a verb is closed, in both languages. */
function why(verb: Verb, asked: AtStep): string[] {
  const { complaint, context } = atStep(asked);
  const action = allowedActions(complaint, context).find((each) => each.verb === verb);
  assert.ok(action && !action.allowed, `${verb} is open`);
  return [action.why.vi, action.why.en];
}

const bkns = { pack: "bkns/khieu-nai/2018-01-01", who: "clerk@cskh Minh" };
const ihostinger = { pack: "ihostinger/khieu-nai/2019-12-16", who: "clerk@cskh Vy" };

test("BKNS puts a file away once the lesson is there: it is no praise and was not withdrawn", () => {
  assert.deepEqual(why("archive", { ...bkns, example: 1, step: 11 }), [
    "Cần ghi bài học kinh nghiệm.",
    "Still needed: record the lesson.",
  ]);
});

test("BKNS watches what it ordered to be mended: an order is not undone", () => {
  assert.deepEqual(why("archive", { ...bkns, example: 5, step: 21 }), [
    "Cần hoàn tất hành động khắc phục; theo dõi sau xử lý cho đến hết.",
    "Still needed: finish the corrective actions; watch it to the end after handling.",
  ]);
});

test("iHostinger closes on its own fault once the order to mend it is issued: the cause found is what it is", () => {
  assert.deepEqual(why("close", { ...ihostinger, example: 2, step: 10 }), [
    "Cần phát hành Văn bản trả lời kết quả giải quyết khiếu nại; phát hành Yêu cầu khắc phục sự cố phát sinh khiếu nại.",
    "Still needed: issue Letter with the result of the complaint; issue Request to mend the fault complained of.",
  ]);
});

test("iHostinger puts a file away with its lesson, and the mending done", () => {
  assert.deepEqual(why("archive", { ...ihostinger, example: 2, step: 14 }), [
    "Cần ghi bài học kinh nghiệm; hoàn tất hành động khắc phục.",
    "Still needed: record the lesson; finish the corrective actions.",
  ]);
});

test("VNTT closes a case that has its papers: no word of the list, of withdrawing or of going outside", () => {
  const lan = { pack: "vntt/kd-qt04/2018-01-19", who: "clerk@cskh Lan" };
  assert.deepEqual(why("close", { ...lan, example: 1, step: 5 }), [
    "Cần phát hành Phiếu tiếp nhận khiếu nại, Thư trả lời khiếu nại.",
    "Still needed: issue Complaint receipt, Reply to the complaint.",
  ]);
});

test("DCNET closes a ticket whose handling is kept, and whose papers are issued", () => {
  const ngoc = { pack: "dcnet/su-co/2018-01-01", who: "clerk@cskh Ngọc" };
  assert.deepEqual(why("close", { ...ngoc, example: 1, step: 3 }), [
    "Cần lưu phương cách xử lý; phát hành Phiếu tiếp nhận khiếu nại, Thư trả lời khiếu nại.",
    "Still needed: record the handling; issue Complaint receipt, Reply to the complaint.",
  ]);
});
