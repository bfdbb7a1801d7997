import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "./form-field.ts";
import { smallEdition } from "../../../tests/support/small-edition.ts";
import { registrationForm } from "./registration-form.ts";

test("taking one in asks for channel and content; what each kind wants stands beside it", () => {
  const form = registrationForm(smallEdition);
  const required = Object.entries(form.fields).filter(([, field]) => field.required);
  assert.deepEqual(
    required.map(([name]) => name),
    ["channel", "content"],
  );
  assert.deepEqual(form.fields["channel"]?.options, [
    { value: "phone", label: named("Điện thoại") },
    { value: "email", label: named("Thư điện tử") },
    { value: "counter", label: named("Quầy") },
  ]);
  assert.deepEqual(form.channels[1], {
    value: "email",
    label: named("Thư điện tử"),
    type: "email",
    written: true,
  });
  assert.deepEqual(form.fields["complainant"]?.fields?.["as"]?.options, [
    { value: "holder", label: named("Chủ hợp đồng") },
    { value: "representative", label: named("Người đại diện") },
  ]);
  assert.deepEqual(form.kinds[1], {
    value: "charge",
    label: named("Cước"),
    nature: "charges",
    complaint: true,
    required: [{ field: "customer.name", label: { vi: "Họ tên", en: "Full name" } }],
    asked: [],
    documents: [{ value: "bill", label: named("Hóa đơn") }],
  });
  assert.deepEqual(form.complainants[1]?.documents, [{ value: "mandate", label: named("Giấy ủy quyền") }]);
});

test("a pack's field that a kind asks for is drawn by the pack's own words", () => {
  const [fault] = smallEdition.kinds;
  assert.ok(fault);
  const edition = { ...smallEdition, kinds: [{ ...fault, required: ["name", "cause-code"], asked: ["meter"] }] };
  const { kinds, filled } = registrationForm(edition);
  assert.deepEqual(filled, {
    "cause-code": {
      label: named("Mã lỗi"),
      type: "choice",
      required: false,
      options: [{ value: "line", label: named("Đường dây") }],
    },
    meter: { label: named("Số đo"), type: "number", required: false },
  });
  assert.deepEqual(kinds[0]?.required[1], { field: "filled.cause-code", label: named("Mã lỗi") });
});
