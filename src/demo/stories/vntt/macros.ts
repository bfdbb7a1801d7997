import type { NewReplyMacro } from "../../../store/reply-macros.ts";

export const vnttMacros: readonly NewReplyMacro[] = [
  {
    name: "Mở đầu: nhận lỗi, nói việc sẽ làm",
    kind: null,
    content:
      "Chào {customerName},\n\nCảm ơn anh/chị đã nói rõ cho chúng tôi biết. Việc này là lỗi của chúng tôi, chúng tôi xin lỗi và nhận xử lý đến cùng. Số hồ sơ là {number}, nhận ngày {receivedOn}; {owner} theo dõi từ đầu đến cuối.",
  },
  {
    name: "Mất mạng: đã tìm ra nguyên nhân",
    kind: "incident",
    content:
      "Nguyên nhân: {cause}.\n\nChúng tôi đã làm: {handling}. Nếu hôm nay mạng còn chập chờn, anh/chị gọi {helplines} và đọc số {number}, kỹ thuật xem ngay, không phải kể lại từ đầu.",
  },
  {
    name: "Mất mạng: chưa xong, hẹn ngày",
    kind: "incident",
    content:
      "Chúng tôi chưa khắc phục xong và không muốn anh/chị phải đoán. Việc tiếp theo: {commitments}. Chúng tôi báo kết quả chậm nhất ngày {answerDueOn}, kể cả khi chưa có tin mới.",
  },
  {
    name: "Cước: kết quả đối soát",
    kind: "charges",
    content:
      "Chúng tôi đã đối soát lại từng dòng của thông báo cước. Kết quả: {cause}. Khoản điều chỉnh: {remedies}. Cảm ơn anh/chị đã dành thời gian giữ lại chứng từ; nhờ vậy việc này kết thúc sớm hơn.",
  },
  {
    name: "Kết thư: cảm ơn, còn điều gì chưa thoả đáng",
    kind: null,
    content:
      "Nếu anh/chị thấy câu trả lời này chưa thoả đáng ở chỗ nào, xin cho chúng tôi biết chỗ đó; chúng tôi xem lại chứ không gửi lại thư cũ. Gọi {helplines} hoặc trả lời ngay thư này.\n\n{organisation}",
  },
];
