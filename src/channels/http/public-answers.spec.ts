import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { keyForMail } from "../../access/answer-links.ts";
import { removeExpired } from "../../access/remove-expired.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";

const call = {
  channel: "phone",
  kind: "incident",
  service: "internet",
  customer: { name: "Nguyễn Thị Hoa", phone: "0912 345 678", address: "12 Lê Lợi" },
  content: "Mất mạng từ sáng",
};
const answer = { cause: "Đứt cáp tại trụ 14", measure: "Hàn nối lại", answeredBy: "Anh Tú, đội Bắc" };

describe("a link to answer by", () => {
  let test: TestApi;
  let lan: Caller;
  let technician: Caller;
  let billing: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    billing = await test.person("vntt", "cuoc", "unit-member@bp-cuoc");
  });
  after(() => test.close());

  const asked = async (): Promise<{ id: string; path: string; coordinationId: string }> => {
    const { body } = await lan("POST", "/complaints", call);
    const id: string = body.complaintId;
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const made = await lan("POST", `/complaints/${id}/coordinations`, {
      requests: [{ unit: "p-ktvt", via: "phone", question: "Bao giờ nối xong?" }],
    });
    const { coordinationId } = made.body.events.find(
      ({ type }: { type: string }) => type === "CoordinationRequested",
    ).data;
    return { id, coordinationId, path: `/complaints/${id}/coordinations/${coordinationId}` };
  };
  const linkTo = async (path: string, more: object = {}, by = lan): Promise<string> => {
    const made = await by("POST", `${path}/answer-links`, { sentTo: "Anh Tú", ...more });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.match(made.body.url, /^http:\/\/localhost:8080\/tra-loi\/vntt-[0-9a-f]{32}$/);
    return made.body.url.split("/").at(-1);
  };
  const get = (key: string, from = "198.51.100.7") =>
    ask(test.api, { method: "GET", url: `/api/v1/public/answers/${key}`, headers: { "x-forwarded-for": from } });
  const post = (key: string, payload: object) =>
    ask(test.api, { method: "POST", url: `/api/v1/public/answers/${key}`, payload });
  const answersOf = async (id: string) => {
    const { body } = await lan("GET", `/complaints/${id}/events?limit=200`);
    return body.events.filter(({ type }: { type: string }) => type === "CoordinationAnswered");
  };

  it("shows the question and what goes with it, and nothing of the customer", async () => {
    const { path } = await asked();
    const { status, body } = await get(await linkTo(path));
    assert.equal(status, 200);
    assert.deepEqual(
      [body.question, body.unit, body.sentTo, body.returnedFor, body.documents, body.information],
      ["Bao giờ nối xong?", "P. KTVT", "Anh Tú", null, [], []],
    );
    assert.ok(body.remaining.workingMs > 0);
    for (const secret of ["Hoa", "0912", "Lê Lợi", "Mất mạng"])
      assert.ok(!JSON.stringify(body).includes(secret), secret);
  });

  it("takes one answer, which the log knows by the link and the name that was typed", async () => {
    const { id, path } = await asked();
    const key = await linkTo(path);
    const done = await post(key, answer);
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const [event] = await answersOf(id);
    assert.equal(event.actor.kind, "link");
    assert.equal(event.actor.personId, undefined);
    assert.deepEqual(
      [event.data.cause, event.data.measure, event.data.answeredBy],
      [answer.cause, answer.measure, answer.answeredBy],
    );
    assert.deepEqual([(await get(key)).status, (await get(key)).body.title], [404, "link-over"]);
  });

  it("makes one answer of a double press, and takes no other one", async () => {
    const { id, path } = await asked();
    const key = await linkTo(path);
    const pressed = await Promise.all([post(key, answer), post(key, answer)]);
    assert.deepEqual(
      pressed.map(({ status }) => status),
      [201, 201],
    );
    assert.equal((await post(key, answer)).status, 201);
    assert.equal((await post(key, { ...answer, cause: "Khác" })).body.title, "link-over");
    assert.equal((await answersOf(id)).length, 1);
    await lan("POST", `${path}/returns`, { reason: "Chưa rõ nguyên nhân" });
    assert.equal((await post(key, { ...answer, cause: "Khác" })).body.title, "link-over");
    assert.equal((await get(key)).body.title, "link-over");
    assert.equal((await get(await linkTo(path))).body.returnedFor, "Chưa rõ nguyên nhân");
  });

  it("is over once somebody else answered, it was passed on, withdrawn, or its days are over", async () => {
    const [answered, passed, withdrawn, old] = [await asked(), await asked(), await asked(), await asked()];
    const keys = [];
    for (const { path } of [answered, passed, withdrawn, old]) keys.push(await linkTo(path));
    await technician("POST", `${answered.path}/answers`, { cause: "?", measure: "?" });
    await technician("POST", `${passed.path}/passings-on`, { unit: "bp-cuoc", reason: "Do khóa cước" });
    await lan("POST", `${withdrawn.path}/withdrawals`, { reason: "Đã rõ" });
    await writeInside(test.database.pool, "vntt", (connection) =>
      connection.query("update answer_link set expires_at = now() where coordination_id = $1", [old.coordinationId]),
    );
    for (const key of keys) {
      assert.deepEqual([(await get(key)).status, (await get(key)).body.title], [404, "link-over"]);
      assert.equal((await post(key, answer)).body.title, "link-over");
    }
  });

  it("says what is wrong with an answer, and stays good for the next try", async () => {
    const { path } = await asked();
    const key = await linkTo(path);
    const late = await post(key, { ...answer, promisedRepairOn: "2020-01-01" });
    assert.deepEqual([late.status, late.body.field], [422, "promisedRepairOn"]);
    assert.equal((await post(key, { ...answer, cause: " " })).status, 400);
    assert.equal((await get(key)).status, 200);
  });

  it("shows only the documents that were released with it", async () => {
    const { id, path } = await asked();
    const boundary = "ranh";
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="do.txt"\r\ncontent-type: text/plain\r\n\r\nKết quả đo\r\n--${boundary}--\r\n`;
    const key = await linkTo(path);
    const sent = await ask(test.api, {
      method: "POST",
      url: `/api/v1/public/answers/${key}/attachments`,
      payload,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    await lan("POST", `/complaints/${id}/documents`, { documents: [{ sha256: sent.body.sha256, name: "do.txt" }] });
    const [document] = (await lan("GET", `/complaints/${id}/documents`)).body.documents;
    const at = (of: string) =>
      ask(test.api, { method: "GET", url: `/api/v1/public/answers/${of}/documents/${document.attachmentId}` });
    assert.equal((await at(key)).status, 404);
    const released = await linkTo(path, { documents: [document.attachmentId] });
    assert.equal((await at(released)).body, "Kết quả đo");
    const photo = { ...answer, documents: [{ sha256: sent.body.sha256, name: "anh.txt" }] };
    assert.equal((await post(released, photo)).status, 201);
    assert.equal((await answersOf(id))[0].data.attachments[0].name, "anh.txt");
  });

  it("is made only by those who may answer themselves, and for a request that is open", async () => {
    const { path } = await asked();
    assert.equal((await billing("POST", `${path}/answer-links`, {})).status, 404);
    await linkTo(path, {}, technician);
    await technician("POST", `${path}/answers`, { cause: "?", measure: "?" });
    assert.equal((await lan("POST", `${path}/answer-links`, {})).status, 409);
  });

  it("goes by mail without standing in what waits to leave", async () => {
    const { path } = await asked();
    const key = await linkTo(path, { email: "tu@doitac.vn" });
    const rows = await readInside(test.database.pool, "vntt", async (connection) => {
      const found = await connection.query(
        "select recipient, kind, channel, to_jsonb(o)::text as all from outbox o where kind = 'answer-link'",
      );
      return found.rows as { recipient: string; kind: string; channel: string; all: string }[];
    });
    assert.equal(rows.length, 1);
    const [mail] = rows;
    assert.equal(mail?.channel, "email");
    assert.ok(!mail?.all.includes(key.slice(-32)));
    assert.ok(!mail?.all.includes("tu@doitac.vn"));
    const made = await writeInside(test.database.pool, "vntt", (connection) =>
      keyForMail(connection, { organisation: "vntt", answerLinkId: mail?.recipient ?? "" }),
    );
    assert.equal(made?.email, "tu@doitac.vn");
    assert.equal((await get(made?.key ?? "")).status, 200);
    assert.equal((await post(key, answer)).status, 201);
    assert.equal((await get(made?.key ?? "")).body.title, "link-over");
  });

  it("is forgotten 400 days after it was over", async () => {
    const [old, kept] = [await asked(), await asked()];
    await linkTo(old.path);
    await linkTo(kept.path);
    await writeInside(test.database.pool, "vntt", async (connection) => {
      const over = "update answer_link set expires_at = now() - $2 * interval '1 day' where coordination_id = $1";
      await connection.query(over, [old.coordinationId, 401]);
      await connection.query(over, [kept.coordinationId, 399]);
    });
    assert.equal(await removeExpired(test.database, { organisation: "vntt", limit: 100 }), 1);
  });

  it("lets nobody guess: wrong keys are told alike and wait, a right one opens", async () => {
    const { path } = await asked();
    const key = await linkTo(path);
    const from = "203.0.113.9";
    const wrong = `vntt-${"0".repeat(32)}`;
    for (const guess of [wrong, "kplus-x", `khong-co-${"1".repeat(32)}`, "%F0%9F%99%82"]) {
      const told = await get(guess, from);
      assert.deepEqual([told.status, told.body.title], [404, "link-over"], guess);
    }
    for (let tries = 5; tries <= 20; tries += 1) assert.equal((await get(wrong, from)).status, 404);
    const { status, headers } = await get(wrong, from);
    assert.equal(status, 429);
    assert.ok(Number(headers["retry-after"]) > 0);
    assert.equal((await get(key, from)).status, 200);
  });
});
