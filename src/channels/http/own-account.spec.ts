import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("what a screen needs to know of whoever signed in", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  it("is told at once: name, units, provider, time zone, language, and which pages are of use", async () => {
    const { body } = await lan("GET", "/session");
    assert.equal(body.name, "Người lan");
    assert.deepEqual(body.units, [{ unitId: "cskh", name: "CSKH" }]);
    assert.deepEqual(
      [body.organisation, body.provider.shortName, body.provider.zone],
      ["vntt", "VNTT", "Asia/Ho_Chi_Minh"],
    );
    assert.equal(body.language, "vi");
    assert.deepEqual(body.may, {
      seeAll: true,
      seeOverview: false,
      register: true,
      handleArrivals: true,
      approve: false,
      keepRecords: false,
      administer: false,
      readOrganisationLog: false,
      removeTraining: false,
    });
  });

  it("is refused, and so is all else, to a window of somebody who signed in with the browser before", async () => {
    const as = (who: string) => lan("GET", "/session", undefined, { "hoiam-as": who });
    assert.equal((await as("vntt%2Flan")).status, 200);
    for (const who of ["vntt%2Fminh", "dcnet%2Flan", "lan", ""]) {
      const { status, body } = await as(who);
      assert.deepEqual([who, status, body.title], [who, 409, "other-person"]);
    }
    const typed = { text: "Lan viết dở" };
    const sent = await lan("POST", "/complaints/x/notes", typed, { "hoiam-as": "vntt%2Fminh" });
    assert.deepEqual([sent.status, sent.body.title], [409, "other-person"]);
  });

  it("differs by role, by deputyship and by the scopes of a token", async () => {
    const permitted = async (who: Caller, headers = {}) => {
      const { may } = (await who("GET", "/session", undefined, headers)).body as { may: Record<string, boolean> };
      return Object.keys(may).filter((name) => may[name]);
    };
    const admin = await test.person("vntt", "tuan", "administrator@cskh");
    const approver = await test.person("vntt", "duyet", "approver@cskh");
    const auditor = await test.person("vntt", "kiem-toan", "auditor@cskh");
    const head = await test.person("vntt", "truong", "unit-head@p-ktvt");
    const records = await test.person("vntt", "van-thu", "records-clerk@cskh");
    assert.deepEqual(await permitted(admin), ["administer", "readOrganisationLog", "removeTraining"]);
    assert.deepEqual(await permitted(approver), ["seeAll", "seeOverview", "register", "approve"]);
    assert.deepEqual(await permitted(auditor), ["seeAll", "seeOverview", "readOrganisationLog"]);
    assert.deepEqual(await permitted(head), ["seeOverview", "register"]);
    assert.deepEqual(await permitted(records), ["seeAll", "register", "keepRecords"]);
    const lent = { deputyId: "lan", fromOn: "2020-01-01", toOn: "2099-12-31" };
    assert.equal((await approver("POST", "/people/duyet/delegations", lent)).status, 201);
    assert.deepEqual(await permitted(lan, { "hoiam-acting-for": "duyet" }), [
      "seeAll",
      "seeOverview",
      "register",
      "approve",
    ]);
    const { secret } = (await lan("POST", "/tokens", { name: "đọc", scopes: ["read"] })).body;
    const headers = { authorization: `Bearer ${secret}` };
    const token = await ask(test.api, { method: "GET", url: "/api/v1/session", headers });
    assert.equal(token.body.may.register, false);
  });

  it("keeps a language for each person, and knows two", async () => {
    assert.equal((await lan("PUT", "/session/language", { language: "en" })).status, 204);
    assert.equal((await lan("GET", "/session")).body.language, "en");
    const hoa = await test.person("vntt", "hoa", "clerk@cskh");
    assert.equal((await hoa("GET", "/session")).body.language, "vi");
    assert.equal((await lan("PUT", "/session/language", { language: "fr" })).status, 400);
  });

  it("suggests people by the beginning of any word of their name, without tone marks, and nobody who left", async () => {
    const admin = await test.person("vntt", "quan-tri", "administrator@cskh");
    for (const [personId, name] of [
      ["dao", "Nguyễn Thị Đào"],
      ["dung", "Đặng Văn Dũng"],
      ["da-nghi", "Trần Đình Nghỉ"],
    ]) {
      assert.equal((await admin("POST", "/people", { personId, name, signInName: personId })).status, 201);
    }
    await admin("POST", "/people/dao/roles", { role: "unit-member", unit: "p-ktvt", fromOn: "2020-01-01" });
    await admin("PATCH", "/people/da-nghi", { isClosed: true });
    const suggested = async (query: string) =>
      (await lan("GET", `/people-suggestions?${query}`)).body.people.map((each: { personId: string }) => each.personId);
    assert.deepEqual((await lan("GET", "/people-suggestions?search=thi+dao")).body.people, [
      { personId: "dao", name: "Nguyễn Thị Đào", units: ["p-ktvt"] },
    ]);
    assert.deepEqual(await suggested(`search=${encodeURIComponent("ĐẶNG")}`), ["dung"]);
    assert.deepEqual(await suggested("search=d"), ["dao", "duyet", "dung"]);
    assert.deepEqual(await suggested("search=ao"), []);
    assert.deepEqual(await suggested("search=nghi"), []);
    assert.deepEqual(await suggested("search=quan+tri"), ["quan-tri"]);
    assert.deepEqual(await suggested("search=&unit=p-ktvt"), ["dao", "truong"]);
    assert.equal((await suggested("search=&limit=3")).length, 3);
    const stranger = await test.person("kplus", "la", "clerk@cskh");
    assert.deepEqual((await stranger("GET", "/people-suggestions?search=dao")).body.people, []);
  });
});
