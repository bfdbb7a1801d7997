import assert from "node:assert/strict";
import { test } from "node:test";
import { smallEdition } from "../../../../tests/support/small-edition.ts";
import type { Fact } from "../edition/guard.ts";
import { factInWords } from "./fact-in-words.ts";

const told: [Fact, boolean, string, string][] = [
  [
    { fact: "verdict", in: ["accepted", "silent"] },
    true,
    "ý kiến khách hàng về trả lời: chấp nhận hoặc im lặng",
    "the customer's verdict: accepted or silent",
  ],
  [
    { fact: "kind", in: ["praise"] },
    false,
    "loại khiếu nại: không phải Lời khen",
    "the kind of complaint: not Lời khen",
  ],
  [
    { fact: "replied", is: true, final: true, written: true },
    true,
    "trả lời khách hàng trong lần này (cuối cùng, bằng văn bản): có",
    "a reply in this round (final, in writing): yes",
  ],
  [{ fact: "withdrawn", is: true }, false, "khách hàng rút khiếu nại: không", "the withdrawal: no"],
  [{ fact: "withdrawn", is: false }, false, "khách hàng rút khiếu nại: có", "the withdrawal: yes"],
  [
    { fact: "paper-issued", kind: "reply-letter", is: true },
    true,
    "giấy tờ đã phát hành (Thư trả lời): có",
    "an issued paper (Thư trả lời): yes",
  ],
  [
    { fact: "contact-attempts", atLeast: 2 },
    true,
    "số lần liên hệ chưa gặp: ít nhất 2",
    "attempts to reach the customer: at least 2",
  ],
  [
    { fact: "clock-elapsed", clock: "waiting" },
    true,
    "thời gian chờ: Chờ ý kiến: đã hết",
    "the waiting time: Chờ ý kiến: run out",
  ],
  [
    { fact: "mark", has: "complex" },
    true,
    "dấu của hồ sơ (phức tạp, nghiêm trọng, ưu tiên…): phức tạp",
    "a mark of the file: complex",
  ],
];

test("a fact is told with the value that is wanted, by the provider's own names, in both languages", () => {
  for (const [fact, wanted, vi, en] of told) assert.deepEqual(factInWords(fact, wanted, smallEdition), { vi, en });
});
