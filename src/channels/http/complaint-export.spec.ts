import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("the export of a list", () => {
  let test: TestApi;
  let lan: Caller;
  let dung: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    dung = await test.person("vntt", "dung", "unit-member@p-ktvt");
    const register = async (body: object) => {
      const made = await lan("POST", "/complaints", { channel: "phone", ...body });
      assert.equal(made.status, 201, JSON.stringify(made.body));
    };
    const occurredAt = "2026-02-12T10:00:00+07:00";
    await register({ content: 'Mạng chậm, "rất chậm"', kind: "incident", occurredAt, customer: { name: "=1+1" } });
    await register({ content: "Cước sai\ntháng ba", occurredAt: "2026-02-13T08:30:00+07:00" });
  });
  after(() => test.close());

  const linesOf = async (who: Caller, query: string) => {
    const { status, body, headers } = await who("GET", `/complaints/export?${query}`);
    assert.equal(status, 200, String(body));
    return { lines: String(body).split("\r\n"), headers };
  };

  it("has a byte order mark, the names of the columns and a line for each complaint, the newest first", async () => {
    const { lines, headers } = await linesOf(lan, "");
    assert.equal(headers["content-type"], "text/csv; charset=utf-8");
    assert.match(headers["content-disposition"] ?? "", /^attachment; filename="khieu-nai-\d{4}-\d\d-\d\d\.csv"$/);
    assert.equal(headers["rows-total"], "2");
    const begin = "\uFEFFSố,Tiếp nhận lúc,Khách hàng,Nội dung,Loại khiếu nại,Giai đoạn,Bước,Bộ phận,Người phụ trách,";
    assert.ok(lines[0]?.startsWith(begin), lines[0]);
    assert.ok(lines[1]?.startsWith('KN-2026-000002,2026-02-13 08:30,,"Cước sai\ntháng ba",,Tiếp nhận,'), lines[1]);
    const quoted = `KN-2026-000001,2026-02-12 10:00,'=1+1,"Mạng chậm, ""rất chậm""",Sự cố dịch vụ (chất lượng dịch vụ),`;
    assert.ok(lines[2]?.startsWith(quoted), lines[2]);
    // Two working days from Thursday the 12th, and Tết in between.
    assert.match(lines[2] ?? "", /,2026-02-24 00:00,"-\d+,\d",/);
    assert.deepEqual(lines.slice(3), [""]);
  });

  it("holds what the list holds, in the language asked for", async () => {
    const { lines } = await linesOf(lan, "kind=incident&language=en");
    assert.ok(lines[0]?.startsWith("\uFEFFNumber,Received at,Customer,"), lines[0]);
    assert.deepEqual([lines.length, lines[1]?.slice(0, 14)], [3, "KN-2026-000001"]);
    assert.equal((await linesOf(lan, "search=cuoc%20sai")).lines[1]?.slice(0, 14), "KN-2026-000002");
    assert.equal((await linesOf(lan, "open=false")).lines.length, 2);
    assert.equal((await linesOf(dung, "")).lines.length, 2);
    assert.equal((await lan("GET", "/complaints/export?cursor=abc")).status, 400);
  });

  it("holds the complaints that are named, as far as the reader may see them", async () => {
    const { body: list } = await lan("GET", "/complaints?sort=arrival");
    const complaintIds = [list.items[1].complaintId, "khong-co"];
    const taken = await lan("POST", "/complaints/export", { complaintIds, language: "en" });
    const lines = String(taken.body).split("\r\n");
    assert.deepEqual([taken.status, taken.headers["rows-total"], lines.length], [200, "1", 3]);
    assert.deepEqual([lines[0]?.slice(1, 7), lines[1]?.slice(0, 14)], ["Number", "KN-2026-000001"]);
    const unseen = await dung("POST", "/complaints/export", { complaintIds });
    assert.equal(String(unseen.body).split("\r\n").length, 2);
    assert.equal((await lan("POST", "/complaints/export", { complaintIds: [] })).status, 400);
  });

  it("leaves in the organisation's log who took it out, by which filters, and never what was looked for", async () => {
    await linesOf(lan, "search=Nguy%E1%BB%85n&kind=incident");
    await linesOf(lan, "due=overdue");
    const auditor = await test.person("vntt", "yen", "auditor@cskh");
    const { body } = await auditor("GET", "/organisation-log?limit=200");
    const exports = body.facts.filter(({ type }: { type: string }) => type === "ListExported").slice(-2);
    assert.deepEqual(
      exports.map(({ actor, data }: { actor: { personId: string }; data: unknown }) => [actor.personId, data]),
      [
        ["lan", { filters: ["kind", "search"], rows: null }],
        ["lan", { filters: ["due"], rows: 2 }],
      ],
    );
  });

  it("goes on over any number of pages", async () => {
    for (let batch = 0; batch < 22; batch += 1) {
      const body = { channel: "phone", content: `Lượt ${batch}` };
      await Promise.all(Array.from({ length: 50 }, () => lan("POST", "/complaints", body)));
    }
    const { lines, headers } = await linesOf(lan, "");
    const numbers = lines
      .slice(1)
      .filter((line) => line.startsWith("KN-"))
      .map((line) => line.slice(0, 14));
    assert.deepEqual([headers["rows-total"], numbers.length, new Set(numbers).size], ["1102", 1102, 1102]);
  });

  it("runs nothing where the separator is a semicolon either, nor at the beginning of a line", async () => {
    const customer = { name: "An;=HYPERLINK(1)" };
    await lan("POST", "/complaints", { channel: "phone", content: 'zzcongthuc\n＝1+1;@x;"-2', customer });
    const { lines } = await linesOf(lan, "search=zzcongthuc");
    assert.equal(lines.length, 3);
    assert.ok(lines[1]?.includes(`,"An;'=HYPERLINK(1)","zzcongthuc\n'＝1+1;'@x;'""-2",`), lines[1]);
  });

  it("says by what lists may be narrowed, with the provider's names", async () => {
    const { body } = await lan("GET", "/complaint-filters");
    assert.deepEqual(body.kind[0], { value: "incident", label: "Sự cố dịch vụ (chất lượng dịch vụ)" });
    assert.deepEqual(body.channel[0], { value: "phone", label: "Điện thoại" });
    assert.ok(body.stage.some(({ phase }: { phase: string }) => phase === "closed"));
    assert.equal(new Set(body.unit.map(({ value }: { value: string }) => value)).size, body.unit.length);
  });
});
