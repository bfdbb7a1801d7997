import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commonSteps, step } from "./connection-kind.ts";
import { connectionKinds } from "./connection-kinds.ts";

describe("kinds of connections", () => {
  it("stand once each, and every secret that is typed is kept as one", () => {
    const names = connectionKinds.map(({ kind }) => kind);
    assert.deepEqual([...new Set(names)], names);
    assert.ok(names.length >= 7, names.join(", "));
    for (const { kind, fields, secretNames } of connectionKinds) {
      // Some come from the service itself, and are typed nowhere.
      for (const { name, input } of fields)
        assert.equal(secretNames.includes(name), input === "secret", `${kind} ${name}`);
      assert.ok(
        fields.every(({ label }) => label.vi !== "" && label.en !== ""),
        kind,
      );
    }
  });

  it("name the settings that lead a secret to the other side, where one is sent to an address of the form", () => {
    const leading = connectionKinds.map(({ kind, fields }) => [
      kind,
      fields.flatMap(({ name, leadsSecrets }) => (leadsSecrets ? [name] : [])).join(" "),
    ]);
    assert.deepEqual(Object.fromEntries(leading)["imap"], "host port security");
    for (const { kind, fields } of connectionKinds) {
      const places = fields.filter(({ name }) => /^(host|port|url|address|baseUrl|api)$/i.test(name));
      const hasSecrets = fields.some(({ input }) => input === "secret");
      if (hasSecrets)
        assert.ok(
          places.every(({ leadsSecrets }) => leadsSecrets === true),
          kind,
        );
    }
  });

  it("have words for the steps that all of them share", () => {
    for (const code of ["resolve-host", "connect", "tls", "sign-in", "open-mailbox", "send", "time"])
      assert.ok(commonSteps[code]?.vi, code);
  });

  it("tell a step in one line of at most 500 characters, without the secrets", () => {
    const told = step("sign-in", false, `535 sai: mật-khẩu-dài\r\n${"x".repeat(9000)}`, { password: "mật-khẩu-dài" });
    assert.equal(told.detail?.slice(0, 16), "535 sai: *** xxx");
    assert.equal(told.detail?.length, 500);
    assert.deepEqual(step("connect", true), { what: "connect", ok: true, detail: null });
  });
});
