import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { join } from "node:path";
import { paperAsked } from "../../tests/support/paper-file.ts";
import { textOfPdf } from "../../tests/support/pdf.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { loadLetterTexts } from "../procedure/load/letter-texts.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { paperKinds } from "../procedure/pure/vocabulary.ts";
import { letterOfPaper, type PaperAsked } from "./letter-of-paper.ts";
import { letterPress, type LetterPress } from "./letter-press.ts";
import type { Letter } from "./letter.ts";

const providers = ["vntt", "dcnet", "bkns", "ihostinger", "kplus", "vnpt-hue"] as const;
const motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc";

describe("every paper of the published packs, as its reader finds it", () => {
  const loaded = loadEditions([join(import.meta.dirname, "../../procedures")]);
  assert.ok(loaded.ok);
  const texts = loadLetterTexts();
  let press: LetterPress;
  before(() => (press = letterPress()));
  after(() => press.close());

  /** Under the law of today. */
  const editionOf = (organisation: string): Edition => {
    const ofIt = loaded.registry.editions().filter(({ ref }) => ref.organisation === organisation);
    const edition = ofIt.toSorted((one, other) => (one.ref.lawEffectiveOn < other.ref.lawEffectiveOn ? 1 : -1))[0];
    assert.ok(edition);
    return edition;
  };
  const letterOf = (asked: PaperAsked): Letter => {
    const made = letterOfPaper(asked, texts(asked.edition));
    assert.ok(made.ok, `${asked.paper.id} wants ${made.ok ? "" : made.wanting.join(", ")}`);
    return made.letter;
  };
  const read = async (letter: Letter) => textOfPdf(await press.pdf(letter));

  for (const organisation of providers) {
    it(`of ${organisation} is made, under its name or with its subject, and signed by whom the pack names`, async () => {
      const edition = editionOf(organisation);
      for (const paper of edition.papers) {
        const letter = letterOf(paperAsked(edition, paper));
        const text = await read(letter);
        assert.ok(text.includes(motto), paper.id);
        assert.ok(text.includes(letter.heading?.toLocaleUpperCase("vi") ?? letter.subject ?? "—"), paper.id);
        assert.equal(letter.signatories.length, paper.signedBy.length, paper.id);
        const said = asRead[`${organisation} ${paper.id}`];
        if (said !== undefined) assert.equal(text.slice(text.indexOf(motto) + motto.length + 1), said);
      }
    });
  }

  it("is compared word for word at least once of every kind", () => {
    const compared = Object.keys(asRead).map((each) => {
      const [organisation = "", id] = each.split(" ");
      return editionOf(organisation).papers.find((paper) => paper.id === id)?.kind;
    });
    assert.deepEqual(
      paperKinds.filter((kind) => !compared.includes(kind)),
      [],
    );
  });

  it("has every letter of Vietnamese, in every face", async () => {
    const vowels = "a à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ e è é ẻ ẽ ẹ ê ề ế ể ễ ệ i ì í ỉ ĩ ị o ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ";
    const letters = `${vowels} ơ ờ ớ ở ỡ ợ u ù ú ủ ũ ụ ư ừ ứ ử ữ ự y ỳ ý ỷ ỹ ỵ đ`;
    const all = `${letters} ${letters.toLocaleUpperCase("vi")}`;
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "reply-letter");
    assert.ok(paper);
    const letter = letterOf({ ...paperAsked(edition, paper), text: all });
    // Upright in the body, bold in what it is about, slanted where the day stands, bold and slanted over the recipients.
    const text = await read({ ...letter, heading: "thư", about: all, placeAndDate: all });
    const words = text.split(" ");
    for (const each of all.split(" ")) assert.equal(words.filter((word) => word === each).length >= 3, true, each);
  });

  it("is read as words, whatever somebody typed", async () => {
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "reply-letter");
    assert.ok(paper);
    const typed = '#import "x.typ" *đậm* $x^2$ @ai <nhan> [ngoặc] \\ // chú thích';
    const text = await read(letterOf({ ...paperAsked(edition, paper), text: typed }));
    assert.ok(text.includes(typed), text);
  });

  it("is the same file each time, and says that it is PDF/A-2a with its structure", async () => {
    const edition = editionOf("bkns");
    const paper = edition.papers.find(({ id }) => id === "receipt");
    assert.ok(paper);
    const letter = letterOf(paperAsked(edition, paper));
    const [one, other] = [await press.pdf(letter), await press.pdf(letter)];
    assert.ok(one.equals(other));
    const raw = one.toString("latin1");
    assert.match(raw, /<pdfaid:part>2<\/pdfaid:part>/);
    assert.match(raw, /<pdfaid:conformance>A<\/pdfaid:conformance>/);
    assert.match(raw, /\/StructTreeRoot/);
  });
});

