import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeInside } from "../../src/projections/inside-organisation.ts";
import { saveConnection } from "../../src/store/channel-connections.ts";
import { secretsKey } from "../../src/store/secret-box.ts";
import { temporaryFolder } from "../start/folder.ts";
import { startProgram, type Program } from "../start/program.ts";
import { openTestApi, type Caller, type TestApi } from "../support/api.ts";
import { mailClient, type MailClient } from "./support/mail-client.ts";
import { startMailServers, withoutMailServers, type MailServers } from "./support/mail-servers.ts";
import { freePort, until } from "./support/programs.ts";

/** All whose procedure knows e-mail. */
const PROVIDERS = ["bkns", "dcnet", "ihostinger", "kplus", "vnpt-hue", "vntt"];
const addressOf = (organisation: string) => `khieunai@${organisation}.example`;
const HERE = addressOf("vntt");
/** Exim hands its mail straight to the program. */
const HANDED_OVER = "cskh@vntt.example";
const HOA = "hoa@khach.example";
const SECRETS = "a key of this conversation that nobody else has";

type Arrival = { nature: string; subject: string; about: { number: string } | null };
type Message = { kind: string; status: string; lastError: string | null };

describe(
  "a conversation by mail, from the customer's mail program to the file and back",
  { skip: withoutMailServers(), timeout: 300_000 },
  () => {
    let lmtpPort: number;
    let servers: MailServers;
    let test: TestApi;
    let program: Program;
    let folder: ReturnType<typeof temporaryFolder>;
    let lan: Caller;
    let hoa: MailClient;
    before(async () => {
      lmtpPort = await freePort();
      servers = await startMailServers([...PROVIDERS.map(addressOf), HOA], { address: HANDED_OVER, lmtpPort });
      test = await openTestApi({ secretsKey: secretsKey(SECRETS) });
      folder = temporaryFolder();
      hoa = mailClient(servers, HOA);
      lan = await test.person("vntt", "lan", "clerk@cskh");
      for (const organisation of PROVIDERS) await connect(organisation, "imap", mailboxOf(organisation));
      await connect("vntt", "smtp-in", { addresses: HANDED_OVER });
      program = await start();
    });
    after(async () => {
      program.kill("SIGTERM");
      await program.ended;
      await test.close();
      await servers.close();
      folder.remove();
    });

    const addresses = PROVIDERS.map((organisation) => `${organisation}=${addressOf(organisation)}`).join(",");
    const start = async (): Promise<Program> => {
      const started = startProgram(
        {
          DATABASE_URL: test.database.loginUrl,
          HOIAM_DATA: `${folder.path}/data`,
          PORT: String(await freePort()),
          HOIAM_SECRETS_KEY: SECRETS,
          HOIAM_MAIL_IN: `lmtp://127.0.0.1:${lmtpPort}`,
          HOIAM_MAIL_SERVER: `smtp://127.0.0.1:${servers.smtpPort}`,
          HOIAM_MAIL_TLS: "off",
          HOIAM_MAIL_FROM: addresses,
          HOIAM_MAIL_REPLY_TO: addresses,
          HOIAM_MAIL_REPLY_PLUS: "on",
        },
        { endMsMax: 300_000 },
      );
      await started.ready;
      return started;
    };
    const connect = (organisation: string, kind: "imap" | "smtp-in", settings: object) =>
      writeInside(test.store.pool, organisation, (connection) =>
        saveConnection(connection, organisation, {
          saved: {
            connectionId: kind,
            channelId: "email",
            kind,
            name: "Thư khiếu nại",
            settings: { beginsComplaints: true, ...settings },
            isOn: true,
          },
          secrets: kind === "imap" ? { password: servers.password } : {},
          key: secretsKey(SECRETS),
          basedOn: null,
          by: { kind: "system", process: "spec" },
        }),
      );
    const mailboxOf = (organisation: string) => ({
      host: "127.0.0.1",
      port: servers.imapPort,
      security: "none",
      user: addressOf(organisation),
      mailbox: "INBOX",
      afterwards: "mark-read",
    });
    const arrivals = async (status: string): Promise<Arrival[]> =>
      (await lan("GET", `/arrivals?status=${status}`)).body.arrivals;
    const factsOf = async (complaintId: string, type: string) =>
      (await lan("GET", `/complaints/${complaintId}/events`)).body.events.filter(
        (event: { type: string }) => event.type === type,
      );

    for (const organisation of PROVIDERS)
      it(`begins with an acknowledgement of ${organisation}, with number, page and an address to answer to`, async () => {
        const address = addressOf(organisation);
        await hoa.write({ to: address, subject: "Dịch vụ gián đoạn", text: "Dịch vụ gián đoạn từ sáng nay." });
        const { from, subject, text, replyTo, nature } = await hoa.next();
        assert.deepEqual([from?.address, nature], [address, "automatic"]);
        const [, number = "", token = ""] = / \[#([A-Z]{2}-\d{4}-\d{6})-([a-z2-7]{16})\]$/.exec(subject) ?? [];
        assert.equal(replyTo[0]?.address, `khieunai+${number.toLowerCase()}-${token}@${organisation}.example`);
        assert.ok(text.includes(number) && text.includes(`/tra-cuu/${organisation}-`), text);
      });

    it("loses nothing that comes while it is down: the mailbox keeps it, and exim what it could not hand over", async () => {
      program.kill("SIGKILL");
      await program.ended;
      await hoa.write({ to: HERE, subject: "Vào hộp thư", text: "Thư nằm trong hộp thư." });
      await hoa.write({ to: HANDED_OVER, subject: "Chuyển thẳng", text: "Thư chờ ở máy chủ thư." });
      program = await start();
      const taken = [(await hoa.next()).subject, (await hoa.next()).subject];
      assert.equal(new Set(taken).size, 2);
      const subjects = (await arrivals("taken-in")).map(({ subject }) => subject);
      assert.deepEqual(subjects.slice(0, 2).toSorted(), ["Chuyển thẳng", "Vào hộp thư"]);
    });

    it("goes from the first mail to the answer, and tells what came back and who is on holiday", async () => {
      await hoa.write({ to: HERE, subject: "Mất mạng từ sáng", text: "Nhà tôi mất mạng internet từ 6 giờ sáng nay." });

      const acknowledgement = await hoa.next();
      const [, number = ""] = /số (KN-\d{4}-\d{6})/.exec(acknowledgement.text) ?? [];
      assert.match(number, /^KN-/);
      assert.equal(acknowledgement.nature, "automatic");
      assert.match(acknowledgement.text, /hết ngày \d\d\/\d\d\/\d{4}/);
      assert.match(acknowledgement.text, /\/tra-cuu\/vntt(-[0-9A-Z]{4}){4}/);
      assert.match(
        acknowledgement.replyTo[0]?.address ?? "",
        new RegExp(`^khieunai\\+${number.toLowerCase()}-[a-z2-7]{16}@vntt\\.example$`),
      );
      const { complaintId } = (await lan("GET", `/complaint-numbers/${number}`)).body;
      const complaint = (await lan("GET", `/complaints/${complaintId}`)).body;
      assert.deepEqual(
        [complaint.channel, complaint.customer.email, complaint.content],
        ["email", HOA, "Mất mạng từ sáng\n\nNhà tôi mất mạng internet từ 6 giờ sáng nay."],
      );

      // To the plain address: the thread alone says what it is about.
      await hoa.write({
        to: HERE,
        subject: `Re: ${acknowledgement.subject}`,
        text: "Đến trưa vẫn chưa có mạng.",
        answers: acknowledgement,
      });
      const said = (nth: number) =>
        until(`answer ${nth + 1} in the file`, async () => (await factsOf(complaintId, "InformationReceived"))[nth]);
      assert.equal((await said(0)).data.message, "Đến trưa vẫn chưa có mạng.");
      // In a mail of its own: the address says it, by a token that nobody else can make.
      const replyTo = acknowledgement.replyTo[0]?.address ?? "";
      const third = await hoa.write({ to: replyTo, subject: "Nhà tôi", text: "Đã có mạng, tôi cần giảm cước." });
      assert.equal((await said(1)).data.message, "Đã có mạng, tôi cần giảm cước.");

      // From now on a robot reads her mail.
      servers.goOnHoliday(HOA, "Tôi đi vắng đến hết tháng.");
      const assigned = await lan("POST", `/complaints/${complaintId}/assignments`, { personId: "lan", unit: "cskh" });
      assert.ok(assigned.status < 300, JSON.stringify(assigned.body));
      const answered = await lan("POST", `/complaints/${complaintId}/first-line-answers`, {
        content: "Đường truyền đã được sửa lúc 13 giờ.",
        accepted: false,
        channel: "email",
        confirmed: ["within-capability", "enough-facts"],
      });
      assert.ok(answered.status < 300, JSON.stringify(answered.body));
      const answer = await hoa.next();
      assert.ok(answer.references.includes(acknowledgement.messageId ?? ""));
      assert.match(answer.text, /Đường truyền đã được sửa lúc 13 giờ\./);
      assert.deepEqual([answer.nature, answer.inReplyTo], ["message", [third]]);

      // It answers, and nothing comes of that but a note.
      const robot = await until("the robot's answer", async () => (await arrivals("noted"))[0]);
      assert.deepEqual([robot.nature, robot.subject, robot.about?.number], ["automatic", "Trả lời tự động", number]);
      assert.deepEqual([(await arrivals("taken-in")).length, (await arrivals("waiting")).length], [6, 0]);
      assert.equal((await factsOf(complaintId, "InformationReceived")).length, 2);
    });

    it("shows that an answer came back, because nobody has that address", async () => {
      const made = await lan("POST", "/complaints", {
        channel: "email",
        content: "Cước tháng 10 tăng.",
        kind: "charges",
        customer: { name: "Nguyễn Văn Nam", email: "khong-co@khach.example" },
      });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const { complaintId } = made.body;
      const bounced = await until("the acknowledgement to come back", async () => {
        const { messages } = (await lan("GET", `/complaints/${complaintId}/messages`)).body as { messages: Message[] };
        return messages.find(({ status }) => status === "bounced");
      });
      assert.deepEqual([bounced.kind, bounced.lastError], ["acknowledgement", "5.1.1"]);
      const [told] = await arrivals("noted");
      assert.deepEqual([told?.nature, told?.about?.number], ["bounce", made.body.number]);
    });
  },
);
