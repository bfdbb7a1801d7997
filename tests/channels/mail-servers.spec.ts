import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ImapFlow } from "imapflow";
import nodemailer from "nodemailer";
import { readMail, type ReadMail } from "../../src/channels/mail-in/read/read-mail.ts";
import { startMailServers, withoutMailServers, type MailServers } from "./support/mail-servers.ts";
import { until } from "./support/programs.ts";

const HERE = "khieunai@vntt.example";
const HOA = "hoa@khach.example";
const own = { domains: ["vntt.example"] };

describe("what real mail servers write", { skip: withoutMailServers(), timeout: 120_000 }, () => {
  let servers: MailServers;
  before(async () => {
    servers = await startMailServers([HERE, HOA]);
  });
  after(() => servers.close());

  it("wakes who waits for it (IDLE), by an address with a token, too", async () => {
    const client = clientOf(servers, HERE);
    await client.connect();
    await client.mailboxOpen("INBOX");
    const woken = new Promise<number>((resolve) => {
      client.on("exists", ({ count }) => resolve(count));
    });
    // It ends with the next command.
    void client.idle();
    await send(servers, {
      from: HOA,
      to: "khieunai+mot-ma@vntt.example",
      subject: "Khiếu nại cước",
      text: "Tôi khiếu nại.",
    });
    assert.equal(await woken, 1);
    await client.logout();
    const mail = await nextMail(servers, HERE);
    assert.deepEqual([mail.nature, mail.subject, mail.text], ["message", "Khiếu nại cước", "Tôi khiếu nại."]);
    assert.deepEqual([mail.from?.address, mail.to], [HOA, ["khieunai+mot-ma@vntt.example"]]);
    assert.deepEqual(mail.deliveredTo, ["khieunai+mot-ma@vntt.example"]);
  });

  it("tells a mail that came back from exim, and which one it was", async () => {
    const { messageId } = await send(servers, {
      from: HERE,
      to: "khong-co@khach.example",
      subject: "Trả lời",
      text: "Kính gửi",
    });
    const { nature, bounce } = await nextMail(servers, HERE);
    assert.equal(nature, "bounce");
    assert.deepEqual(bounce, {
      ofMessageId: messageId,
      recipient: "khong-co@khach.example",
      status: "5.1.1",
      isPermanent: true,
      serverWords: "Unrouteable address",
    });
  });

  it("tells the answer of a mailbox whose owner is on holiday", async () => {
    servers.goOnHoliday(HOA, "Tôi đi vắng đến hết tháng.");
    await send(servers, { from: HERE, to: HOA, subject: "Trả lời khiếu nại", text: "Kính gửi" });
    const { nature, text, from, inReplyTo } = await nextMail(servers, HERE);
    assert.deepEqual(
      [nature, text, from?.address, inReplyTo.length],
      ["automatic", "Tôi đi vắng đến hết tháng.", HOA, 1],
    );
  });
});

function clientOf({ imapPort, password }: MailServers, mailbox: string): ImapFlow {
  return new ImapFlow({
    host: "127.0.0.1",
    port: imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: mailbox, pass: password },
    logger: false,
  });
}

async function send({ smtpPort }: MailServers, mail: { from: string; to: string; subject: string; text: string }) {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
  return transport.sendMail(mail);
}

/** Takes the oldest mail out of the mailbox, once there is one. */
async function nextMail(servers: MailServers, mailbox: string): Promise<ReadMail> {
  const client = clientOf(servers, mailbox);
  await client.connect();
  await client.mailboxOpen("INBOX");
  const source = await until(`a mail to ${mailbox}\n${servers.log()}`, async () => {
    await client.noop();
    if (client.mailbox === false || client.mailbox.exists === 0) return undefined;
    const found = await client.fetchOne("1", { source: true });
    return found ? found.source : undefined;
  });
  await client.messageDelete("1");
  await client.logout();
  return readMail(source, own);
}
