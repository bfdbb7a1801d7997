import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { testSecretsKey } from "../../tests/support/arrivals.ts";
import { openTestApi, type TestApi } from "../../tests/support/api.ts";
import { readConfig } from "../config.ts";
import { seedDemo } from "../demo/seed-demo.ts";
import { demoOrganisations } from "../demo/demo-organisations.ts";
import { mailInWords, mailOf } from "./mail-of.ts";

const server = { HOIAM_MAIL_SERVER: "smtp://mail.example.vn", HOIAM_MAIL_FROM: "khieunai@example.vn" };

describe("the sender that the configuration wants", () => {
  let test: TestApi;
  before(async () => void (test = await openTestApi()));
  after(() => test.close());
  const senderFor = (environment: Record<string, string>) =>
    mailOf(readConfig(environment), test.store, test.attachments);

  it("is none without a server, and says so", async () => {
    assert.equal(await senderFor({}), undefined);
    assert.equal(
      mailInWords(undefined, undefined),
      "not connected: none leaves, what waits is kept (HOIAM_MAIL_SERVER)",
    );
    assert.equal(await mailOf(readConfig(server), test.store, undefined), undefined);
  });

  it("refuses an organisation that there is not, and a key that is not there", async () => {
    await assert.rejects(
      senderFor({ ...server, HOIAM_MAIL_FROM: "vnt=a@example.vn" }),
      /There is no organisation vnt /,
    );
    const dkim = { HOIAM_MAIL_DKIM: "2026._domainkey.example.vn", HOIAM_MAIL_DKIM_KEY: "/khong/co.pem" };
    await assert.rejects(senderFor({ ...server, ...dkim }), /The key that signs mail cannot be read \(ENOENT\)/);
  });

  it("holds back what the demonstration would send, unless it is told otherwise", async () => {
    const { mail } = readConfig(server);
    assert.equal(mailInWords(mail, await senderFor(server)), "by mail.example.vn:587");
    const [vntt] = demoOrganisations.filter(({ organisation }) => organisation === "vntt");
    assert.ok(vntt);
    const told = { ...test.store, attachments: test.attachments, secretsKey: testSecretsKey };
    const desk = { ...vntt.desk, mails: [], messages: [], letters: [], calls: [], callBacks: [], macros: [] };
    await seedDemo(told, { now: "2026-11-20T03:00:00.000Z", organisations: [{ ...vntt, stories: [], desk }] });
    const sender = await senderFor(server);
    assert.deepEqual([sender?.sendsFor("vntt"), sender?.sendsFor("dcnet")], [false, true]);
    const only = await senderFor({ ...server, HOIAM_MAIL_FROM: "vntt=khieunai@example.vn" });
    assert.equal(
      mailInWords(mail, only),
      "by mail.example.vn:587, held back: this is a demonstration (HOIAM_MAIL_DEMO)",
    );
    const asked = await senderFor({ ...server, HOIAM_MAIL_DEMO: "on" });
    assert.equal(asked?.sendsFor("vntt"), true);
  });
});
