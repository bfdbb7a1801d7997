import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { clerk, openTestStore, registered } from "../../../tests/support/store.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { readInside } from "../inside-organisation.ts";
import { SEES_ALL, type Visibility } from "../visibility.ts";
import type { QueueFilter } from "../work-queue/queue-filter.ts";
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

  it("finds a card's number spaced or not, as it was read out", async () => {
    await registered(store, { content: "Thẻ chưa mở", customer: { serviceNumber: "9021 5540 3377" } });
    assert.deepEqual(await found("902155403377"), ["Thẻ chưa".slice(0, 7)]);
    assert.deepEqual(await found('"9021 5540 3377"'), ["Thẻ chưa".slice(0, 7)]);
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
    assert.deepEqual(await found("hải nói", { units: "all", personId: "hai", shownIn: "work" }), []);
    assert.deepEqual(await found("cước", { units: ["bp-kd"], personId: "lan", shownIn: "work" }), []);
    assert.deepEqual(await found("cước", { units: ["cskh"], personId: "lan", shownIn: "work" }), ["Cước th"]);
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

  it("keeps to a filter, whether many fit it or few", async () => {
    await handleCommand(store, {
      organisation: "vntt",
      complaintId: (await registered(store, { content: "Sóng yếu ở Thủ Dầu Một", kind: "incident" })).complaintId,
      actor: clerk,
      command: { verb: "assign", data: { personId: "lan" } },
    });
    const songs = async (filter: QueueFilter) => {
      const page = await readInside(database.pool, "vntt", (inside) =>
        search(inside, { organisation: "vntt", visibility: SEES_ALL, words: "song", filter }),
      );
      assert.equal(page.next, null);
      return page.items.map(({ excerpt }) => excerpt.slice(0, 7));
    };
    assert.deepEqual(await songs({}), ["Sóng yế", "Kết quả"]);
    assert.deepEqual(await songs({ kind: "incident" }), ["Sóng yế"]);
    assert.deepEqual(await songs({ ownerId: "lan", isOpen: true }), ["Sóng yế"]);
    assert.deepEqual(await songs({ unassigned: true, channel: "phone", phase: "received" }), ["Kết quả"]);
    assert.deepEqual(await songs({ isOpen: false }), []);
    assert.deepEqual(await songs({ dueBefore: "2026-01-01T00:00:00.000Z" }), []);
  });

  it("says where it stopped where many have the words and hardly any fits the filter", async () => {
    const { complaintId } = await registered(store, { content: "Mạng chậm", channel: "email" });
    // Copies of its rows, before and after it.
    for (const [from, to] of [
      [2_025_000_000_001, 2_025_000_002_500],
      [2_027_000_000_001, 2_027_000_000_020],
    ]) {
      await database.ownerPool.query(
        `begin; select enter_organisation('vntt');
         insert into complaint_text select organisation, 'copy-' || n, n, words,
             ts_delete(terms, array['vntt/' || (arrival >> 11), 'vntt//' || (arrival >> 17)])
               || array_to_tsvector(array['vntt/' || (n >> 11), 'vntt//' || (n >> 17)])
           from complaint_text, generate_series(${from}, ${to}) n where complaint_id = '${complaintId}';
         insert into complaint_row select r.* from complaint_row o, generate_series(${from}, ${to}) n,
           jsonb_populate_record(null::complaint_row, to_jsonb(o) || jsonb_build_object(
             'complaint_id', 'copy-' || n, 'arrival', n, 'channel', 'phone')) r
           where o.complaint_id = '${complaintId}'; commit`,
      );
    }
    const emails = (cursor?: string) =>
      readInside(database.pool, "vntt", (inside) =>
        search(inside, {
          organisation: "vntt",
          visibility: SEES_ALL,
          words: "mạng chậm",
          filter: { channel: "email" },
          cursor,
        }),
      );
    const first = await emails();
    assert.deepEqual([first.items.map(({ complaintId: id }) => id), first.isCut], [[complaintId], true]);
    const second = await emails(first.next ?? "");
    assert.deepEqual([second.items, second.next, second.isCut], [[], null, false]);
  });

  it("finds a rare word however far back, in runs short and long, each once", async () => {
    const { complaintId } = await registered(store, { content: "Chuyển địa điểm" });
    // On both sides of where long runs meet (multiples of 131,072), beside them and millions away.
    const meeting = 131_072 * 15_000_000;
    const near = [-131_073, -131_072, -2049, -2048, -1, 0, 1, 2047, 2048, 131_071, 131_072, 9_000_000, 9_000_001];
    const later = [1, 2, 3, 4].map((times) => 2_026_000_000_000 + times * 1_000_000);
    const arrivals = [...later, ...near.map((distance) => meeting + distance)];
    await database.ownerPool.query(
      `begin; select enter_organisation('vntt');
       insert into complaint_text select organisation, 'far-' || n, n, words,
           ts_delete(terms, array['vntt/' || (arrival >> 11), 'vntt//' || (arrival >> 17)])
             || array_to_tsvector(array['vntt/' || (n >> 11), 'vntt//' || (n >> 17)])
         from complaint_text, unnest('{${arrivals.join()}}'::bigint[]) n where complaint_id = '${complaintId}';
       insert into complaint_row select r.* from complaint_row o, unnest('{${arrivals.join()}}'::bigint[]) n,
         jsonb_populate_record(null::complaint_row, to_jsonb(o) || jsonb_build_object('complaint_id', 'far-' || n, 'arrival', n)) r
         where o.complaint_id = '${complaintId}'; commit`,
    );
    const all = arrivals.toSorted((a, b) => b - a).map((arrival) => `far-${arrival}`);
    all.splice(later.length, 0, complaintId);
    for (const limit of [3, 20]) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await readInside(database.pool, "vntt", (inside) =>
          search(inside, { organisation: "vntt", visibility: SEES_ALL, words: "dia diem", limit, cursor }),
        );
        seen.push(...page.items.map(({ complaintId: id }) => id));
        if (page.next === null) break;
        cursor = page.next;
      }
      assert.deepEqual(seen, all);
    }
  });

  it("reads the index on terms and no whole table", async () => {
    const { rows } = await database.ownerPool
      .query<{ "QUERY PLAN": string }>(
        `begin; set local enable_seqscan = off; select enter_organisation('vntt');
       explain select complaint_id from complaint_text t
       where t.terms @@ '''vntt/989257812''' and t.terms @@ '''cuoc''' and t.organisation || '' = 'vntt' and t.arrival + 0 < 9
       order by t.arrival desc limit 20; commit`,
      )
      .then((results) => (results as unknown as { rows: { "QUERY PLAN": string }[] }[])[3] ?? { rows: [] });
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    assert.match(plan, /Bitmap Index Scan on complaint_text_terms/);
  });

  it("takes in a text of which the index cannot hold all terms, and finds it by its beginning", async () => {
    const syllable = (place: number) => String.fromCodePoint(0xac00 + (place % 11_172));
    const word = (place: number) =>
      Array.from({ length: 20 }, (_, index) => syllable(place * 7 + index * 131)).join("");
    const content = `mở đầu hiếm gặp ${Array.from({ length: 4_700 }, (_, place) => word(place)).join(" ")}`;
    const { complaintId } = await registered(store, { content });
    const found = await readInside(database.pool, "vntt", (connection) =>
      search(connection, { organisation: "vntt", visibility: SEES_ALL, words: `"mở đầu hiếm gặp" ${word(3)}` }),
    );
    assert.deepEqual(
      found.items.map((item) => item.complaintId),
      [complaintId],
    );
  });
});
