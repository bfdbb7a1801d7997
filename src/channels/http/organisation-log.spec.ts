import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { verifyLog } from "../../store/verify/verify-database.ts";

describe("who gives roles, and what is kept of it", () => {
  let test: TestApi;
  let admin: Caller;
  let other: Caller;
  before(async () => {
    test = await openTestApi();
    admin = await test.person("vntt", "tuan", "administrator@cskh");
    other = await test.person("vntt", "quynh", "administrator@cskh");
    await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const role = { role: "approver", unit: "cskh", fromOn: "2020-01-01" };
  const facts = async () => (await admin("GET", "/organisation-log")).body.facts;

  it("lets no administrator give themselves a role; another one may", async () => {
    const own = await admin("POST", "/people/tuan/roles", role);
    assert.deepEqual([own.status, own.body.title], [403, "not-to-yourself"]);
    const given = await other("POST", "/people/tuan/roles", { ...role, toOn: "2020-06-30" });
    assert.equal(given.status, 201, JSON.stringify(given.body));
    const { roleHeldId } = given.body;
    // An end moved back would be a role given.
    assert.equal((await admin("PATCH", `/people/tuan/roles/${roleHeldId}`, { toOn: "2099-12-31" })).status, 404);
    assert.equal((await admin("PATCH", `/people/tuan/roles/${roleHeldId}`, { toOn: "2020-01-31" })).status, 200);
    const { sequence: _s, recordedAt: _r, hash: _h, ...last } = (await facts()).at(-1);
    assert.deepEqual(last, {
      organisation: "vntt",
      type: "RoleEnded",
      actor: { kind: "person", personId: "tuan" },
      data: { roleHeldId, personId: "tuan", toOn: "2020-01-31" },
    });
  });

  it("lets no administrator become somebody's deputy by their own word", async () => {
    const lent = { deputyId: "tuan", fromOn: "2020-01-01", toOn: "2099-12-31", reason: "nghỉ ốm" };
    const own = await admin("POST", "/people/lan/delegations", lent);
    assert.deepEqual([own.status, own.body.title], [403, "not-to-yourself"]);
    const made = await other("POST", "/people/lan/delegations", lent);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { type, actor, data } = (await facts()).at(-1);
    const { delegationId } = made.body;
    assert.deepEqual(
      { type, actor, data },
      {
        type: "DeputyNamed",
        actor: { kind: "person", personId: "quynh" },
        data: { delegationId, personId: "lan", deputyId: "tuan", fromOn: "2020-01-01", toOn: "2099-12-31" },
      },
    );
  });

  it("ends what a person lent and was lent, when they leave", async () => {
    const before = await admin("GET", "/session", undefined, { "hoiam-acting-for": "lan" });
    assert.deepEqual([before.status, before.body.deputyFor], [200, "lan"]);
    assert.equal((await other("PATCH", "/people/lan", { isClosed: true })).status, 200);
    assert.deepEqual((await admin("GET", "/session")).body.standsInFor, []);
    const after = await admin("GET", "/session", undefined, { "hoiam-acting-for": "lan" });
    assert.deepEqual([after.status, after.body.title], [403, "not-a-deputy"]);
    assert.equal((await admin("GET", "/people/lan/delegations")).body.delegations[0].isEnded, true);
    const types = (await facts()).slice(-2).map(({ type }: { type: string }) => type);
    assert.deepEqual(types, ["PersonClosed", "DeputyEnded"]);
    // Coming back, a person has their roles again and no deputies.
    assert.equal((await other("PATCH", "/people/lan", { isClosed: false })).status, 200);
    assert.deepEqual((await admin("GET", "/session")).body.standsInFor, []);
  });

  it("keeps which fields of a person changed, and none of their contents", async () => {
    const change = { name: "Nguyễn Thị Lan Anh", email: "lan@example.vn", password: "mật khẩu đặt lại" };
    assert.equal((await other("PATCH", "/people/lan", change)).status, 200);
    const { type, data } = (await facts()).at(-1);
    assert.deepEqual(
      { type, data },
      { type: "PersonChanged", data: { personId: "lan", fields: ["name", "email", "password"] } },
    );
    assert.doesNotMatch(JSON.stringify(await facts()), /Lan Anh|example\.vn|đặt lại|nghỉ ốm/);
  });

  it("begins with the units of the editions, is read by administrators and auditors only, and verifies", async () => {
    const [first] = await facts();
    assert.deepEqual([first.type, first.actor], ["UnitsChanged", { kind: "system", process: "set-up" }]);
    assert.ok(first.data.named.includes("cskh"));
    const auditor = await test.person("vntt", "kiem-toan", "auditor@cskh");
    assert.equal((await auditor("GET", "/organisation-log?limit=1")).body.nextAfter, 1);
    const clerk = await test.person("vntt", "hoa", "clerk@cskh");
    assert.equal((await clerk("GET", "/organisation-log")).status, 403);
    assert.deepEqual((await verifyLog(test.database.pool, { organisation: "vntt" })).flaws, []);
  });

  it("shows rights that were changed behind the program's back", async () => {
    const behind = async (change: string) => {
      await test.database.ownerPool.query(`begin; select enter_organisation('vntt'); ${change}; commit`);
      const { flaws } = await verifyLog(test.database.pool, { organisation: "vntt" });
      return flaws.map(({ flaw, where }) => [flaw, where]);
    };
    const role = `'vntt', 'lén', 'hoa', 'approver', 'cskh', '2020-01-01', '{}'`;
    const columns = "organisation, role_held_id, person_id, role, unit, from_on, given_by";
    assert.deepEqual(await behind(`insert into role_held (${columns}) values (${role})`), [
      ["right-without-fact", "person hoa"],
    ]);
    assert.deepEqual(await behind("delete from role_held where role_held_id = 'lén'"), []);
    const raised = "update role_held set role = 'board' where person_id = 'hoa'";
    assert.deepEqual(await behind(raised), [["right-without-fact", "person hoa"]]);
    assert.deepEqual(await behind("update role_held set role = 'clerk' where person_id = 'hoa'"), []);
    const revived = "update role_held set to_on = null where person_id = 'tuan' and role = 'approver'";
    assert.deepEqual(await behind(revived), [["right-without-fact", "person tuan"]]);
    assert.deepEqual(
      await behind("update role_held set to_on = '2020-01-31' where person_id = 'tuan' and role = 'approver'"),
      [],
    );
    assert.deepEqual(await behind("update delegation set ended_at = null"), [["right-without-fact", "person tuan"]]);
  });
});
