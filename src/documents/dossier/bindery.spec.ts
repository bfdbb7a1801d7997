import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { gatherDossier } from "./bindery.ts";
import type { DossierFront, DossierPart } from "./dossier.ts";

const front: DossierFront = {
  title: "Hồ sơ khiếu nại trình BGĐ – KN-2026-000123",
  number: "KN-2026-000123",
  mark: null,
  issuer: "Thành viên Becamex IDC",
  heading: "Hồ sơ khiếu nại trình BGĐ",
  placeAndDate: "ngày 16 tháng 3 năm 2026",
  day: { year: 2026, month: 3, date: 16 },
  cover: [{ label: "Khách hàng", value: "Lê Minh" }],
  timeline: [{ at: "09:00 thứ hai 02/03/2026", who: "Trần Thị Lan", what: "Tiếp nhận khiếu nại", said: "Mạng chậm" }],
  clocks: [
    {
      name: "Phản hồi thông tin khiếu nại cho khách hàng",
      origin: "Quy trình",
      term: "02 ngày làm việc, từ 09:00 thứ hai 02/03/2026",
      due: "hết thứ tư 04/03/2026",
      result: "Đúng hạn 10:00 thứ ba 03/03/2026",
      proof: "03/03 1, 04/03 2",
    },
  ],
};

