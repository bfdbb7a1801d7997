import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { join } from "node:path";
import { paperAsked } from "../../../tests/support/paper-file.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { textOfWord } from "../../../tests/support/word.ts";
import { loadEditions } from "../../procedure/load/load-editions.ts";
import { loadLetterTexts } from "../../procedure/load/letter-texts.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { letterOfPaper } from "../letter-of-paper.ts";
import { letterPress, type LetterPress } from "../letter-press.ts";
import type { Letter } from "../letter.ts";
import { letterInWord } from "./letter-in-word.ts";
import { readParts } from "./word-parts.ts";

const providers = ["vntt", "dcnet", "bkns", "ihostinger", "kplus", "vnpt-hue"] as const;

describe("a paper as a Word file", () => {
  const loaded = loadEditions([join(import.meta.dirname, "../../../procedures")]);
  assert.ok(loaded.ok);
  const texts = loadLetterTexts(loaded.registry.editions());
  let press: LetterPress;
  before(() => (press = letterPress()));
  after(() => press.close());

  const editionOf = (organisation: string): Edition => {
    const ofIt = loaded.registry.editions().filter(({ ref }) => ref.organisation === organisation);
    const edition = ofIt.toSorted((one, other) => (one.ref.lawEffectiveOn < other.ref.lawEffectiveOn ? 1 : -1))[0];
    assert.ok(edition);
    return edition;
  };
  const letterOf = (organisation: string, id: string): Letter => {
    const edition = editionOf(organisation);
    const paper = edition.papers.find((each) => each.id === id);
    assert.ok(paper, id);
    const made = letterOfPaper(paperAsked(edition, paper), texts(edition));
    assert.ok(made.ok, `${id} has nothing to say`);
    return made.letter;
  };
  const partOf = (word: Buffer, name: string) => readParts(word).get(name)?.toString("utf8") ?? "";

  for (const organisation of providers) {
    it(`says what the PDF says, word for word, for every paper of ${organisation}`, async () => {
      const { papers } = editionOf(organisation);
      assert.ok(papers.length > 0);
      for (const { id } of papers) {
        const letter = letterOf(organisation, id);
        const pdf = await textOfPdf(await press.pdf(letter));
        assert.equal(textOfWord(await letterInWord(letter)), pdf, id);
      }
    });
  }

  it("is an A4 page with the margins of the decree, in Times New Roman at 13 points and in Vietnamese", async () => {
    const word = await letterInWord(letterOf("bkns", "reply-letter"));
    const page = partOf(word, "word/document.xml");
    assert.match(page, /<w:pgSz w:w="11906" w:h="16838"/);
    // 20, 15, 20 and 30 mm.
    assert.match(page, /<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    assert.match(page, /<w:titlePg\/>/);
    const styles = partOf(word, "word/styles.xml");
    assert.match(styles, /<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/);
    assert.match(styles, /<w:sz w:val="26"\/>/);
    assert.match(styles, /<w:lang w:val="vi-VN"/);
  });

  it("numbers its pages from the second one on", async () => {
    const word = await letterInWord(letterOf("bkns", "reply-letter"));
    assert.match(partOf(word, "word/header1.xml"), /<w:instrText xml:space="preserve">PAGE<\/w:instrText>/);
    assert.doesNotMatch(partOf(word, "word/header2.xml"), /PAGE/);
  });

  it("has its name as a heading, its items beside their names, and its title and author for whoever opens it", async () => {
    const word = await letterInWord(letterOf("bkns", "receipt"));
    const page = partOf(word, "word/document.xml");
    assert.match(page, /<w:pStyle w:val="Heading1"\/>[^]*?PHIẾU TIẾP NHẬN/);
    assert.match(page, /w:firstColumn="true"/);
    const core = partOf(word, "docProps/core.xml");
    assert.match(core, /<dc:title>Phiếu tiếp nhận – KN-2026-000123<\/dc:title>/);
    assert.match(core, /<dc:creator>Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS<\/dc:creator>/i);
    assert.match(core, /<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-16T00:00:00Z</);
  });

  it("carries the mark of a preview, what it follows, who signs for whom, the signature and where it is confirmed", async () => {
    const letter = letterOf("bkns", "reply-letter");
    const [signatory] = letter.signatories;
    assert.ok(signatory);
    const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    const whole: Letter = {
      ...letter,
      follows: "(Thay thế văn bản số 05/2026/TL-BKNS)",
      addressees: [...letter.addressees, "Sở Công Thương"],
      signatories: [{ ...signatory, delegation: "KT. GIÁM ĐỐC", picture: { type: "image/png", base64: dot } }],
      confirmation: { code: "ABCD-EFGH", address: "https://khieunai.bkns.vn/xac-nhan/ABCDEFGH" },
    };
    const word = await letterInWord({ ...whole, mark: "BẢN XEM TRƯỚC" });
    const text = textOfWord(word);
    assert.equal(text, await textOfPdf(await press.pdf(whole)));
    assert.ok(
      text.includes("V/v trả lời khiếu nại số KN-2026-000123 (Thay thế văn bản số 05/2026/TL-BKNS) Hà Nội"),
      text,
    );
    assert.ok(text.includes("KT. GIÁM ĐỐC PHỤ TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG"), text);
    assert.ok(text.includes("Mã xác nhận văn bản: ABCD-EFGH"), text);
    assert.match(partOf(word, "word/header2.xml"), /<v:textpath [^>]*string="BẢN XEM TRƯỚC"/);
    const pictures = [...readParts(word).keys()].filter((name) => name.startsWith("word/media/"));
    assert.equal(pictures.length, 2);
  });

  it("is read as words, whatever somebody typed, and is the same file each time", async () => {
    const letter = letterOf("bkns", "reply-letter");
    const typed = '<w:p>&amp;{so_van_ban} "ngoặc" \u0001]]> ${x} <!-- -->';
    const told: Letter = { ...letter, title: typed, body: [{ kind: "text", text: typed }] };
    const word = await letterInWord(told);
    assert.ok(textOfWord(word).includes('<w:p>&amp;{so_van_ban} "ngoặc" ]]> ${x} <!-- -->'), textOfWord(word));
    assert.ok((await letterInWord(told)).equals(word));
  });
});
