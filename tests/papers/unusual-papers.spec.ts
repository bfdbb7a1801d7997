import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { join } from "node:path";
import { letterOfPaper } from "../../src/documents/letter-of-paper.ts";
import { letterPress, type LetterPress } from "../../src/documents/letter-press.ts";
import type { Letter } from "../../src/documents/letter.ts";
import { loadEditions } from "../../src/procedure/load/load-editions.ts";
import { loadLetterTexts } from "../../src/procedure/load/letter-texts.ts";
import { extractText, getDocumentProxy } from "unpdf";
import { paperAsked } from "../support/paper-file.ts";

describe("an unusual paper", () => {
  const loaded = loadEditions([join(import.meta.dirname, "../../procedures")]);
  assert.ok(loaded.ok);
  const edition = loaded.registry.editions().findLast(({ ref }) => ref.organisation === "bkns");
  assert.ok(edition);
  const texts = loadLetterTexts(loaded.registry.editions())(edition);
  let press: LetterPress;
  before(() => (press = letterPress()));
  after(() => press.close());

  const asked = (id: string) => {
    const paper = edition.papers.find((each) => each.id === id);
    assert.ok(paper);
    return paperAsked(edition, paper);
  };
  const letterOf = (given: ReturnType<typeof asked>): Letter => {
    const made = letterOfPaper(given, texts);
    assert.ok(made.ok);
    return made.letter;
  };
  const pagesOf = async (letter: Letter) => {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await press.pdf(letter))));
    return text.map((page) => page.replaceAll(/\s+/g, " ").trim());
  };

  it("that goes over many pages numbers them from the second on, loses no word, and keeps signature and recipients together", async () => {
    const paragraph = (index: number) => `Đoạn ${index}: đường truyền đã được đo lại, đúng với những gì đã thỏa thuận.`;
    const text = Array.from({ length: 200 }, (_, index) => paragraph(index + 1)).join("\n");
    const pages = await pagesOf(letterOf({ ...asked("reply-letter"), text }));
    assert.ok(pages.length > 4);
    assert.equal(/^\d/.test(pages[0] ?? ""), false);
    pages.slice(1).forEach((page, index) => assert.match(page, new RegExp(`^${index + 2} `)));
    // What runs over an edge is read with the number of the page between.
    const all = pages.map((page, index) => (index === 0 ? page : page.replace(/^\d+ /, ""))).join(" ");
    for (let index = 1; index <= 200; index += 1) assert.ok(all.includes(paragraph(index)), paragraph(index));
    assert.match(pages.at(-1) ?? "", /Nơi nhận: .*PHỤ TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG \(Đã ký\) Trần Thị Lan/);
  });

  it("takes text with decomposed letters, a word longer than the line, and signs of other scripts", async () => {
    const long = "Rấtdài".repeat(40);
    const typed = `${"Nguyễn Thị Hoà đã trả 150.000 đồng".normalize("NFD")} ${long} → € ½`;
    const [page = ""] = await pagesOf(letterOf({ ...asked("reply-letter"), text: typed }));
    assert.ok(page.includes("Nguyễn Thị Hoà đã trả 150.000 đồng"), page);
    assert.ok(page.replaceAll(/[\s\u200b]/g, "").includes(long), page);
  });

  it("with five signatories names each of them, in the order of the pack", async () => {
    const names = ["Trần Một", "Trần Hai", "Trần Ba", "Trần Bốn", "Trần Năm"];
    const letter = letterOf(asked("settlement-minutes"));
    const five = names.map((name, index) => ({
      delegation: null,
      title: `Đại diện bên ${index + 1}`,
      name,
      note: "(Đã ký)",
      picture: null,
    }));
    const [page = ""] = await pagesOf({ ...letter, signatories: five });
    for (const name of names) assert.ok(page.includes(name), name);
    assert.ok(page.includes("ĐẠI DIỆN BÊN 5"));
  });

  it("of a file that says little leaves out what is not known, and no label without its value", () => {
    const given = asked("reply-letter");
    const { complaint } = given;
    const letter = letterOf({
      ...given,
      complaint: {
        ...complaint,
        customer: {},
        complainant: { as: "holder" },
        promises: [],
        remedies: [],
        ownerId: null,
      },
    });
    assert.deepEqual(letter.addressees, ["Quý khách hàng"]);
    const text = letter.body.map((part) => (part.kind === "text" ? part.text : "")).join("\n");
    assert.equal(/: ?\.?(\n|$)/.test(text.replace("Kết quả xác minh, kiểm tra:\n", "")), false, text);
    assert.equal(/Kế hoạch khắc phục|Khoản điều chỉnh|Điều cần trao đổi/.test(text), false);
  });

  it("says the same to readers of English pages: names in English stand on no paper", () => {
    const paper = edition.papers.find(({ id }) => id === "receipt");
    assert.ok(paper);
    const inEnglish = { ...paper, en: "Receipt", fields: paper.fields.map((field) => ({ ...field, en: "Item" })) };
    const letter = letterOf({ ...asked("receipt"), paper: inEnglish });
    assert.equal(JSON.stringify(letter).includes("Receipt") || JSON.stringify(letter).includes("Item"), false);
    assert.equal(letter.heading, "Phiếu tiếp nhận");
  });
});
