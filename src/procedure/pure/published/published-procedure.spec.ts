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
      "Thông báo chấp nhận khiếu nại: 05 ngày làm việc từ khi nhận được khiếu nại",
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
      "5.2.2 Xử lý ngay: ",
      "5.2.3 Thực hiện yêu cầu phối hợp xử lý: ",
      "5.2.4 Kiểm tra phản hồi: 02 ngày làm việc",
      "5.2.5 Kết thúc: ",
      "– Đã từ chối vì quá thời hiệu (theo luật): ",
    ]);
    assert.deepEqual(steps("kplus"), [
      "1, 2 Tiếp nhận và thẩm định nội dung: ",
      "3 Giải quyết khiếu nại cấp 1: ",
      "4 Cấp 2: chấp nhận hoặc từ chối: 05 ngày làm việc, 05 ngày làm việc",
      "5 Đã trả lời bằng văn bản: 20 ngày làm việc",
    ]);
    assert.deepEqual(steps("dcnet").slice(0, 2), [
      "Bước 1 Tiếp nhận và hồi âm khiếu nại: 30 phút",
      "Bước 2 NOC xác định nguyên nhân và xử lý: 24 giờ, 24 giờ",
    ]);
  });

  it("puts a term at the one step where the text names it", () => {
    const timed = (organisation: string) => steps(organisation).filter((line) => !line.endsWith(": "));
    assert.deepEqual(timed("bkns"), [
      "Bước 2 Xác minh, giải quyết lần 1: 48 giờ, 20 ngày",
      "Bước 3 Giải quyết lần 2: 20 ngày",
    ]);
    assert.deepEqual(timed("ihostinger"), [
      "Bước 2b Phân tích khiếu nại: 24 giờ",
      "Bước 5 Kết thúc – tổng kết, rút kinh nghiệm: 20 ngày làm việc",
    ]);
  });

  it("names who answers for a step as the text does, and whose help is asked", () => {
    const who = (organisation: string, step: string) => {
      const found = published(organisation).steps.find((each) => each.step === step);
      return { by: found?.by.map(({ vi }) => vi), with: found?.with.map(({ vi }) => vi) };
    };
    assert.deepEqual(who("vntt", "5.2.3"), {
      by: ["NV. CSKH phối hợp các Bp. Liên quan"],
      with: ["Bp. KD", "Bp. Cước", "P. KTVT", "P. QTDC", "P. VHDC", "TTDVDC", "Bp. Liên quan khác"],
    });
    assert.deepEqual(who("ihostinger", "Bước 3"), {
      by: ["Bộ phận giải quyết khiếu nại", "Cấp trên"],
      with: ["Các bộ phận liên quan"],
    });
    // Its text names no department that helps.
    assert.deepEqual(who("kplus", "4").with, ["Phòng ban khác"]);
    assert.deepEqual(who("dcnet", "Bước 2").by, ["NOC", "KỸ THUẬT"]);
  });

  it("offers who does not agree what the text itself offers, before anybody outside", () => {
    const own = (organisation: string) => published(organisation).ownRemedies.map(({ vi }) => vi);
    assert.deepEqual(own("vntt"), [
      "Không hài lòng và không chấp nhận: hồ sơ được gửi lên BGĐ Công ty để xin ý kiến chỉ đạo và giải quyết đến khi quý khách hài lòng.",
    ]);
    assert.deepEqual(own("dcnet"), [
      "Không đồng ý với kết quả giải quyết: CSKH kiểm tra lại từ đầu thông tin khiếu nại và phúc đáp.",
    ]);
    assert.deepEqual(own("bkns"), [
      "Chưa hoặc không đồng ý với giải quyết: có Thư trả lời hoặc Thư mời [lần 2] để đạt được sự thỏa thuận giữa hai bên.",
    ]);
    assert.deepEqual(own("kplus"), [
      "Không giải quyết được ở Cấp 1: khiếu nại được chuyển lên Cấp 2, Phòng Chăm sóc Khách hàng của K+.",
    ]);
    // Its text has no path after disagreement.
    assert.deepEqual(own("ihostinger"), []);
  });

  it("tells which papers the text promises the customer, and none of the house", () => {
    const papers = (organisation: string) =>
      published(organisation).papers.map(({ name, isSignedByCustomer }) => name.vi + (isSignedByCustomer ? " ✍" : ""));
    assert.deepEqual(papers("bkns"), [
      "Phiếu tiếp nhận",
      "Email xác nhận và trạng thái Ticket",
      "Giấy mời",
      "Thư mời [lần 2]",
      "Thư trả lời",
    ]);
    assert.deepEqual(papers("ihostinger"), [
      "Phiếu tiếp nhận khiếu nại",
      "Biên bản kết quả giải quyết ✍",
      "Văn bản trả lời kết quả giải quyết khiếu nại",
    ]);
    assert.deepEqual(papers("kplus"), [
      "Thông báo chấp nhận khiếu nại",
      "Thông báo từ chối khiếu nại",
      "Giấy mời",
      "Biên bản trao đổi ✍",
      "Câu trả lời bằng văn bản",
    ]);
    assert.deepEqual(papers("vntt"), []);
  });

  it("defines working days only as the text itself does", () => {
    const { workingDays } = published("dcnet");
    assert.equal(workingDays?.vi, "Ngày làm việc trừ thứ 7, chủ nhật và các ngày nghỉ lễ theo quy định của Nhà nước.");
    for (const other of ["vntt", "bkns", "ihostinger", "kplus"]) assert.equal(published(other).workingDays, null);
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
    assert.deepEqual(channels("kplus"), [
      "Tổng đài K+",
      "K+ Store",
      "Thư điện tử (nguồn khác)",
      "Đơn thư (nguồn khác)",
      "Biểu mẫu trên trang mạng (nguồn khác)",
    ]);
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
