import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { inWindows1258, letterOf, partsOf } from "../../../../tests/support/written-mail.ts";
import { readMail, type ReadMail } from "./read-mail.ts";

const NATURES = ["message", "bounce", "automatic", "list", "loop", "unreadable"];
const SEED = 20251110;

// Mails of many shapes, to be cut, doubled and overwritten.
const mails = [
  letterOf(
    ["Subject: =?utf-8?B?S2hp4bq/dQ==?=", "Content-Type: multipart/mixed; boundary=x"],
    partsOf("x", [
      [
        ["Content-Type: text/html; charset=utf-8"],
        '<p onclick=a>Tôi <img src="http://x"><a href="javascript:1">a</a></p>',
      ],
      [
        ["Content-Type: application/pdf; name*0*=utf-8''h%C3%B3a; name*1=.pdf", "Content-Transfer-Encoding: base64"],
        "JVBERi0xLjc=",
      ],
      [["Content-Type: message/rfc822"], "Subject: a\r\n\r\nb"],
    ]),
  ),
  letterOf(
    ["Content-Type: text/plain; charset=windows-1258; format=flowed"],
    inWindows1258("Tôi khiếu nại \r\nvề cước\r\n-- \r\nHồng"),
  ),
  letterOf(
    ["Return-Path: <>", "Content-Type: multipart/report; report-type=delivery-status; boundary=x"],
    partsOf("x", [
      [
        ["Content-Type: message/delivery-status"],
        "a: b\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1",
      ],
    ]),
  ),
  letterOf(
    ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
    "T=C3=B4i\r\n\r\nV=C3=A0o Th 2, 10 thg 11 A <a@b> =\r\n=C4=91=C3=A3 vi=E1=BA=BFt:\r\n> x",
  ),
];
const MEANT = [
  "\r\n",
  "\r\n\r\n",
  "--x",
  "--x--",
  "=?utf-8?B?",
  "?=",
  "<",
  ">",
  '"',
  "(",
  "\u0000",
  "Content-Type: multipart/mixed; boundary=x\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  ">".repeat(200),
  "&#",
  "=E1",
];

const mutated = fc
  .tuple(
    fc.constantFrom(...mails),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(60),
        fc.oneof(
          fc.constantFrom(...MEANT).map((text) => Buffer.from(text)),
          fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
        ),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([mail, changes]) =>
    changes.reduce((now, [at, length, bytes]) => {
      const from = at % (now.length + 1);
      return Buffer.concat([now.subarray(0, from), bytes, now.subarray(from + length)]);
    }, mail),
  );

describe("any bytes at all", () => {
  it("are read, or are said to be unreadable", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) =>
        isWhole(await readMail(Buffer.from(bytes))),
      ),
      { numRuns: 200, seed: SEED },
    );
  });

  it("that were a mail before something changed them, too", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => isWhole(await readMail(bytes))),
      { numRuns: 600, seed: SEED },
    );
  });
});

/** What everything behind it counts on. */
function isWhole(mail: ReadMail): void {
  assert.equal(NATURES.includes(mail.nature), true);
  assert.equal(mail.notes.includes("took-too-long"), false);
  // A tag and what follows it are no letter and its mark.
  const texts = (mail.html ?? "").split(/<[^>]*>/);
  for (const text of [
    ...texts,
    mail.subject,
    mail.text,
    mail.quoted ?? "",
    mail.signature ?? "",
    ...mail.attachments.map(({ name }) => name),
  ]) {
    assert.equal(text, text.normalize("NFC"));
    assert.equal(text.isWellFormed() && !text.includes("\u0000") && !text.includes("\r"), true);
  }
  assert.equal(
    /<(?:script|iframe|form|style)|\son\w+=|javascript:|src="(?!cid:)/i.test(tagsOf(mail.html ?? "")),
    false,
  );
  for (const { name, content, type } of mail.attachments) {
    assert.equal(name !== "" && name.length <= 200 && !/[/\\]/.test(name) && type.includes("/"), true);
    assert.equal(Buffer.isBuffer(content) && content.length > 0, true);
  }
  if (mail.nature === "bounce") assert.notEqual(mail.bounce, null);
}

function tagsOf(html: string): string {
  return html.match(/<[^>]*>/g)?.join("") ?? "";
}
