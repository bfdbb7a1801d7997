import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, beforeEach, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { openMailServer, type MailServer } from "../../../tests/support/mail-server.ts";
import { testSecretsKey } from "../../../tests/support/arrivals.ts";
import { readMail, type ReadMail } from "../../../tests/support/read-mail.ts";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { gatherInboxDigests } from "../../store/gather-inbox-digests.ts";
import { httpServer } from "../http/server.ts";
import { mailSender, type MailSender } from "./mail-sender.ts";

const organisation = "vntt";
const hoa = { name: "Nguyễn Thị Hoa", email: "hoa@khach.example", phone: "0912 345 678" };
const call = { channel: "phone", kind: "incident", service: "internet", customer: hoa, content: "Mất mạng từ sáng" };

describe("mail to its readers", () => {
  let test: TestApi;
  let lan: Caller;
  let technician: Caller;
  let server: MailServer;
  let senderWiring: Parameters<typeof mailSender>[0];
  let sender: MailSender;
  before(async () => {
    test = await openTestApi();
    lan = await test.person(organisation, "lan", "clerk@cskh");
    technician = await test.person(organisation, "ky-thuat", "unit-member@p-ktvt");
    server = await openMailServer();
    // The day on which this runs may be a working one: its own digests would come between.
    await inside("insert into inbox_digest_day (organisation, made_on) values ('vntt', '2040-03-04')");
    senderWiring = {
      store: test.store,
      attachments: test.attachments,
      texts: loadMailTexts(test.store.registry.editions()),
      publicUrl: "https://hoiam.example",
      secretsKey: testSecretsKey,
      silent: new Set(),
      settings: {
        host: "127.0.0.1",
        port: server.port,
        secure: false,
        tls: "off",
        signIn: undefined,
        from: { "*": "khieunai@vntt.example" },
        replyTo: {},
        dkim: undefined,
      },
    };
    sender = mailSender(senderWiring);
  });
  beforeEach(() => void (server.received.length = 0));
  after(async () => {
    await server.close();
    await test.close();
  });

  const inside = (text: string, values: unknown[] = []) =>
    writeInside(test.database.pool, organisation, (connection) => connection.query(text, values));
  const left = async (): Promise<(ReadMail & { to: string })[]> => {
    while ((await sender.turn(organisation)) > 0);
    return server.received.map(({ to, raw }) => ({ to: to.join(), ...readMail(raw) }));
  };
  /** A subject, with the number and a token by which an answer is known. */
  const tagged = (subject: string, number: string) => new RegExp(`^${subject} \\[#${number}-[a-z2-7]{16}\\]$`);
  const asked = async (via: "email" | "phone") => {
    const { body } = await lan("POST", "/complaints", call);
    await lan("POST", `/complaints/${body.complaintId}/assignments`, { personId: "lan" });
    const made = await lan("POST", `/complaints/${body.complaintId}/coordinations`, {
      requests: [{ unit: "p-ktvt", via, question: "Bao giờ nối xong?" }],
    });
    const fact = made.body.events.find(({ type }: { type: string }) => type === "CoordinationRequested");
    const { coordinationId } = fact.data;
    const path = `/complaints/${body.complaintId}/coordinations/${coordinationId}`;
    return { id: body.complaintId as string, number: body.number as string, path };
  };
  const uploaded = async (content: string): Promise<string> => {
    const to = { pool: test.database.pool, attachments: test.attachments };
    const kept = await keepContent(to, {
      organisation,
      content: Readable.from([Buffer.from(content)]),
      type: "text/plain",
      bytesMax: 1000,
      by: { kind: "person", personId: "lan" },
    });
    return kept.sha256;
  };
  const keyIn = (text: string) => /https:\/\/hoiam\.example\/tra-loi\/(vntt-[0-9a-f]{32})/.exec(text)?.[1] ?? "";
  const open = (key: string) => test.api.inject({ method: "GET", url: `/api/v1/public/answers/${key}` });

  it("brings a technician a link that opens the question, and names nobody of the file", async () => {
    const { number, path } = await asked("phone");
    await lan("POST", `${path}/answer-links`, { sentTo: "Anh Tú", email: "tu@doitac.example" });
    const [mail, ...more] = await left();
    assert.deepEqual([mail?.to, more], ["tu@doitac.example", []]);
    assert.equal(mail?.headers["subject"], `[${number}] Yêu cầu phối hợp gửi P. KTVT`);
    assert.equal(mail?.headers["auto-submitted"], "auto-generated");
    assert.match(mail?.text ?? "", /^Người nhận: Anh Tú\n/);
    assert.match(mail?.text ?? "", /Hạn trả lời: \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
    for (const secret of ["Hoa", "0912", "Mất mạng", "Bao giờ"]) assert.ok(!mail?.text.includes(secret), secret);
    assert.equal((await open(keyIn(mail?.text ?? ""))).statusCode, 200);
  });

  it("brings a unit that was asked by e-mail a link for each of its people who has an address", async () => {
    await inside("update person set email = 'kt@vntt.example' where person_id = 'ky-thuat'");
    const { path } = await asked("email");
    const [mail, ...more] = await left();
    assert.deepEqual([mail?.to, more], ["kt@vntt.example", []]);
    assert.match(mail?.text ?? "", /^Người nhận: Người ky-thuat\n/);
    assert.equal((await open(keyIn(mail?.text ?? ""))).statusCode, 200);
    await technician("POST", `${path}/answers`, { cause: "Đứt cáp", measure: "Hàn nối" });
    assert.equal((await open(keyIn(mail?.text ?? ""))).statusCode, 404);
  });

  it("tells the owner where nobody of the unit has an address", async () => {
    await inside("update person set email = null where person_id = 'ky-thuat'");
    const { id } = await asked("email");
    assert.deepEqual(await left(), []);
    const { body } = await lan("GET", "/notifications");
    const told = body.items.find(
      ({ complaintId, kind }: Record<string, string>) => complaintId === id && kind === "mail-failed",
    );
    const { outboxId, ...data } = told.data;
    assert.deepEqual(data, { of: "answer-link", status: "failed", reason: "no-address" });
    const { messages } = (await lan("GET", `/complaints/${id}/messages`)).body;
    assert.equal(messages.find((each: Record<string, string>) => each["outboxId"] === outboxId)?.kind, "answer-link");
  });

  it("sends no link for a request that was answered meanwhile", async () => {
    const { id, path } = await asked("phone");
    await lan("POST", `${path}/answer-links`, { email: "tu@doitac.example" });
    await technician("POST", `${path}/answers`, { cause: "Đứt cáp", measure: "Hàn nối" });
    assert.deepEqual(await left(), []);
    const { body } = await lan("GET", `/complaints/${id}/messages`);
    const link = body.messages.find(({ kind }: { kind: string }) => kind === "answer-link");
    assert.deepEqual([link.status, link.lastError], ["dropped", "link-over"]);
  });

  it("brings the customer six digits in both languages, ahead of what waits, and none that are used", async () => {
    const { body } = await lan("POST", "/complaints", { ...call, channel: "email" });
    const { code } = (await lan("POST", `/complaints/${body.complaintId}/tracking-codes`, {})).body;
    await inside("update outbox set next_try_at = now() + interval '1 hour' where complaint_id = $1", [
      body.complaintId,
    ]);
    const codes = `/api/v1/public/complaints/${code}/one-time-codes`;
    const ask = () => test.api.inject({ method: "POST", url: codes, payload: { purpose: "documents" } });
    const made = (await ask()).json();
    const [mail, ...more] = await left();
    assert.deepEqual([mail?.to, more], ["hoa@khach.example", []]);
    assert.match(mail?.headers["subject"] ?? "", tagged("Mã xác nhận của Quý khách", body.number));
    const digits = /Mã xác nhận: (\d{6})\n/.exec(mail?.text ?? "")?.[1] ?? "";
    assert.ok(mail?.text.includes("Mã dùng để mở thư và tài liệu của khiếu nại"));
    assert.ok(mail?.text.includes(`Confirmation code: ${digits}`));
    const passes = `${codes}/${made.oneTimeCodeId}/passes`;
    assert.equal((await test.api.inject({ method: "POST", url: passes, payload: { digits } })).statusCode, 201);
    server.received.length = 0;
    await inside("update one_time_code set expires_at = now() where complaint_id = $1", [body.complaintId]);
    await ask();
    await inside("update one_time_code set expires_at = now() where complaint_id = $1", [body.complaintId]);
    assert.deepEqual(await left(), []);
  });

  it("tells the customer that digits go to the address, where mail leaves, and to the telephone where it does not", async () => {
    const { store, attachments } = test;
    const connected = await httpServer({ store, attachments, publicUrl: "http://localhost:8080", mail: sender });
    const { body } = await lan("POST", "/complaints", call);
    const { code } = (await lan("POST", `/complaints/${body.complaintId}/tracking-codes`, {})).body;
    const url = `/api/v1/public/complaints/${code}/one-time-codes`;
    const sentTo = async (api: typeof connected) =>
      (await api.inject({ method: "POST", url, payload: { purpose: "sign" } })).json().sentTo as string;
    assert.equal(await sentTo(connected), "ho•••@khach.example");
    assert.equal(await sentTo(test.api), "•••• 678");
    await connected.close();
  });

  it("opens the complaint by the code of its acknowledgement", async () => {
    await inside("update outbox set status = 'dropped', ended_at = now(), noted_at = now() where ended_at is null");
    const { body } = await lan("POST", "/complaints", { ...call, channel: "email" });
    const [mail] = await left();
    const code = /tra-cuu\/(vntt-[0-9A-Z-]{19})\n/.exec(mail?.text ?? "")?.[1] ?? "";
    const opened = await test.api.inject({ method: "GET", url: `/api/v1/public/complaints/${code}` });
    assert.equal(opened.json().number, body.number);
    const { body: file } = await lan("GET", `/complaints/${body.complaintId}/messages`);
    assert.equal(file.isMailSent, false, "this server itself has none to send by");
    assert.match(file.messages[0].endedAt, /Z$/);
    assert.equal(file.messages[0].nextTryAt, null);
    assert.deepEqual(
      file.messages.map(({ kind, status }: Record<string, string>) => [kind, status]),
      [["acknowledgement", "sent"]],
    );
  });

  it("brings a paper with its document, and says so in the file", async () => {
    await inside("update outbox set status = 'dropped', ended_at = now(), noted_at = now() where ended_at is null");
    const { body } = await lan("POST", "/complaints", call);
    const path = `/complaints/${body.complaintId}`;
    const sha256 = await uploaded("Phiếu tiếp nhận số 1");
    const drafted = await lan("POST", `${path}/papers`, {
      paper: "receipt",
      content: "Đã nhận",
      documents: [{ sha256, name: "phiếu.txt" }],
    });
    assert.equal(drafted.status, 201, JSON.stringify(drafted.body));
    const { paperId } = drafted.body.events[0].data;
    await lan("POST", `${path}/papers/${paperId}/signatures`, { by: "clerk" });
    const issued = await lan("POST", `${path}/issued-papers`, { paper: "receipt", paperId, channel: "email" });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const [mail, ...more] = await left();
    assert.deepEqual([mail?.to, more], ["hoa@khach.example", []]);
    assert.match(mail?.headers["subject"] ?? "", tagged("Phiếu tiếp nhận khiếu nại", body.number));
    assert.ok(mail?.text.includes("Đã nhận"));
    assert.deepEqual(mail?.attachments, ["Phiếu tiếp nhận số 1"]);
    const { body: log } = await lan("GET", `${path}/events?limit=200`);
    const dispatched = log.events.find(({ type }: { type: string }) => type === "DispatchRecorded");
    assert.deepEqual(dispatched.data, { of: paperId, what: "paper", outcome: "dispatched", channel: "email" });
  });

  it("does not send a paper whose document is gone: its owner is told", async () => {
    const { body } = await lan("POST", "/complaints", call);
    const path = `/complaints/${body.complaintId}`;
    const sha256 = await uploaded("Phiếu tiếp nhận số 2");
    const documents = [{ sha256, name: "phiếu.txt" }];
    const drafted = await lan("POST", `${path}/papers`, { paper: "receipt", content: "Đã nhận", documents });
    const { paperId } = drafted.body.events[0].data;
    await lan("POST", `${path}/papers/${paperId}/signatures`, { by: "clerk" });
    await lan("POST", `${path}/issued-papers`, { paperId, channel: "email" });
    await test.attachments.remove(organisation, sha256);
    assert.deepEqual(await left(), []);
    const { messages } = (await lan("GET", `${path}/messages`)).body;
    const paper = messages.find(({ kind }: { kind: string }) => kind === "paper");
    assert.deepEqual([paper.status, paper.lastError], ["failed", "document-missing"]);
  });

  it("takes nothing to a customer that the virus scanner found something in, or has not seen yet", async () => {
    const { body } = await lan("POST", "/complaints", call);
    const path = `/complaints/${body.complaintId}`;
    const sha256 = await uploaded("Phiếu tiếp nhận số 3");
    const documents = [{ sha256, name: "phiếu.txt" }];
    const drafted = await lan("POST", `${path}/papers`, { paper: "receipt", content: "Đã nhận", documents });
    const { paperId } = drafted.body.events[0].data;
    await lan("POST", `${path}/papers/${paperId}/signatures`, { by: "clerk" });
    await lan("POST", `${path}/issued-papers`, { paperId, channel: "email" });
    const paper = async () => {
      const { messages } = (await lan("GET", `${path}/messages`)).body;
      const { status, lastError } = messages.find(({ kind }: { kind: string }) => kind === "paper");
      return [status, lastError];
    };
    const scan = () => Promise.reject(new Error("it is away"));
    const scanned = mailSender({ ...senderWiring, attachments: { ...test.attachments, scan } });
    while ((await scanned.turn(organisation)) > 0);
    assert.deepEqual(server.received, []);
    assert.deepEqual(await paper(), ["queued", "document-not-scanned"]);
    await inside("update attachment set scanned_at = now(), infected_by = 'Eicar' where sha256 = $1", [sha256]);
    await inside("update outbox set next_try_at = now() where ended_at is null and complaint_id = $1", [
      body.complaintId,
    ]);
    assert.deepEqual(await left(), []);
    assert.deepEqual(await paper(), ["failed", "document-infected"]);
  });

  describe("about an inbox", () => {
    // A Monday, 09:00 in Vietnam, far from today.
    const monday = "2040-03-05T02:00:00.000Z";
    const digestsAt = (at: string) => gatherInboxDigests(test.store, { organisation, at });
    const notice = (id: string, madeAt: string, kind = "mentioned") =>
      inside(
        `insert into notification (organisation, notification_id, person_id, kind, complaint_id, made_at, data)
         select 'vntt', $1, 'lan', $3, (select complaint_id from complaint_row order by arrival limit 1), $2, '{}'`,
        [id, madeAt, kind],
      );
    before(async () => {
      await inside("update outbox set status = 'dropped', ended_at = now(), noted_at = now() where ended_at is null");
      await inside("update person set email = 'lan@vntt.example' where person_id = 'lan'");
      await inside("update notification set read_at = now()");
    });

    it("goes out once a working day, at a working hour, and only with something new", async () => {
      assert.equal(await digestsAt(monday), 0, "nothing is new");
      await notice("n1", "2040-03-05T03:00:00.000Z");
      await notice("n2", "2040-03-05T04:00:00.000Z", "clock-breached");
      assert.equal(await digestsAt("2040-03-05T05:00:00.000Z"), 0, "that of the day was made");
      assert.equal(await digestsAt("2040-03-05T20:00:00.000Z"), 0, "it is the night");
      const made = await Promise.all([digestsAt("2040-03-06T02:00:00.000Z"), digestsAt("2040-03-06T02:00:00.000Z")]);
      assert.deepEqual(made.toSorted(), [0, 1]);
      const number = (await inside("select number from complaint_row order by arrival limit 1")).rows[0]
        ?.number as string;
      const [mail, ...more] = await left();
      assert.deepEqual([mail?.to, more], ["lan@vntt.example", []]);
      assert.equal(mail?.headers["subject"], "2 việc đang chờ bạn – VNTT, thành viên Becamex IDC");
      assert.equal(mail?.headers["auto-submitted"], "auto-generated");
      assert.match(
        mail?.text ?? "",
        new RegExp(`^Chào Người lan,\n\n.*\n- Đã quá hạn: ${number}\n- Bạn được nhắc đến trong ${number}\n`),
      );
      assert.ok(mail?.text.includes("https://hoiam.example/thong-bao"));
      assert.match(
        mail?.headers["list-unsubscribe"] ?? "",
        /^<https:\/\/hoiam\.example\/api\/v1\/public\/daily-mail\/vntt\/lan\/[0-9a-f]{32}>$/,
      );
      assert.equal(mail?.headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
      assert.equal(await digestsAt("2040-03-07T02:00:00.000Z"), 0, "nothing new came since");
      assert.equal(await digestsAt("2040-03-10T02:00:00.000Z"), 0);
      const { rows } = await inside("select 1 from notification where kind = 'inbox-digest'");
      assert.equal(rows.length, 0, "a mail about the inbox is no news in it");
    });

    it("is in the language of its reader, drops what was read meanwhile, and is not sent to who wants none", async () => {
      await lan("PUT", "/session/language", { language: "en" });
      await notice("n3", "2040-03-11T03:00:00.000Z");
      assert.equal(await digestsAt("2040-03-12T02:00:00.000Z"), 1);
      const [mail] = await left();
      assert.match(mail?.text ?? "", /^Hello Người lan,\n/);
      server.received.length = 0;
      await notice("n4", "2040-03-12T03:00:00.000Z");
      assert.equal(await digestsAt("2040-03-13T02:00:00.000Z"), 1);
      await inside("update notification set read_at = now()");
      assert.deepEqual(await left(), []);
      assert.deepEqual((await lan("GET", "/notifications/daily-mail")).body, {
        isWanted: true,
        email: "lan@vntt.example",
        isSent: false,
      });
      assert.equal((await lan("PUT", "/notifications/daily-mail", { isWanted: false })).status, 200);
      assert.equal((await lan("GET", "/notifications/daily-mail")).body.isWanted, false);
      await notice("n5", "2040-03-13T03:00:00.000Z");
      assert.equal(await digestsAt("2040-03-14T02:00:00.000Z"), 0);
      await lan("PUT", "/notifications/daily-mail", { isWanted: true });
      assert.equal(await digestsAt("2040-03-15T02:00:00.000Z"), 1);
    });
  });
});
