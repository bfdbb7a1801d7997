import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { isOneLine, saysSomething } from "./typed-text.ts";

describe("typed text", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  it("says something where anything of it is seen", () => {
    for (const unseen of [
      " ",
      "\n\t",
      "\u200B",
      "\u2060\uFEFF",
      "\u00A0\u3000",
      "\u00AD",
      "\u3164",
      "\u2800",
      "\u0007",
    ]) {
      assert.equal(saysSomething(unseen), false, JSON.stringify(unseen));
    }
    for (const seen of ["a", "ế", ".", "😀", " \u200Ba", "中"]) assert.equal(saysSomething(seen), true, seen);
  });

  it("is one line without line ends, controls and marks of direction", () => {
    for (const bad of ["a\nb", "a\rb", "a\u2028b", "a\u0085b", "a\u202Eb", "a\u2066b", "a\u200Fb", "a\tb"]) {
      assert.equal(isOneLine(bad), false, JSON.stringify(bad));
    }
    for (const good of ["Nguyễn Thị Đào", "0912 345 678", "👨‍👩‍👧"]) assert.equal(isOneLine(good), true, good);
  });

  it("of a complaint is refused where nothing of it is seen, and the field is named", async () => {
    const good = { channel: "phone", content: "Mạng chậm" };
    const tries = [
      ["content", { ...good, content: "\u200B \u2060" }],
      ["content", { ...good, content: " \n " }],
      ["customer.name", { ...good, customer: { name: "\u3164" } }],
      ["customer.name", { ...good, customer: { name: "Hoa\r\nBcc: x@y.vn" } }],
      ["customer.address", { ...good, customer: { address: "12 \u202Egnod hnib" } }],
      ["documents.0.name", { ...good, documents: [{ sha256: "0".repeat(64), name: "a\u202Efdp.exe" }] }],
    ] as const;
    for (const [field, body] of tries) {
      const { status, body: told } = await lan("POST", "/complaints", body);
      assert.deepEqual([status, told.title, told.field], [400, "malformed-request", field]);
    }
    const content = "Dòng một\r\nDòng hai \u202A0912\u202C";
    assert.equal((await lan("POST", "/complaints", { ...good, content })).status, 201);
  });

  it("of a customer and of an incident is one line that says something", async () => {
    for (const name of ["\u200B", "Hoa\nLan"]) {
      assert.equal((await lan("POST", "/customers", { name })).status, 400);
      const incident = { title: name, service: "internet", startedAt: "2026-11-01T00:00:00Z" };
      assert.equal((await lan("POST", "/incidents", incident)).status, 400);
    }
  });
});
