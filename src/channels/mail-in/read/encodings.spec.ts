import assert from "node:assert/strict";
import { describe, it } from "node:test";
import iconv from "iconv-lite";
import {
  base64Of,
  inWindows1258,
  letterOf,
  partsOf,
  quotedPrintableOf,
} from "../../../../tests/support/written-mail.ts";
import { readMail } from "./read-mail.ts";

const SAID = "Tôi khiếu nại về cước tháng 10, đề nghị giảm trừ cho thuê bao của tôi.";
// The same, as the fonts of its time show it when they are missing.
const IN_TCVN3 = "T«i khiÕu n¹i vÒ c\u00adíc th¸ng 10, ®Ò nghÞ gi¶m trõ cho thuª bao cña t«i.";
const IN_VNI = "Toâi khieáu naïi veà cöôùc thaùng 10, ñeà nghò giaûm tröø cho thueâ bao cuûa toâi.";
const MOJIBAKE =
  "TÃ´i khiáº¿u náº¡i vá»\u0081 cÆ°á»›c thÃ¡ng 10, Ä‘á»\u0081 nghá»‹ giáº£m trá»« cho thuÃª bao cá»§a tÃ´i.";

const named = (charset: string | null) => [`Content-Type: text/plain${charset === null ? "" : `; charset=${charset}`}`];

