import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { at, given, lived, march, registered, registers } from "../../../tests/support/given.ts";

const complaint = {
  channel: "email",
  channelType: "email",
  content: "Internet chập chờn buổi tối, đã báo ba lần",
} as const;

function adviceOn(content: string, more: Record<string, unknown> = {}) {
  const [reply] = given(registered(complaint), at("work"))
    .when("reply", { content, ...more })
    .facts("ReplyGiven");
  return reply?.data.advice;
}

const good =
  "Xin lỗi anh Bình vì đường Internet chập chờn buổi tối trong ba tuần qua. Chúng tôi đã thay đầu nối và sẽ đo lại ngày 05/03. Cảm ơn anh đã báo.";

describe("advice on a reply", () => {
  it("is kept by one that thanks, owns it, says a day, and speaks of the matter", () => {
    assert.deepEqual(adviceOn(good), {
      kept: ["thanks", "owns", "date", "own-words", "short", "in-time"],
      open: [],
      unit: "care",
    });
  });

  it("is the same of what was typed without tone marks", () => {
    const typed = "Xin loi anh Binh, duong Internet chap chon buoi toi da sua. Do lai ngay 05/03. Cam on anh.";
    assert.deepEqual(adviceOn(typed)?.open, []);
  });

  it("is open in a template that could answer anything", () => {
    const template = "Kính chào Quý khách. Yêu cầu của Quý khách đã được xử lý. Trân trọng.";
    assert.deepEqual(adviceOn(template)?.open, ["thanks", "owns", "date", "own-words"]);
  });

  it("is open where the customer gets the blame, whatever else it says", () => {
    assert.deepEqual(adviceOn(`${good} Đây là việc ngoài ý muốn của chúng tôi.`)?.open, ["owns"]);
    assert.deepEqual(adviceOn(`${good} Nguyên nhân là lỗi do Quý khách tự đổi modem.`)?.open, ["owns"]);
  });

  it("takes the day of a promise for a day that is said", () => {
    const without = good.replace("ngày 05/03", "sớm");
    assert.deepEqual(adviceOn(without)?.open, ["date"]);
    assert.deepEqual(adviceOn(without, { promises: [{ text: "Đo lại", dueOn: "2026-03-05" }] })?.open, []);
  });

  it("takes the day of receipt for none: it says nothing of what is done", () => {
    const received = "khiếu nại nhận ngày 02/03/2026, số KN-0001";
    assert.deepEqual(adviceOn(good.replace("ngày 05/03", received))?.open, ["date"]);
  });

  it("finds a reply of more than 300 words long, where the provider says nothing else", () => {
    const words = (count: number) => `${good} ${Array.from({ length: count }, () => "nữa").join(" ")}`;
    const ownWords = 33;
    assert.deepEqual(adviceOn(words(300 - ownWords))?.open, []);
    assert.deepEqual(adviceOn(words(301 - ownWords))?.open, ["short"]);
  });

  it("is open in what leaves when the promised day is over: the fourth of March is the last of two working days", () => {
    const sentAt = (now: string) =>
      given(...lived(registers), at("work"))
        .now(now)
        .when("reply", { content: good, channel: "email" })
        .facts("ReplyGiven")[0]
        ?.data.advice?.open.includes("in-time");
    assert.equal(sentAt(march(4, "23:59")), false);
    assert.equal(sentAt(march(5, "00:00")), true);
  });

  it("is not given on what was said by telephone, nor on what the program sends", () => {
    const said = given(registered(), at("work")).when("reply", { content: good, written: false });
    assert.equal(said.facts("ReplyGiven")[0]?.data.advice, undefined);
  });
});
