import assert from "node:assert/strict";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import sharp from "sharp";
import { plainFilling } from "../../../tests/support/plain-filling.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { textOfWord, wordFileOf, wordLink, wordParagraph } from "../../../tests/support/word.ts";
import { LetterNotSet } from "../letter-press.ts";
import type { Letter } from "../letter.ts";
import { filledTemplate } from "./fill-template.ts";
import { letterInWord } from "./letter-in-word.ts";
import { libreOffice, officeOn } from "./office.ts";

const path = await officeOn(process.env["HOIAM_OFFICE"]);
const absent = path === undefined && "LibreOffice is not on this machine: apt-get install libreoffice-writer-nogui";

const A = "http://schemas.openxmlformats.org/drawingml/2006";
const linkedPicture =
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${A}/wordprocessingDrawing"><wp:extent cx="2000000" cy="2000000"/>` +
  `<wp:docPr id="7" name="x"/><a:graphic xmlns:a="${A}/main"><a:graphicData uri="${A}/picture"><pic:pic xmlns:pic="${A}/picture">` +
  '<pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>' +
  '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId9"/>' +
  '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="2000000"/>' +
  '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>' +
  "</w:drawing></w:r></w:p>";

describe("an office program that sets Word files", () => {
  it(
    "opens our Word files, and their PDF/A says what the letters say",
    { skip: absent, timeout: 240_000 },
    async () => {
      const program = libreOffice(path ?? "");
      for (const each of lettersOfEveryShape()) {
        const word = await letterInWord(each);
        const pdf = await program.pdf(word);
        assert.equal(asRead(await textOfPdf(pdf)), asRead(textOfWord(word)), each.title);
        const raw = pdf.toString("latin1");
        assert.match(raw, /<pdfaid:part>2<\/pdfaid:part>/);
        assert.match(raw, /\/StructTreeRoot/);
      }
    },
  );

  it("opens templates that are filled in, with their pictures", { skip: absent, timeout: 120_000 }, async () => {
    const paragraphs = ["MẪU RIÊNG {so_van_ban}", "{%ma_qr}", "{#doan}{dong} {/doan}", "{ma_xac_nhan}"];
    const template = wordFileOf({ body: paragraphs.map((each) => wordParagraph(each)).join("") });
    const pdf = await libreOffice(path ?? "").pdf(filledTemplate(template, plainFilling()));
    assert.equal(await textOfPdf(pdf), "MẪU RIÊNG 07/2026/TL-BKNS Đoạn một. Đoạn hai. MA-XAC-NHAN");
    assert.match(pdf.toString("latin1"), /\/Subtype ?\/Image/);
  });

  it("fetches nothing that a Word file names elsewhere", { skip: absent, timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "office-spec-"));
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    }).listen(0, "127.0.0.1");
    try {
      await once(server, "listening");
      const picture = join(folder, "secret.png");
      const background = { r: 255, g: 0, b: 0 };
      await sharp({ create: { width: 300, height: 300, channels: 3, background } }).toFile(picture);
      const { port } = server.address() as AddressInfo;
      for (const place of [`http://127.0.0.1:${port}/a.png`, `file://${picture}`]) {
        const links = wordLink("rId9", "image", place);
        const pdf = await libreOffice(path ?? "").pdf(
          wordFileOf({ body: wordParagraph("Một") + linkedPicture, links }),
        );
        assert.equal(await textOfPdf(pdf), "Một");
        assert.doesNotMatch(pdf.toString("latin1"), /\/Subtype ?\/Image/, place);
      }
      assert.deepEqual(asked, []);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  });

  it(
    "is waited for no longer than it may take, and leaves nothing behind",
    { skip: process.platform === "win32" },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "office-spec-"));
      const slow = join(folder, "soffice");
      await writeFile(slow, "#!/bin/sh\nsleep 60 & wait\n");
      await chmod(slow, 0o755);
      const before = await left();
      await assert.rejects(libreOffice(slow, { waitMsMax: 200 }).pdf(Buffer.from("PK")), LetterNotSet);
      assert.deepEqual(await left(), before);
      const broken = join(folder, "broken");
      await writeFile(broken, "#!/bin/sh\necho no printer >&2\nexit 3\n");
      await chmod(broken, 0o755);
      await assert.rejects(libreOffice(broken).pdf(Buffer.from("PK")), /ended with 3: no printer/);
      await rm(folder, { recursive: true });
    },
  );

  it("is the one that is configured, or none", async () => {
    assert.equal(await officeOn("/nowhere/soffice"), undefined);
    assert.equal(await officeOn(process.execPath), process.execPath);
  });
});

/** An official letter, a form that two sign, and a letter of two pages. */
function lettersOfEveryShape(): Letter[] {
  const { letter } = plainFilling();
  const form: Partial<Letter> = {
    title: "Biên bản",
    subject: null,
    heading: "Biên bản trao đổi",
    about: "Khiếu nại số KN-2026-000123",
    addressees: [],
    body: [
      { kind: "text", text: "Hôm nay, hai bên trao đổi." },
      {
        kind: "rows",
        rows: [
          { label: "Kết quả", value: "Đồng ý." },
          { label: "Ý kiến", value: "Không" },
        ],
      },
    ],
    signatories: letter.signatories.flatMap((each) => [each, { ...each, delegation: "KT. TRƯỞNG PHÒNG" }]),
    recipients: [],
  };
  const long = { title: "Thư dài", body: [{ kind: "text" as const, text: "Đường truyền đã được sửa. ".repeat(150) }] };
  return [letter, { ...letter, ...form }, { ...letter, ...long }];
}

/** Where a line breaks at a hyphen, a reader finds a blank behind it; and the number of the second page among the words. */
function asRead(text: string): string {
  return text.replaceAll("- ", "-").replace(" 2 ", " ");
}

async function left(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((each) => each.startsWith("hoiam-word-"));
}