describe("a mail in any charset of the wild", () => {
  const written: [how: string, mail: Buffer, note?: string][] = [
    ["UTF-8 as it is", letterOf([...named("utf-8"), "Content-Transfer-Encoding: 8bit"], SAID)],
    [
      "UTF-8 in base64",
      letterOf([...named('"UTF-8"'), "Content-Transfer-Encoding: BASE64"], base64Of(Buffer.from(SAID))),
    ],
    [
      "UTF-8 in quoted-printable",
      letterOf([...named("utf8"), "Content-Transfer-Encoding: quoted-printable"], quotedPrintableOf(Buffer.from(SAID))),
    ],
    ["UTF-8 without a name", letterOf([], SAID)],
    ["UTF-8 called us-ascii", letterOf(named("us-ascii"), SAID)],
    ["UTF-8 called windows-1252", letterOf(named("windows-1252"), SAID), "charset-guessed"],
    ["UTF-8 called windows-1258", letterOf(named("windows-1258"), SAID), "charset-guessed"],
    ["UTF-8 called ISO-2022-JP", letterOf(named("iso-2022-jp"), SAID), "charset-guessed"],
    ["UTF-8 called by a name that nobody knows", letterOf(named("x-unknown-8bit"), SAID)],
    ["UTF-8 with letters apart", letterOf(named("utf-8"), SAID.normalize("NFD"))],
    ["UTF-8 read as windows-1252 on the way", letterOf(named("utf-8"), MOJIBAKE), "mojibake-mended"],
    [
      "UTF-8 read as ISO 8859-1 on the way, twice",
      letterOf(named("utf-8"), Buffer.from(Buffer.from(SAID).toString("latin1")).toString("latin1")),
      "mojibake-mended",
    ],
    ["windows-1258", letterOf(named("windows-1258"), inWindows1258(SAID))],
    ["windows-1258 without a name", letterOf(named(null), inWindows1258(SAID)), "charset-guessed"],
    ["windows-1258 called iso-8859-1", letterOf(named("iso-8859-1"), inWindows1258(SAID)), "charset-guessed"],
    ["windows-1258 called utf-8", letterOf(named("utf-8"), inWindows1258(SAID)), "charset-guessed"],
    ["TCVN3", letterOf(named("x-viet-tcvn5712"), Buffer.from(IN_TCVN3, "latin1"))],
    ["TCVN3 without a name", letterOf(named(null), Buffer.from(IN_TCVN3, "latin1")), "charset-guessed"],
    ["TCVN3 called iso-8859-1", letterOf(named("iso-8859-1"), Buffer.from(IN_TCVN3, "latin1")), "charset-guessed"],
    ["TCVN3 copied as if it were Western letters", letterOf(named("utf-8"), IN_TCVN3), "charset-guessed"],
    ["VNI", letterOf(named("x-vni"), Buffer.from(IN_VNI, "latin1"))],
    ["VNI called windows-1252", letterOf(named("windows-1252"), Buffer.from(IN_VNI, "latin1")), "charset-guessed"],
    ["VNI copied as if it were Western letters", letterOf(named("utf-8"), IN_VNI), "charset-guessed"],
    ["VISCII", letterOf(named("viscii"), iconv.encode(SAID, "viscii"))],
    ["VISCII without a name", letterOf(named(null), iconv.encode(SAID, "viscii")), "charset-guessed"],
    [
      "UTF-16 with its mark",
      letterOf(
        [...named("utf-16"), "Content-Transfer-Encoding: base64"],
        base64Of(iconv.encode(SAID, "utf-16le", { addBOM: true })),
      ),
    ],
    [
      "UTF-16 the other way round, without a mark",
      letterOf([...named("utf-16be"), "Content-Transfer-Encoding: base64"], base64Of(iconv.encode(SAID, "utf-16be"))),
    ],
    ["UTF-7", letterOf(named("utf-7"), iconv.encode(SAID, "utf-7"))],
  ];
  for (const [how, mail, note] of written)
    it(`reads ${how}`, async () => {
      const { text, nature, notes } = await readMail(mail);
      assert.deepEqual([text, nature], [SAID, "message"]);
      assert.deepEqual(notes, note === undefined ? notes.filter((each) => each === "charset-guessed") : [note]);
    });

  it("reads right lines beside lines in a font of old", async () => {
    const { text } = await readMail(letterOf(named("utf-8"), `Kính gửi công ty,\r\n${IN_TCVN3}\r\nTrân trọng cảm ơn.`));
    assert.equal(text, `Kính gửi công ty,\n${SAID}\nTrân trọng cảm ơn.`);
  });

  it("reads headings in the capitals of an old font", async () => {
    const { text } = await readMail(letterOf(named("utf-8"), "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"));
    assert.equal(text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  });

  it("leaves other languages and signs as they are", async () => {
    const said = "Le garçon a été à l'école. Für größere Übungen: © 2020, ¼ µm, “señor”.";
    assert.equal(
      (await readMail(letterOf(named("iso-8859-1"), iconv.encode(said.replaceAll(/[“”]/g, '"'), "latin1")))).text,
      said.replaceAll(/[“”]/g, '"'),
    );
    assert.equal((await readMail(letterOf(named("utf-8"), said))).text, said);
  });

  it("reads HTML in a font of old, in letters written as entities, and by the charset that it names itself", async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"></head><body><p>';
    const own = Buffer.concat([Buffer.from(html), inWindows1258(SAID), Buffer.from("</p></body></html>")]);
    assert.equal((await readMail(letterOf(["Content-Type: text/html"], own))).text, SAID);
    const entities = IN_TCVN3.replaceAll(/[\u0080-\u00ff]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    const mail = await readMail(
      letterOf(["Content-Type: text/html; charset=utf-8"], `<font face=".VnTime">${entities}</font>`),
    );
    assert.deepEqual([mail.text, mail.html], [SAID, SAID]);
  });

  it("reads parts of one mail in different charsets", async () => {
    const parts = partsOf("x", [
      [named("windows-1258"), inWindows1258("Kính gửi quý công ty.")],
      [named("utf-8"), "Tôi chưa nhận được trả lời."],
    ]);
    const { text } = await readMail(letterOf(["Content-Type: multipart/mixed; boundary=x"], parts));
    assert.equal(text, "Kính gửi quý công ty.\n\nTôi chưa nhận được trả lời.");
  });
});

describe("headers of the wild", () => {
  const subjects: [how: string, line: string | Buffer, subject: string][] = [
    [
      "words of two charsets",
      "Subject: =?utf-8?B?S2hp4bq/dSBu4bqhaQ==?= =?windows-1258?Q?_v=EA=CC?= 10",
      "Khiếu nại về 10",
    ],
    ["a letter cut between two words", "Subject: =?UTF-8?Q?Khi=E1=BA?= =?UTF-8?Q?=BFu_n=E1=BA=A1i?=", "Khiếu nại"],
    ["bare UTF-8", "Subject: Khiếu nại về cước", "Khiếu nại về cước"],
    [
      "bare windows-1258",
      Buffer.concat([Buffer.from("Subject: "), inWindows1258("Khiếu nại về cước")]),
      "Khiếu nại về cước",
    ],
    ["UTF-8 called iso-8859-1", "Subject: =?iso-8859-1?Q?Khi=E1=BA=BFu_n=E1=BA=A1i?=", "Khiếu nại"],
    [
      "a font of old",
      "Subject: =?utf-8?Q?Khi=C3=95u_n=C2=B9i_v=C3=92_c=C2=ADc?=".replace("=C2=ADc", "=C2=AD=C3=ADc"),
      "Khiếu nại về cước",
    ],
    ["spaces within a word", "Subject: =?utf-8?Q?Khi=E1=BA=BFu n=E1=BA=A1i?=", "Khiếu nại"],
    ["a language behind the charset", "Subject: =?utf-8*vi?Q?Khi=E1=BA=BFu?=", "Khiếu"],
    ["letters apart", `Subject: ${"Khiếu nại".normalize("NFD")}`, "Khiếu nại"],
    ["a folded line", "Subject: =?utf-8?Q?Khi=E1=BA=BFu?=\r\n =?utf-8?Q?_n=E1=BA=A1i?=", "Khiếu nại"],
    ["control characters", "Subject: Khiếu\u0000 nại\u0007", "Khiếu nại"],
    ["nothing", "Subject:", ""],
  ];
  for (const [how, line, subject] of subjects)
    it(`reads a subject with ${how}`, async () => {
      assert.equal((await readMail(letterOf([line], "x"))).subject, subject);
    });

  it("reads names of people in any way of writing", async () => {
    const { from, to, cc, replyTo } = await readMail(
      letterOf(
        [
          'Cc: =?utf-8?B?VHLhuqduIFbEg24=?= <Van@Khach.example>, nhom: a@b.example, "C, D" <c@d.example>;',
          "Reply-To: <khac@khach.example>",
        ],
        "x",
      ),
    );
    assert.deepEqual(from, { name: "Hong", address: "hong@khach.example" });
    assert.deepEqual([to, cc], [["khieunai@vntt.example"], ["van@khach.example", "a@b.example", "c@d.example"]]);
    assert.deepEqual(replyTo, [{ name: null, address: "khac@khach.example" }]);
  });

  const names: [how: string, head: (string | Buffer)[], name: string][] = [
    [
      "RFC 2231, continued",
      ["Content-Disposition: attachment; filename*0*=utf-8''h%C3%B3a%20; filename*1*=%C4%91%C6%A1n.pdf"],
      "hóa đơn.pdf",
    ],
    [
      "RFC 2231 in windows-1258",
      ["Content-Disposition: attachment; filename*=windows-1258''h%F3a%20%F0%F5n.pdf"],
      "hóa đơn.pdf",
    ],
    ["encoded words", ['Content-Disposition: attachment; filename="=?utf-8?B?aMOzYSDEkcahbi5wZGY=?="'], "hóa đơn.pdf"],
    ["bare UTF-8", ['Content-Disposition: attachment; filename="hóa đơn.pdf"'], "hóa đơn.pdf"],
    [
      "bare windows-1258",
      [
        Buffer.concat([
          Buffer.from('Content-Disposition: attachment; filename="'),
          inWindows1258("hóa đơn"),
          Buffer.from('.pdf"'),
        ]),
      ],
      "hóa đơn.pdf",
    ],
    ["a font of old", ['Content-Disposition: attachment; filename="hãa ®¬n.pdf"'], "hóa đơn.pdf"],
    ["a name in Content-Type only", ['Content-Type: application/pdf; name="hóa đơn.pdf"'], "hóa đơn.pdf"],
    ["folders and directions", ['Content-Disposition: attachment; filename="../../etc/ho\u202ea.pdf"'], "ho a.pdf"],
    ["no name", ["Content-Disposition: attachment"], "tep.pdf"],
  ];
  for (const [how, head, name] of names)
    it(`reads a file's name: ${how}`, async () => {
      const parts = partsOf("x", [[head, "%PDF-1.7\n1 0 obj"]]);
      const { attachments } = await readMail(letterOf(["Content-Type: multipart/mixed; boundary=x"], parts));
      assert.deepEqual(
        attachments.map((each) => [each.name, each.type]),
        [[name, "application/pdf"]],
      );
    });

  it("takes the ids of a thread, and dates that are dates", async () => {
    const read = await readMail(
      letterOf(["In-Reply-To: <a@b> (thư trước)", "References: <a@b>\r\n\t<c@d> <a@b>"], "x"),
    );
    assert.deepEqual(
      [read.messageId, read.inReplyTo, read.references, read.date],
      ["<1@khach.example>", ["<a@b>"], ["<a@b>", "<c@d>"], "2025-11-10T02:30:00.000Z"],
    );
    const without = await readMail(Buffer.from("From: a@b.example\nDate: hôm qua\nMessage-ID: abc@d\n\nx"));
    assert.deepEqual([without.messageId, without.date, without.text], ["<abc@d>", null, "x"]);
  });
});
