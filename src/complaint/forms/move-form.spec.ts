import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "./form-field.ts";
import { asked } from "../../../tests/support/facts.ts";
import {
  at,
  did,
  director,
  given,
  hung,
  lan,
  lived,
  march,
  registered,
  registers,
} from "../../../tests/support/given.ts";
import type { NewEvent } from "../events/event.ts";
import { allowedActions, type ActionVerb } from "../allowed-actions.ts";
import type { Actor } from "../context.ts";
import type { FormLeaf } from "./form-field.ts";
import type { MoveForm } from "./move-form.ts";

/** The forms of the open ways to a verb. */
function formsOf(verb: ActionVerb, facts: NewEvent[], actor: Actor = lan, now = march(2, "10:00")): MoveForm[] {
  const story = given(...facts)
    .by(actor)
    .now(now);
  assert.ok(story.complaint);
  const action = allowedActions(story.complaint, story.context(), { forms: true }).find((each) => each.verb === verb);
  assert.ok(action?.allowed, `${verb} is closed`);
  return action.moves.map(({ form }) => form).filter((form) => form !== undefined);
}

function values(field: FormLeaf | undefined): (string | boolean)[] | undefined {
  return field?.options?.map(({ value }) => value);
}

const working = [registered(), at("work")];
test("a unit is offered where it may be asked: one that coordinates, and is not asked already", () => {
  const unitOf = (facts: NewEvent[]) => formsOf("request-coordination", facts)[0]?.fields["requests"]?.fields?.["unit"];
  assert.deepEqual(unitOf(working)?.options, [
    { value: "network", label: named("Mạng") },
    { value: "billing", label: named("Cước") },
    { value: "contractor", label: named("Nhà thầu") },
  ]);
  assert.deepEqual(values(unitOf([...working, asked()])), ["billing", "contractor"]);
  const vulnerable = did("ComplaintMarked", { mark: "vulnerable", on: true, reason: "Cao tuổi" });
  assert.deepEqual(values(unitOf([...working, asked(), vulnerable])), ["billing"]);
  assert.deepEqual(values(formsOf("transfer", working)[0]?.fields["unit"]), [
    "network",
    "billing",
    "contractor",
    "office",
  ]);
});

test("the ways of handing it over are those of the move", () => {
  assert.deepEqual(values(formsOf("request-coordination", working)[0]?.fields["requests"]?.fields?.["via"]), [
    "phone",
    "email",
  ]);
  assert.deepEqual(formsOf("transfer", working)[0]?.fields["via"]?.options, [
    { value: "phone", label: { vi: "Điện thoại", en: "Telephone" } },
    { value: "email", label: { vi: "Thư điện tử", en: "E-mail" } },
  ]);
});

test("each way to a verb takes only its own results, and asks for what it needs", () => {
  const [onSite, elsewhere] = formsOf("record-handling", working);
  assert.deepEqual(values(onSite?.fields["place"]), ["on-site"]);
  assert.deepEqual(values(elsewhere?.fields["place"]), ["core", "office", "remote"]);
  assert.deepEqual(onSite?.filled, { conclusion: { label: named("Kết luận"), type: "long-text", required: true } });
  assert.deepEqual(elsewhere?.filled, {});
  const [interim, final] = formsOf("reply", working);
  assert.deepEqual(
    [interim?.fields["final"], final?.fields["final"]].map((field) => [values(field), field?.required, field?.default]),
    [
      [[false], true, undefined],
      [[true], false, true],
    ],
  );
});

test("what the file has already is filled in, and asked for no more", () => {
  const filled = did("FormFilled", { verb: "note", filled: { conclusion: "Đứt cáp" }, confirmed: [] });
  assert.deepEqual(formsOf("record-handling", [...working, filled])[0]?.filled, {
    conclusion: { label: named("Kết luận"), type: "long-text", required: false, value: "Đứt cáp" },
  });
});

test("an item of the file is offered by its name, while the verb may be done with it", () => {
  const confirmed = formsOf("confirm-coordination", [...working, asked()], hung)[0];
  assert.deepEqual(confirmed?.fields["coordinationId"]?.options, [
    { value: "ask-1", label: { vi: "Mạng, yêu cầu ngày 02/03/2026", en: "Mạng, asked on 02/03/2026" } },
  ]);
  const billing = asked({ coordinationId: "ask-2", unit: "billing" });
  const both = [...working, asked(), billing];
  assert.deepEqual(values(formsOf("answer-coordination", both, hung)[0]?.fields["coordinationId"]), ["ask-1"]);
  assert.deepEqual(values(formsOf("remind-coordination", both)[0]?.fields["coordinationId"]), ["ask-1", "ask-2"]);
});

test("only clocks that may be extended are offered, and only reasons that pause one", () => {
  const facts = lived(registers, [march(2, "09:10"), lan, "assign", { personId: "lan" }]);
  assert.deepEqual(formsOf("extend", facts, director)[0]?.fields["clockId"]?.options, [
    { value: "reply:complaint:1", label: { vi: "Phản hồi, hạn 04/03/2026", en: "Phản hồi, due 04/03/2026" } },
  ]);
  assert.deepEqual(formsOf("pause", facts)[0]?.fields["reason"]?.options, [
    { value: "waiting-for-customer", label: { vi: "Chờ khách hàng", en: "Waiting for the customer" } },
  ]);
});

test("refusing as too late is offered only where it is, and a remedy only to whom did not agree it", () => {
  const reasons = ["not-entitled", "no-basis", "out-of-scope", "settled-already", "other"];
  assert.deepEqual(values(formsOf("refuse", working, director)[0]?.fields["reason"]), reasons);
  const remedy = { type: "refund", amount: 900_000, reason: "Lỗi", needsApproval: true } as const;
  const agreed = did("RemedyAgreed", { remedyId: "pay-1", ...remedy });
  assert.deepEqual(formsOf("approve-remedy", [...working, agreed], director)[0]?.fields["remedyId"]?.options, [
    { value: "pay-1", label: { vi: "Hoàn tiền: 900.000 đ", en: "Refund: 900.000 đ" } },
  ]);
});

test("a field that need not be given and cannot be is left out; a channel that is legal is filled in", () => {
  const [received] = formsOf("receive-information", working);
  assert.equal("requestId" in (received?.fields ?? {}), false);
  const channel = formsOf("acknowledge", working)[0]?.fields["channel"];
  assert.deepEqual([channel?.default, values(channel)], ["phone", ["phone", "email", "counter"]]);
  assert.deepEqual(values(formsOf("accept", working)[0]?.fields["written"]), [true]);
});

test("documents are named by the pack's evidence", () => {
  assert.deepEqual(formsOf("attach", working)[0]?.documents, [
    { value: "mandate", label: named("Giấy ủy quyền"), required: false },
    { value: "bill", label: named("Hóa đơn"), required: false },
    { value: "log", label: named("Nhật ký"), required: false },
  ]);
});

test("a pause is offered only where a clock would stop, and says which", () => {
  const pauses = (facts: NewEvent[]) => formsOf("request-information", facts)[0]?.fields["pauses"];
  assert.deepEqual(pauses(lived(registers))?.label, {
    vi: "Tạm dừng thời hạn trong lúc chờ: Phản hồi",
    en: "Pause the terms while waiting: Phản hồi",
  });
  assert.equal(
    pauses(lived(registers, [march(2, "09:30"), lan, "pause", { reason: "waiting-for-customer" }])),
    undefined,
  );
});
