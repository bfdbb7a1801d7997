import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadEditions } from "../../load/load-editions.ts";
import { documentOf } from "./document-of.ts";

const loaded = loadEditions([join(import.meta.dirname, "../../../../procedures")]);
if (!loaded.ok) throw new Error("the packs of the project do not load");
const editions = loaded.registry.editions();

const documentFor = (organisation: string) => {
  const edition = editions.findLast(({ ref }) => ref.organisation === organisation);
  if (!edition) throw new Error(`no edition of ${organisation}`);
  return documentOf(edition);
};

describe("an edition as a document", () => {
  it("says where each cited row stands in the text, in the text's own words", () => {
    const clause = (organisation: string, row: string) =>
      documentFor(organisation).clauses.find((each) => each.row === row);
    assert.deepEqual(clause("vntt", "S0-0.14"), {
      row: "S0-0.14",
      at: "5.2.4",
      quote:
        "NV. CSKH phải phản hồi thông tin khiếu nại với khách hàng trong vòng 02 ngày làm việc kể từ khi tiếp nhận khiếu nại",
    });
    assert.equal(clause("vntt", "S0-0.21")?.at, "VIII");
    assert.equal(clause("bkns", "S2-2.11")?.at, "Bước 3");
    assert.equal(clause("kplus", "S4-4.11")?.at, "5");
    assert.deepEqual(
      ["vntt", "dcnet", "bkns", "ihostinger", "kplus"].map((each) => documentFor(each).clauses.length),
      [22, 14, 18, 14, 13],
    );
  });

  it("gives an indicator as the text's table does, and nobody who answers for the law's", () => {
    const [own, ...law] = documentFor("vntt").indicators;
    assert.equal(
      own?.method,
      "Thống kê (SL các khiếu nại được phản hồi trong 02 ngày làm việc / Tổng số các khiếu nại)* 100%",
    );
    assert.equal(own?.answersFor, "CSKH");
    assert.deepEqual(new Set(law.map(({ answersFor }) => answersFor)), new Set([null]));
  });

  it("names an office once, whatever it may do", () => {
    const directors = documentFor("vntt").roles.filter(({ name }) => name === "GD. TTDVVT");
    assert.deepEqual(directors, [
      {
        name: "GD. TTDVVT",
        unit: "TTDVVT",
        source: ["S0-0.1", "S0-0.3", "practice: duyệt giảm trừ cước và ký thư trả lời"],
      },
    ]);
  });
});
