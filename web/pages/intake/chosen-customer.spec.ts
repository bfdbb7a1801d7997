import assert from "node:assert/strict";
import { test } from "node:test";
import { withCustomer, withMoreOf } from "./chosen-customer.ts";
import { newDraft } from "./draft.ts";

const TAI = { "customer.customerId": "tai", "customer.name": "Nguyễn Văn Tài", "customer.phone": "0912000001" };
const CARD = { "customer.contract": "HD-1", "filled.installation-address": "12 Lê Lợi" };

test("nothing of a customer chosen by mistake stays when somebody new is taken instead", () => {
  const typed = newDraft({ content: "Mạng chậm", channel: "hotline" });
  const mistaken = withMoreOf(withCustomer(typed, TAI), "tai", CARD);
  const corrected = { ...mistaken, values: { ...mistaken.values, "customer.address": "sửa tay" } };
  assert.deepEqual(withCustomer(corrected, { "customer.customerId": "", "customer.phone": "0987000111" }).values, {
    addCustomer: true,
    content: "Mạng chậm",
    channel: "hotline",
    "customer.customerId": "",
    "customer.phone": "0987000111",
  });
});

test("nothing of a customer chosen by mistake stays when another one is chosen", () => {
  const mistaken = withMoreOf(withCustomer(newDraft(), TAI), "tai", CARD);
  assert.deepEqual(withCustomer(mistaken, { "customer.customerId": "bay", "customer.name": "Trần Thị Bảy" }).values, {
    addCustomer: true,
    "customer.customerId": "bay",
    "customer.name": "Trần Thị Bảy",
  });
});

test("what was typed before anybody was chosen stays, and so does what was asked about the complaint", () => {
  const typed = newDraft({ "customer.phone": "0987000111", "filled.installation-address": "7 Hùng Vương" });
  assert.deepEqual(withCustomer(typed, { "customer.customerId": "", "customer.name": "Chị Sáu" }).values, {
    addCustomer: true,
    "customer.phone": "0987000111",
    "filled.installation-address": "7 Hùng Vương",
    "customer.customerId": "",
    "customer.name": "Chị Sáu",
  });
});

test("what is still read of a customer comes to nothing once another is chosen", () => {
  const other = withCustomer(withCustomer(newDraft(), TAI), { "customer.customerId": "bay" });
  assert.equal(withMoreOf(other, "tai", CARD), other);
});

test("a draft kept by an earlier version of the page knows its customer by the id alone", () => {
  const kept = newDraft({ ...TAI, content: "Mạng chậm" });
  assert.deepEqual(withCustomer(kept, { "customer.customerId": "", "customer.phone": "0987000111" }).values, {
    addCustomer: true,
    content: "Mạng chậm",
    "customer.customerId": "",
    "customer.phone": "0987000111",
  });
});
