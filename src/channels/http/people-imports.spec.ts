import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";

type Told = {
  line: number;
  outcome: string;
  personId: string | null;
  changes: object[];
  roles: { name: string }[];
  problems: { field: string; vi: string }[];
};

describe("a list of staff", () => {
  let test: TestApi;
  let admin: Caller;
  before(async () => {
    test = await openTestApi();
    admin = await test.person("vntt", "tuan", "administrator@cskh");
    await test.person("vntt", "hoa", "clerk@cskh");
    await test.person("vntt", "cu", "clerk@cskh");
    await admin("PATCH", "/people/cu", { isClosed: true });
  });
  after(() => test.close());

  const line = (place: number, [name, signInName, email, unit, ...roles]: string[]) => ({
    line: place,
    name,
    signInName,
    email,
    unit,
    roles,
  });
  const list = [
    line(2, ["Lê  Thị Lan", "Lan.Le", "lan.le@vntt.example", "CSKH", "NV. CSKH", "records-clerk"]),
    line(3, ["Người hoa", "hoa@vntt", "hoa@vntt.example", "cskh", "clerk", "unit-member@P. KTVT"]),
    line(4, ["Người hoa", "hoa", "", "", ""]),
    line(5, ["", "khong ten", "không phải thư", "Phòng Ma", "clerk"]),
    line(6, ["Người tuan", "tuan", "", "cskh", "approver"]),
    line(7, ["Người cu", "cu", "", "cskh", "clerk"]),
    line(8, ["Vũ Nam", "nam", "", "cskh", "Giám sát trưởng"]),
  ];
  const send = (preview: boolean, lines = list, more = {}) =>
    admin("POST", "/people-imports", { lines, preview, ...more });
  const facts = async () =>
    (await admin("GET", "/organisation-log")).body.facts as { type: string; actor: object; data: object }[];

  it("is previewed line by line: what changes, what is wrong, in which column, how to mend it; and nothing is written", async () => {
    const before = (await facts()).length;
    const { status, body } = await send(true);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body.counts, { added: 1, changed: 1, unchanged: 0, refused: 5 });
    const told = body.lines as Told[];
    assert.deepEqual(
      told.map((each) => [
        each.line,
        each.outcome,
        each.roles.map(({ name }) => name),
        each.problems.map(({ field }) => field),
      ]),
      [
        [2, "added", ["NV. CSKH", "Văn thư"], []],
        [3, "changed", ["NV. P. KTVT"], []],
        [4, "refused", [], ["signInName"]],
        [5, "refused", [], ["name", "signInName", "email", "unit"]],
        [6, "refused", ["Người duyệt · CSKH"], ["roles"]],
        [7, "refused", [], ["signInName"]],
        [8, "refused", [], ["roles"]],
      ],
    );
    assert.deepEqual(told[1]?.changes, [{ field: "email", from: null, to: "hoa@vntt.example" }]);
    assert.match(told[2]?.problems[0]?.vi ?? "", /đã có ở dòng 3: gộp vai trò vào một dòng/);
    assert.match(told[4]?.problems[0]?.vi ?? "", /Không ai tự giao vai trò cho mình/);
    assert.match(
      told[6]?.problems[0]?.vi ?? "",
      /Không có vai trò «Giám sát trưởng» ở CSKH. Dùng một trong: clerk \(NV. CSKH\)/,
    );
    assert.equal((await facts()).length, before);
    assert.equal((await admin("GET", "/people/lan-le")).status, 404);
  });

  it("is carried out without the refused lines; each role stands in the log as one given by hand", async () => {
    const before = (await facts()).length;
    const { body } = await send(false);
    assert.deepEqual(body.counts, { added: 1, changed: 1, unchanged: 0, refused: 5 });
    assert.equal(body.lines[0].personId, "lan-le");
    assert.match(body.lines[0].password, /^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    const fromOn = dayInVietnam(new Date().toISOString());
    const given = { fromOn, toOn: null };
    const made = (await facts()).slice(before);
    const ids = made.map(({ data }) => (data as { roleHeldId?: string }).roleHeldId);
    assert.deepEqual(
      made.map(({ type, actor, data }) => ({ type, actor, data })),
      [
        { type: "PersonAdded", data: { personId: "lan-le" } },
        { type: "RoleGiven", data: { roleHeldId: ids[1], personId: "lan-le", role: "clerk", unit: "cskh", ...given } },
        {
          type: "RoleGiven",
          data: { roleHeldId: ids[2], personId: "lan-le", role: "records-clerk", unit: "cskh", ...given },
        },
        { type: "PersonChanged", data: { personId: "hoa", fields: ["email"] } },
        {
          type: "RoleGiven",
          data: { roleHeldId: ids[4], personId: "hoa", role: "unit-member", unit: "p-ktvt", ...given },
        },
      ].map((fact) => ({ ...fact, actor: { kind: "person", personId: "tuan" } })),
    );
  });

  it("changes nothing the second time", async () => {
    const before = (await facts()).length;
    const { body } = await send(false);
    assert.deepEqual(body.counts, { added: 0, changed: 0, unchanged: 2, refused: 5 });
    assert.equal((await facts()).length, before);
  });

  it("tells the passwords once, also to a request that comes again", async () => {
    const headers = { "idempotency-key": "danh-sach-1" };
    const body = { lines: [line(2, ["Đỗ Mai", "mai", "", "cskh", "clerk"])], preview: false };
    const first = await admin("POST", "/people-imports", body, headers);
    const again = await admin("POST", "/people-imports", body, headers);
    const { password, ...kept } = first.body.lines[0];
    assert.equal(typeof password, "string");
    assert.deepEqual(again.body.lines, [kept]);
  });

  it("lets who was added in with or without the provider's name, and to nothing before a password of their own", async () => {
    const { body } = await send(false, [line(2, ["Hồ An", "an", "", "cskh", "clerk"])]);
    const { password } = body.lines[0];
    const payload = { signInName: "an@vntt", password };
    const opened = await test.api.inject({ method: "POST", url: "/api/v1/session", payload });
    assert.equal(opened.statusCode, 201, opened.body);
    assert.equal(opened.json().mustChangePassword, true);
    const headers = { cookie: String(opened.headers["set-cookie"]).split(";")[0] ?? "" };
    const as = (method: "GET" | "PUT", path: string, sent?: object) =>
      ask(test.api, { method, url: `/api/v1${path}`, headers, ...(sent ? { payload: sent } : {}) });
    const early = await as("GET", "/work-queues");
    assert.deepEqual([early.status, early.body.title], [403, "own-password-needed"]);
    const same = await as("PUT", "/session/password", { currentPassword: password, newPassword: password });
    assert.deepEqual([same.status, same.body.title], [422, "password-not-new"]);
    const own = { currentPassword: password, newPassword: "của riêng tôi thôi" };
    assert.equal((await as("PUT", "/session/password", own)).status, 204);
    const fresh = { organisation: "vntt", signInName: "an", password: "của riêng tôi thôi" };
    const again = await test.api.inject({ method: "POST", url: "/api/v1/session", payload: fresh });
    assert.equal(again.json().mustChangePassword, false);
  });

  it("takes no name with a letter that only looks Latin for somebody new", async () => {
    const { body } = await send(true, [
      line(2, ["Người hoa", "h\u043Ea", "", "", ""]),
      line(3, ["Đặng Th\u0456 Hoa", "dang-hoa", "", "", ""]),
      line(4, ["Đặng Thị Hòa-Ý O’Brien", "đặng.hòa", "", "", ""]),
    ]);
    assert.deepEqual(
      (body.lines as Told[]).map(({ outcome, problems }) => [outcome, problems.map(({ field }) => field)]),
      [
        ["refused", ["signInName"]],
        ["refused", ["name"]],
        ["added", []],
      ],
    );
  });

  it("keeps nobody else waiting while passwords are made unreadable", async () => {
    const quyen = await test.person("vntt", "quyen", "administrator@cskh");
    const lines = Array.from({ length: 40 }, (_, place) =>
      line(place + 1, [`Người ${place}`, `nguoi-${place}`, "", "", ""]),
    );
    const begun = performance.now();
    let tookMs: number | undefined;
    const importing = send(false, lines).finally(() => (tookMs = performance.now() - begun));
    let longestMs = 0;
    while (tookMs === undefined) {
      const asked = performance.now();
      const role = { role: "unit-member", unit: "p-ktvt", fromOn: "2026-01-01" };
      assert.equal((await quyen("POST", "/people/hoa/roles", role)).status, 201);
      longestMs = Math.max(longestMs, performance.now() - asked);
    }
    // A share of the same run: who held the log for all of it kept the other waiting for nearly as long.
    assert.ok(longestMs < tookMs / 2, `${longestMs} of ${tookMs} ms`);
    assert.equal((await importing).body.counts.added, 40);
  });

  it("is for administrators in their own right", async () => {
    const clerk = await test.person("vntt", "thu", "clerk@cskh");
    const sent = { lines: [line(2, ["Hồ An", "an", "", "", ""])], preview: true };
    assert.equal((await clerk("POST", "/people-imports", sent)).status, 403);
    await test.person("vntt", "quynh", "administrator@cskh");
    const lent = { deputyId: "thu", fromOn: "2020-01-01", toOn: "2099-12-31" };
    assert.equal((await admin("POST", "/people/quynh/delegations", lent)).status, 201);
    const acting = { "hoiam-acting-for": "quynh" };
    assert.equal((await clerk("POST", "/people-imports", sent, acting)).status, 403);
  });
});