describe("a dossier bound into one PDF", () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), "hoiam-dossier-"))));
  after(() => rm(folder, { recursive: true }));

  it("has a cover, an index with pages, the timeline, the terms, and every document that has pages", async () => {
    const contents = {
      "Phiếu tiếp nhận.pdf": pdfContent(["Page one", "Page two"]),
      "Ảnh modem.jpg": await photoHeldUpright(),
      "Ghi âm.mp3": Buffer.from("no picture"),
      "Hợp đồng khóa.pdf": await lockedPdf(),
      "Hỏng.pdf": Buffer.from("%PDF-1.7\nbroken"),
      "Ngang.pdf": pdfContent(["Sideways"], 90),
      "Thư.txt": Buffer.from("Kính gửi #BKNS,\r\n*mạng* chậm."),
    };
    const { pages, outline, bound } = await bind(contents);
    assert.deepEqual(
      bound.index.map(({ place, name, page, pages: count, why }) => [place, name, page, count, why]),
      [
        [1, "Phiếu tiếp nhận.pdf", 3, 2, null],
        [2, "Ảnh modem.jpg", 5, 1, null],
        [3, "Ghi âm.mp3", null, 0, "other-type"],
        [4, "Hợp đồng khóa.pdf", null, 0, "encrypted"],
        [5, "Hỏng.pdf", null, 0, "broken"],
        [6, "Ngang.pdf", 6, 1, null],
        [7, "Thư.txt", 7, 1, null],
      ],
    );
    assert.equal(bound.pages, 7);
    assert.deepEqual(
      pages.map((page) => /Trang \d+\/\d+ – hồ sơ KN-2026-000123/.exec(page)?.[0]),
      [1, 2, 3, 4, 5, 6, 7].map((page) => `Trang ${page}/7 – hồ sơ KN-2026-000123`),
    );
    const [cover = "", contentsPage = "", first = "", second = "", , last = "", text = ""] = pages;
    assert.match(text, /Kính gửi #BKNS, \*mạng\* chậm\./);
    assert.match(cover, /HỒ SƠ KHIẾU NẠI TRÌNH BGĐ Khách hàng: Lê Minh/);
    assert.match(contentsPage, /1 Phiếu tiếp nhận\.pdf SHA-256 [0-9a-f]{32} [0-9a-f]{32} 16\/03\/2026 3–4/);
    assert.match(contentsPage, /4 Hợp đồng khóa\.pdf .* 16\/03\/2026 PDF có mật khẩu, không ghép/);
    assert.match(contentsPage, /Tiếp nhận khiếu nại Mạng chậm/);
    assert.match(
      contentsPage,
      /02 ngày làm việc, từ 09:00 thứ hai 02\/03\/2026\. Đến: hết thứ tư 04\/03\/2026\. Đúng hạn/,
    );
    assert.match(first, /Page one/);
    assert.match(second, /Page two/);
    assert.match(last, /Sideways/);
    assert.deepEqual(outline, [
      "Hồ sơ khiếu nại trình BGĐ",
      "Mục lục, quá trình giải quyết, thời hạn",
      "1. Phiếu tiếp nhận.pdf",
      "2. Ảnh modem.jpg",
      "6. Ngang.pdf",
      "7. Thư.txt",
    ]);
  });

  it("begins with the paper that submits it, and keeps one stamp on each page where it is finished again", async () => {
    const contents = { "Một.pdf": pdfContent(["Page one"]) };
    const cover = await pdfContent(["Letter"])();
    const { pages } = await bind(contents, { cover, times: 2 });
    assert.deepEqual(
      pages.map((page) => page.match(/Trang \d+\/\d+/g)),
      [["Trang 1/4"], ["Trang 2/4"], ["Trang 3/4"], ["Trang 4/4"]],
    );
    assert.match(pages[0] ?? "", /Letter/);
    assert.match(pages[3] ?? "", /Page one/);
  });

  it("carries nothing that acts: no scripts, no links of what was handed in", async () => {
    const made = await PDFDocument.create();
    const page = made.addPage([300, 300]);
    const script = made.context.obj({ S: "JavaScript", JS: PDFString.of("app.alert(1)") });
    const link = made.context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], A: script });
    page.node.set(PDFName.of("Annots"), made.context.obj([link]));
    page.node.set(PDFName.of("AA"), made.context.obj({ O: script }));
    const acting = Buffer.from(await made.save({ useObjectStreams: false }));
    assert.match(acting.toString("latin1"), /JavaScript/);
    const { file } = await bind({ "Bẫy.pdf": acting });
    const read = await PDFDocument.load(await readFile(file));
    const said = read.context.enumerateIndirectObjects().map(([, each]) => each.toString());
    assert.equal(
      said.some((each) => /JavaScript|app\.alert/.test(each)),
      false,
    );
  });

  it("lists what does not fit in any more, and is not stopped by it", async () => {
    const [small, large] = [await pdfContent(["Small"])(), await pdfContent(["Large"])()];
    const { bound } = await bind({ "Lớn.pdf": large, "Nhỏ.pdf": small }, { bytesMax: large.length + small.length - 1 });
    assert.deepEqual(
      bound.index.map(({ why }) => why),
      [null, "too-large"],
    );
  });

  type Content = Buffer | (() => Promise<Buffer>);
  async function bind(
    given: Record<string, Content>,
    {
      cover = null,
      times = 1,
      bytesMax = 50_000_000,
    }: { cover?: Buffer | null; times?: number; bytesMax?: number } = {},
  ) {
    const contents = new Map<string, Buffer>();
    const parts: DossierPart[] = [];
    for (const [name, content] of Object.entries(given)) {
      const bytes = typeof content === "function" ? await content() : content;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      contents.set(sha256, bytes);
      parts.push({ name, on: "16/03/2026", type: typeOf(name), bytes: bytes.length, sha256 });
    }
    const open = (part: DossierPart) => Promise.resolve(contents.get(part.sha256) ?? ("erased" as const));
    const gathered = await gatherDossier({ front, parts }, { open, bytesMax });
    const file = join(folder, "dossier.pdf");
    let bound = await gathered.finish(cover, file);
    for (let each = 1; each < times; each += 1) bound = await gathered.finish(cover, file);
    gathered.close();
    const proxy = await getDocumentProxy(new Uint8Array(await readFile(file)));
    const { text } = await extractText(proxy, { mergePages: false });
    const outline = ((await proxy.getOutline()) as { title: string }[]).map(({ title }) => title);
    return { bound, file, outline, pages: text.map((page) => page.replaceAll(/\s+/g, " ").trim()) };
  }
});

function typeOf(name: string): string {
  if (name.endsWith(".pdf")) return "application/pdf";
  if (name.endsWith(".txt")) return "text/plain";
  return name.endsWith(".jpg") ? "image/jpeg" : "audio/mpeg";
}

function pdfContent(lines: string[], turned = 0): () => Promise<Buffer> {
  return async () => {
    const made = await PDFDocument.create();
    const font = await made.embedFont(StandardFonts.Helvetica);
    for (const line of lines) {
      const page = made.addPage([595, 842]);
      page.setRotation(degrees(turned));
      page.drawText(line, { x: 100, y: 400, size: 20, font });
    }
    return Buffer.from(await made.save());
  };
}

async function lockedPdf(): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage([300, 300]);
  made.encrypt({ userPassword: "bí mật", ownerPassword: "bí mật" });
  return Buffer.from(await made.save());
}

/** Across in the file, upright by what the camera wrote. */
function photoHeldUpright(): Promise<Buffer> {
  const shape = { width: 80, height: 40, channels: 3 as const, background: "#336699" };
  return sharp({ create: shape }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}
