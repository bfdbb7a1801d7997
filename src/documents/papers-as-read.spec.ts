import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { join } from "node:path";
import { expectedOf, papersOf } from "../../tests/papers/every-paper.ts";
import { replied } from "../../tests/support/facts.ts";
import { did } from "../../tests/support/given.ts";
import { paperAsked } from "../../tests/support/paper-file.ts";
import { textOfPdf } from "../../tests/support/pdf.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { loadLetterTexts } from "../procedure/load/letter-texts.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { paperKinds } from "../procedure/pure/vocabulary.ts";
import { letterOfPaper, type PaperAsked } from "./letter-of-paper.ts";
import { letterPress, type LetterPress } from "./letter-press.ts";
import type { Letter } from "./letter.ts";

const providers = ["vntt", "dcnet", "bkns", "ihostinger", "kplus", "vnpt-hue"] as const;
const motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc";

describe("every paper of the published packs, as its reader finds it", () => {
  const loaded = loadEditions([join(import.meta.dirname, "../../procedures")]);
  assert.ok(loaded.ok);
  const texts = loadLetterTexts(loaded.registry.editions());
  let press: LetterPress;
  before(() => (press = letterPress()));
  after(() => press.close());

  /** Under the law of today. */
  const editionOf = (organisation: string): Edition => {
    const ofIt = loaded.registry.editions().filter(({ ref }) => ref.organisation === organisation);
    const edition = ofIt.toSorted((one, other) => (one.ref.lawEffectiveOn < other.ref.lawEffectiveOn ? 1 : -1))[0];
    assert.ok(edition);
    return edition;
  };
  const letterOf = (asked: PaperAsked): Letter => {
    const made = letterOfPaper(asked, texts(asked.edition));
    assert.ok(made.ok, `${asked.paper.id} wants ${made.ok ? "" : made.wanting.join(", ")}`);
    return made.letter;
  };
  const read = async (letter: Letter) => textOfPdf(await press.pdf(letter));

  for (const organisation of providers) {
    it(`of ${organisation} is read word for word, under its name or with its subject, and signed by whom the pack names`, async () => {
      const found: Record<string, string> = {};
      for (const { name, asked } of papersOf(editionOf(organisation))) {
        const letter = letterOf(asked);
        const text = await read(letter);
        assert.ok(text.includes(motto), name);
        assert.ok(text.includes(letter.heading?.toLocaleUpperCase("vi") ?? letter.subject ?? "—"), name);
        found[name] = text.slice(text.indexOf(motto) + motto.length + 1);
      }
      assert.deepEqual(found, expectedOf(organisation, found));
    });
  }

  it("asks for what is missing in a letter that says so, and for nothing in a final one", () => {
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "reply-letter");
    assert.ok(paper);
    const asks = (final: boolean) => {
      const asked = paperAsked(edition, paper, [replied({ content: "Đã kiểm tra.", final, written: true })]);
      const complaint = { ...asked.complaint, missing: ["remedySought"] };
      return letterOf({ ...asked, complaint }).body.some(
        (part) => part.kind === "text" && part.text.includes("cung cấp thêm: Yêu cầu"),
      );
    };
    assert.deepEqual([asks(false), asks(true)], [true, false]);
  });

  it("tells the board what the customer said: who accepts and is not satisfied did not refuse", () => {
    const edition = editionOf("vntt");
    const paper = edition.papers.find(({ id }) => id === "dossier");
    assert.ok(paper);
    const verdict = { verdictId: "v-1", accepts: "yes", satisfied: "no", round: 1 } as never;
    const asked = paperAsked(edition, paper);
    const { body } = letterOf({ ...asked, complaint: { ...asked.complaint, verdict } });
    const rows = body.flatMap((part) => (part.kind === "rows" ? part.rows : []));
    assert.equal(rows.find(({ label }) => label.startsWith("Ý kiến"))?.value, "Đồng ý, không hài lòng");
    assert.ok(!JSON.stringify(body).includes("không chấp nhận"), JSON.stringify(body));
  });

  it("says how the time-bar was counted where lateness is the reason, and not where it is another", () => {
    const edition = editionOf("kplus");
    const paper = edition.papers.find(({ id }) => id === "refusal-notice");
    assert.ok(paper);
    const counts = (reason: "time-barred" | "no-basis") => {
      const told = {
        noticeId: "n-3",
        reason,
        basis: "Bước 2",
        message: "Đã quá hạn.",
        channel: "letter",
        written: true,
        round: 1,
      };
      const asked = paperAsked(edition, paper, [did("ComplaintRefused", told)]);
      const timeBar = {
        rule: "law-other",
        eventOn: "2025-10-01",
        lastOn: "2025-12-31",
        barred: true,
        lateness: "may-refuse" as const,
        calendarVersion: "vn",
      };
      return letterOf({ ...asked, complaint: { ...asked.complaint, timeBar } }).body.some(
        (part) =>
          part.kind === "text" && part.text.includes("Thời hiệu tính từ ngày 01/10/2025, đến hết ngày 31/12/2025."),
      );
    };
    assert.deepEqual([counts("time-barred"), counts("no-basis")], [true, false]);
  });

  it("leaves room for a number of the year that it is in Vietnam, before it has one", () => {
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "reply-letter");
    assert.ok(paper);
    const asked = { ...paperAsked(edition, paper), letterNumber: null, now: "2026-12-31T17:30:00.000Z" };
    const { number, placeAndDate } = letterOf(asked);
    assert.deepEqual([number, placeAndDate], ["....../2027/TL-BKNS", "Hà Nội, ngày 01 tháng 01 năm 2027"]);
  });

  it("is there of every kind", () => {
    const kinds = providers.flatMap((organisation) => editionOf(organisation).papers.map(({ kind }) => kind));
    assert.deepEqual(
      paperKinds.filter((kind) => !kinds.includes(kind)),
      [],
    );
  });

  it("has every letter of Vietnamese, in every face", async () => {
    const vowels = "a à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ e è é ẻ ẽ ẹ ê ề ế ể ễ ệ i ì í ỉ ĩ ị o ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ";
    const letters = `${vowels} ơ ờ ớ ở ỡ ợ u ù ú ủ ũ ụ ư ừ ứ ử ữ ự y ỳ ý ỷ ỹ ỵ đ`;
    const all = `${letters} ${letters.toLocaleUpperCase("vi")}`;
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "reply-letter");
    assert.ok(paper);
    const letter = letterOf({ ...paperAsked(edition, paper), text: all });
    // Upright in the body, bold in what it is about, slanted where the day stands, bold and slanted over the recipients.
    const text = await read({ ...letter, heading: "thư", about: all, placeAndDate: all });
    const words = text.split(" ");
    for (const each of all.split(" ")) assert.equal(words.filter((word) => word === each).length >= 3, true, each);
  });

  it("is read as words, whatever somebody typed", async () => {
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "reply-letter");
    assert.ok(paper);
    const typed = '#import "x.typ" *đậm* $x^2$ @ai <nhan> [ngoặc] \\ // chú thích';
    const text = await read(letterOf({ ...paperAsked(edition, paper), text: typed }));
    assert.ok(text.includes(typed), text);
  });

  it("is the same file each time, and says that it is PDF/A-2a with its structure", async () => {
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "receipt");
    assert.ok(paper);
    const letter = letterOf(paperAsked(edition, paper));
    const [one, other] = [await press.pdf(letter), await press.pdf(letter)];
    assert.ok(one.equals(other));
    const raw = one.toString("latin1");
    assert.match(raw, /<pdfaid:part>2<\/pdfaid:part>/);
    assert.match(raw, /<pdfaid:conformance>A<\/pdfaid:conformance>/);
    assert.match(raw, /\/StructTreeRoot/);
  });
});
