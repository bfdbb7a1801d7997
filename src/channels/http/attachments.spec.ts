import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir, rm, writeFile } from "node:fs/promises";
import { request, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { verifyDocuments } from "../../store/verify/verify-documents.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const TYPE = "multipart/form-data; boundary=x";
const body = (content: Buffer, end = "\r\n--x--\r\n", name = "a.png") =>
  Buffer.concat([
    Buffer.from(
      `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n`,
    ),
    content,
    Buffer.from(end),
  ]);

describe("documents", () => {
  let test: TestApi;
  let lan: Caller;
  let port: number;
  let token: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    token = (await lan("POST", "/tokens", { name: "spec", scopes: ["read", "register", "handle"] })).body.secret;
    await test.api.listen({ port: 0, host: "127.0.0.1" });
    port = (test.api.server.address() as AddressInfo).port;
  });
  after(() => test.close());

  const upload = (payload: Buffer, type = TYPE) => lan("POST", "/attachments", payload, { "content-type": type });
  const filesKept = async () =>
    (await readdir(test.attachmentsFolder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;

  it("are taken by what they are, handed in with a verb, and given out as files only", async () => {
    const sent = await upload(body(PNG));
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    assert.deepEqual([sent.body.type, sent.body.bytes], ["image/png", PNG.length]);
    assert.equal((await upload(body(PNG))).body.sha256, sent.body.sha256);
    assert.equal(await filesKept(), 1);
    const documents = [{ sha256: sent.body.sha256, name: 'Ảnh modem".png' }];
    const made = await lan("POST", "/complaints", { channel: "phone", content: "Đèn đỏ", documents });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const listed = await lan("GET", `/complaints/${made.body.complaintId}/documents`);
    const [document] = listed.body.documents;
    assert.deepEqual([document.type, document.bytes], ["image/png", PNG.length]);
    const url = `http://127.0.0.1:${port}/api/v1/complaints/${made.body.complaintId}/documents/${document.attachmentId}`;
    const given = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual(Buffer.from(await given.arrayBuffer()), PNG);
    assert.equal(given.headers.get("content-disposition"), "attachment; filename*=UTF-8''%E1%BA%A2nh%20modem%22.png");
    assert.equal(given.headers.get("x-content-type-options"), "nosniff");
    const stranger = await test.person("kplus", "lan", "clerk@cskh");
    const stolen = await stranger("POST", "/complaints", { channel: "hotline", content: "a", documents });
    assert.equal(stolen.body.title, "unknown-attachment");
  });

  it("are given out with the letter that was issued with them", async () => {
    const { sha256 } = (await upload(body(PNG))).body;
    const { complaintId } = (await lan("POST", "/complaints", { channel: "phone", content: "a" })).body;
    const letter = { paper: "receipt", channel: "email", documents: [{ sha256, name: "phieu.png" }] };
    const issued = await lan("POST", `/complaints/${complaintId}/issued-papers`, letter);
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const { documents } = (await lan("GET", `/complaints/${complaintId}/documents`)).body;
    assert.deepEqual(
      documents.map(({ name, type }: { name: string; type: string }) => [name, type]),
      [["phieu.png", "image/png"]],
    );
    const given = await lan("GET", `/complaints/${complaintId}/documents/${documents[0].attachmentId}`);
    assert.deepEqual([given.status, given.headers["content-type"]], [200, "image/png"]);
  });

  it("are shown in the page where they are a picture or a PDF, under a policy that runs nothing", async () => {
    const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    const contents = [PNG, pdf, Buffer.from("<b>chữ</b>")];
    const documents = [];
    for (const [index, content] of contents.entries()) {
      documents.push({ sha256: (await upload(body(content))).body.sha256, name: `${index}` });
    }
    const { complaintId } = (await lan("POST", "/complaints", { channel: "phone", content: "a", documents })).body;
    const listed = (await lan("GET", `/complaints/${complaintId}/documents`)).body.documents;
    const shown = [];
    for (const { attachmentId } of listed) {
      const { headers } = await lan("GET", `/complaints/${complaintId}/documents/${attachmentId}?disposition=inline`);
      shown.push([headers["content-type"], headers["content-disposition"], headers["content-security-policy"]]);
    }
    const sandbox = "sandbox; default-src 'none'; frame-ancestors 'self'";
    assert.deepEqual(shown, [
      ["image/png", "inline; filename*=UTF-8''0", sandbox],
      [
        "application/pdf",
        "inline; filename*=UTF-8''1",
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      ],
      ["text/plain; charset=utf-8", "attachment; filename*=UTF-8''2", sandbox],
    ]);
  });

  it("are not given out once they were altered where they are kept, and verification names them", async () => {
    const sha256 = (await upload(body(Buffer.from("Biên bản thật")))).body.sha256;
    const gone = (await upload(body(Buffer.from("Biên bản mất")))).body.sha256;
    const documents = [sha256, gone].map((each) => ({ sha256: each, name: "bien-ban.txt" }));
    const { complaintId } = (await lan("POST", "/complaints", { channel: "phone", content: "a", documents })).body;
    const verify = () => verifyDocuments({ pool: test.database.pool, attachments: test.attachments }, "vntt");
    const { documents: before, flaws } = await verify();
    assert.deepEqual(flaws, []);
    const placeOf = (hash: string) => join(test.attachmentsFolder, "vntt", hash.slice(0, 2), hash);
    await writeFile(placeOf(sha256), "Biên bản giả");
    await rm(placeOf(gone));
    const listed = (await lan("GET", `/complaints/${complaintId}/documents`)).body.documents;
    const ask = (index: number) => lan("GET", `/complaints/${complaintId}/documents/${listed[index].attachmentId}`);
    const altered = await ask(0);
    assert.deepEqual([altered.status, altered.body.title], [500, "document-altered"]);
    assert.match(altered.body.messages.vi, /không còn đúng mã băm/);
    assert.equal((await ask(1)).body.title, "no-such-item");
    const after = await verify();
    assert.equal(after.documents, before);
    assert.deepEqual(after.flaws.map(({ flaw, where }) => `${flaw}: ${where}`).toSorted(), [
      `document-altered: document ${sha256}`,
      `document-missing: document ${gone}`,
    ]);
  });

  it("are refused where two come in one upload, and neither is kept", async () => {
    const before = await filesKept();
    const two = Buffer.concat([body(Buffer.from("một"), "\r\n"), body(Buffer.from("hai"))]);
    const { status, body: told } = await upload(two);
    assert.deepEqual([status, told.title], [400, "malformed-request"]);
    assert.match(told.messages.en, /more than one file/);
    assert.equal(told.messages.vi, "Yêu cầu chưa đúng: nhiều hơn một tệp; hãy gửi từng tệp.");
    assert.equal(await filesKept(), before);
  });

  it("hands a page out as plain text", async () => {
    const sent = await upload(body(Buffer.from("<script>alert(1)</script>"), undefined, "a.html"));
    assert.equal(sent.body.type, "text/plain");
  });

  it("refuses programs, empty files, other bodies and files without end, and keeps nothing of them", async () => {
    const before = await filesKept();
    const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300)]);
    assert.equal((await upload(body(program))).body.title, "attachment-type");
    assert.equal((await upload(body(Buffer.alloc(0)))).status, 400);
    assert.equal((await upload(Buffer.from("{}"), "application/json")).status, 415);
    assert.equal((await upload(Buffer.from("--x--\r\n"))).status, 400);
    assert.equal((await upload(body(PNG, ""))).status, 400);
    assert.equal(await filesKept(), before);
  });

  it("reads a large file that it refuses to the end, because who sends it may not listen before", async () => {
    const program = body(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(20_000_000)]));
    const headers = { authorization: `Bearer ${token}`, "content-type": TYPE, "content-length": program.length };
    const sending = request({ port, host: "127.0.0.1", path: "/api/v1/attachments", method: "POST", headers });
    const isSent = once(sending, "finish", { signal: AbortSignal.timeout(10_000) });
    sending.end(program);
    const [answer] = (await once(sending, "response")) as [IncomingMessage];
    answer.resume();
    assert.equal(answer.statusCode, 415);
    await isSent;
  });

  it("keeps nothing of an upload that is cut off half-way", async () => {
    const before = await filesKept();
    const whole = body(PNG);
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(
          `POST /api/v1/attachments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${TYPE}\r\nContent-Length: 1000000\r\n\r\n`,
        );
        socket.write(whole.subarray(0, whole.length - 10));
        setTimeout(() => socket.destroy(), 200);
      });
      socket.on("close", () => resolve());
      socket.on("error", () => undefined);
    });
    for (let tries = 0; tries < 50 && (await filesKept()) !== before; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(await filesKept(), before);
    const { rows } = await test.database.ownerPool.query(
      "select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    );
    assert.equal(rows.length, 0);
    assert.equal((await lan("GET", "/session")).status, 200);
  });
});
