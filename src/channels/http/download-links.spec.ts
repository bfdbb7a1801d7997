import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { openStandInClamd } from "../../../tests/support/stand-in-clamd.ts";
import { clamdScan } from "../../store/attachments/clamd.ts";

const TYPE = "multipart/form-data; boundary=x";
const body = (content: Buffer) =>
  Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: image/png\r\n\r\n'),
    content,
    Buffer.from("\r\n--x--\r\n"),
  ]);

describe("documents handed out", () => {
  let test: TestApi;
  let lan: Caller;
  let admin: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    admin = await test.person("vntt", "quan", "administrator@cskh");
  });
  after(() => test.close());

  const upload = (content: Buffer) => lan("POST", "/attachments", body(content), { "content-type": TYPE });
  async function fileWith(content: Buffer, name: string): Promise<{ complaintId: string; attachmentId: string }> {
    const { sha256 } = (await upload(content)).body;
    const documents = [{ sha256, name }];
    const made = await lan("POST", "/complaints", { channel: "phone", content: "Đèn đỏ", documents });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { complaintId } = made.body;
    const listed = (await lan("GET", `/complaints/${complaintId}/documents`)).body.documents;
    return { complaintId, attachmentId: listed[0].attachmentId };
  }
  const fetched = async (url: string) =>
    ask(test.api, { method: "GET", url: new URL(url).pathname, remoteAddress: "203.0.113.9" });

  it("go to somebody without an account by a link that says what it did, until it is taken back", async () => {
    const { complaintId, attachmentId } = await fileWith(Buffer.from("Biên bản hiện trường"), "bien-ban.txt");
    const links = `/complaints/${complaintId}/download-links`;
    const asked = { madeFor: "Anh Hùng, Sở TTTT", hours: 24 };
    const made = await lan("POST", `/complaints/${complaintId}/documents/${attachmentId}/download-links`, asked);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.match(made.body.url, /^http:\/\/localhost:8080\/api\/v1\/public\/downloads\/vntt-[0-9a-f]{32}$/);
    const given = await fetched(made.body.url);
    assert.deepEqual([given.status, given.body], [200, "Biên bản hiện trường"]);
    assert.equal(given.headers["content-disposition"], "attachment; filename*=UTF-8''bien-ban.txt");
    await fetched(made.body.url);
    const [link] = (await lan("GET", links)).body.links;
    assert.deepEqual([link.madeFor, link.madeBy, link.fetched], ["Anh Hùng, Sở TTTT", "Người lan", 2]);
    const hours = (Date.parse(link.expiresAt) - Date.parse(link.madeAt)) / 3_600_000;
    assert.equal(Math.round(hours * 1000), 24_000);
    assert.equal((await lan("DELETE", `${links}/${link.downloadLinkId}`)).status, 204);
    assert.equal((await fetched(made.body.url)).body.title, "link-over");
    assert.deepEqual((await lan("GET", links)).body.links, []);
    assert.equal((await lan("DELETE", `${links}/${link.downloadLinkId}`)).status, 404);
    const { facts } = (await admin("GET", "/organisation-log?limit=200")).body;
    const told = facts.filter(({ type }: { type: string }) => type.startsWith("DownloadLink"));
    assert.deepEqual(
      told.map(({ type, data }: { type: string; data: { attachmentId?: string } }) => [type, data.attachmentId]),
      [
        ["DownloadLinkMade", attachmentId],
        ["DownloadLinkEnded", undefined],
      ],
    );
  });

  it("by a link that is over, guessed or of another provider do not", async () => {
    const { complaintId, attachmentId } = await fileWith(Buffer.from("b"), "b.txt");
    const path = `/complaints/${complaintId}/documents/${attachmentId}/download-links`;
    const { url } = (await lan("POST", path, { madeFor: "a" })).body;
    await test.database.ownerPool.query(
      "begin; select enter_organisation('vntt'); update download_link set expires_at = now() - interval '1 second'; commit",
    );
    for (const wrong of [url, url.replace(/.$/, "0"), url.replace("vntt-", "bkns-"), `${url}'`])
      assert.deepEqual([(await fetched(wrong)).status, (await fetched(wrong)).body.title], [404, "link-over"]);
    const stranger = await test.person("bkns", "lan", "clerk@cskh");
    assert.equal((await stranger("POST", path, { madeFor: "a" })).status, 404);
    assert.equal((await lan("POST", path, { madeFor: "a", hours: 169 })).status, 400);
  });

  it("as small pictures are turned as they were taken, and without the place where that was", async () => {
    const photo = await sharp({ create: { width: 1200, height: 600, channels: 3, background: "#3366cc" } })
      .withExif({ IFD0: { Artist: "Trần Bình" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "10/1 45/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { complaintId, attachmentId } = await fileWith(photo, "modem.jpg");
    const url = `/api/v1/complaints/${complaintId}/documents/${attachmentId}/thumbnail`;
    const token = (await lan("POST", "/tokens", { name: "spec", scopes: ["read"] })).body.secret;
    const given = await test.api.inject({ url, headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual([given.statusCode, given.headers["content-type"]], [200, "image/webp"]);
    const small = await sharp(given.rawPayload).metadata();
    assert.deepEqual([small.width, small.height, small.exif], [160, 320, undefined]);
  });

  it("as small pictures are there only of pictures, and of none that unpack without end", async () => {
    const text = await fileWith(Buffer.from("<svg/>"), "a.svg");
    const broken = await fileWith(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ", "base64"), "hong.png");
    const large = await sharp({ create: { width: 16_000, height: 7000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    for (const { complaintId, attachmentId } of [text, broken, await fileWith(large, "bom.png")]) {
      const { status, body: told } = await lan("GET", `/complaints/${complaintId}/documents/${attachmentId}/thumbnail`);
      assert.deepEqual([status, told.title], [404, "no-such-item"]);
    }
  });

  it("are not taken, and not given out, where a scanner finds something in them", async () => {
    const clamd = await openStandInClamd();
    const { complaintId, attachmentId } = await fileWith(Buffer.from("gửi trước khi có máy quét"), "cu.txt");
    test.attachments.scan = clamdScan(clamd.place);
    try {
      const refused = await upload(Buffer.from("X5O!P%@AP EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"));
      assert.deepEqual([refused.status, refused.body.title], [422, "document-infected"]);
      assert.match(refused.body.messages.vi, /tìm thấy Eicar-Test-Signature trong tệp này/);
      const document = `/complaints/${complaintId}/documents/${attachmentId}`;
      assert.equal((await lan("GET", document)).body.title, "document-not-scanned");
      assert.equal((await upload(Buffer.from("lành"))).status, 201);
    } finally {
      delete test.attachments.scan;
      await clamd.close();
    }
  });
});
