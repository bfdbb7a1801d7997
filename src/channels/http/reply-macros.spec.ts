import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { macroVariables } from "../../documents/reply-macros.ts";
import { letterVariables } from "../../procedure/pure/letters/letter-texts.ts";

describe("pieces of replies", () => {
  let test: TestApi;
  let lead: Caller;
  let clerk: Caller;
  let complaintId: string;
  before(async () => {
    test = await openTestApi();
    lead = await test.person("bkns", "mai", "shift-lead@cskh");
    clerk = await test.person("bkns", "tu", "clerk@cskh");
    const made = await clerk("POST", "/complaints", {
      channel: "email",
      content: "Máy chủ ngừng phản hồi lúc 22 giờ",
      customer: { name: "Trần Bình", email: "binh@example.vn" },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    complaintId = made.body.complaintId;
  });
  after(() => test.close());

  const filled = async () => (await clerk("GET", `/complaints/${complaintId}/reply-macros`)).body.macros;

  it("read as this file has it, and say what the file has nothing for", async () => {
    const content = "Kính gửi {customerName},\nvề khiếu nại số {number}: nguyên nhân là {cause}.";
    const made = await lead("POST", "/reply-macros", { name: "Mở đầu", content });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const [macro] = await filled();
    const { number } = (await clerk("GET", `/complaints/${complaintId}`)).body;
    assert.equal(macro.text, `Kính gửi Trần Bình,\nvề khiếu nại số ${number}: nguyên nhân là ……`.concat("."));
    assert.deepEqual(macro.open, [{ name: "cause", vi: "Nguyên nhân đã tìm ra", en: "Cause that was found" }]);
    const { version } = made.body;
    const path = `/reply-macros/${made.body.macroId}`;
    const changed = await lead("PUT", path, { name: "Mở đầu", content: "Chào {customerName}.", version });
    assert.deepEqual([changed.status, changed.body.version, changed.body.changedBy], [200, 2, "Người mai"]);
    assert.equal((await lead("PUT", path, { name: "Cũ", content: "Cũ", version })).body.title, "changed-meanwhile");
    assert.equal((await filled())[0].text, "Chào Trần Bình.");
    assert.equal((await lead("DELETE", `${path}?version=2`)).status, 204);
    assert.deepEqual(await filled(), []);
    assert.equal((await lead("DELETE", `${path}?version=2`)).status, 404);
  });

  it("every variable that they may name is one that a file can fill", () => {
    const known: readonly string[] = letterVariables;
    assert.deepEqual(
      Object.keys(macroVariables).filter((name) => !known.includes(name)),
      [],
    );
  });

  it("that name a variable which there is not are refused, with those that there are", async () => {
    const { status, body } = await lead("POST", "/reply-macros", { name: "Sai", content: "Chào {tên khách}" });
    assert.deepEqual([status, body.title], [422, "unknown-variable"]);
    assert.match(body.messages.vi, /Không có biến \{tên khách\}\. Các biến dùng được: customerName, number/);
  });

  it("are written by shift leads, for a kind or for all", async () => {
    const refused = await clerk("POST", "/reply-macros", { name: "a", content: "b" });
    assert.deepEqual([refused.status, refused.body.title], [403, "not-your-role"]);
    await lead("POST", "/reply-macros", { name: "Chỉ cước", content: "Về cước", kind: "charges" });
    await lead("POST", "/reply-macros", { name: "Chung", content: "Trân trọng" });
    assert.deepEqual(
      (await filled()).map(({ name }: { name: string }) => name),
      ["Chung"],
    );
    const stranger = await test.person("vntt", "lan", "shift-lead@cskh");
    assert.deepEqual((await stranger("GET", "/reply-macros")).body.macros, []);
  });

  it("and what is advised is told while a reply is written, and of teams afterwards", async () => {
    const ask = (content: string) => clerk("POST", `/complaints/${complaintId}/reply-advice`, { content });
    const template = "Yêu cầu của Quý khách đã được xử lý.";
    const first = (await ask(template)).body;
    assert.deepEqual(first, {
      kept: ["short", "in-time"],
      open: ["thanks", "owns", "date", "own-words"],
      wordsMax: 200,
    });
    const better =
      "Xin lỗi anh Bình: máy chủ ngừng phản hồi lúc 22 giờ do một ổ đĩa hỏng, đã thay ngày 20/11. Cảm ơn anh đã báo.";
    assert.deepEqual((await ask(better)).body.open, []);
    const told = await lead("GET", "/reply-advice");
    assert.deepEqual(told.body, { days: 30, units: [] });
  });
});
