import type { Verb } from "../../procedure/pure/vocabulary.ts";
import type { Words } from "./form-field.ts";

/** What nobody can take back once it is done: whoever does it is told before. */
export const lastingEffects: Partial<Readonly<Record<Verb, Words>>> = {
  withdraw: {
    vi: "Khiếu nại được ghi là khách hàng đã rút.",
    en: "The complaint is recorded as withdrawn by the customer.",
  },
  split: {
    vi: "Phần này được xử lý ở khiếu nại kia; hai hồ sơ không gộp lại được.",
    en: "This part is dealt with in the other complaint; the two cannot be joined again.",
  },
  refuse: {
    vi: "Thông báo từ chối được gửi đến khách hàng và không rút lại được.",
    en: "The notice of refusal goes to the customer and cannot be taken back.",
  },
  "sign-paper": {
    vi: "Chữ ký được gắn với đúng nội dung văn bản này và không gỡ ra được.",
    en: "The signature belongs to exactly this text and cannot be removed.",
  },
  "issue-paper": {
    vi: "Văn bản được đánh số và phát hành; sau đó không sửa được nữa.",
    en: "The paper is numbered and issued; it cannot be changed afterwards.",
  },
  "report-to-authority": {
    vi: "Báo cáo được gửi đến cơ quan và không rút lại được.",
    en: "The report goes to the authority and cannot be taken back.",
  },
  close: {
    vi: "Khiếu nại kết thúc và các thời hạn dừng lại. Muốn làm tiếp phải mở lại và ghi lý do.",
    en: "The complaint ends and its terms stop. To go on it must be reopened, with a reason.",
  },
  archive: {
    vi: "Hồ sơ được lưu; sau đó không làm thêm việc nào trên hồ sơ.",
    en: "The file is put away; nothing more is done with it afterwards.",
  },
  redact: {
    vi: "Những giá trị đã chọn bị xóa vĩnh viễn, không ai khôi phục được.",
    en: "The values chosen are erased for good; nobody can bring them back.",
  },
  "move-to-edition": {
    vi: "Các thời hạn được tính lại theo lần ban hành mới.",
    en: "Its terms are counted anew under the other edition.",
  },
};
