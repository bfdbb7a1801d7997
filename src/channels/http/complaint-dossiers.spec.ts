import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openTestApi, PASSWORD, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";

describe("/complaints/{id}/bound-files", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh", "approver@cskh");
  });
  after(() => test.close());

  it("binds the whole file into one PDF while its reader asks how far it is, for nobody else", async () => {
    const { body: made } = await lan("POST", "/complaints", {
      channel: "counter",
      kind: "incident",
      service: "internet",
      content: "Mạng chậm từ tối qua",
      customer: { name: "Lê Minh", phone: "0912 345 678" },
      // A Monday.
      occurredAt: "2026-03-16T09:05:00+07:00",
    });
    const { complaintId: id, number } = made;
    const issued = await lan("POST", `/complaints/${id}/issued-papers`, { paper: "receipt" });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));

    const asked = await lan("POST", `/complaints/${id}/bound-files`);
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    const { dossierId } = asked.body;
    const bound = await untilBound(id, dossierId);
    assert.deepEqual([bound.documents, bound.done, bound.unbound, bound.pages], [1, 1, [], 3]);
    const pdf = await contentOf("lan", id, dossierId);
    assert.equal(
      pdf.headers["content-disposition"],
      `attachment; filename*=UTF-8''${encodeURIComponent(`Hồ sơ khiếu nại trình BGĐ – ${number}.pdf`)}`,
    );
    const text = await textOfPdf(pdf.content);
    assert.match(
      text,
      /HỒ SƠ KHIẾU NẠI TRÌNH BGĐ Khiếu nại số: KN-\d{4}-\d+ Khách hàng: Lê Minh Liên hệ: 0912 345 678/,
    );
    assert.match(
      text,
      /1 Phiếu tiếp nhận khiếu nại số 01\/20\d\d\/PTN-VNTT SHA-256 [0-9a-f]{32} [0-9a-f]{32} \d\d\/\d\d\/20\d\d 3 /,
    );
    assert.match(text, /09:05 thứ hai 16\/03\/2026 Người lan Tiếp nhận khiếu nại: Trực tiếp \(nguồn khác\) Mạng chậm/);
    assert.match(
      text,
      /02 ngày làm việc: 16\/03\/2026 \(không tính, ngày xảy ra sự kiện không được tính \(BLDS 2015 Đ147\.2\)\); 17\/03\/2026– ?18\/03\/2026 \(tính đến ngày thứ 2, ngày làm việc\)/,
    );
    assert.match(text, new RegExp(`Trang 3/3 – hồ sơ ${number}$`));

    // Whoever comes back finds it.
    const kept = await lan("GET", `/complaints/${id}/bound-files`);
    assert.deepEqual(kept.body, { dossiers: [bound] });

    const other = await test.person("vntt", "hoa", "clerk@cskh");
    assert.deepEqual((await other("GET", `/complaints/${id}/bound-files`)).body, { dossiers: [] });
    assert.equal((await other("GET", `/complaints/${id}/bound-files/${dossierId}`)).status, 404);
    assert.equal((await contentOf("hoa", id, dossierId)).status, 404);
  });

  async function untilBound(id: string, dossierId: string) {
    for (let turn = 0; turn < 200; turn += 1) {
      const { body } = await lan("GET", `/complaints/${id}/bound-files/${dossierId}`);
      if (body.status !== "binding") {
        assert.equal(body.status, "bound", JSON.stringify(body));
        return body;
      }
      await sleep(50);
    }
    throw new Error("it is still being bound");
  }

  async function contentOf(signInName: string, id: string, dossierId: string) {
    const payload = { organisation: "vntt", signInName, password: PASSWORD };
    const signedIn = await test.api.inject({ method: "POST", url: "/api/v1/session", payload });
    const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
    const url = `/api/v1/complaints/${id}/bound-files/${dossierId}/content`;
    const { statusCode, headers, rawPayload } = await test.api.inject({ method: "GET", url, headers: { cookie } });
    return { status: statusCode, headers, content: rawPayload };
  }
});
