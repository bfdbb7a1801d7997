import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { testSecretsKey } from "../../../tests/support/arrivals.ts";
import { mailOffToken } from "../../access/mail-off.ts";

describe("the address by which the daily mail is turned off", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi({ secretsKey: testSecretsKey });
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const path = (personId: string, token: string) => `/api/v1/public/daily-mail/vntt/${personId}/${token}`;
  const right = mailOffToken(testSecretsKey, { organisation: "vntt", personId: "lan" });
  const isWanted = async () => (await lan("GET", "/notifications/daily-mail")).body.isWanted;
  const press = (url: string) =>
    ask(test.api, {
      method: "POST",
      url,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });

  it("changes nothing when it is looked at, as scanners of mail do", async () => {
    const shown = await ask(test.api, { method: "GET", url: path("lan", right) });
    assert.equal(shown.status, 200);
    assert.match(shown.body, /<form method="post">/);
    assert.equal(await isWanted(), true);
  });

  it("turns it off by one press, for that person alone", async () => {
    const hoa = mailOffToken(testSecretsKey, { organisation: "vntt", personId: "hoa" });
    assert.equal((await press(path("lan", hoa))).body.title, "link-over");
    assert.equal((await press(path("lan", "0".repeat(32)))).status, 404);
    assert.equal(await isWanted(), true);
    const done = await press(path("lan", right));
    assert.deepEqual([done.status, /Đã dừng/.test(done.body)], [200, true]);
    assert.equal(await isWanted(), false);
    assert.equal((await press(path("lan", right))).status, 200);
  });
});
