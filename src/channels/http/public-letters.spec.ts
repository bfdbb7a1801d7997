import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SEAL_PASSWORD, sealFile } from "../../../tests/support/seal-certificates.ts";
import { sealsOf } from "../../documents/seal/seals.ts";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { buffer } from "node:stream/consumers";

describe("/public/letters/{code}", () => {
  let test: TestApi;
  let hoa: Caller;
  before(async () => {
    test = await openTestApi();
    hoa = await test.person("bkns", "hoa", "clerk@cskh");
  });
  after(() => test.close());

  const takenIn = async (headers: Record<string, string> = {}) => {
    const made = await hoa(
      "POST",
      "/complaints",
      {
        channel: "counter",
        kind: "quality",
        content: "Máy chủ chậm từ tối qua",
        customer: { name: "Nguyễn Thị Xuân", phone: "0912 345 678" },
      },
      headers,
    );
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body as { complaintId: string; number: string };
  };
  const issue = async (id: string, data: object) => {
    const { status, body } = await hoa("POST", `/complaints/${id}/issued-papers`, data);
    assert.equal(status, 201, JSON.stringify(body));
    return body.events.find(({ type }: { type: string }) => type === "PaperIssued").data;
  };
  const told = (code: string) => ask(test.api, { method: "GET", url: `/api/v1/public/letters/${code}` });

  it("says whose letter it is, under which number and of which day, and nothing of what it says", async () => {
    const { complaintId, number } = await takenIn();
    const { confirmationCode, attachment, letterNumber } = await issue(complaintId, { paper: "receipt" });
    const { status, body } = await told(confirmationCode.toLowerCase().replaceAll("-", " "));
    assert.equal(status, 200, JSON.stringify(body));
    const { organisation, issuedOn, ...rest } = body;
    assert.equal(organisation.name, "Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS");
    assert.match(issuedOn, /^20\d\d-\d\d-\d\d$/);
    assert.deepEqual(rest, {
      number: `0${letterNumber}/PTN-BKNS`,
      sha256: attachment.sha256,
      sealedBy: null,
      follows: null,
      followedBy: null,
    });
    const all = JSON.stringify(body);
    for (const secret of [number, complaintId, "Xuân", "0912", "Máy chủ"]) assert.ok(!all.includes(secret), secret);
  });

  it("says that a letter was replaced, and by which one; the new one says what it replaces, on itself too", async () => {
    const { complaintId } = await takenIn();
    const first = await issue(complaintId, { paper: "receipt" });
    const second = await issue(complaintId, { paper: "receipt", replaces: first.paperId });
    const [of, on] = [(await told(first.confirmationCode)).body, (await told(second.confirmationCode)).body];
    assert.deepEqual(of.followedBy, { as: "replacement", number: second.numberOnPaper, issuedOn: on.issuedOn });
    assert.deepEqual(on.follows, { as: "replacement", number: first.numberOnPaper, issuedOn: of.issuedOn });
    assert.deepEqual([of.follows, on.followedBy], [null, null]);
    assert.equal(of.sha256, first.attachment.sha256);
    const content = await test.attachments.open("bkns", second.attachment.sha256);
    assert.ok(content);
    const day = of.issuedOn.split("-").toReversed().join("/");
    assert.ok(
      (await textOfPdf(await buffer(content))).includes(`(Thay thế văn bản số ${first.numberOnPaper} ngày ${day})`),
    );
  });

  it("knows no letter of what is for practice", async () => {
    await hoa("PUT", "/session/training", { isTraining: true });
    const { complaintId } = await takenIn();
    const { confirmationCode, letterNumber } = await issue(complaintId, { paper: "receipt" });
    await hoa("PUT", "/session/training", { isTraining: false });
    assert.equal(confirmationCode, undefined);
    assert.match(letterNumber, /^TH-1\//);
  });

  it("says so where no letter has the code, and lets who guesses wait", async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries += 1)
      statuses.push((await told(tries === 0 ? "khong-phai-ma" : `bkns-0000-0000-0000-${1000 + tries}`)).status);
    assert.deepEqual(statuses, [...Array.from({ length: 20 }, () => 404), 429]);
    assert.equal((await told("bkns-0000-0000-0000-9999")).body.title, "too-many-tries");
    const { complaintId } = await takenIn();
    const { confirmationCode } = await issue(complaintId, { paper: "receipt" });
    assert.equal((await told(confirmationCode)).status, 200);
  });
});

describe("an issued paper of an organisation that has an electronic seal", () => {
  it("is sealed before it is frozen, and says so; where the certificate has run out, none leaves", async () => {
    const certificate = { content: sealFile(), password: SEAL_PASSWORD };
    const seals = sealsOf({ bkns: certificate }, new Date().toISOString());
    let isOver = false;
    const test = await openTestApi({
      seals: {
        ...seals,
        seal: (organisation, pdf, at) => seals.seal(organisation, pdf, isOver ? "2099-01-01T00:00:00.000Z" : at),
      },
    });
    try {
      const hoa = await test.person("bkns", "hoa", "clerk@cskh");
      const made = await hoa("POST", "/complaints", { channel: "counter", kind: "quality", content: "Máy chủ chậm" });
      const path = `/complaints/${made.body.complaintId}/issued-papers`;
      const issued = await hoa("POST", path, { paper: "receipt" });
      assert.equal(issued.status, 201, JSON.stringify(issued.body));
      const { confirmationCode, sealedBy, attachment } = issued.body.events[2].data;
      assert.equal(sealedBy, "Công ty Cổ phần Thử nghiệm");
      const content = await test.attachments.open("bkns", attachment.sha256);
      assert.ok(content);
      assert.match((await buffer(content)).toString("latin1"), /\/SubFilter \/ETSI\.CAdES\.detached/);
      const { body } = await hoa("GET", `/public/letters/${confirmationCode}`);
      assert.deepEqual([body.sealedBy, body.sha256], ["Công ty Cổ phần Thử nghiệm", attachment.sha256]);
      isOver = true;
      const late = await hoa("POST", path, { paper: "receipt" });
      assert.deepEqual([late.status, late.body.title], [503, "seal-unusable"]);
      isOver = false;
      // The number that it did not take goes to the next.
      assert.match((await hoa("POST", path, { paper: "receipt" })).body.events[2].data.letterNumber, /^2\//);
    } finally {
      await test.close();
    }
  });
});
