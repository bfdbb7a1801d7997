import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { imapClient, mailClient, type MailClient } from "./support/mail-client.ts";
import { startMailServers, withoutMailServers, type MailServers } from "./support/mail-servers.ts";

const HERE = "khieunai@vntt.example";
const HOA = "hoa@khach.example";

describe("what real mail servers write", { skip: withoutMailServers(), timeout: 120_000 }, () => {
  let servers: MailServers;
  let here: MailClient;
  let hoa: MailClient;
  before(async () => {
    servers = await startMailServers([HERE, HOA]);
    here = mailClient(servers, HERE);
    hoa = mailClient(servers, HOA);
  });
  after(() => servers.close());

  it("wakes who waits for it (IDLE), by an address with a token, too", async () => {
    const client = imapClient(servers, HERE);
    await client.connect();
    await client.mailboxOpen("INBOX");
    const woken = new Promise<number>((resolve) => {
      client.on("exists", ({ count }) => resolve(count));
    });
    // It ends with the next command.
    void client.idle();
    await hoa.write({ to: "khieunai+mot-ma@vntt.example", subject: "Khiếu nại cước", text: "Tôi khiếu nại." });
    assert.equal(await woken, 1);
    await client.logout();
    const mail = await here.next();
    assert.deepEqual([mail.nature, mail.subject, mail.text], ["message", "Khiếu nại cước", "Tôi khiếu nại."]);
    assert.deepEqual([mail.from?.address, mail.to], [HOA, ["khieunai+mot-ma@vntt.example"]]);
    assert.deepEqual(mail.deliveredTo, ["khieunai+mot-ma@vntt.example"]);
  });

  it("tells a mail that came back from exim, and which one it was", async () => {
    const messageId = await here.write({ to: "khong-co@khach.example", subject: "Trả lời", text: "Kính gửi" });
    const { nature, bounce } = await here.next();
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
    await here.write({ to: HOA, subject: "Trả lời khiếu nại", text: "Kính gửi" });
    const { nature, text, from, inReplyTo } = await here.next();
    assert.deepEqual(
      [nature, text, from?.address, inReplyTo.length],
      ["automatic", "Tôi đi vắng đến hết tháng.", HOA, 1],
    );
  });
});
