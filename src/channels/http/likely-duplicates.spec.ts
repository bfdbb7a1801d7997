import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("/likely-duplicates", () => {
  let test: TestApi;
  let lan: Caller;
  const ids: Record<string, string> = {};
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    const made = {
      minh: {
        kind: "incident",
        content: "Mạng công ty chậm từ hôm qua, họp trực tuyến bị đứng hình",
        customer: { customerId: "khach-minh", name: "Lê Minh", phone: "0912 345 678", contract: "VNTT-2024-0815" },
      },
      hoa: { kind: "charges", content: "Hóa đơn tháng 10 tính hai lần", customer: { phone: "0988 111 222" } },
      ba: { kind: "service", content: "Thái độ của tổng đài", customer: { phone: "0168 234 5678" } },
    };
    for (const [name, call] of Object.entries(made)) {
      const { status, body } = await lan("POST", "/complaints", { channel: "phone", ...call });
      assert.equal(status, 201, JSON.stringify(body));
      ids[name] = body.complaintId;
    }
  });
  after(() => test.close());

  const found = async (told: object) => {
    const { status, body } = await lan("POST", "/likely-duplicates", told);
    assert.equal(status, 200, JSON.stringify(body));
    return body.complaints.map((item: { complaintId: string; alike: string[]; isLikelyDuplicate: boolean }) => [
      Object.keys(ids).find((name) => ids[name] === item.complaintId),
      item.alike.join("+"),
      item.isLikelyDuplicate,
    ]);
  };

  it("finds open ones of the customer, and calls those of the same kind likely duplicates", async () => {
    assert.deepEqual(await found({ customerId: "khach-minh", kind: "incident" }), [["minh", "customer", true]]);
    assert.deepEqual(await found({ customerId: "khach-minh", kind: "charges" }), [["minh", "customer", false]]);
    assert.deepEqual(await found({ customerId: "khach-khac" }), []);
  });

  it("finds a number however it was read out", async () => {
    assert.deepEqual(await found({ numbers: ["+84 912 345 678"] }), [["minh", "number", false]]);
    assert.deepEqual(await found({ numbers: ["vntt 2024 0815"], kind: "incident" }), [["minh", "number", true]]);
    assert.deepEqual(await found({ numbers: ["+84 38 234 5678"] }), [["ba", "number", false]]);
    // Too short to tell anybody by.
    assert.deepEqual(await found({ numbers: ["10"] }), []);
  });

  it("finds much the same words of whomever, and not some of them", async () => {
    assert.deepEqual(await found({ content: "mang cong ty cham tu hom qua den gio" }), [["minh", "words", true]]);
    assert.deepEqual(await found({ content: "Mạng công ty tôi muốn nâng cấp lên gói khác nhanh hơn" }), []);
  });

  it("finds running incidents of the service and of the place, and none that are over", async () => {
    const nga = await test.person("vntt", "nga", "shift-lead@cskh");
    const startedAt = "2026-01-05T08:00:00+07:00";
    const open = async (title: string, service: string) =>
      (await nga("POST", "/incidents", { title, service, startedAt })).body.incidentId;
    await open("Đứt cáp quang Thuận An", "internet");
    const over = await open("Mất điện phòng máy", "internet");
    await nga("PATCH", `/incidents/${over}`, { endedAt: "2026-01-05T10:00:00+07:00" });
    const incidents = async (told: object) => {
      const { body } = await lan("POST", "/likely-duplicates", told);
      return body.incidents.map((each: { title: string; isSameService: boolean; isNamed: boolean }) => [
        each.title,
        each.isSameService,
        each.isNamed,
      ]);
    };
    assert.deepEqual(await incidents({ service: "internet" }), [["Đứt cáp quang Thuận An", true, false]]);
    assert.deepEqual(await incidents({ service: "telephone", address: "12 phường Thuan An, Binh Duong" }), [
      ["Đứt cáp quang Thuận An", false, true],
    ]);
    assert.deepEqual(await incidents({ service: "telephone", address: "12 Thuận Giao" }), []);
  });

  it("shows none that is about whoever asks", async () => {
    const call = { channel: "phone", content: "Nhân viên Vy khó nghe", customer: { phone: "0977000111" } };
    await lan("POST", "/complaints", { ...call, aboutPersonIds: ["vy"] });
    const vy = await test.person("vntt", "vy", "clerk@cskh");
    const { body } = await vy("POST", "/likely-duplicates", { numbers: ["0977000111"] });
    assert.deepEqual(body.complaints, []);
  });
});