/** What stands below the motto, by provider and paper. */
const asRead: Readonly<Record<string, string>> = {
  "bkns receipt":
    "Số: 07/2026/PTN-BKNS Hà Nội, thứ hai, ngày 16 tháng 3 năm 2026 PHIẾU TIẾP NHẬN Khiếu nại số " +
    "KN-2026-000123 Số phiếu: 7/2026 Ngày tiếp nhận: 09:00 thứ hai 02/03/2026 Khách hàng và cách liên hệ: " +
    "Lê Minh 12 Lê Lợi, Huế 0912 345 678 minh@thudo.vn Nội dung sự việc: Mạng chậm từ tối qua Ý kiến phản " +
    "ánh: Khiếu nại chất lượng dịch vụ Yêu cầu của khách hàng: Giảm cước tháng 3 Nếu không đồng ý với kết " +
    "quả giải quyết, Quý khách có quyền đề nghị xem xét lại, hoặc nhờ giải quyết tại: cơ quan bảo vệ " +
    "quyền lợi người tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, Trọng tài, Tòa án. NHÂN VIÊN " +
    "CHĂM SÓC KHÁCH HÀNG (Đã ký) Trần Thị Lan",
  "vntt receipt":
    "Số: 07/2026/PTN-VNTT thứ hai, ngày 16 tháng 3 năm 2026 PHIẾU TIẾP NHẬN KHIẾU NẠI Khiếu nại số " +
    "KN-2026-000123 Số phiếu: 7/2026 Ngày tiếp nhận: 09:00 thứ hai 02/03/2026 Khách hàng, địa chỉ, điện " +
    "thoại, người liên hệ: Lê Minh 12 Lê Lợi, Huế 0912 345 678 minh@thudo.vn Dịch vụ, số hợp đồng hoặc " +
    "hóa đơn: Nội dung khiếu nại: Mạng chậm từ tối qua Hình thức tiếp nhận: Điện thoại Yêu cầu giải " +
    "quyết: Giảm cước tháng 3 Người tiếp nhận: Trần Thị Lan Bộ phận giải quyết: Bộ phận chăm sóc khách " +
    "hàng Nếu không đồng ý với kết quả giải quyết, Quý khách có quyền đề nghị xem xét lại, hoặc nhờ giải " +
    "quyết tại: cơ quan bảo vệ quyền lợi người tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, Trọng " +
    "tài, Tòa án. NV. CSKH (Đã ký) Trần Thị Lan",
  "dcnet acknowledgement":
    "V/v đã nhận khiếu nại số KN-2026-000123 thứ hai, ngày 16 tháng 3 năm 2026 Kính gửi: Quý khách Lê " +
    "Minh DCNET đã nhận khiếu nại của Quý khách lúc 09:00 thứ hai 02/03/2026, qua Tổng đài, và đã vào sổ " +
    "số KN-2026-000123. Nội dung khiếu nại: Mạng chậm từ tối qua. Đây là thư xác nhận đã nhận, chưa phải " +
    "trả lời khiếu nại. Cần hỏi ngay, xin gọi 19000382. Trân trọng./. Nơi nhận: - Như trên; - Lưu: CSKH, " +
    "hồ sơ KN-2026-000123.",
  "bkns information-request":
    "V/v bổ sung thông tin cho khiếu nại số KN-2026-000123 Hà Nội, thứ hai, ngày 16 tháng 3 năm 2026 Kính " +
    "gửi: Quý khách Lê Minh BKNS đang giải quyết khiếu nại số KN-2026-000123 của Quý khách, nhận ngày " +
    "02/03/2026. Để có đủ căn cứ giải quyết, đề nghị Quý khách bổ sung: Nội dung sự việc. Trân trọng cảm " +
    "ơn Quý khách./. Nơi nhận: - Như trên; - Lưu: Bộ phận CSKH, hồ sơ KN-2026-000123.",
  "kplus acceptance-notice":
    "Số: 07/2026/TB-K+ thứ hai, ngày 16 tháng 3 năm 2026 THÔNG BÁO CHẤP NHẬN KHIẾU NẠI Về việc chấp nhận " +
    "giải quyết khiếu nại số KN-2026-000123 Kính gửi: Quý khách Lê Minh K+ đã nhận khiếu nại của Quý " +
    "khách ngày 02/03/2026 và thông báo chấp nhận giải quyết. Nội dung khiếu nại: Mạng chậm từ tối qua. " +
    "Người phụ trách: Trần Thị Lan. K+ thông báo để Quý khách biết./. Nơi nhận: - Như trên; - Lưu: VT, hồ " +
    "sơ KN-2026-000123. TRƯỞNG PHÒNG CSKH (Đã ký) Trần Thị Lan",
  "kplus refusal-notice":
    "Số: 07/2026/TB-K+ thứ hai, ngày 16 tháng 3 năm 2026 THÔNG BÁO TỪ CHỐI KHIẾU NẠI Về việc từ chối giải " +
    "quyết khiếu nại số KN-2026-000123 Kính gửi: Quý khách Lê Minh K+ đã nhận khiếu nại của Quý khách " +
    "ngày 02/03/2026 và xem xét nội dung: Mạng chậm từ tối qua. K+ rất tiếc phải từ chối giải quyết khiếu " +
    "nại này vì: Không có căn cứ. Căn cứ: Điều 5 hợp đồng. Kết quả đo đạt yêu cầu. Nếu không đồng ý, Quý " +
    "khách có quyền nhờ giải quyết tại: cơ quan bảo vệ quyền lợi người tiêu dùng, tổ chức bảo vệ quyền " +
    "lợi người tiêu dùng, Trọng tài, Tòa án. K+ thông báo để Quý khách biết./. Nơi nhận: - Như trên; - " +
    "Lưu: VT, hồ sơ KN-2026-000123. TRƯỞNG PHÒNG CSKH (Đã ký) Trần Thị Lan",
  "bkns refusal-notice":
    "Số: 07/2026/TB-BKNS Hà Nội, thứ hai, ngày 16 tháng 3 năm 2026 THÔNG BÁO TỪ CHỐI GIẢI QUYẾT KHIẾU NẠI " +
    "Về việc từ chối giải quyết khiếu nại số KN-2026-000123 Kính gửi: Quý khách Lê Minh BKNS đã nhận " +
    "khiếu nại của Quý khách ngày 02/03/2026 và xem xét nội dung: Mạng chậm từ tối qua. BKNS rất tiếc " +
    "phải từ chối giải quyết khiếu nại này vì: Không có căn cứ. Căn cứ: Điều 5 hợp đồng. Kết quả đo đạt " +
    "yêu cầu. Nếu không đồng ý, Quý khách có quyền nhờ giải quyết tại: cơ quan bảo vệ quyền lợi người " +
    "tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, Trọng tài, Tòa án. BKNS thông báo để Quý khách " +
    "biết./. Nơi nhận: - Như trên; - Lưu: VT, Bộ phận CSKH, hồ sơ KN-2026-000123. BAN LÃNH ĐẠO (Đã ký) " +
    "Trần Thị Lan",
  "vntt reply-letter":
    "Số: 07/2026/TL-VNTT V/v trả lời khiếu nại số KN-2026-000123 thứ hai, ngày 16 tháng 3 năm 2026 Kính " +
    "gửi: Quý khách Lê Minh VNTT đã nhận khiếu nại của Quý khách ngày 02/03/2026 về việc: Mạng chậm từ " +
    "tối qua. Sau khi kiểm tra, xác minh, VNTT trả lời Quý khách như sau: Mối nối tại hộp cáp đã được hàn " +
    "lại ngày 17/03/2026. Đường truyền đo lại đạt tốc độ hợp đồng. Cam kết thực hiện: Giảm trừ cước tháng " +
    "3 (trước hết thứ sáu 10/04/2026). Khoản điều chỉnh cho Quý khách: giảm trừ cước 150.000 đồng. Nếu " +
    "không đồng ý với trả lời này, Quý khách có quyền đề nghị xem xét lại, hoặc nhờ giải quyết tại: cơ " +
    "quan bảo vệ quyền lợi người tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, Trọng tài, Tòa án. " +
    "Trân trọng cảm ơn Quý khách đã phản ánh và sử dụng dịch vụ./. Nơi nhận: - Như trên; - Lưu: VT, CSKH, " +
    "hồ sơ KN-2026-000123. GD. TTDVVT (Đã ký) Trần Thị Lan",
  "bkns reply-letter":
    "Số: 07/2026/TL-BKNS V/v trả lời khiếu nại số KN-2026-000123 Hà Nội, thứ hai, ngày 16 tháng 3 năm " +
    "2026 Kính gửi: Quý khách Lê Minh BKNS đã nhận khiếu nại của Quý khách ngày 02/03/2026 về việc: Mạng " +
    "chậm từ tối qua. Sau khi kiểm tra, xác minh, BKNS trả lời Quý khách như sau: Mối nối tại hộp cáp đã " +
    "được hàn lại ngày 17/03/2026. Đường truyền đo lại đạt tốc độ hợp đồng. Cam kết thực hiện: Giảm trừ " +
    "cước tháng 3 (trước hết thứ sáu 10/04/2026). Khoản điều chỉnh cho Quý khách: giảm trừ cước 150.000 " +
    "đồng. Nếu không đồng ý với trả lời này, Quý khách có quyền đề nghị xem xét lại, hoặc nhờ giải quyết " +
    "tại: cơ quan bảo vệ quyền lợi người tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, Trọng tài, " +
    "Tòa án. Trân trọng cảm ơn Quý khách đã phản ánh và sử dụng dịch vụ./. Nơi nhận: - Như trên; - Lưu: " +
    "VT, Bộ phận CSKH, hồ sơ KN-2026-000123. PHỤ TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG (Đã ký) Trần Thị Lan",
  "ihostinger reply-letter":
    "Số: 07/2026/TL-iHostinger V/v trả lời khiếu nại số KN-2026-000123 thứ hai, ngày 16 tháng 3 năm 2026 " +
    "Kính gửi: Quý khách Lê Minh iHostinger đã nhận khiếu nại của Quý khách ngày 02/03/2026 về việc: Mạng " +
    "chậm từ tối qua. Sau khi kiểm tra, xác minh, iHostinger trả lời Quý khách như sau: Mối nối tại hộp " +
    "cáp đã được hàn lại ngày 17/03/2026. Đường truyền đo lại đạt tốc độ hợp đồng. Cam kết thực hiện: " +
    "Giảm trừ cước tháng 3 (trước hết thứ sáu 10/04/2026). Khoản điều chỉnh cho Quý khách: giảm trừ cước " +
    "150.000 đồng. Nếu không đồng ý với trả lời này, Quý khách có quyền đề nghị xem xét lại, hoặc nhờ " +
    "giải quyết tại: cơ quan bảo vệ quyền lợi người tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, " +
    "Trọng tài, Tòa án. Trân trọng cảm ơn Quý khách đã phản ánh và sử dụng dịch vụ./. Nơi nhận: - Như " +
    "trên; - Lưu: VT, Phòng CSKH, hồ sơ KN-2026-000123. CẤP TRÊN (Đã ký) Trần Thị Lan",
  "bkns invitation":
    "Số: 07/2026/GM-BKNS Hà Nội, thứ hai, ngày 16 tháng 3 năm 2026 GIẤY MỜI Kính gửi: Quý khách Lê Minh " +
    "BKNS trân trọng kính mời Quý khách đến trao đổi về việc giải quyết khiếu nại số KN-2026-000123, nhận " +
    "ngày 02/03/2026. Nội dung: Mạng chậm từ tối qua. Thời gian: 14:00 thứ tư 18/03/2026. Địa điểm: Phòng " +
    "tiếp khách, tầng 2. Nếu không đến được, xin Quý khách báo lại theo số 1900 63 68 09 để hẹn lại. Rất " +
    "mong Quý khách có mặt./. Nơi nhận: - Như trên; - Lưu: VT, Bộ phận CSKH, hồ sơ KN-2026-000123. PHỤ " +
    "TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG (Đã ký) Trần Thị Lan",
  "bkns invitation-2":
    "Số: 07/2026/GM-BKNS Hà Nội, thứ hai, ngày 16 tháng 3 năm 2026 THƯ MỜI [LẦN 2] Kính gửi: Quý khách Lê " +
    "Minh BKNS trân trọng kính mời Quý khách đến trao đổi về việc giải quyết khiếu nại số KN-2026-000123, " +
    "nhận ngày 02/03/2026. Nội dung: Mạng chậm từ tối qua. Thời gian: 14:00 thứ tư 18/03/2026. Địa điểm: " +
    "Phòng tiếp khách, tầng 2. Nếu không đến được, xin Quý khách báo lại theo số 1900 63 68 09 để hẹn " +
    "lại. Rất mong Quý khách có mặt./. Nơi nhận: - Như trên; - Lưu: VT, Bộ phận CSKH, hồ sơ " +
    "KN-2026-000123. BAN LÃNH ĐẠO (Đã ký) Trần Thị Lan",
  "kplus invitation":
    "Số: 07/2026/GM-K+ thứ hai, ngày 16 tháng 3 năm 2026 GIẤY MỜI Kính gửi: Quý khách Lê Minh K+ trân " +
    "trọng kính mời Quý khách đến trao đổi về việc giải quyết khiếu nại số KN-2026-000123, nhận ngày " +
    "02/03/2026. Nội dung: Mạng chậm từ tối qua. Thời gian: 14:00 thứ tư 18/03/2026. Địa điểm: Phòng tiếp " +
    "khách, tầng 2. Rất mong Quý khách có mặt./. Nơi nhận: - Như trên; - Lưu: VT, hồ sơ KN-2026-000123. " +
    "TRƯỞNG PHÒNG CSKH (Đã ký) Trần Thị Lan",
  "kplus meeting-minutes":
    "Số: 07/2026/BB-K+ thứ hai, ngày 16 tháng 3 năm 2026 BIÊN BẢN TRAO ĐỔI Về việc giải quyết khiếu nại " +
    "số KN-2026-000123 Hôm nay, lúc 14:00 thứ tư 18/03/2026, tại Phòng tiếp khách, tầng 2, hai bên đã " +
    "trao đổi về khiếu nại số KN-2026-000123 của khách hàng Lê Minh. Thành phần: Khách hàng: Lê Minh Đại " +
    "diện K+: Kết quả trao đổi: Khách hàng đồng ý mức giảm trừ. Khách hàng từ chối ký hoặc vắng mặt: " +
    "Không Người làm chứng: Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản, có giá trị như nhau. " +
    "KHÁCH HÀNG (Ký, ghi rõ họ tên) NHÂN VIÊN CSKH (Đã ký) Trần Thị Lan",
  "ihostinger settlement-minutes":
    "Số: 07/2026/BB-iHostinger thứ hai, ngày 16 tháng 3 năm 2026 BIÊN BẢN KẾT QUẢ GIẢI QUYẾT Về kết quả " +
    "giải quyết khiếu nại số KN-2026-000123 iHostinger và khách hàng Lê Minh thống nhất kết quả giải " +
    "quyết khiếu nại số KN-2026-000123, nhận ngày 02/03/2026, như sau: Nội dung khiếu nại: Mạng chậm từ " +
    "tối qua Thoả thuận của hai bên: Mối nối tại hộp cáp đã được hàn lại ngày 17/03/2026. Đường truyền đo " +
    "lại đạt tốc độ hợp đồng. Khoản điều chỉnh: giảm trừ cước 150.000 đồng Kết quả giải quyết: Mối nối " +
    "tại hộp cáp đã được hàn lại ngày 17/03/2026. Đường truyền đo lại đạt tốc độ hợp đồng. Biên bản được " +
    "lập thành 02 bản, mỗi bên giữ 01 bản, có giá trị như nhau. KHÁCH HÀNG (Ký, ghi rõ họ tên) NHÂN VIÊN " +
    "CSKH (Đã ký) Trần Thị Lan",
  "vntt coordination-slip":
    "thứ hai, ngày 16 tháng 3 năm 2026 PHIẾU YÊU CẦU PHỐI HỢP XỬ LÝ Khiếu nại số KN-2026-000123 Kính gửi: " +
    "Bộ phận Kinh doanh Viễn thông Để giải quyết khiếu nại số KN-2026-000123, đề nghị bộ phận phối hợp: " +
    "Đo tuyến và cho biết nguyên nhân Bp. Liên quan: Bộ phận Kinh doanh Viễn thông Thông tin cung cấp " +
    "theo loại khiếu nại: Biện pháp: Hàn lại mối nối Thời gian khắc phục: thứ ba 17/03/2026 Nơi nhận: - " +
    "Như trên; - Lưu: CSKH, hồ sơ KN-2026-000123.",
  "dcnet coordination-slip":
    "thứ hai, ngày 16 tháng 3 năm 2026 PHIẾU YÊU CẦU PHỐI HỢP Khiếu nại số KN-2026-000123 Kính gửi: Trung " +
    "tâm điều hành mạng Để giải quyết khiếu nại số KN-2026-000123, đề nghị bộ phận phối hợp: Đo tuyến và " +
    "cho biết nguyên nhân Bộ phận được yêu cầu: Trung tâm điều hành mạng Thông tin cung cấp: Thời hạn trả " +
    "lời: thứ tư 18/03/2026 Biện pháp và thời gian khắc phục: Hàn lại mối nối Nơi nhận: - Như trên; - " +
    "Lưu: CSKH, hồ sơ KN-2026-000123.",
  "vntt dossier":
    "Số: 07/2026/TTr-VNTT thứ hai, ngày 16 tháng 3 năm 2026 HỒ SƠ KHIẾU NẠI TRÌNH BGĐ Khiếu nại số " +
    "KN-2026-000123 Kính gửi: BGĐ Công ty Nội dung khiếu nại: Mạng chậm từ tối qua Quá trình giải quyết: " +
    "Tiếp nhận 09:00 thứ hai 02/03/2026, Điện thoại. Trả lời 09:00 thứ hai 02/03/2026: Mối nối tại hộp " +
    "cáp đã được hàn lại ngày 17/03/2026. Đường truyền đo lại đạt tốc độ hợp đồng. Ý kiến khách hàng: Nội " +
    "dung xin ý kiến chỉ đạo: Xin ý kiến về mức giảm trừ Kính trình xem xét, cho ý kiến chỉ đạo./. Nơi " +
    "nhận: - Như trên; - Lưu: VT, CSKH, hồ sơ KN-2026-000123. NV. CSKH (Đã ký) Trần Thị Lan",
  "ihostinger corrective-order":
    "Số: 07/2026/KP-iHostinger thứ hai, ngày 16 tháng 3 năm 2026 YÊU CẦU KHẮC PHỤC SỰ CỐ PHÁT SINH KHIẾU " +
    "NẠI Khiếu nại số KN-2026-000123 Kính gửi: Các bộ phận liên quan Nguyên nhân do lỗi của nhà cung cấp: " +
    "Mối nối thi công ẩu Việc khắc phục: Kiểm tra toàn bộ mối nối của tuyến Bộ phận khắc phục: Các bộ " +
    "phận liên quan Hạn hoàn thành: thứ ba 31/03/2026 Nơi nhận: - Như trên; - Lưu: VT, Phòng CSKH, hồ sơ " +
    "KN-2026-000123. TRƯỞNG PHÒNG CHĂM SÓC KHÁCH HÀNG (Đã ký) Trần Thị Lan",
  "dcnet closing-slip":
    "thứ hai, ngày 16 tháng 3 năm 2026 PHIẾU XÁC NHẬN XỬ LÝ Khiếu nại số KN-2026-000123 Biện pháp đã thực " +
    "hiện: Hàn lại mối nối tại hộp cáp Kết quả: Mối nối tại hộp cáp đã được hàn lại ngày 17/03/2026. " +
    "Đường truyền đo lại đạt tốc độ hợp đồng. Ý kiến khách hàng: NHÂN VIÊN CSKH (Đã ký) Trần Thị Lan NHÂN " +
    "VIÊN BỘ PHẬN (Đã ký) Trần Thị Lan KHÁCH HÀNG (Ký, ghi rõ họ tên)",
  "ihostinger lesson":
    "thứ hai, ngày 16 tháng 3 năm 2026 TỔNG KẾT, RÚT KINH NGHIỆM Khiếu nại số KN-2026-000123 Điều đã xảy " +
    "ra: Mạng chậm từ tối qua Nguyên nhân: Không đo khi tiếp nhận Cách tránh lặp lại: Thêm bước đo vào " +
    "phiếu",
  "kplus authority-report":
    "Số: 07/2026/BC-K+ thứ hai, ngày 16 tháng 3 năm 2026 BÁO CÁO KẾT QUẢ GIẢI QUYẾT GỬI CƠ QUAN Kết quả " +
    "giải quyết khiếu nại số KN-2026-000123 Kính gửi: Sở Công Thương Thực hiện yêu cầu của Sở Công " +
    "Thương, K+ báo cáo kết quả giải quyết khiếu nại số KN-2026-000123 của khách hàng Lê Minh, nhận ngày " +
    "02/03/2026, như sau: Nội dung khiếu nại: Mạng chậm từ tối qua. Kết quả giải quyết, trả lời khách " +
    "hàng ngày 02/03/2026: Mối nối tại hộp cáp đã được hàn lại ngày 17/03/2026. Đường truyền đo lại đạt " +
    "tốc độ hợp đồng. Khoản điều chỉnh cho khách hàng: giảm trừ cước 150.000 đồng. K+ kính báo cáo./. Nơi " +
    "nhận: - Như trên; - Lưu: VT, hồ sơ KN-2026-000123. TRƯỞNG PHÒNG CSKH (Đã ký) Trần Thị Lan",
  "vnpt-hue proposal":
    "thứ hai, ngày 16 tháng 3 năm 2026 GIẢI PHÁP ĐỀ XUẤT TRÌNH LÃNH ĐẠO Khiếu nại số KN-2026-000123 Kết " +
    "luận: Suy hao tại hộp cáp Biện pháp: Hàn lại mối nối, giảm trừ cước Số tiền giảm trừ: 150.000 đồng " +
    "PHỤ TRÁCH GIẢI QUYẾT KHIẾU NẠI (Đã ký) Trần Thị Lan LÃNH ĐẠO ĐƠN VỊ CHỦ TRÌ (Đã ký) Trần Thị Lan",
};
