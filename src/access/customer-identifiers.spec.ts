import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formsOfNumber, plainIdentifier, plainName, plainPhone } from "./customer-identifiers.ts";

describe("identifiers of customers", () => {
  it("compares a telephone number however it is written", () => {
    for (const written of [
      "0912345678",
      "+84 912 345 678",
      "+84 (0)912.345.678",
      "0084-912345678",
      "84912345678",
      "912345678",
    ]) {
      assert.equal(plainPhone(written), "0912345678", written);
    }
    assert.equal(plainPhone("(0274) 3 635 668"), "02743635668");
    assert.equal(plainPhone("1800 9410"), "18009410");
    assert.equal(plainPhone("không có"), undefined);
  });

  it("knows a mobile number by the prefix that replaced its old one in 2018", () => {
    assert.equal(plainPhone("0168 234 5678"), "0382345678");
    assert.equal(plainPhone("+84 1282345678"), "0782345678");
    assert.equal(plainPhone("01992345678"), "0592345678");
  });

  it("gives a number as it may stand in a file, before and after its prefix was replaced", () => {
    assert.deepEqual(formsOfNumber("0382 345 678"), ["0382 345 678", "0382345678", "01682345678"]);
    assert.deepEqual(formsOfNumber("01682345678"), ["01682345678", "0382345678"]);
    assert.deepEqual(formsOfNumber("0912345678"), ["0912345678"]);
    assert.deepEqual(formsOfNumber("HĐ-01/2018"), ["HĐ-01/2018"]);
  });

  it("compares contract and card numbers by their letters and digits", () => {
    assert.equal(plainIdentifier("contract", "hđ-01/2018 VNTT"), "HD012018VNTT");
    assert.equal(plainIdentifier("service-number", "0123 4567 8901"), "012345678901");
    assert.equal(plainIdentifier("contract", " –/– "), undefined);
  });

  it("compares names without case and tone marks", () => {
    assert.equal(plainName("  NGUYỄN Thị  Đào "), "nguyen thi dao");
    assert.equal(plainIdentifier("email", " Dao@Example.VN "), "dao@example.vn");
  });
});
