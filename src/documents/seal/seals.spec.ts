import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { SEAL_PASSWORD, sealFile, sealFileOfOpenssl } from "../../../tests/support/seal-certificates.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { letterPress, type LetterPress } from "../letter-press.ts";
import type { Letter } from "../letter.ts";
import { SealUnusable } from "./seal-certificate.ts";
import { sealsOf } from "./seals.ts";

const letter: Letter = {
  title: "Thư trả lời",
  mark: null,
  issuer: { over: null, name: "Công ty Cổ phần Thử nghiệm" },
  number: "01/2026/TL-TN",
  subject: "V/v trả lời khiếu nại",
  placeAndDate: "Hà Nội, ngày 02 tháng 3 năm 2026",
  day: { year: 2026, month: 3, date: 2 },
  heading: null,
  about: null,
  addressees: ["Quý khách Nguyễn Thị Xuân"],
  body: [{ kind: "text", text: "Máy chủ đã chạy lại." }],
  signatories: [],
  recipients: [],
  follows: null,
  confirmation: null,
};
const at = new Date().toISOString();
const own = sealFile();
const hasPdfsig = spawnSync("pdfsig", ["-v"]).error === undefined;
const noPdfsig = hasPdfsig ? false : "pdfsig (poppler-utils) is not on this machine";

describe("the electronic seal of a paper", () => {
  let press: LetterPress;
  let folder: string;
  before(() => {
    press = letterPress();
    folder = mkdtempSync(join(tmpdir(), "hoiam-sealed-"));
  });
  after(() => {
    press.close();
    rmSync(folder, { recursive: true });
  });

  const seals = (content = own, password = SEAL_PASSWORD, whose = "*") =>
    sealsOf({ [whose]: { content, password } }, at);
  /** What an independent program says of it. */
  const told = (pdf: Buffer) => {
    const path = join(folder, "sealed.pdf");
    writeFileSync(path, pdf);
    return execFileSync("pdfsig", ["-nocert", path], { encoding: "utf8" });
  };

  it("is whole under PAdES, and names the organisation", { skip: noPdfsig }, async () => {
    const pdf = await press.pdf(letter);
    const sealed = await seals().seal("bkns", pdf, at);
    assert.ok(sealed);
    assert.equal(sealed.sealedBy, "Công ty Cổ phần Thử nghiệm");
    const said = told(sealed.pdf);
    assert.match(said, /Signature Type: ETSI\.CAdES\.detached/);
    assert.match(said, /Signing Hash Algorithm: SHA-256/);
    assert.match(said, /Total document signed/);
    assert.match(said, /Signature Validation: Signature is Valid\./);
  });

  it("is found broken where one byte of the paper was changed", { skip: noPdfsig }, async () => {
    const sealed = await seals().seal("bkns", await press.pdf(letter), at);
    assert.ok(sealed);
    const changed = Buffer.from(sealed.pdf);
    const place = 4000;
    changed[place] = (changed[place] ?? 0) ^ 1;
    assert.match(told(changed), /Signature Validation: Digest Mismatch\./);
  });

  it("leaves the paper as it was set, and readable: what it adds stands behind it", async () => {
    const pdf = await press.pdf(letter);
    const sealed = await seals().seal("bkns", pdf, at);
    assert.ok(sealed);
    assert.ok(sealed.pdf.subarray(0, pdf.length).equals(pdf));
    assert.equal(await textOfPdf(sealed.pdf), await textOfPdf(pdf));
  });

  it("is each organisation's own; without one a paper is not sealed", async () => {
    const pdf = await press.pdf(letter);
    const ofBkns = seals(own, SEAL_PASSWORD, "bkns");
    assert.equal((await ofBkns.seal("bkns", pdf, at))?.sealedBy, "Công ty Cổ phần Thử nghiệm");
    assert.equal(await ofBkns.seal("vntt", pdf, at), null);
    assert.match(ofBkns.inWords()[0] ?? "", /^bkns: Công ty Cổ phần Thử nghiệm, valid to 20\d\d-\d\d-\d\d$/);
  });

  it("reads the files that openssl writes", (test) => {
    const written = sealFileOfOpenssl();
    if (!written) return test.skip("openssl is not on this machine");
    assert.match(seals(written).inWords()[0] ?? "", /^all organisations: Công ty Cổ phần Thử nghiệm, valid to /);
  });

  it("is refused with its reason: another password, no such file, too weak, expired", async () => {
    const refused = (content: Buffer, password: string, why: RegExp) =>
      assert.throws(
        () => seals(content, password, "bkns"),
        (error) => error instanceof SealUnusable && why.test(error.message),
      );
    refused(own, "khac", /^The seal's certificate of bkns cannot be used: its password is another$/);
    refused(own, "mật khẩu", /: its password has characters beyond ASCII: export it anew$/);
    refused(Buffer.from("không phải"), SEAL_PASSWORD, /: it is no PKCS#12 file$/);
    refused(sealFile({ bits: 1024 }), SEAL_PASSWORD, /: its key must be an RSA key of 2048 bits or more$/);
    refused(sealFile({ days: -0.5 }), SEAL_PASSWORD, /: it expired at 20/);
    const early = sealsOf({ "*": { content: own, password: SEAL_PASSWORD } }, at);
    await assert.rejects(early.seal("bkns", await press.pdf(letter), "2099-01-01T00:00:00.000Z"), SealUnusable);
  });
});
