import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

const words = { content: "Mạng chậm từ hôm qua.", name: "Nguyễn Thị Đào", phone: "0912 345 678" };

describe("a customer and their complaint", () => {
  let test: TestApi;
  let lan: Caller;
  let tech: Caller;
  let keys = 0;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan-bi-mat", "clerk@cskh");
    tech = await test.person("vntt", "ky-thuat-kin", "unit-member@p-ktvt");
  });
  after(() => test.close());

  const call = (
    method: "GET" | "POST",
    path: string,
    { payload, pass, key, from = "10.0.0.1" }: { payload?: object; pass?: string; key?: string; from?: string } = {},
  ) =>
    ask(test.api, {
      method,
      url: `/api/v1/public${path}`,
      remoteAddress: from,
      ...(payload === undefined ? {} : { payload }),
      headers: {
        ...(pass === undefined ? {} : { "hoiam-pass": pass }),
        ...(method === "POST" ? { "idempotency-key": key ?? `a-key-of-this-spec-${(keys += 1)}-000000` } : {}),
      },
    });

  async function complained(): Promise<{ code: string; id: string }> {
    const made = await call("POST", "/organisations/vntt/complaints", {
      payload: { kind: "incident", service: "internet", values: words },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const found = await lan("GET", `/complaint-numbers/${made.body.number}`);
    return { code: made.body.code, id: found.body.complaintId };
  }

  async function did(by: Caller, id: string, steps: readonly (readonly [path: string, body: object])[]): Promise<void> {
    for (const [path, body] of steps) {
      const done = await by("POST", `/complaints/${id}/${path}`, body);
      assert.equal(done.status, 201, `${path}: ${JSON.stringify(done.body)}`);
    }
  }

  /** Answered after a unit was asked, with much said inside meanwhile. */
  async function answered(channel = "email"): Promise<{ code: string; id: string }> {
    const complaint = await complained();
    const { id } = complaint;
    await did(lan, id, [
      ["assignments", { personId: "lan-bi-mat" }],
      ["notes", { text: "GHI-CHU-NOI-BO khách này khó tính", mentions: [] }],
      ["coordinations", { requests: [{ unit: "p-ktvt", question: "CAU-HOI-NOI-BO", via: "email" }] }],
    ]);
    const file = await lan("GET", `/complaints/${id}`);
    const { coordinationId } = file.body.coordinations[0];
    await did(tech, id, [
      [`coordinations/${coordinationId}/answers`, { cause: "NGUYEN-NHAN-KIN", measure: "BIEN-PHAP-KIN", via: "email" }],
    ]);
    await did(lan, id, [
      [`coordinations/${coordinationId}/acceptances`, { repairDone: true }],
      ["replies", { content: "Cáp đã được thay.", channel, confirmed: ["cause-explained"] }],
    ]);
    return complaint;
  }

  async function passOf(code: string, purpose: string, complaintId: string): Promise<string> {
    const asked = await call("POST", `/complaints/${code}/one-time-codes`, { payload: { purpose } });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    const waiting = await lan("GET", `/complaints/${complaintId}/one-time-codes`);
    const { digits } = waiting.body.oneTimeCodes.find((each: { purpose: string }) => each.purpose === purpose);
    const path = `/complaints/${code}/one-time-codes/${asked.body.oneTimeCodeId}/passes`;
    const passed = await call("POST", path, { payload: { digits } });
    assert.equal(passed.status, 201, JSON.stringify(passed.body));
    return passed.body.pass;
  }

  it("shows no note, no name of staff or unit, no other customer and no cause under discussion", async () => {
    const other = await lan("POST", "/complaints", {
      channel: "phone",
      kind: "incident",
      customer: { name: "KHACH-HANG-KHAC", phone: "0999 888 777" },
      content: "VIEC-CUA-NGUOI-KHAC",
    });
    const { code, id } = await answered();
    await did(lan, id, [
      ["links", { to: other.body.complaintId, as: "related", reason: "LY-DO-NOI-BO" }],
      ["marks", { mark: "severe", on: true, reason: "DANH-DAU-KIN" }],
      ["contact-attempts", { channel: "phone", reached: false, about: "LIEN-HE-KIN" }],
    ]);
    const pass = await passOf(code, "documents", id);
    const tracked = await call("GET", `/complaints/${code}`);
    const [letter] = tracked.body.letters;
    const opened = await call("GET", `/complaints/${code}/letters/${letter.letterId}`, { pass });
    assert.deepEqual([tracked.status, opened.status], [200, 200]);
    assert.equal(opened.body.text, "Cáp đã được thay.");
    const seen = JSON.stringify([tracked.body, opened.body]);
    const secrets = [
      "GHI-CHU-NOI-BO",
      "CAU-HOI-NOI-BO",
      "NGUYEN-NHAN-KIN",
      "BIEN-PHAP-KIN",
      "LY-DO-NOI-BO",
      "DANH-DAU-KIN",
      "LIEN-HE-KIN",
      "KHACH-HANG-KHAC",
      "VIEC-CUA-NGUOI-KHAC",
      "0999",
      "lan-bi-mat",
      "ky-thuat-kin",
      "Người lan",
      "p-ktvt",
      "P. KTVT",
      "cskh",
      "CSKH",
      "coordination",
      "severe",
      id,
      other.body.complaintId,
      other.body.number,
      "0912",
      "Nguyễn Thị Đào",
    ];
    for (const secret of secrets) assert.equal(seen.includes(secret), false, secret);
    assert.deepEqual(
      tracked.body.happened.map(({ what }: { what: string }) => what),
      ["answered", "received"],
    );
    assert.deepEqual([tracked.body.where, tracked.body.letters.length], ["answered", 1]);
    assert.deepEqual([tracked.body.wasAnswered, tracked.body.isDuplicate], [true, false]);
    assert.deepEqual(tracked.body.outsideWays, ["consumer-authority", "consumer-organisation", "arbitration", "court"]);
    assert.equal("text" in letter, false);
  });

  it("lets what was answered on the telephone be read before the customer says whether it will do", async () => {
    const { code, id } = await answered("phone");
    const tracked = await call("GET", `/complaints/${code}`);
    const [letter, ...others] = tracked.body.letters;
    assert.deepEqual(others, []);
    assert.deepEqual([letter.kind, letter.toldBy, letter.opens], ["reply", "phone", true]);
    assert.equal(JSON.stringify(tracked.body).includes("Cáp đã được thay"), false);
    const unopened = await call("GET", `/complaints/${code}/letters/${letter.letterId}`);
    assert.equal(unopened.status, 403);
    const pass = await passOf(code, "documents", id);
    const opened = await call("GET", `/complaints/${code}/letters/${letter.letterId}`, { pass });
    assert.equal(opened.body.text, "Cáp đã được thay.");
  });

  it("opens by nothing but the code: not by the number, nor with a code of another provider", async () => {
    const { code } = await complained();
    const tracked = await call("GET", `/complaints/${code}`, { from: "10.0.1.1" });
    const guesses = [
      tracked.body.number,
      code.replace("vntt", "bkns"),
      code.replace(/.$/, code.endsWith("0") ? "1" : "0"),
      "vntt-0000-0000-0000-0000",
      "khong-co-0000-0000-0000-0000",
    ];
    const told = await Promise.all(guesses.map((guess) => call("GET", `/complaints/${guess}`, { from: "10.0.1.2" })));
    for (const { status, body } of told) {
      const { requestId: _requestId, ...rest } = body;
      assert.deepEqual(
        [status, rest],
        [
          404,
          {
            type: "/problems/code-unknown",
            title: "code-unknown",
            status: 404,
            detail: "Không có khiếu nại nào theo mã này. Mã có thể đã được thay bằng mã mới.",
            messages: {
              vi: "Không có khiếu nại nào theo mã này. Mã có thể đã được thay bằng mã mới.",
              en: "This code opens no complaint. It may have been replaced by a new one.",
            },
          },
        ],
      );
    }
  });

  it("makes who guesses wait, and never who has the code, from there or elsewhere", async () => {
    const { code } = await complained();
    const guess = (at: number) => call("GET", `/complaints/vntt-0000-0000-0000-${1000 + at}`, { from: "10.0.2.1" });
    const told = [];
    for (let at = 0; at < 25; at += 1) told.push((await guess(at)).status);
    assert.deepEqual(told, [...Array<number>(20).fill(404), ...Array<number>(5).fill(429)]);
    const waiting = await guess(99);
    assert.ok(Number(waiting.headers["retry-after"]) > 0);
    assert.equal((await call("GET", `/complaints/${code}`, { from: "10.0.2.1" })).status, 200);
    assert.equal((await call("GET", `/complaints/${code}`, { from: "10.0.2.2" })).status, 200);
    assert.equal((await call("GET", "/complaints/vntt-0000-0000-0000-0000", { from: "10.0.2.2" })).status, 404);
  });

  it("keeps the code as its hash, and opens no more once it is taken back", async () => {
    const { code, id } = await complained();
    const { rows } = await test.database.ownerPool
      .query("begin; select enter_organisation('vntt'); select * from tracking_code; rollback")
      .then((results) => (results as unknown as { rows: object[] }[])[2] ?? { rows: [] });
    assert.ok(rows.length > 0);
    assert.equal(JSON.stringify(rows).includes(code.slice(5)), false);
    const made = await lan("POST", `/complaints/${id}/tracking-codes`, { revokeEarlier: true });
    assert.equal(made.status, 201);
    assert.equal(made.body.url, `http://localhost:8080/tra-cuu/${made.body.code}`);
    assert.equal((await call("GET", `/complaints/${code}`)).status, 404);
    assert.equal((await call("GET", `/complaints/${made.body.code}`)).status, 200);
    const hidden = await tech("POST", `/complaints/${id}/tracking-codes`, {});
    assert.deepEqual([hidden.status, hidden.body.title], [404, "complaint-unknown"]);
  });

  it("opens a letter with a one-time code of five tries, for its purpose and the browser that asked", async () => {
    const { code, id } = await answered();
    const { body: tracked } = await call("GET", `/complaints/${code}`);
    const path = `/complaints/${code}/letters/${tracked.letters[0].letterId}`;
    assert.deepEqual((await call("GET", path)).body.title, "one-time-code-needed");
    const asked = await call("POST", `/complaints/${code}/one-time-codes`, { payload: { purpose: "documents" } });
    assert.deepEqual([asked.body.sentTo, asked.body.demonstrationDigits], ["•••• 678", null]);
    const waiting = await lan("GET", `/complaints/${id}/one-time-codes`);
    const [{ digits }] = waiting.body.oneTimeCodes;
    assert.match(digits, /^\d{6}$/);
    const messages = await lan("GET", `/complaints/${id}/messages`);
    assert.equal(
      messages.body.messages.some(({ kind }: { kind: string }) => kind === "one-time-code"),
      true,
    );
    assert.equal(JSON.stringify(messages.body).includes(digits), false);

    const wrong = digits === "000000" ? "000001" : "000000";
    const passes = `/complaints/${code}/one-time-codes/${asked.body.oneTimeCodeId}/passes`;
    for (let tries = 0; tries < 5; tries += 1) {
      const refused = await call("POST", passes, { payload: { digits: wrong } });
      assert.deepEqual([refused.status, refused.body.title], [403, "wrong-one-time-code"]);
    }
    assert.equal((await call("POST", passes, { payload: { digits } })).status, 403);
    const elsewhere = `/complaints/${code}/one-time-codes/${"0".repeat(32)}/passes`;
    assert.equal((await call("POST", elsewhere, { payload: { digits } })).body.title, "wrong-one-time-code");

    const signing = await passOf(code, "sign", id);
    assert.equal((await call("GET", path, { pass: signing })).body.title, "one-time-code-needed");
    const { code: others, id: theirs } = await answered();
    const foreign = await passOf(others, "documents", theirs);
    assert.equal((await call("GET", path, { pass: foreign })).body.title, "one-time-code-needed");
    const opened = await call("GET", path, { pass: await passOf(code, "documents", id) });
    assert.deepEqual([opened.status, opened.body.text], [200, "Cáp đã được thay."]);
  });

  it("sends so many digits to one browser and no more, and still some to another", async () => {
    const { code } = await complained();
    const send = (from: string) =>
      call("POST", `/complaints/${code}/one-time-codes`, { payload: { purpose: "accept" }, from });
    const told = [];
    for (let at = 0; at < 6; at += 1) told.push((await send("10.0.3.1")).status);
    assert.deepEqual(told, [201, 201, 201, 201, 201, 429]);
    assert.equal((await send("10.0.3.2")).status, 201);
  });

  it("refuses the answer without digits, and accepts one with them, once for a key", async () => {
    const { code, id } = await answered();
    const path = `/complaints/${code}/verdicts`;
    const { body: before } = await call("GET", `/complaints/${code}`);
    assert.deepEqual(before.may.verdicts, [
      { accepts: "yes", satisfied: "yes" },
      { accepts: "yes", satisfied: "no" },
      { accepts: "yes", satisfied: "not-asked" },
      { accepts: "no", satisfied: "no" },
      { accepts: "no", satisfied: "not-asked" },
    ]);
    const accepting = { accepts: "yes", satisfied: "yes", score: 5 };
    assert.equal((await call("POST", path, { payload: accepting })).body.title, "one-time-code-needed");
    const pass = await passOf(code, "accept", id);
    const key = "one-key-for-the-verdict-0001";
    const first = await call("POST", path, { payload: accepting, pass, key });
    assert.deepEqual([first.status, first.body.where, first.body.verdict.accepts], [201, "finishing", "yes"]);
    const again = await call("POST", path, { payload: accepting, pass, key });
    assert.equal(again.status, 201);
    const { body: log } = await lan("GET", `/complaints/${id}/events?limit=200`);
    const verdicts = log.events.filter(({ type }: { type: string }) => type === "VerdictRecorded");
    assert.equal(verdicts.length, 1);
    assert.deepEqual(verdicts[0].actor, { kind: "customer" });
    assert.deepEqual(
      [verdicts[0].data.accepts, verdicts[0].data.satisfied, verdicts[0].data.score, verdicts[0].data.channel],
      ["yes", "yes", 5, "web-form"],
    );

    const refusing = await answered();
    const refused = await call("POST", `/complaints/${refusing.code}/verdicts`, {
      payload: { accepts: "no", satisfied: "no", score: 1, words: "Vẫn chậm." },
    });
    assert.deepEqual([refused.status, refused.body.where], [201, "looked-into"]);
    assert.deepEqual(shown(refused.body.said), [["customer-does-not-accept", "Vẫn chậm.", [], 1]]);
    assert.deepEqual(shown(first.body.said), [["customer-accepts", null, [], 5]]);
    const tooEarly = await complained();
    const early = await call("POST", `/complaints/${tooEarly.code}/verdicts`, { payload: { accepts: "no" } });
    assert.deepEqual([early.status, early.body.title], [409, "not-open-to-customer"]);
  });

  it("answers what was asked for", async () => {
    const { code, id } = await complained();
    await did(lan, id, [
      ["information-requests", { wanted: ["Ảnh modem"], channel: "email", message: "Xin gửi ảnh." }],
    ]);
    const { body: asked } = await call("GET", `/complaints/${code}`);
    assert.equal(asked.where, "waiting-for-you");
    const [question] = asked.questions;
    assert.deepEqual([question.wanted, question.message, question.answeredAt], [["Ảnh modem"], "Xin gửi ảnh.", null]);
    const path = `/complaints/${code}/information`;
    const nothing = await call("POST", path, { payload: { requestId: question.requestId } });
    assert.deepEqual([nothing.status, nothing.body.title], [422, "value-needed"]);
    const sent = await call("POST", path, { payload: { requestId: question.requestId, message: "Đèn đỏ." } });
    assert.deepEqual([sent.status, sent.body.where], [201, "received"]);
    assert.notEqual(sent.body.questions[0].answeredAt, null);
    assert.deepEqual(shown(sent.body.said), [["information-received", "Đèn đỏ.", [], null]]);
  });

  it("shows back what the customer sent, and nothing that somebody of the provider wrote down", async () => {
    const { code, id } = await complained();
    await did(lan, id, [["information", { message: "KHACH-NOI-QUA-DIEN-THOAI" }]]);
    const payload = { message: "Vẫn chưa có mạng." };
    const { body } = await call("POST", `/complaints/${code}/information`, { payload });
    assert.deepEqual(shown(body.said), [["information-received", "Vẫn chưa có mạng.", [], null]]);
    assert.equal(JSON.stringify(body).includes("KHACH-NOI-QUA-DIEN-THOAI"), false);
  });

  it("signs minutes as they were shown, with name, time and hashes", async () => {
    const { code, id } = await complained();
    await did(lan, id, [
      ["papers", { paper: "settlement-minutes", content: "Hai bên thống nhất: giảm 01 tháng cước." }],
    ]);
    const { body: tracked } = await call("GET", `/complaints/${code}`);
    const [{ paperId, name }] = tracked.toSign;
    assert.deepEqual([name, tracked.may.signed], ["Biên bản kết quả giải quyết khiếu nại", true]);
    const path = `/complaints/${code}/papers/${paperId}`;
    assert.equal((await call("GET", path)).body.title, "one-time-code-needed");
    const pass = await passOf(code, "sign", id);
    const paper = await call("GET", path, { pass });
    // sha256sum of the text, worked out beforehand.
    const documentSha256 = "093a7e86af05025a07048cee99b6576c328df5ba52967a12dc5ee790888bb2a8";
    assert.equal(paper.body.text, "Hai bên thống nhất: giảm 01 tháng cước.");
    assert.equal(paper.body.documentSha256, documentSha256);
    const form = new FormData();
    form.append(
      "file",
      new Blob([Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex")]),
      "ky.png",
    );
    const picture = await ask(test.api, {
      method: "POST",
      url: "/api/v1/public/organisations/vntt/attachments",
      payload: form,
    });
    const signature = { sha256: picture.body.sha256, name: "chu-ky.png" };
    const sign = (change: object) =>
      call("POST", `${path}/signatures`, {
        pass,
        payload: { signer: "Nguyễn Thị Đào", documentSha256, signature, ...change },
      });
    const changed = await sign({ documentSha256: "0".repeat(64) });
    assert.deepEqual([changed.status, changed.body.title], [409, "changed-meanwhile"]);
    const signed = await sign({});
    assert.deepEqual([signed.status, signed.body.toSign], [201, []]);
    assert.deepEqual(shown(signed.body.said), [["paper-signed", null, [], null]]);
    const [copy] = signed.body.letters;
    assert.deepEqual([copy.letterId, copy.name, copy.number], [paperId, name, null]);
    const read = await call("GET", `/complaints/${code}/letters/${paperId}`, {
      pass: await passOf(code, "documents", id),
    });
    assert.equal(read.body.text, "Hai bên thống nhất: giảm 01 tháng cước.");
    assert.equal(JSON.stringify(signed.body).includes("Nguyễn Thị Đào"), false);
    const { body: log } = await lan("GET", `/complaints/${id}/events?limit=200`);
    const fact = log.events.find(({ type }: { type: string }) => type === "PaperSigned");
    assert.deepEqual(fact.data, {
      paperId,
      by: "customer",
      signer: "Nguyễn Thị Đào",
      signedOn: "screen",
      documentSha256,
      signatureSha256: picture.body.sha256,
    });
  });
});

type Said = { what: string; words: string | null; files: string[]; score: number | null };

function shown(said: Said[]): unknown[] {
  return said.map(({ what, words: typed, files, score }) => [what, typed, files, score]);
}
