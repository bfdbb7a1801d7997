import assert from "node:assert/strict";
import { test } from "node:test";
import { askedAs } from "./field-names.ts";
import { wordsOfSubmit } from "./words.ts";

const words = { remedy: wordsOfSubmit.remedy.vi, story: wordsOfSubmit.story.vi };

test("the customer is asked as the customer, not with what stands there for the clerk", () => {
  const clerks = "Câu chuyện đầy đủ của khách hàng, bằng lời của họ";
  assert.equal(askedAs({ id: "full-story", name: clerks }, words), "Kể lại toàn bộ sự việc theo lời của quý khách");
  assert.equal(
    askedAs({ id: "remedy-sought", name: "Yêu cầu cần giải quyết" }, words),
    "Quý khách muốn chúng tôi làm gì?",
  );
  assert.equal(askedAs({ id: "opinion", name: "Ý kiến phản ánh" }, words), "Ý kiến phản ánh");
});
