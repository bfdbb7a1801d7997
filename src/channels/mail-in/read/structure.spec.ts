import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { base64Of, letterOf, mailOf, partsOf } from "../../../../tests/support/written-mail.ts";
import { readMail } from "./read-mail.ts";

const SAID = "Tôi khiếu nại về cước tháng 10.";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const mixed = ["Content-Type: multipart/mixed; boundary=x"];

describe("a mail's parts", () => {
  it("are its words, its HTML and its files", async () => {
    const alternative = partsOf("a", [
      [["Content-Type: text/plain; charset=utf-8"], SAID],
      [["Content-Type: text/html; charset=utf-8"], `<p>${SAID}</p><img src="cid:anh1@khach">`],
    ]);
    const parts = partsOf("x", [
      [["Content-Type: multipart/alternative; boundary=a"], alternative],
      [
        ["Content-Type: image/png; name=anh.png", "Content-ID: <anh1@khach>", "Content-Transfer-Encoding: base64"],
        base64Of(PNG),
      ],
      [["Content-Type: application/octet-stream", "Content-Disposition: attachment; filename=phieu.pdf"], "%PDF-1.7\n"],
      [["Content-Type: text/plain; charset=utf-8"], "Gửi kèm hóa đơn."],
    ]);
    const { text, html, attachments, notes } = await readMail(letterOf(mixed, parts));
    assert.equal(text, `${SAID}\n\nGửi kèm hóa đơn.`);
    assert.equal(html, `<p>${SAID}</p><img src="cid:anh1%40khach" alt="" />\n<hr />\n<pre>Gửi kèm hóa đơn.</pre>`);
    assert.deepEqual(
      attachments.map(({ name, type, contentId, isInline, content }) => [
        name,
        type,
        contentId,
        isInline,
        content.length,
      ]),
      [
        ["anh.png", "image/png", "anh1@khach", true, PNG.length],
        ["phieu.pdf", "application/pdf", null, false, 9],
      ],
    );
    assert.deepEqual(notes, []);
  });

  it("come from HTML alone where there is nothing else", async () => {
    const html =
      "<style>p{color:red}</style><h1>Kính gửi</h1><p>Tôi&nbsp;khiếu nại.</p><ul><li>Một</li><li>Hai</li></ul>";
    const { text, notes } = await readMail(letterOf(["Content-Type: text/html; charset=utf-8"], html));
    assert.equal(text, "Kính gửi\n\nTôi khiếu nại.\n\n- Một\n- Hai");
    assert.deepEqual(notes, ["text-from-html"]);
  });

  it("flow again where the sender broke its lines (format=flowed)", async () => {
    const body = "Tôi khiếu nại \r\nvề cước.\r\n\r\n Từ tháng 10.\r\n-- \r\nHồng";
    const { text, signature } = await readMail(
      letterOf(["Content-Type: text/plain; charset=utf-8; format=flowed"], body),
    );
    assert.deepEqual([text, signature], ["Tôi khiếu nại về cước.\n\nTừ tháng 10.", "Hồng"]);
  });

  it("of other kinds are kept as files, with a note", async () => {
    const forwarded = mailOf(["From: a@b.example", "Subject: cu", "Content-Type: text/plain"], "thư cũ");
    const parts = partsOf("x", [
      [["Content-Type: text/plain; charset=utf-8"], SAID],
      [["Content-Type: message/rfc822"], forwarded],
      [["Content-Type: text/calendar; charset=utf-8; method=REQUEST"], "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"],
      [["Content-Type: application/ms-tnef; name=winmail.dat"], Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0])],
    ]);
    const { text, attachments, notes } = await readMail(letterOf(mixed, parts));
    assert.equal(text, SAID);
    assert.deepEqual(
      attachments.map(({ name, type }) => [name, type]),
      [
        ["thu.eml", "message/rfc822"],
        ["lich-hen.ics", "text/calendar"],
        ["winmail.dat", "application/vnd.ms-tnef"],
      ],
    );
    assert.deepEqual(attachments[0]?.content.toString("utf8"), forwarded.toString("utf8"));
    assert.deepEqual(notes.toSorted(), ["calendar", "forwarded-message", "part-kept-as-is", "winmail-dat"]);
  });

  it("are told to be signed or encrypted", async () => {
    const signed = partsOf("x", [
      [["Content-Type: text/plain; charset=utf-8"], SAID],
      [
        ["Content-Type: application/pkcs7-signature; name=smime.p7s", "Content-Transfer-Encoding: base64"],
        base64Of(Buffer.from([48, 130, 1, 2])),
      ],
    ]);
    const ofSigned = await readMail(
      letterOf(['Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=x'], signed),
    );
    assert.deepEqual(
      [ofSigned.text, ofSigned.notes, ofSigned.attachments[0]?.type],
      [SAID, ["signed"], "application/pkcs7-signature"],
    );
    const encrypted = partsOf("x", [
      [["Content-Type: application/pgp-encrypted"], "Version: 1"],
      [["Content-Type: application/octet-stream; name=encrypted.asc"], "-----BEGIN PGP MESSAGE-----\r\n"],
    ]);
    const ofEncrypted = await readMail(letterOf(["Content-Type: multipart/encrypted; boundary=x"], encrypted));
    assert.deepEqual(
      [ofEncrypted.text, ofEncrypted.notes, ofEncrypted.attachments.map(({ name }) => name)],
      ["", ["encrypted", "part-kept-as-is"], ["tep-dinh-kem", "encrypted.asc"]],
    );
  });

  it("may be none: an empty mail is a mail", async () => {
    const { text, nature, notes, from } = await readMail(letterOf([]));
    assert.deepEqual([text, nature, notes, from?.address], ["", "message", ["empty"], "hong@khach.example"]);
  });
});

