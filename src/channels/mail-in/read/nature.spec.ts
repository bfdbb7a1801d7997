import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { letterOf, mailOf, partsOf } from "../../../../tests/support/written-mail.ts";
import type { MailNature } from "./read-mail.ts";
import { readMail } from "./read-mail.ts";

const own = { domains: ["vntt.example"] };
const natureOf = async (head: string[]) => (await readMail(letterOf(head, "Tôi khiếu nại."), own)).nature;

describe("what a mail is", () => {
  const told: [head: string, nature: MailNature][] = [
    ["Subject: Khiếu nại", "message"],
    ["Auto-Submitted: no", "message"],
    ["Return-Path: <hong@khach.example>", "message"],
    ["X-Auto-Response-Suppress: DR, RN", "message"],
    ["Precedence: normal", "message"],
    // Its words alone: people write so, too.
    ["Subject: Trả lời tự động của tổng đài làm tôi bực mình", "message"],
    [
      "List-Id: Khieu nai <khieunai.vntt.example>\r\nPrecedence: list\r\nList-Unsubscribe: <mailto:x@vntt.example>",
      "message",
    ],
    ["Auto-Submitted: auto-replied (vacation)", "automatic"],
    ["Auto-Submitted: auto-generated", "automatic"],
    ["Return-Path: <>", "automatic"],
    ["X-Autoreply: yes", "automatic"],
    ["X-Autorespond: tôi đi vắng", "automatic"],
    ["X-Auto-Response-Suppress: All", "automatic"],
    ["Precedence: bulk", "automatic"],
    ["Precedence: auto_reply", "automatic"],
    ["Subject: Trả lời tự động: khiếu nại\r\nX-Auto-Response-Suppress: DR", "automatic"],
    ["List-Id: <tin.bao.example>", "list"],
    ["List-Unsubscribe: <https://bao.example/u>", "list"],
    ["Precedence: list", "list"],
    ["List-Id: <tin.nhac.example>\r\nPrecedence: bulk\r\nList-Unsubscribe: <https://nhac.example/u>", "list"],
    ["List-Id: <tin.xe.example>\r\nPrecedence: bulk\r\nAuto-Submitted: auto-replied", "automatic"],
    ["List-Id: Khieu nai <khieunai.vntt.example>\r\nPrecedence: bulk", "automatic"],
    ["X-Loop: khieunai@vntt.example", "loop"],
    ["Received: from a by b\r\n".repeat(51).trimEnd(), "loop"],
    ["Received: from a by b\r\n".repeat(20).trimEnd(), "message"],
  ];
  for (const [head, nature] of told)
    it(`is ${nature} by ${head.split("\r\n", 1)[0]}`, async () => {
      assert.equal(await natureOf(head.split("\r\n")), nature);
    });

  it("is a loop where it is our own mail that comes in, and no other of our domain", async () => {
    const withId = async (id: string) =>
      (await readMail(mailOf(["From: a@b.example", `Message-ID: ${id}`], "x"), own)).nature;
    assert.equal(await withId("<0123456789abcdef0123456789abcdef@vntt.example>"), "loop");
    assert.equal(await withId("<CAF-01@vntt.example>"), "message");
    assert.equal(await withId("<0123456789abcdef0123456789abcdef@khach.example>"), "message");
  });
});

const dsn = (fields: string, back = "Message-ID: <goc@vntt.example>\r\nSubject: Re: khiếu nại\r\n") =>
  mailOf(
    [
      "Return-Path: <>",
      "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
      "Subject: Undelivered Mail Returned to Sender",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
    ],
    partsOf("x", [
      [["Content-Type: text/plain"], "Your message could not be delivered."],
      [["Content-Type: message/delivery-status"], `Reporting-MTA: dns; mx.example\r\n\r\n${fields}`],
      [["Content-Type: message/rfc822"], `${back}\r\nKính gửi`],
    ]),
  );

