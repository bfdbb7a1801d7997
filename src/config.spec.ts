import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { CannotStart } from "./cannot-start.ts";
import { PROJECT_FOLDER, readConfig } from "./config.ts";

describe("the configuration", () => {
  it("is complete when nothing is set", () => {
    assert.deepEqual(readConfig({}), {
      host: "127.0.0.1",
      port: 8080,
      publicUrl: "http://127.0.0.1:8080",
      trustedProxies: ["127.0.0.0/8", "::1"],
      dataFolder: join(PROJECT_FOLDER, "data"),
      databaseUrl: undefined,
      ownerUrl: undefined,
      demo: true,
      proceduresFolder: undefined,
      logLevel: "warn",
      bucket: undefined,
      clamd: undefined,
      office: undefined,
      mail: undefined,
      seals: {},
      mailIn: undefined,
      secretsKey: undefined,
    });
  });

  it("takes where mail servers hand mail over, as one address of this machine and a port", () => {
    const place = { protocol: "lmtp", host: "127.0.0.1", port: 2424 };
    assert.deepEqual(readConfig({ HOIAM_MAIL_IN: "lmtp://127.0.0.1:2424" }).mailIn, place);
    assert.deepEqual(readConfig({ HOIAM_MAIL_IN: "smtp://0.0.0.0:2525" }).mailIn, {
      protocol: "smtp",
      host: "0.0.0.0",
      port: 2525,
    });
    assert.throws(() => readConfig({ HOIAM_MAIL_IN: "2525" }), /HOIAM_MAIL_IN must read lmtp:/);
    assert.throws(() => readConfig({ HOIAM_MAIL_IN: "smtp://0.0.0.0" }), /HOIAM_MAIL_IN must name an address/);
  });

  it("takes the key of connections' secrets, or the file in which it stands", () => {
    const text = "0123456789abcdef0123456789abcdef";
    assert.deepEqual(readConfig({ HOIAM_SECRETS_KEY: text }).secretsKey, { text });
    assert.deepEqual(readConfig({ HOIAM_SECRETS_KEY_FILE: "/etc/hoiam/key" }).secretsKey, { file: "/etc/hoiam/key" });
    assert.throws(
      () => readConfig({ HOIAM_SECRETS_KEY: "short" }),
      /HOIAM_SECRETS_KEY must have at least 32 characters/,
    );
    assert.throws(
      () => readConfig({ HOIAM_SECRETS_KEY: text, HOIAM_SECRETS_KEY_FILE: "/etc/hoiam/key" }),
      /HOIAM_SECRETS_KEY and HOIAM_SECRETS_KEY_FILE are two ways of saying one thing/,
    );
  });

  it("takes the place of a virus scanner, as a socket or as a machine", () => {
    assert.deepEqual(readConfig({ HOIAM_CLAMD: "/run/clamav/clamd.ctl" }).clamd, { path: "/run/clamav/clamd.ctl" });
    assert.deepEqual(readConfig({ HOIAM_CLAMD: "10.0.0.7:3310" }).clamd, { host: "10.0.0.7", port: 3310 });
    assert.throws(() => readConfig({ HOIAM_CLAMD: "clamav" }), /HOIAM_CLAMD must be the path of clamd's socket/);
  });

  it("takes the path of an office program", () => {
    assert.equal(readConfig({ HOIAM_OFFICE: "/usr/bin/soffice" }).office, "/usr/bin/soffice");
    assert.equal(readConfig({}).office, undefined);
  });

  it("takes a mail server with an address for each organisation, and what does not go together it refuses", () => {
    const whole = {
      HOIAM_MAIL_SERVER: "smtp://mail.example.vn",
      HOIAM_MAIL_USER: "hoiam",
      HOIAM_MAIL_PASSWORD: "secret",
      HOIAM_MAIL_FROM: "khieunai@example.vn, dcnet=cskh@example.net",
      HOIAM_MAIL_REPLY_TO: "vntt=cskh@example.vn",
      HOIAM_MAIL_DKIM: "2026._domainkey.example.vn",
      HOIAM_MAIL_DKIM_KEY: "/etc/hoiam/dkim.pem",
    };
    assert.deepEqual(readConfig(whole).mail, {
      host: "mail.example.vn",
      port: 587,
      secure: false,
      tls: "required",
      signIn: { user: "hoiam", password: "secret" },
      from: { "*": "khieunai@example.vn", dcnet: "cskh@example.net" },
      replyTo: { vntt: "cskh@example.vn" },
      replyPlus: false,
      dkim: { domain: "example.vn", selector: "2026", keyFile: "/etc/hoiam/dkim.pem" },
      demo: false,
    });
    const { port, secure } = readConfig({ ...whole, HOIAM_MAIL_SERVER: "smtps://mail.example.vn" }).mail ?? {};
    assert.deepEqual([port, secure], [465, true]);
    const refused = (change: object, said: RegExp) => assert.throws(() => readConfig({ ...whole, ...change }), said);
    refused({ HOIAM_MAIL_SERVER: "" }, /HOIAM_MAIL_USER needs HOIAM_MAIL_SERVER/);
    refused(
      { HOIAM_MAIL_SERVER: "smtp://u:p@mail.example.vn" },
      /HOIAM_MAIL_SERVER must name a server and a port only/,
    );
    assert.equal(readConfig({ ...whole, HOIAM_MAIL_REPLY_PLUS: "on" }).mail?.replyPlus, true);
    refused({ HOIAM_MAIL_REPLY_PLUS: "on", HOIAM_MAIL_REPLY_TO: "" }, /HOIAM_MAIL_REPLY_TO is needed for/);
    refused({ HOIAM_MAIL_SERVER: "mail.example.vn" }, /HOIAM_MAIL_SERVER must read smtp:/);
    refused({ HOIAM_MAIL_FROM: "" }, /HOIAM_MAIL_FROM is needed/);
    refused({ HOIAM_MAIL_FROM: "a@example.vn\r\nBcc: b@example.vn" }, /HOIAM_MAIL_FROM must be an address/);
    refused({ HOIAM_MAIL_PASSWORD: "" }, /HOIAM_MAIL_USER and HOIAM_MAIL_PASSWORD go together/);
    refused({ HOIAM_MAIL_DKIM_KEY: "" }, /HOIAM_MAIL_DKIM and HOIAM_MAIL_DKIM_KEY go together/);
    refused({ HOIAM_MAIL_TLS: "off" }, /HOIAM_MAIL_PASSWORD may not leave this machine without TLS/);
    assert.equal(
      readConfig({ ...whole, HOIAM_MAIL_TLS: "off", HOIAM_MAIL_SERVER: "smtp://localhost:2525" }).mail?.tls,
      "off",
    );
  });

  it("believes the proxies that it is told of, and no network that is everybody", () => {
    const proxies = (list: string) => readConfig({ HOIAM_TRUSTED_PROXIES: list }).trustedProxies;
    assert.deepEqual(proxies("10.0.0.5, 10.1.0.0/16,2001:db8::/32"), ["10.0.0.5", "10.1.0.0/16", "2001:db8::/32"]);
    for (const wrong of ["0.0.0.0/0", "::/0", "10.0.0.0/33", "10.0.0.5/", "10.0.0.5/8/8", "proxy", "10.0.0.5,,", "*"]) {
      assert.throws(() => proxies(wrong), /HOIAM_TRUSTED_PROXIES must be addresses or networks/, wrong);
    }
  });

  it("takes a bucket whole, and refuses half of one", () => {
    const whole = {
      HOIAM_BUCKET: "hoi-am",
      HOIAM_BUCKET_URL: "https://s3.example.vn",
      HOIAM_BUCKET_KEY: "key",
      HOIAM_BUCKET_SECRET: "secret",
    };
    assert.deepEqual(readConfig(whole).bucket, {
      endpoint: "https://s3.example.vn",
      bucket: "hoi-am",
      region: "us-east-1",
      accessKeyId: "key",
      secretAccessKey: "secret",
    });
    assert.equal(readConfig({ ...whole, HOIAM_BUCKET_REGION: "vn-1" }).bucket?.region, "vn-1");
    assert.throws(
      () => readConfig({ ...whole, HOIAM_BUCKET_SECRET: "" }),
      /HOIAM_BUCKET_SECRET is needed for a bucket/,
    );
    assert.throws(
      () => readConfig({ HOIAM_BUCKET_REGION: "vn-1" }),
      /HOIAM_BUCKET is needed.*HOIAM_BUCKET_URL is needed/,
    );
    assert.throws(() => readConfig({ ...whole, HOIAM_BUCKET: "Hồi Âm" }), /HOIAM_BUCKET must be the name/);
  });

  it("takes an empty value for one that is not set", () => {
    assert.equal(readConfig({ PORT: "", HOIAM_DATA: " " }).port, 8080);
  });

  it("puts no demonstration into a server of the operator's own unless asked", () => {
    const url = "postgres://me@db.example/hoiam";
    assert.equal(readConfig({ DATABASE_URL: url }).demo, false);
    assert.equal(readConfig({ DATABASE_URL: url, HOIAM_DEMO: "on" }).demo, true);
    assert.equal(readConfig({ HOIAM_DEMO: "off" }).demo, false);
  });

  it("gives people an address that works when the server listens on all", () => {
    assert.equal(readConfig({ HOST: "0.0.0.0", PORT: "80" }).publicUrl, "http://localhost:80");
    assert.equal(readConfig({ HOST: "::1" }).publicUrl, "http://[::1]:8080");
    assert.equal(readConfig({ HOIAM_PUBLIC_URL: "https://a.example.vn/" }).publicUrl, "https://a.example.vn");
  });

  it("is refused with every wrong variable named, code 2, and no value shown", () => {
    const wrong = { PORT: "eighty", DATABASE_URL: "mysql://me:secret@db/hoiam", HOIAM_DEMO: "perhaps" };
    assert.throws(
      () => readConfig(wrong),
      (error) => {
        assert.ok(error instanceof CannotStart);
        assert.equal(error.exitCode, 2);
        assert.match(error.message, /PORT must be a number.*DATABASE_URL must read.*HOIAM_DEMO must be on or off/);
        assert.doesNotMatch(error.message, /secret@|perhaps|eighty|\n/);
        return true;
      },
    );
  });

  it("is refused for a setting that does not exist, since it is a spelling mistake", () => {
    assert.throws(() => readConfig({ HOIAM_DEM0: "off" }), /HOIAM_DEM0 is not a setting/);
  });
});
