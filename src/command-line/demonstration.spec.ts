import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type TestApi } from "../../tests/support/api.ts";
import { httpServer } from "../channels/http/server.ts";
import { diskStore } from "../store/attachments/disk.ts";
import { addStaff } from "../demo/demo-staff.ts";
import { vntt } from "../demo/stories/vntt/vntt.ts";
import { DEMO_PASSWORD } from "../demo/seed-demo.ts";
import { demonstrationAccounts, linesOf } from "./demonstration.ts";

describe("the demonstration's accounts", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi();
  });
  after(() => test.close());

  it("are told to the sign-in page once they are there, and open the door", async () => {
    assert.equal(await demonstrationAccounts(test.store), undefined);
    assert.equal((await ask(test.api, { method: "GET", url: "/api/demonstration" })).status, 404);
    await addStaff(test.store, { organisation: vntt, password: DEMO_PASSWORD, now: "2026-03-02T02:00:00.000Z" });
    const accounts = await demonstrationAccounts(test.store);
    assert.ok(accounts);
    assert.match(linesOf(accounts).join("\n"), /vntt +lan@vntt {2}hoa@vntt {2}dung@vntt/);
    const attachments = diskStore(test.attachmentsFolder);
    const api = await httpServer({ store: test.store, publicUrl: "http://localhost:8080", attachments }, { accounts });
    try {
      const { body } = await ask(api, { method: "GET", url: "/api/demonstration" });
      assert.deepEqual(
        body.providers.map(({ organisation }: { organisation: string }) => organisation),
        ["vntt"],
      );
      assert.match(
        JSON.stringify(body.providers),
        /"signInName":"lan@vntt","name":"Nguyễn Thị Lan","does":"NV\. CSKH, /,
      );
      const payload = { organisation: "vntt", signInName: "lan@vntt", password: DEMO_PASSWORD };
      assert.equal((await ask(api, { method: "POST", url: "/api/v1/session", payload })).status, 201);
    } finally {
      await api.close();
    }
  });
});
