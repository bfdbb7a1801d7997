import assert from "node:assert/strict";
import { test } from "node:test";
import { allowedActions } from "../../src/complaint/allowed-actions.ts";
import type { MoveForm } from "../../src/complaint/forms/move-form.ts";
import { atStep, nextAt, type AtStep } from "./at-a-step.ts";

/** The form of a way by the pack's own name. */
function formOf(name: string, asked: AtStep): MoveForm {
  const { complaint, context } = atStep(asked);
  const actions = allowedActions(complaint, context, { forms: true });
  const moves = actions.flatMap((action) => (action.allowed ? action.moves : []));
  const form = moves.find((move) => move.name === name)?.form;
  assert.ok(form, `${name} is not open`);
  return form;
}

function values(form: MoveForm, field: string): unknown[] | undefined {
  return form.fields[field]?.options?.map(({ value }) => value);
}

const vntt = { pack: "vntt/kd-qt04/2018-01-19", who: "clerk@cskh Lan" };

test("what leaves for a customer is offered no channel by which others pass things on", () => {
  const form = formOf("Phản hồi tạm thời có hẹn ngày", { ...vntt, example: 3, step: "accept-coordination" });
  assert.deepEqual(values(form, "channel"), ["phone", "email", "counter", "post"]);
});

test("what must be in writing is, and goes by a channel in writing unless another is chosen", () => {
  const form = formOf("Thư trả lời – đã khắc phục xong", {
    pack: "bkns/khieu-nai/2018-01-01",
    who: "clerk@cskh Minh",
    example: 1,
    step: 6,
  });
  assert.deepEqual(
    [values(form, "written"), form.fields["written"]?.required, form.fields["channel"]?.default],
    [[true], true, "ticket"],
  );
});

test("a file for the board is submitted to the board, a solution to the superiors", () => {
  const dossier = formOf("Gửi hồ sơ lên BGĐ Công ty", { ...vntt, example: 3, step: "record-verdict" });
  assert.deepEqual(values(dossier, "to"), ["board"]);
  const solution = formOf("Trình cấp trên", {
    pack: "ihostinger/khieu-nai/2019-12-16",
    who: "clerk@cskh Vy",
    example: 2,
    step: 7,
  });
  assert.deepEqual(values(solution, "to"), ["approver"]);
});

test("what comes back from the network centre asks nothing that customer care asked before", () => {
  const noc = { pack: "dcnet/su-co/2018-01-01", who: "unit-member@noc Phong", example: 3, step: 6 };
  assert.deepEqual(formOf("Đạt (OK) – thông báo CSKH hỏi lại khách hàng", noc).filled, {});
});

test("whoever takes it on presses once; whoever gives it to somebody says to whom", () => {
  const pressOf = (asked: AtStep) => nextAt(asked)[0]?.press;
  assert.deepEqual(pressOf({ ...vntt, example: 1, step: 1 }), { personId: "Lan" });
  const bkns = { pack: "bkns/khieu-nai/2018-01-01", who: "clerk@cskh Minh", example: 1, step: 1 };
  assert.equal(pressOf(bkns), null);
});