describe("a broken mail", () => {
  const parts = partsOf("x", [
    [["Content-Type: text/plain; charset=utf-8"], SAID],
    [["Content-Type: image/png; name=a.png", "Content-Transfer-Encoding: base64"], base64Of(PNG)],
  ]);

  it("is read without its last boundary", async () => {
    const cut = Buffer.from(parts.toString("latin1").replace("\r\n--x--\r\n", ""), "latin1");
    const { text, attachments, notes } = await readMail(letterOf(mixed, cut));
    assert.deepEqual([text, attachments[0]?.content.equals(PNG), notes], [SAID, true, ["broken-structure"]]);
  });

  it("is read as it stands where no boundary is told or none is found", async () => {
    const untold = await readMail(letterOf(["Content-Type: multipart/mixed"], SAID));
    assert.deepEqual([untold.text, untold.nature], [SAID, "message"]);
    const unfound = await readMail(letterOf(['Content-Type: multipart/mixed; boundary="khac"'], SAID));
    assert.deepEqual([unfound.text, unfound.notes], [SAID, ["broken-structure"]]);
    const other = await readMail(
      letterOf(
        ['Content-Type: multipart/mixed; boundary="khac"'],
        Buffer.from(parts.toString("latin1").replaceAll("--x", "--ranh-gioi"), "latin1"),
      ),
    );
    assert.deepEqual([other.text, other.attachments[0]?.name, other.notes], [SAID, "a.png", ["broken-structure"]]);
  });

  it("with a foreign sign in its base64, or no base64 at all, keeps what there is", async () => {
    const said = base64Of(Buffer.from(`${SAID} ${SAID}`));
    const head = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"];
    const sprinkled = await readMail(letterOf(head, `${said.slice(0, 10)}!${said.slice(10)}`));
    assert.deepEqual([sprinkled.text, sprinkled.notes], [`${SAID} ${SAID}`, ["broken-encoding"]]);
    const plain = await readMail(letterOf(head, SAID));
    assert.deepEqual([plain.text, plain.notes], [SAID, ["broken-encoding"]]);
  });

  it("with zeros, lines of old Macs or no line at all still gives words that can be kept", async () => {
    const zeros = await readMail(
      letterOf(["Content-Type: text/plain; charset=utf-8"], `Tôi\u0000 khiếu\u0007 nại\u0000`),
    );
    assert.equal(zeros.text, "Tôi khiếu nại");
    const lines = await readMail(letterOf(["Content-Type: text/plain; charset=utf-8"], "Một\rHai\r\nBa"));
    assert.equal(lines.text, "Một\nHai\nBa");
    const noMail = await readMail(Buffer.from(SAID));
    assert.deepEqual([noMail.nature, noMail.from], ["unreadable", null]);
  });
});

