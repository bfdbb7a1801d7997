import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainFilling } from "../../../tests/support/plain-filling.ts";
import { textOfWord, wordFileOf, wordParagraph as p } from "../../../tests/support/word.ts";
import { templateChecked, templateFilled } from "./template-desk.ts";

const wanted = { isNumbered: false, isSigned: false, isAddressed: false };

describe("work on templates in a thread of its own", () => {
  it("gives what was found, the template that is kept, and the letter in it", async () => {
    const file = wordFileOf({ body: p("{dia_danh_ngay_thang}: {noi_dung}") });
    const { template, findings } = await templateChecked(file, { wanted, sample: plainFilling() });
    assert.deepEqual(findings, []);
    assert.ok(template);
    const filled = await templateFilled(template, plainFilling());
    assert.equal(textOfWord(filled), "Hà Nội, ngày 16 tháng 3 năm 2026: Đoạn một. Đoạn hai.");
  });

  it("rejects a file that cannot be filled in, and refuses one that is none", async () => {
    await assert.rejects(templateFilled(Buffer.from("no Word file"), plainFilling()), /not-a-zip/);
    const { template, findings } = await templateChecked(Buffer.from("no Word file"), {
      wanted,
      sample: plainFilling(),
    });
    assert.equal(template, null);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["not-word"],
    );
  });

  it("takes no more memory than it may, here or there, however often it is asked", async () => {
    const file = wordFileOf({ body: p("{dia_danh_ngay_thang} {noi_dung}").repeat(100) });
    await templateFilled(file, plainFilling());
    const before = process.memoryUsage().rss;
    for (let turn = 0; turn < 20; turn += 1) await templateFilled(file, plainFilling());
    const grown = process.memoryUsage().rss - before;
    assert.ok(grown < 150_000_000, `${grown} bytes more after twenty`);
  });
});
