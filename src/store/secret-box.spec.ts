import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openSecrets, sealSecrets, secretsKey } from "./secret-box.ts";

describe("the box of secrets", () => {
  const key = secretsKey("a long text that nobody could guess, ever");
  const sealed = sealSecrets(key, "vntt\nhop-thu", { password: "mật khẩu" });

  it("gives back what was put in, under its key and in its place", () => {
    assert.deepEqual(openSecrets(key, "vntt\nhop-thu", sealed), { password: "mật khẩu" });
    assert.ok(!sealed.includes("mật khẩu"));
    assert.ok(!sealSecrets(key, "vntt\nhop-thu", { password: "mật khẩu" }).equals(sealed));
  });

  it("opens for no other key, no other place and nothing that was changed", () => {
    const other = secretsKey("another long text that nobody could guess");
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    assert.equal(openSecrets(other, "vntt\nhop-thu", sealed), undefined);
    assert.equal(openSecrets(key, "bkns\nhop-thu", sealed), undefined);
    assert.equal(openSecrets(key, "vntt\nhop-thu", changed), undefined);
    assert.equal(openSecrets(key, "vntt\nhop-thu", sealed.subarray(0, 20)), undefined);
    assert.equal(openSecrets(key, "vntt\nhop-thu", Buffer.alloc(0)), undefined);
  });
});