describe("a password that somebody else set", () => {
  let test: TestApi;
  let admin: Caller;
  before(async () => {
    test = await openTestApi();
    admin = await test.person("vntt", "tuan", "administrator@cskh");
  });
  after(() => test.close());
  const signIn = (signInName: string, password: string) =>
    ask(test.api, { method: "POST", url: "/api/v1/session", payload: { organisation: "vntt", signInName, password } });

  it("lets in once, and the person is told who set it", async () => {
    await test.person("vntt", "lan", "clerk@cskh");
    const made = await admin("POST", "/people/lan/one-time-passwords");
    assert.deepEqual([made.status, made.body.signInName, made.body.days], [201, "lan", 14]);
    const opened = await signIn("lan", made.body.password);
    assert.equal(opened.body.mustChangePassword, true);
    const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
    const payload = { currentPassword: made.body.password, newPassword: "của riêng tôi thôi" };
    await ask(test.api, { method: "PUT", url: "/api/v1/session/password", headers: { cookie }, payload });
    const own = await signIn("lan", "của riêng tôi thôi");
    const headers = { cookie: String(own.headers["set-cookie"]).split(";")[0] ?? "" };
    const { body } = await ask(test.api, { method: "GET", url: "/api/v1/notifications", headers });
    assert.deepEqual(
      body.items.map(({ kind, complaintId, byName }: Record<string, unknown>) => ({ kind, complaintId, byName })),
      [{ kind: "password-set", complaintId: null, byName: "Người tuan" }],
    );
  });

  it("opens nothing after fourteen days", async () => {
    await test.person("vntt", "hoa", "clerk@cskh");
    const made = await admin("POST", "/people/hoa/one-time-passwords");
    const ago = (days: number) =>
      test.database.ownerPool.query(
        `begin; select enter_organisation('vntt');
         update person set one_time_until = one_time_until - interval '${days} days' where person_id = 'hoa'; commit`,
      );
    await ago(13);
    assert.equal((await signIn("hoa", made.body.password)).status, 201);
    await ago(1);
    assert.deepEqual((await signIn("hoa", made.body.password)).body.title, "wrong-sign-in");
  });

  it("is nobody's way around their own present password", async () => {
    const refused = await admin("PATCH", "/people/tuan", { password: "mật khẩu mới của tôi" });
    assert.deepEqual([refused.status, refused.body.title], [403, "own-password-elsewhere"]);
    assert.equal((await admin("POST", "/people/tuan/one-time-passwords")).status, 403);
  });
});
