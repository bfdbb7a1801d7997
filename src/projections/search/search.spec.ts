import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openTestStore, registered } from "../../../tests/support/store.ts";
import type { Store } from "../../store/open-store.ts";
import { readInside } from "../inside-organisation.ts";
import { SEES_ALL, type Visibility } from "../visibility.ts";
import { search, searchQuery } from "./search.ts";
import { wordsOf } from "./words.ts";

describe("words", () => {
  it("are without case, tone marks and đ, composed or not", () => {
    assert.deepEqual(wordsOf("ĐƯỜNG TRUYỀN, mất Kết-nối!"), ["duong", "truyen", "mat", "ket", "noi"]);
    assert.deepEqual(wordsOf("Đường truyền".normalize("NFD")), ["duong", "truyen"]);
    assert.deepEqual(wordsOf("KN-2026-000123 ﷺ 😀"), ["kn", "2026", "000123", "ﷺ"]);
  });

  it("make a query of words and of phrases in order", () => {
    assert.deepEqual(searchQuery('cước "mất kết nối"'), {
      terms: "'cuoc' & 'mat' & 'ket' & 'noi' & 'mat_ket' & 'ket_noi'",
      phrases: ["mat ket noi"],
    });
    assert.equal(searchQuery(" … !"), undefined);
    assert.equal(searchQuery("'); drop table event; --")?.terms, "'drop' & 'table' & 'event'");
  });
});

describe("search", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    for (const content of [
      "Mất kết nối internet ba ngày, đường truyền chập chờn.",
      "Kết quả đo: nối cáp xong vẫn mất sóng. Kết luận chưa rõ.",
      "Cước tháng 10 tăng gấp đôi.",
    ]) {
      await registered(store, { content, customer: { name: "Nguyễn Thị Đào", phone: "0912 345 678" } });
    }
    await registered(store, { content: "Nhân viên Hải nói chuyện khó nghe", aboutPersonIds: ["hai"] });
  });
  after(() => database.close());

  const found = async (words: string, visibility: Visibility = SEES_ALL) => {
    const page = await readInside(database.pool, "vntt", (inside) =>
      search(inside, { organisation: "vntt", visibility, words }),
    );
    return page.items.map(({ excerpt }) => excerpt.slice(0, 7));
  };

  it("finds words anyhow they are written, the newest first", async () => {
    assert.deepEqual(await found("MAT"), ["Kết quả", "Mất kết"]);
    assert.deepEqual(await found("duong truyen"), ["Mất kết"]);
    assert.deepEqual(await found("đường truyền".normalize("NFD")), ["Mất kết"]);
    assert.deepEqual(await found("cước đào"), ["Cước th"]);
    assert.deepEqual(await found("0912345678 cước"), ["Cước th"]);
    assert.deepEqual(await found("KN-2026-000003"), ["Cước th"]);
    assert.deepEqual(await found("không-có-từ-này"), []);
  });

  it("finds a phrase in its order only", async () => {
    assert.deepEqual(await found("mất nối kết"), ["Kết quả", "Mất kết"]);
    assert.deepEqual(await found('"mất kết nối"'), ["Mất kết"]);
    assert.deepEqual(await found('"kết nối mất"'), []);
    // Words of two fields are no phrase.
    assert.deepEqual(await found('"345 678 cước"'), []);
  });

  it("leaves out what the reader may not see", async () => {
    assert.deepEqual(await found("hải nói"), ["Nhân vi"]);
    assert.deepEqual(await found("hải nói", { units: "all", personId: "hai" }), []);
    assert.deepEqual(await found("cước", { units: ["bp-kd"], personId: "lan" }), []);
    assert.deepEqual(await found("cước", { units: ["cskh"], personId: "lan" }), ["Cước th"]);
  });

  it("goes on page by page without leaving any out", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await readInside(database.pool, "vntt", (inside) =>
        search(inside, { organisation: "vntt", visibility: SEES_ALL, words: "đào", limit: 2, cursor }),
      );
      seen.push(...page.items.map(({ number }) => number));
      if (page.next === null) break;
      cursor = page.next;
    }
    assert.deepEqual(seen, ["KN-2026-000004", "KN-2026-000003", "KN-2026-000002", "KN-2026-000001"]);
  });

  it("reads the index on terms and no whole table", async () => {
    const { rows } = await database.ownerPool
      .query<{ "QUERY PLAN": string }>(
        `begin; set local enable_seqscan = off; select enter_organisation('vntt');
       explain select complaint_id from complaint_text t
       where t.terms @@ '''vntt/989257812'' & ''cuoc''' and t.organisation || '' = 'vntt' and t.arrival + 0 < 9
       order by t.arrival desc limit 20; commit`,
      )
      .then((results) => (results as unknown as { rows: { "QUERY PLAN": string }[] }[])[3] ?? { rows: [] });
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    assert.match(plan, /Bitmap Index Scan on complaint_text_terms/);
  });
});
