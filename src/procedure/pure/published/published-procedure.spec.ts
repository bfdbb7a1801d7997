import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadEditions } from "../../load/load-editions.ts";
import { publishedProcedure } from "./published-procedure.ts";

const loaded = loadEditions([join(import.meta.dirname, "../../../../procedures")]);
if (!loaded.ok) throw new Error("the packs of the project do not load");
const editions = loaded.registry.editions();

/** What each provider publishes under the law of July 2026. */
const published = (organisation: string) => {
  const edition = editions.findLast(({ ref }) => ref.organisation === organisation);
  if (!edition) throw new Error(`no edition of ${organisation}`);
  return publishedProcedure(edition);
};
const own = (organisation: string) =>
  published(organisation)
    .promises.filter(({ origin }) => origin === "procedure")
    .map(({ name, term, from }) => `${name}: ${term.vi} từ khi ${from.vi}`);
const steps = (organisation: string) =>
  published(organisation).steps.map(
    ({ step, names, promises }) =>
      `${step ?? "–"} ${names[0]}: ${promises.flatMap(({ origin, term }) => (origin === "procedure" ? term.vi : [])).join(", ")}`,
  );

describe("what a provider publishes of its procedure", () => {
  it("promises what each text promises, from when it says", () => {
    assert.deepEqual(own("vntt"), [
      "Phản hồi thông tin khiếu nại cho khách hàng: 02 ngày làm việc từ khi nhận được khiếu nại",
    ]);
    assert.deepEqual(own("dcnet"), [
      "Gọi lại xác nhận sau hướng dẫn: 30 phút từ khi hướng dẫn khách hàng hoặc gọi lại khách hàng",
      "NOC xác định nguyên nhân và xử lý: 24 giờ từ khi vào bước «NOC xác định nguyên nhân và xử lý»",
      "Kỹ thuật đưa ra kết luận cuối cùng: 24 giờ từ khi vào bước «Kỹ thuật xử lý tại địa chỉ lắp đặt»",
      "Giải quyết khiếu nại sự cố: 20 ngày làm việc từ khi nhận được khiếu nại",
    ]);
    assert.deepEqual(own("bkns"), [
      "Thư trả lời hoặc Giấy mời trong 48 giờ: 48 giờ từ khi nhận được khiếu nại",
      "Giải quyết trong 20 ngày: 20 ngày từ khi nhận được khiếu nại",
      "Giải quyết lần 2 trong cùng 20 ngày từ khi tiếp nhận: 20 ngày từ khi nhận được khiếu nại",
    ]);
    assert.deepEqual(own("ihostinger"), [
      "Phản hồi khách hàng trong 24 giờ khi chuyển bộ phận: 24 giờ từ khi chuyển xử lý",
      "Giải quyết trong 20 ngày làm việc: 20 ngày làm việc từ khi nhận được khiếu nại",
    ]);
    assert.deepEqual(own("kplus"), [
      "Thông báo chấp nhận khiếu nại: 05 ngày làm việc từ khi nhận được khiếu nại hoặc mở lại",
      "Thông báo từ chối khiếu nại: 05 ngày làm việc từ khi nhận được khiếu nại",
      "Trả lời bằng văn bản: 20 ngày làm việc từ khi nhận được khiếu nại",
    ]);
  });

  it("gives no day that the text does not carry", () => {
    const days = ["vntt", "dcnet", "bkns", "ihostinger", "kplus", "vnpt-hue"].map((organisation) => {
      const { effectiveOn, isEffectiveOnStated, publishedOn } = published(organisation);
      return `${organisation}: ${isEffectiveOnStated ? effectiveOn : "–"}, ${publishedOn ?? "–"}`;
    });
    assert.deepEqual(days, [
      "vntt: 2018-01-19, –",
      "dcnet: –, –",
      "bkns: –, –",
      "ihostinger: –, 2019-12-16",
      "kplus: –, –",
      "vnpt-hue: –, 2010-12-21",
    ]);
  });

  it("names every step of the text with its own terms", () => {
    assert.deepEqual(steps("vntt"), [
      "5.2.1 Tiếp nhận khiếu nại: ",
      "5.2.2 Xử lý ngay: 02 ngày làm việc",
      "5.2.3 Thực hiện yêu cầu phối hợp xử lý: 02 ngày làm việc",
      "5.2.4 Kiểm tra phản hồi: 02 ngày làm việc",
      "5.2.5 Kết thúc: ",
      "– Đã từ chối vì quá thời hiệu: ",
    ]);
    assert.deepEqual(steps("kplus"), [
      "1, 2 Tiếp nhận và thẩm định nội dung: 05 ngày làm việc",
      "3 Giải quyết khiếu nại cấp 1: ",
      "4 Cấp 2: chấp nhận hoặc từ chối: 05 ngày làm việc, 20 ngày làm việc",
      "5 Đã trả lời bằng văn bản: ",
    ]);
    assert.deepEqual(steps("dcnet").slice(0, 2), [
      "Bước 1 Tiếp nhận và hồi âm khiếu nại: 30 phút",
      "Bước 2 NOC xác định nguyên nhân và xử lý: 24 giờ, 24 giờ",
    ]);
  });

  it("says by law what the provider does not promise", () => {
    for (const organisation of ["vntt", "dcnet", "bkns", "ihostinger", "kplus", "vnpt-hue"]) {
      const { promises, negotiation, hasPriority, tellsOutsideRemedies } = published(organisation);
      const law = promises.flatMap(({ origin, purpose, term }) => (origin === "law" ? `${purpose} ${term.vi}` : []));
      assert.deepEqual(law, [
        "acknowledge 02 ngày làm việc",
        "acknowledge 03 ngày làm việc",
        "refuse 05 ngày làm việc",
        "refuse 05 ngày làm việc",
        "resolve 20 ngày làm việc",
        "negotiate 07 ngày làm việc",
      ]);
      assert.deepEqual([negotiation?.en, hasPriority, tellsOutsideRemedies], ["7 working days", true, true]);
    }
  });

  it("gives the channels with their addresses, and none that only colleagues and authorities use", () => {
    const channels = (organisation: string) =>
      published(organisation).channels.map(({ name, address }) => (address === null ? name : `${name}: ${address}`));
    assert.deepEqual(channels("vntt"), [
      "Điện thoại",
      "Thư điện tử",
      "Trực tiếp (nguồn khác)",
      "Đơn thư (nguồn khác)",
      "Biểu mẫu trên trang mạng (nguồn khác)",
    ]);
    assert.deepEqual(channels("dcnet").slice(0, 2), ["Tổng đài: 19000382", "Thư điện tử: cskh@dcnet.vn"]);
    assert.equal(channels("bkns")[1], "Hotline 24/7: 1900 63 68 09");
    assert.equal(channels("ihostinger")[1], "Điện thoại hỗ trợ/chăm sóc khách hàng: 01234 909 949");
  });

  it("says how long a customer may wait, once where procedure and law say the same", () => {
    const bars = (organisation: string) =>
      published(organisation).timeBars.map(({ about, term, origin }) => `${about.vi}: ${term.vi}, ${origin}`);
    assert.deepEqual(bars("kplus"), [
      "Khiếu nại về cước, giá, thanh toán: 01 tháng, procedure",
      "Khiếu nại không về cước, giá, thanh toán: 03 tháng, procedure",
    ]);
    assert.deepEqual(bars("bkns"), [
      "Khiếu nại về chất lượng dịch vụ, sự cố, thái độ phục vụ: 90 ngày, procedure",
      "Khiếu nại về kinh doanh, cước, giá, thanh toán: 30 ngày, procedure",
      "Khiếu nại về cước, giá, thanh toán: 01 tháng, law",
      "Khiếu nại không về cước, giá, thanh toán: 03 tháng, law",
    ]);
  });

  it("asks for documents of the customer only, and for ratings only where the text does", () => {
    const charges = published("kplus").kinds.find(({ name }) => name === "Phí thuê bao");
    assert.deepEqual(charges, {
      name: "Phí thuê bao",
      needed: [
        "Tên",
        "Địa chỉ",
        "Số điện thoại",
        "Địa chỉ hòm thư điện tử",
        "Số thẻ giải mã",
        "Số đầu thu",
        "Nội dung khiếu nại",
      ],
      documents: ["Chứng từ thanh toán"],
    });
    assert.deepEqual(
      published("kplus").ratings.map(({ of }) => of),
      ["article", "help-centre"],
    );
    for (const other of ["vntt", "dcnet", "bkns", "ihostinger"]) assert.deepEqual(published(other).ratings, []);
  });

  it("shows other terms with what they hold for", () => {
    const written = published("vnpt-hue").promises.find(({ origin }) => origin === "procedure");
    assert.deepEqual(written?.terms, [
      {
        when: { vi: "nhóm khách hàng: Khách hàng đặc biệt", en: "the customer class: Special customer" },
        term: { vi: "10 ngày", en: "10 days" },
      },
      {
        when: { vi: "loại khiếu nại: Hoá đơn, cước phí", en: "the kind of complaint: Bills and charges" },
        term: { vi: "15 ngày", en: "15 days" },
      },
    ]);
  });
});
