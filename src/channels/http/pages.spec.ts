import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type TestApi } from "../../../tests/support/api.ts";

const asked = { accept: "text/html,application/xhtml+xml" };

describe("the pages", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi();
  });
  after(() => test.close());

  const get = (url: string, headers: Record<string, string> = asked) =>
    test.api.inject({ method: "GET", url, headers });

  it("are one document for the staff and one for customers, under a policy that lets nothing foreign run", async () => {
    const staff = await get("/viec");
    assert.equal(staff.statusCode, 200);
    assert.match(staff.body, /\/assets\/staff-/);
    assert.match(String(staff.headers["content-security-policy"]), /default-src 'self'; .*frame-ancestors 'none'/);
    assert.match((await get("/tra-cuu/abc")).body, /\/assets\/customer-/);
    assert.match((await get("/tra-loi/vntt-0123")).body, /\/assets\/customer-/);
    assert.match((await get("/gui/vntt")).body, /\/assets\/customer-/);
    assert.match((await get("/tra-cuu-khac")).body, /\/assets\/staff-/);
  });

  it("come compressed, and their parts are kept for a year, since a changed one has another name", async () => {
    const script = /\/assets\/staff-[\w-]+\.js/.exec((await get("/")).body)?.[0] ?? "";
    const sent = await get(script, { "accept-encoding": "br" });
    assert.equal(sent.statusCode, 200);
    assert.equal(sent.headers["content-encoding"], "br");
    assert.equal(sent.headers["cache-control"], "public, max-age=31536000, immutable");
    assert.equal((await get("/")).headers["cache-control"], "no-cache");
  });

  it("are kept for a lost network by a program that is asked for anew each time and may speak with this server only", async () => {
    const sent = await get("/sw.js", { accept: "*/*" });
    assert.equal(sent.statusCode, 200);
    assert.equal(sent.headers["cache-control"], "no-cache");
    assert.match(String(sent.headers["content-security-policy"]), /^default-src 'self'; /);
    const files = (await get("/files.json", { accept: "*/*" })).json<Record<"staff" | "customer", string[]>>();
    const html = (await get("/gui/vntt")).body;
    for (const [file] of html.matchAll(/\/assets\/[\w.-]+/g)) assert.ok(files.customer.includes(file), file);
    assert.ok(
      files.staff.some((file) => file.startsWith("/assets/intake-")),
      "pages that were not opened yet too",
    );
    assert.ok(
      !files.customer.some((file) => file.startsWith("/assets/intake-")),
      "and none of the staff's for a customer",
    );
  });

  it("never stand in for a resource that is not there", async () => {
    assert.equal((await get("/api/v1/nothing")).statusCode, 404);
    assert.equal((await get("/assets/none.js", { accept: "*/*" })).statusCode, 404);
    assert.match(String((await get("/api/nothing")).headers["content-type"]), /problem\+json/);
  });
});
