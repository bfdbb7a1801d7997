import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";

test("a certificate for all, or one for each organisation, each with the file of its password", () => {
  assert.deepEqual(readConfig({}).seals, {});
  assert.deepEqual(
    readConfig({ HOIAM_SEAL_CERTIFICATE: "/etc/seal.p12", HOIAM_SEAL_PASSWORD_FILE: "/etc/seal.pass" }).seals,
    {
      "*": { certificateFile: "/etc/seal.p12", passwordFile: "/etc/seal.pass" },
    },
  );
  const of = { HOIAM_SEAL_CERTIFICATE: "vntt=/etc/v.p12, dcnet=/etc/d.p12", HOIAM_SEAL_PASSWORD_FILE: "/etc/all.pass" };
  assert.deepEqual(readConfig(of).seals, {
    vntt: { certificateFile: "/etc/v.p12", passwordFile: "/etc/all.pass" },
    dcnet: { certificateFile: "/etc/d.p12", passwordFile: "/etc/all.pass" },
  });
});

test("a certificate without a password's file, and the other way round, is no configuration", () => {
  assert.throws(
    () => readConfig({ HOIAM_SEAL_CERTIFICATE: "vntt=/etc/v.p12" }),
    /HOIAM_SEAL_PASSWORD_FILE is needed for the certificate of vntt too/,
  );
  assert.throws(
    () => readConfig({ HOIAM_SEAL_PASSWORD_FILE: "/etc/v.pass" }),
    /HOIAM_SEAL_PASSWORD_FILE needs HOIAM_SEAL_CERTIFICATE beside it/,
  );
});
