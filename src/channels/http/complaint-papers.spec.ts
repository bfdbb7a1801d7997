import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

/** sha256sum of «Kính gửi bà Xuân», worked out beforehand. */
const HASH = "836e9f66442c585b4bfb419ea2ed7e8eb8b2f5b046fe08d40dd3473254d55c6b";

describe("a paper that staff sign", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const drafted = async () => {
    const { body } = await lan("POST", "/complaints", { channel: "phone", content: "Mất mạng" });
    const content = "Kính gửi bà Xuân";
    const made = await lan("POST", `/complaints/${body.complaintId}/papers`, { paper: "receipt", content });
    const path: string = `/complaints/${body.complaintId}/papers/${made.body.events[0].data.paperId}`;
    return { id: body.complaintId as string, path };
  };
  const scan = async () => {
    const payload = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="da-ky.pdf"\r\n\r\n'),
      Buffer.from("%PDF-1.4\n%%EOF\n\r\n--x--\r\n"),
    ]);
    const sent = await lan("POST", "/attachments", payload, { "content-type": "multipart/form-data; boundary=x" });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    return { sha256: sent.body.sha256, name: "da-ky.pdf" };
  };

  it("is shown with its hash and who is still to sign, and no other text can be signed in its place", async () => {
    const { path } = await drafted();
    const { body: paper } = await lan("GET", path);
    assert.deepEqual(
      [paper.name, paper.text, paper.documentSha256, paper.document],
      ["Phiếu tiếp nhận khiếu nại", "Kính gửi bà Xuân", HASH, null],
    );
    assert.deepEqual(
      [
        paper.wanted.map(({ by, label, ways }: { by: string; label: { vi: string }; ways: string[] }) => [
          by,
          label.vi,
          ways,
        ]),
        paper.signatures,
      ],
      [[["clerk", "NV. CSKH", ["screen", "paper"]]], []],
    );
    const other = await lan("POST", `${path}/signatures`, { by: "clerk", documentSha256: "0".repeat(64) });
    assert.deepEqual([other.status, other.body.title, other.body.field], [409, "changed-meanwhile", "documentSha256"]);
    const signed = await lan("POST", `${path}/signatures`, { by: "clerk" });
    assert.equal(signed.body.events[0].data.documentSha256, HASH);
  });

  it("may have been signed on paper at the counter: then its scan is in the file", async () => {
    const { id, path } = await drafted();
    const onPaper = { by: "clerk", signer: "Người lan", signedOn: "paper" };
    const without = await lan("POST", `${path}/signatures`, onPaper);
    assert.deepEqual([without.status, without.body.title, without.body.field], [422, "scan-missing", "attachments"]);
    const signed = await lan("POST", `${path}/signatures`, { ...onPaper, documents: [await scan()] });
    assert.equal(signed.status, 201, JSON.stringify(signed.body));
    const { body } = await lan("GET", path);
    const [{ by, signer, signedOn, recordedBy }] = body.signatures;
    assert.deepEqual([by, signer, signedOn, recordedBy], ["clerk", "Người lan", "paper", "Người lan"]);
    assert.deepEqual(body.wanted, []);
    const { body: file } = await lan("GET", `/complaints/${id}/documents`);
    assert.deepEqual(
      file.documents.map(({ name }: { name: string }) => name),
      ["da-ky.pdf"],
    );
  });

  it("is signed for no colleague: their role signs, their deputy, or the paper that they signed", async () => {
    const hoa = await test.person("vntt", "hoa", "shift-lead@cskh", "clerk@cskh");
    const quynh = await test.person("vntt", "quynh", "shift-lead@cskh");
    const { path } = await drafted();
    const { body: paper } = await quynh("GET", path);
    assert.deepEqual(paper.wanted[0].ways, ["paper"]);
    const refused = async (more: object) => {
      const as = { by: "clerk", signer: "Người lan", ...more };
      const { status, body } = await quynh("POST", `${path}/signatures`, as);
      return [status, body.title, body.field];
    };
    assert.deepEqual(await refused({}), [422, "not-own-signature", "signedOn"]);
    const invented = { signedOn: "screen", signatureSha256: "f".repeat(64) };
    assert.deepEqual(await refused(invented), [422, "not-own-signature", "signedOn"]);
    assert.deepEqual(await refused({ signedOn: "paper" }), [422, "scan-missing", "attachments"]);
    const own = await hoa("POST", `${path}/signatures`, { by: "clerk", ...invented });
    assert.deepEqual([own.status, own.body.title], [422, "signature-missing"]);
    const lent = { deputyId: "quynh", fromOn: "2020-01-01", toOn: "2099-12-31" };
    assert.equal((await hoa("POST", "/people/hoa/delegations", lent)).status, 201);
    const acting = { "hoiam-acting-for": "hoa" };
    assert.equal((await quynh("POST", `${path}/signatures`, { by: "clerk" }, acting)).status, 201);
  });

  it("is not there for whom the complaint is not", async () => {
    const { path } = await drafted();
    const dung = await test.person("vntt", "dung", "unit-member@p-ktvt");
    assert.equal((await dung("GET", path)).status, 404);
  });
});
