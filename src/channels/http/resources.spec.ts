import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("lists, the directory and people", () => {
  let test: TestApi;
  let lan: Caller;
  let admin: Caller;
  let stranger: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    admin = await test.person("vntt", "quan-tri", "administrator@cskh");
    stranger = await test.person("kplus", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const register = async (content: string, more: object = {}) => {
    const made = await lan("POST", "/complaints", { channel: "phone", content, ...more });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.complaintId as string;
  };
  const ids = (body: { items: { complaintId: string }[] }) => body.items.map(({ complaintId }) => complaintId);

  it("gives the work queue page by page, the nearest due first, and takes each cursor for its own list only", async () => {
    const late = await register("Cũ", { occurredAt: "2026-02-12T10:00:00+07:00" });
    const fresh = [await register("Mới một"), await register("Mới hai")];
    const first = await lan("GET", "/work-queues/all?limit=2");
    assert.equal(first.body.items[0].complaintId, late);
    const { remaining } = first.body.items[0];
    assert.ok(remaining.workingMs < 0 && remaining.openDays < 0, JSON.stringify(remaining));
    const { body: file } = await lan("GET", `/complaints/${late}/clocks`);
    assert.ok(file.clocks.every((clock: { remaining: { openDays: number } }) => clock.remaining.openDays < 0));
    assert.equal(first.body.items.length, 2);
    const cursor = encodeURIComponent(first.body.nextCursor);
    const second = await lan("GET", `/work-queues/all?limit=2&cursor=${cursor}`);
    assert.deepEqual(new Set([...ids(first.body), ...ids(second.body)]), new Set([late, ...fresh]));
    assert.equal(second.body.nextCursor, null);
    const misused = [
      await stranger("GET", `/work-queues/all?limit=2&cursor=${cursor}`),
      await lan("GET", `/work-queues/mine?cursor=${cursor}`),
      await lan("GET", `/complaints?cursor=${cursor}`),
      await lan("GET", "/complaints?cursor=Zm9v"),
    ];
    for (const { status, body } of misused) assert.deepEqual([status, body.title], [400, "bad-cursor"]);
    assert.deepEqual((await stranger("GET", "/work-queues/all")).body.items, []);
    const { body: counts } = await lan("GET", "/work-queues");
    assert.deepEqual([counts.all.open, counts.all.overdue, counts.mine.open, counts.all.unassigned], [3, 1, 0, 3]);
  });

  it("finds complaints by words without tone marks, and lists them by filters", async () => {
    const id = await register("Cước tháng ba tính sai");
    const found = await lan("GET", `/complaints?search=${encodeURIComponent("cuoc thang ba")}`);
    assert.deepEqual(ids(found.body), [id]);
    assert.equal(typeof found.body.items[0].remaining.workingMs, "number");
    assert.deepEqual((await stranger("GET", "/complaints?search=cuoc")).body.items, []);
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    assert.deepEqual(ids((await lan("GET", "/work-queues/mine")).body), [id]);
    assert.deepEqual(ids((await lan("GET", "/complaints?ownerId=lan&sort=arrival")).body), [id]);
    const other = await register("Cước tháng tư tính sai");
    const narrowed = async (query: string) => ids((await lan("GET", `/complaints?search=cuoc+tinh+sai&${query}`)).body);
    assert.deepEqual(await narrowed("open=true"), [other, id]);
    assert.deepEqual(await narrowed("ownerId=lan&open=true&phase=under-way"), [id]);
    assert.deepEqual(await narrowed("unassigned=true&channel=phone"), [other]);
    assert.deepEqual(await narrowed("due=overdue"), []);
    assert.deepEqual(await narrowed("open=false"), []);
    const page = await lan("GET", "/complaints?search=cuoc+tinh+sai&open=true&limit=1");
    const rest = await lan("GET", `/complaints?search=cuoc+tinh+sai&open=true&cursor=${page.body.nextCursor}`);
    assert.deepEqual([ids(page.body), ids(rest.body)], [[other], [id]]);
    const misused = await lan("GET", `/complaints?search=cuoc+tinh+sai&cursor=${page.body.nextCursor}`);
    assert.equal(misused.status, 400);
    assert.ok(!ids((await lan("GET", "/complaints?unassigned=true")).body).includes(id));
  });

  it("shows a unit what it is asked, and nothing else", async () => {
    const technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    const id = await register("Chập chờn", { kind: "incident", service: "internet" });
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const asked = await lan("POST", `/complaints/${id}/coordinations`, {
      requests: [{ unit: "p-ktvt", via: "phone", question: "Kiểm tra tuyến cáp" }],
    });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    const inbox = await technician("GET", "/coordinations");
    assert.deepEqual(ids(inbox.body), [id]);
    const { coordinationId, dueAt, remaining } = inbox.body.items[0];
    assert.equal(remaining === null, dueAt === null);
    const confirmed = await technician("POST", `/complaints/${id}/coordinations/${coordinationId}/confirmations`, {});
    assert.equal(confirmed.status, 201, JSON.stringify(confirmed.body));
    assert.equal((await technician("GET", `/complaints/${id}`)).status, 200);
    assert.equal((await technician("GET", "/coordinations?unit=bp-cuoc")).status, 403);
    const strayField = await technician("POST", `/complaints/${id}/coordinations/${coordinationId}/answers`, {
      coordinationId,
    });
    assert.equal(strayField.status, 400);
  });

  it("knows a customer by what the provider's pack says, and by nothing else", async () => {
    const thuy = await test.person("kplus", "thuy", "clerk@hotline-desk");
    assert.deepEqual((await thuy("GET", "/customer-identifiers")).body.kinds, [
      { kind: "card-number", name: "Số thẻ giải mã" },
      { kind: "receiver-number", name: "Số đầu thu" },
    ]);
    assert.deepEqual((await lan("GET", "/customer-identifiers")).body.kinds, []);
    const card = { kind: "card-number", asWritten: "9021 5540 3377" };
    const receiver = { kind: "receiver-number", asWritten: "SD-330-7700125" };
    const fields = { name: "Nguyễn Văn Mười", identifiers: [card, receiver] };
    const made = await thuy("POST", "/customers", fields);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.deepEqual(made.body.identifiers, [card, receiver]);
    for (const words of ["902155403377", "9021-5540", "sd330 7700125"]) {
      const { body } = await thuy("GET", `/customers?search=${encodeURIComponent(words)}`);
      assert.deepEqual(
        body.customers.map(({ name }: { name: string }) => name),
        ["Nguyễn Văn Mười"],
        words,
      );
    }
    assert.deepEqual((await thuy("GET", "/customers?search=902155403377&kind=contract")).body.customers, []);
    const refused = await lan("POST", "/customers", fields);
    assert.deepEqual(
      [refused.status, refused.body.type, refused.body.field],
      [422, "/problems/unknown-identifier", "identifiers.0.kind"],
    );
    const form = await thuy("GET", "/procedures/khieu-nai/registration");
    assert.deepEqual(form.body.identifiers, ["card-number", "receiver-number"]);
  });

  it("knows a customer by any form of the number, and keeps two people from overwriting each other", async () => {
    const fields = {
      name: "Nguyễn Thị Đào",
      identifiers: [
        { kind: "phone", asWritten: "+84 912.345.678" },
        { kind: "contract", asWritten: "HĐ-01/2018" },
      ],
    };
    const key = { "idempotency-key": "khach-1" };
    const made = await lan("POST", "/customers", fields, key);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.deepEqual((await lan("POST", "/customers", fields, key)).body, made.body);
    assert.equal((await lan("POST", "/customers", { ...fields, name: "Khác" }, key)).status, 409);
    for (const words of ["0912345678", "0912 345", "hd 012018", "nguyen thi", "Nguyễn THỊ đào"]) {
      const { body } = await lan("GET", `/customers?search=${encodeURIComponent(words)}`);
      assert.deepEqual(
        body.customers.map(({ customerId }: { customerId: string }) => customerId),
        [made.body.customerId],
        words,
      );
      assert.deepEqual((await stranger("GET", `/customers?search=${encodeURIComponent(words)}`)).body.customers, []);
    }
    const path = `/customers/${made.body.customerId}`;
    assert.equal((await stranger("GET", path)).status, 404);
    assert.equal((await admin("GET", path)).status, 403);
    assert.equal((await lan("PUT", path, { ...fields, note: "gọi buổi sáng" }, { "if-match": '"1"' })).body.version, 2);
    const stale = await lan("PUT", path, fields, { "if-match": '"1"' });
    assert.deepEqual([stale.status, stale.body.title], [409, "changed-meanwhile"]);
    assert.equal((await lan("DELETE", path)).status, 204);
    assert.equal((await lan("GET", path)).status, 404);
  });

  it("lets administrators add people and give roles by the day, and nobody else", async () => {
    const person = { personId: "moi", name: "Người mới", signInName: "moi", password: "mật khẩu đủ dài" };
    assert.equal((await lan("POST", "/people", person)).status, 403);
    assert.equal((await admin("POST", "/people", person)).status, 201);
    assert.equal((await admin("POST", "/people", person)).body.title, "name-taken");
    assert.equal((await admin("POST", "/people", { ...person, personId: "moi-2" })).body.field, "signInName");
    const role = { role: "clerk", unit: "cskh", fromOn: "2020-01-01" };
    assert.equal((await admin("POST", "/people/moi/roles", { ...role, unit: "nowhere" })).body.title, "unknown-unit");
    assert.equal((await admin("POST", "/people/moi/roles", { ...role, toOn: "2019-01-01" })).status, 400);
    const given = await admin("POST", "/people/moi/roles", role);
    assert.equal(given.status, 201, JSON.stringify(given.body));
    assert.equal((await admin("GET", "/people/moi")).body.roles[0].role, "clerk");
    const signIn = { organisation: "vntt", signInName: "moi", password: person.password };
    const signedIn = await ask(test.api, { method: "POST", url: "/api/v1/session", payload: signIn });
    const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
    assert.equal(
      (await admin("PATCH", `/people/moi/roles/${given.body.roleHeldId}`, { toOn: "2020-12-31" })).body.toOn,
      "2020-12-31",
    );
    assert.deepEqual((await admin("GET", "/people/moi")).body.roles, []);
    assert.equal((await admin("PATCH", "/people/moi", { isClosed: true })).body.isClosed, true);
    const closed = await ask(test.api, { method: "GET", url: "/api/v1/session", headers: { cookie } });
    assert.equal(closed.status, 401);
    assert.equal((await ask(test.api, { method: "POST", url: "/api/v1/session", payload: signIn })).status, 401);
  });

  it("keeps a token to its scopes, its person and its organisation", async () => {
    const made = await lan(
      "POST",
      "/tokens",
      { name: "nạp dữ liệu", scopes: ["read"], days: 1 },
      { "idempotency-key": "t" },
    );
    assert.equal(made.status, 201);
    const repeated = await lan(
      "POST",
      "/tokens",
      { name: "nạp dữ liệu", scopes: ["read"], days: 1 },
      { "idempotency-key": "t" },
    );
    assert.deepEqual([repeated.body.tokenId, repeated.body.secret], [made.body.tokenId, undefined]);
    const by = (secret: string, method: "GET" | "POST", url: string, payload?: object) =>
      ask(test.api, {
        method,
        url: `/api/v1${url}`,
        headers: { authorization: `Bearer ${secret}` },
        ...(payload ? { payload } : {}),
      });
    const { secret } = made.body;
    assert.equal((await by(secret, "GET", "/session")).body.personId, "lan");
    const beyond = await by(secret, "POST", "/complaints", { channel: "phone", content: "a" });
    assert.deepEqual([beyond.status, beyond.body.title], [403, "scope-missing"]);
    assert.equal((await by(secret.replace("ha_vntt", "ha_kplus"), "GET", "/session")).status, 401);
    assert.equal((await by(`${secret.slice(0, -1)}_`, "GET", "/session")).status, 401);
    assert.equal((await lan("DELETE", `/tokens/${made.body.tokenId}`)).status, 200);
    assert.equal((await by(secret, "GET", "/session")).status, 401);
    assert.equal((await stranger("DELETE", `/tokens/${made.body.tokenId}`)).status, 404);
  });

  it("shows procedures, editions and units of one's own organisation, and counts terms on its calendar", async () => {
    const { body } = await lan("GET", "/procedures?on=2020-01-01");
    assert.deepEqual(
      body.procedures.map(({ procedure }: { procedure: string }) => procedure),
      ["kd-qt04"],
    );
    const { hash } = body.procedures[0];
    const edition = await lan("GET", `/editions/${hash}`);
    assert.ok(edition.body.stages.length > 3 && edition.body.readings.length > 0 && edition.body.header.title);
    assert.equal((await stranger("GET", `/editions/${hash}`)).status, 404);
    assert.ok((await lan("GET", "/units")).body.units.some(({ unitId }: { unitId: string }) => unitId === "p-ktvt"));
    const due = await lan(
      "GET",
      `/due?from=${encodeURIComponent("2026-02-12T10:00:00+07:00")}&term=2%20working%20days`,
    );
    assert.equal(due.body.dueOn, "2026-02-23");
    assert.equal((await lan("GET", "/due?from=1700-01-01T00:00:00Z&term=2%20days")).body.title, "cannot-count");
    const nowhere = await lan("GET", "/due?from=2026-02-12T03:00:00Z&term=2%20days&procedure=kd-qt99");
    assert.deepEqual([nowhere.status, nowhere.body.title, nowhere.body.field], [422, "unknown-procedure", "procedure"]);
    const { body: known } = await ask(test.api, { method: "GET", url: "/api/v1/organisations" });
    assert.ok(known.organisations.length >= 5);
  });

  it("shows what a change of the calendar would move, then moves it", async () => {
    const id = await register("Chờ lịch mới");
    const before = await lan("GET", `/complaints/${id}/clocks`);
    const reply = before.body.clocks.find((clock: { rule: string }) => clock.rule === "reply-2wd");
    const { rules } = (await lan("GET", "/calendars")).body;
    const { offsetMinutes: _vietnam, ...own } = rules;
    const change = {
      rules: { ...own, closures: [{ date: reply.dueOn, reason: "Cúp điện" }] },
      reason: "Cúp điện",
      preview: true,
    };
    assert.equal((await lan("POST", "/calendars", change)).status, 403);
    const preview = await admin("POST", "/calendars", change);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    const moved = preview.body.moved.find((clock: { complaintId: string }) => clock.complaintId === id);
    assert.deepEqual([moved.from, preview.body.number], [reply.dueAt, null]);
    assert.equal((await lan("GET", `/complaints/${id}/clocks`)).body.clocks[0].dueAt, before.body.clocks[0].dueAt);
    assert.equal((await admin("POST", "/calendars", { ...change, preview: false })).body.number, 1);
    const after = await lan("GET", `/complaints/${id}/clocks?proof=full`);
    const late = after.body.clocks.find((clock: { rule: string }) => clock.rule === "reply-2wd");
    assert.equal(late.dueAt, moved.to);
    assert.match(JSON.stringify(late.proof), /Cúp điện/);
    assert.equal((await lan("GET", "/calendars")).body.changes[0].reason, "Cúp điện");
    const wrong = await admin("POST", "/calendars", {
      ...change,
      rules: { ...own, shifts: [{ from: "17:00", to: "08:00" }] },
    });
    assert.equal(wrong.body.title, "calendar-rules");
  });

  it("finds a complaint by its number, and shows what left on its account", async () => {
    const id = await register("Theo số");
    const { number } = (await lan("GET", `/complaints/${id}`)).body;
    assert.equal((await lan("GET", `/complaint-numbers/${number.toLowerCase()}`)).body.complaintId, id);
    assert.equal((await stranger("GET", `/complaint-numbers/${number}`)).status, 404);
    assert.ok(Array.isArray((await lan("GET", `/complaints/${id}/messages`)).body.messages));
  });
});
