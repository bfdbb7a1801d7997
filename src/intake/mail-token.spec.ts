import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { secretsKey } from "../store/secret-box.ts";
import { isMailTokenOf, mailTokenOf, taggedAddress, taggedSubject, tokensIn } from "./mail-token.ts";

const key = secretsKey("0123456789abcdef0123456789abcdef");
const of = { organisation: "vntt", complaintId: "5f9b4c1e-0000-4000-8000-000000000001" };

describe("the token in a mail of ours", () => {
  const token = mailTokenOf(key, of);
  const word = { number: "KN-2026-000123", token };

  it("is the same for the same complaint, and of no use for another, elsewhere, or under another key", () => {
    assert.match(token, /^[a-z2-7]{16}$/);
    assert.equal(mailTokenOf(key, of), token);
    assert.equal(isMailTokenOf(key, of, token.toUpperCase()), true);
    assert.equal(isMailTokenOf(key, { ...of, organisation: "dcnet" }, token), false);
    assert.equal(isMailTokenOf(key, { ...of, complaintId: "5f9b4c1e-0000-4000-8000-000000000002" }, token), false);
    assert.equal(isMailTokenOf(secretsKey("another key that is long enough, too"), of, token), false);
    assert.equal(isMailTokenOf(key, of, ""), false);
  });

  it("is found again in an address and in a subject, whatever case they come back in", () => {
    const address = taggedAddress("khieunai@vntt.example", word);
    assert.equal(address, `khieunai+kn-2026-000123-${token}@vntt.example`);
    const subject = `RE: FW: ${taggedSubject("[KN-2026-000123] Trả lời", word)} (ngoài)`;
    assert.equal(subject, `RE: FW: Trả lời [#KN-2026-000123-${token}] (ngoài)`);
    assert.deepEqual(tokensIn({ addresses: [address.toUpperCase()], subject: "" }), [word]);
    assert.deepEqual(tokensIn({ addresses: ["khieunai@vntt.example"], subject }), [word]);
    assert.deepEqual(tokensIn({ addresses: ["a+b@vntt.example"], subject: "[#KN-2026-000123] [#]" }), []);
  });

  it("leaves an address alone that it would make too long, and shortens a subject rather than itself", () => {
    const long = `${"a".repeat(40)}@vntt.example`;
    assert.equal(taggedAddress(long, word), long);
    assert.ok(taggedSubject("x".repeat(500), word).endsWith(`x [#KN-2026-000123-${token}]`));
    assert.equal(taggedSubject("x".repeat(500), word).length, 150 + 35);
  });
});