describe("a mail beyond measure", () => {
  it("of 30 MB is read", async () => {
    const file = Buffer.alloc(22 * 1024 * 1024, 7);
    const parts = partsOf("x", [
      [["Content-Type: text/plain; charset=utf-8"], SAID],
      [
        ["Content-Type: application/octet-stream; name=ghi-am.bin", "Content-Transfer-Encoding: base64"],
        base64Of(file),
      ],
    ]);
    const { text, attachments, nature } = await readMail(letterOf(mixed, parts));
    assert.deepEqual(
      [text, nature, attachments[0]?.name, attachments[0]?.content.equals(file)],
      [SAID, "message", "ghi-am.bin", true],
    );
  });

  it("with a text of 30 MB has its beginning, with a note", async () => {
    const { text, notes } = await readMail(
      letterOf(["Content-Type: text/plain; charset=utf-8"], `${SAID}\r\n`.repeat(700_000)),
    );
    assert.equal(text.startsWith(`${SAID}\n${SAID}\n`), true);
    assert.equal(text.length <= 200_000, true);
    assert.deepEqual(notes, ["text-cut"]);
  });

  it("of five thousand parts has its words and the first of its files", async () => {
    const parts = partsOf("x", [
      [["Content-Type: text/plain; charset=utf-8"], SAID],
      ...Array.from(
        { length: 5000 },
        (_, n) => [[`Content-Type: application/pdf; name=${n}.pdf`], "%PDF-1.7\n"] as const,
      ),
    ]);
    const { text, attachments, notes } = await readMail(letterOf(mixed, parts));
    assert.deepEqual([text, attachments.length, notes], [SAID, 200, ["too-many-parts"]]);
  });

  it("of so many parts that nobody counts them waits for a person", async () => {
    const { nature, notes } = await readMail(letterOf(mixed, "--x\r\n\r\n.\r\n".repeat(25_000)));
    assert.deepEqual([nature, notes], ["unreadable", ["too-many-parts"]]);
  });

  it("with a header of 1 MB is read", async () => {
    const head = [
      "Subject: =?utf-8?Q?Khi=E1=BA=BFu_n=E1=BA=A1i?=",
      `X-Long: ${"a b".repeat(350_000)}`,
      `References: ${"<abc@d> <efg@h>\r\n ".repeat(20_000)}`,
    ];
    const { subject, text, nature } = await readMail(
      letterOf([...head, "Content-Type: text/plain; charset=utf-8"], SAID),
    );
    assert.deepEqual([subject, text, nature], ["Khiếu nại", SAID, "message"]);
  });

  it("with a head of 20 MB waits for a person", async () => {
    const { nature, notes } = await readMail(letterOf([`X-Long: ${"a".repeat(20 * 1024 * 1024)}`], SAID));
    assert.deepEqual([nature, notes], ["unreadable", ["too-large"]]);
  });

  it("of parts within parts within parts stops at a depth", async () => {
    const depth = 3000;
    const opened = Array.from(
      { length: depth },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
    ).join("");
    const { nature, notes, text } = await readMail(
      letterOf(
        ["Content-Type: multipart/mixed; boundary=b0"],
        `${opened}--b${depth}\r\nContent-Type: text/plain\r\n\r\nsau`,
      ),
    );
    assert.deepEqual([nature, text], ["message", ""]);
    assert.equal(notes.includes("too-deep"), true);
  });

  const costly: [what: string, head: string, body: string][] = [
    ["tags within tags", "Content-Type: text/html", "<table><tr><td>".repeat(100_000)],
    ["lists within lists", "Content-Type: text/html", "<ul><li>".repeat(100_000)],
    ["quotes within quotes", "Content-Type: text/html", "<blockquote>".repeat(100_000)],
    ["a million accents on one letter", "Content-Type: text/plain; charset=utf-8", "\u0323\u0302".repeat(500_000)],
    ["a million ends of base64", "Content-Transfer-Encoding: base64", "QQ==\n".repeat(500_000)],
  ];
  for (const [what, head, body] of costly)
    it(`of ${what} is read in time`, async () => {
      const { nature, notes } = await readMail(letterOf([head], body));
      assert.deepEqual([nature, notes.includes("took-too-long")], ["message", false]);
    });

  it("larger than any server takes is not read at all", async () => {
    assert.deepEqual((await readMail(Buffer.alloc(64 * 1024 * 1024 + 1, 65))).notes, ["too-large"]);
  });
});