describe("a mail that came back", () => {
  it("says whose, why and whether for good (RFC 3464)", async () => {
    const { nature, bounce } = await readMail(
      dsn(
        "Final-Recipient: rfc822; hoa@khach.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <hoa@khach.example>:\r\n Không có người này\r\n",
      ),
      own,
    );
    assert.equal(nature, "bounce");
    assert.deepEqual(bounce, {
      ofMessageId: "<goc@vntt.example>",
      recipient: "hoa@khach.example",
      status: "5.1.1",
      isPermanent: true,
      serverWords: "550 5.1.1 <hoa@khach.example>: Không có người này",
    });
  });

  it("may only be late", async () => {
    const { nature, bounce } = await readMail(
      dsn(
        "Original-Recipient: rfc822;Hoa@Khach.example\r\nFinal-Recipient: rfc822;x@y.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n",
      ),
    );
    assert.deepEqual(
      [nature, bounce?.isPermanent, bounce?.status, bounce?.recipient],
      ["bounce", false, "4.4.1", "hoa@khach.example"],
    );
  });

  it("is none where the report says that it arrived, or that it was read", async () => {
    const arrived = await readMail(
      dsn("Final-Recipient: rfc822; hoa@khach.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n"),
    );
    assert.deepEqual([arrived.nature, arrived.bounce], ["automatic", null]);
    const seen = await readMail(
      letterOf(
        [
          "Subject: Đã đọc: không gửi được",
          "Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
          "Auto-Submitted: auto-replied",
        ],
        partsOf("x", [[["Content-Type: text/plain"], "Đã đọc"]]),
      ),
    );
    assert.deepEqual([seen.nature, seen.bounce], ["automatic", null]);
  });

  const inWords: [
    server: string,
    mail: Buffer,
    bounce: [id: string | null, recipient: string | null, status: string | null],
  ][] = [
    [
      "exim",
      mailOf(
        [
          "Return-path: <>",
          "From: Mail Delivery System <Mailer-Daemon@vntt.example>",
          "X-Failed-Recipients: hoa@khach.example",
          "Subject: Mail delivery failed: returning message to sender",
          "Auto-Submitted: auto-replied",
        ],
        "This message was created automatically by mail delivery software.\n\nThe following address(es) failed:\n\n  hoa@khach.example\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <goc@vntt.example>\nSubject: Re: khiếu nại\n",
      ),
      ["<goc@vntt.example>", "hoa@khach.example", "5.1.1"],
    ],
    [
      "qmail",
      mailOf(
        ["Return-Path: <>", "From: MAILER-DAEMON@khach.example", "Subject: failure notice"],
        "Hi. This is the qmail-send program at khach.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<hoa@khach.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <khieunai@vntt.example>\nMessage-ID: <goc@vntt.example>\n",
      ),
      ["<goc@vntt.example>", "hoa@khach.example", "5.1.1"],
    ],
    [
      "Exchange in Vietnamese",
      mailOf(
        [
          "Return-Path: <>",
          "From: postmaster@khach.example",
          "In-Reply-To: <goc@vntt.example>",
          "Subject: Không gửi được: Re: khiếu nại",
          "Content-Type: text/plain; charset=utf-8",
        ],
        "Không thể gửi thư của bạn tới những người nhận sau:\n\nhoa@khach.example\nĐịa chỉ email bạn nhập không tồn tại.\n",
      ),
      ["<goc@vntt.example>", "hoa@khach.example", "5.1.1"],
    ],
    [
      "a server that only names a code",
      mailOf(
        ["From: mailer-daemon@khach.example", "Subject: Returned mail: see transcript for details"],
        "The following addresses had permanent fatal errors\n\n<hoa@khach.example>\n\n550 mailbox full\n",
      ),
      [null, "hoa@khach.example", "5.0.0"],
    ],
  ];
  for (const [server, mail, expected] of inWords)
    it(`is known by the words of ${server}`, async () => {
      const { nature, bounce } = await readMail(mail, own);
      assert.deepEqual([nature, bounce?.isPermanent], ["bounce", true]);
      assert.deepEqual([bounce?.ofMessageId, bounce?.recipient, bounce?.status], expected);
    });

  it("is none because a customer says that mail does not arrive", async () => {
    const { nature } = await readMail(letterOf(["Subject: Không gửi được thư"], "Tôi không gửi được thư, 550 5.1.1"));
    assert.equal(nature, "message");
  });
});
