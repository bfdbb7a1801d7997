import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countedAddress } from "./guesses.ts";

describe("where a guess comes from", () => {
  it("is an IPv4 address, however it is written", () => {
    assert.equal(countedAddress("203.0.113.9"), "203.0.113.9");
    assert.equal(countedAddress("::ffff:203.0.113.9"), "203.0.113.9");
  });

  it("is an IPv6 network, because one person has all of its addresses", () => {
    assert.equal(countedAddress("2001:db8:0:7::1"), "2001:db8:0:7::/64");
    assert.equal(countedAddress("2001:0DB8:0000:0007:ffff:ffff:ffff:ffff"), "2001:db8:0:7::/64");
    assert.equal(countedAddress("2001:db8::1"), "2001:db8:0:0::/64");
    assert.equal(countedAddress("fe80::1%eth0"), "fe80:0:0:0::/64");
    assert.equal(countedAddress("::1"), "0:0:0:0::/64");
  });

  it("is whatever a proxy said, where that is no address", () => {
    assert.equal(countedAddress("unknown"), "unknown");
  });
});
