import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";

/** A paper of BKNS that its shift lead signs. */
describe("what stands under an issued paper", () => {
  let test: TestApi;
  let hoa: Caller;
  let khanh: Caller;
  before(async () => {
    test = await openTestApi();
    hoa = await test.person("bkns", "hoa", "clerk@cskh");
    khanh = await test.person("bkns", "khanh", "shift-lead@cskh");
  });
  after(() => test.close());

  const drafted = async () => {
    const { body } = await hoa("POST", "/complaints", { channel: "counter", kind: "quality", content: "Máy chủ chậm" });
    const made = await hoa("POST", `/complaints/${body.complaintId}/papers`, {
      paper: "reply-letter",
      content: "Máy chủ đã chạy lại.",
    });
    const { paperId } = made.body.events[0].data;
    return {
      issued: `/complaints/${body.complaintId}/issued-papers`,
      paperId,
      file: `/complaints/${body.complaintId}`,
      path: `/complaints/${body.complaintId}/papers/${paperId}`,
    };
  };
  const issuedPdf = async ({ issued, paperId }: { issued: string; paperId: string }) => {
    const { status, body } = await hoa("POST", issued, { paperId });
    assert.equal(status, 201, JSON.stringify(body));
    const content = await test.attachments.open("bkns", body.events[0].data.attachment.sha256);
    assert.ok(content);
    return buffer(content);
  };
  const uploaded = async (content: Buffer, name: string) => {
    const payload = Buffer.concat([
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
      content,
      Buffer.from("\r\n--x--\r\n"),
    ]);
    const sent = await khanh("POST", "/attachments", payload, { "content-type": "multipart/form-data; boundary=x" });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    return { sha256: sent.body.sha256 as string, name };
  };
  const under = (text: string) => text.slice(text.indexOf("Nơi nhận:"), text.indexOf("Mã xác nhận"));

  it("says for whom a deputy signs, and the deputy's own post below, as it was said when they were named", async () => {
    const pho = await test.person("bkns", "pho", "clerk@cskh");
    const lent = { deputyId: "pho", fromOn: "2020-01-01", toOn: "2099-12-31", signsAs: "KT", post: "Phó phụ trách" };
    assert.equal((await khanh("POST", "/people/khanh/delegations", lent)).status, 201);
    const paper = await drafted();
    const signed = await pho("POST", `${paper.path}/signatures`, { by: "shift-lead" }, { "hoiam-acting-for": "khanh" });
    assert.equal(signed.status, 201, JSON.stringify(signed.body));
    assert.deepEqual(signed.body.events[0].data.delegation, { as: "KT", post: "Phó phụ trách" });
    const text = await textOfPdf(await issuedPdf(paper));
    assert.match(under(text), /KT\. PHỤ TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG PHÓ PHỤ TRÁCH \(Đã ký\) Người pho $/);
  });

  it("waits for whoever must sign it, who is told; whoever drafted it is not", async () => {
    const { paperId, file } = await drafted();
    const told = async (who: Caller) => {
      const { body } = await who("GET", "/notifications");
      const all: { kind: string; complaintId: string | null; data: unknown }[] = body.items;
      return all
        .filter(({ complaintId }) => complaintId !== null && file.endsWith(complaintId))
        .map(({ kind, data }) => ({ kind, data }));
    };
    assert.deepEqual(await told(khanh), [{ kind: "signature-asked", data: { paperId, by: "hoa" } }]);
    assert.deepEqual(await told(hoa), []);
  });

  it("is the signature that was given on a screen; what is no picture leaves the words in its place", async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><path d="M9 90 Q80 10 150 70 T290 40" stroke="#113" stroke-width="5" fill="none"/></svg>`;
    const picture = await uploaded(await sharp(Buffer.from(drawing)).png().toBuffer(), "chu-ky.png");
    const paper = await drafted();
    const onScreen = { by: "shift-lead", signedOn: "screen", signatureSha256: picture.sha256, documents: [picture] };
    const signed = await khanh("POST", `${paper.path}/signatures`, onScreen);
    assert.equal(signed.status, 201, JSON.stringify(signed.body));
    const { body: file } = await hoa("GET", paper.file);
    const { body: listed } = await hoa("GET", `${paper.file}/documents`);
    assert.deepEqual([file.attachments, listed.documents], [[], []]);
    const kept = signed.body.events.find(({ type }: { type: string }) => type === "AttachmentAdded");
    const handedOut = await hoa("GET", `${paper.file}/documents/${kept.data.attachment.attachmentId}`);
    assert.equal(handedOut.status, 404);
    const pdf = await issuedPdf(paper);
    assert.match(under(await textOfPdf(pdf)), /PHỤ TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG Người khanh $/);
    assert.match(pdf.toString("latin1"), /\/Subtype\s*\/Image/);

    const cut = await uploaded((await sharp(Buffer.from(drawing)).png().toBuffer()).subarray(0, 60), "dut.png");
    const other = await drafted();
    const broken = { ...onScreen, signatureSha256: cut.sha256, documents: [cut] };
    assert.equal((await khanh("POST", `${other.path}/signatures`, broken)).status, 201);
    assert.match(under(await textOfPdf(await issuedPdf(other))), /KHÁCH HÀNG \(Đã ký\) Người khanh $/);
  });
});
