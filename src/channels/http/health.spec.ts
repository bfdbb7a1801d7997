import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type TestApi } from "../../../tests/support/api.ts";
import { httpServer } from "./server.ts";

describe("what works", () => {
  let test: TestApi;
  before(async () => void (test = await openTestApi()));
  after(() => test.close());

  it("says honestly that no mail server is connected, and what the last try found where one is", async () => {
    const without = await ask(test.api, { method: "GET", url: "/api/v1/health" });
    assert.deepEqual(without.body, {
      database: "answers",
      mail: { state: "not-connected", vi: "chưa nối máy chủ thư", en: "no mail server connected" },
    });
    const { store, attachments } = test;
    const mail = { sendsFor: () => true, state: () => "unreachable" as const, test: () => Promise.resolve(undefined) };
    const api = await httpServer({ store, attachments, publicUrl: "http://localhost:8080", mail });
    const { body } = await ask(api, { method: "GET", url: "/api/v1/health" });
    assert.deepEqual(body.mail, {
      state: "unreachable",
      vi: "không tới được máy chủ thư",
      en: "the mail server does not answer",
    });
    await api.close();
  });
});
