import { assigns, issues } from "../../steps.ts";
import type { Step, Story } from "../../story.ts";

/** Praise, a question told to the end of its file, and a call just in. */
export const otherStories: readonly Story[] = [
  {
    id: "praise",
    ends: "closed",
    steps: [
      {
        at: "-4 16:00",
        by: "ngoc",
        do: "register",
        with: {
          channel: "email",
          kind: "praise",
          service: "bkns-service",
          customer: { name: "Nguyễn Đình Khôi", email: "khoi.nd@vidu.vn" },
          content:
            "Nửa đêm chuyển tên miền gặp rắc rối, bạn trực ca ngồi với tôi tới 2 giờ sáng, giải thích từng bước, không một lời gắt gỏng. Cho tôi gửi lời cảm ơn bạn ấy.",
        },
      },
      {
        at: "+30m",
        by: "trang",
        do: "close",
        with: { outcome: "recorded", summary: "Đã cảm ơn khách và đọc thư trước cả phòng." },
      },
    ],
  },
  {
    id: "question-archived",
    ends: "archived",
    steps: [
      {
        at: "-20 09:00",
        by: "ngoc",
        do: "register",
        with: ({ day }) => ({
          channel: "ticket",
          kind: "question",
          service: "bkns-service",
          eventOn: day(-20),
          customer: { name: "Lại Thị Phương", email: "phuong.lai@vidu.vn", contract: "BK-D-3310" },
          content:
            "Vì sao đổi bản ghi tên miền cả buổi mà bạn tôi ở miền Trung vẫn vào trang cũ? Tôi lo khách gửi đơn vào chỗ không ai đọc.",
          remedySought: "Giải thích giúp tôi.",
        }),
      },
      { at: "+1m", by: "system", do: "acknowledge", with: { channel: "ticket", written: true, automatic: true } },
      issues("+20m", "ngoc", "receipt"),
      assigns("+5m", "ngoc", "ngoc"),
      {
        at: "-20 10:30",
        by: "ngoc",
        do: "record-finding",
        with: { cause: "Thời gian lưu bản ghi (TTL) còn 24 giờ.", rootCause: "none-found" },
        filled: { "problem-in-our-words": "Khách không biết bản ghi cũ còn được nhớ tới 24 giờ." },
      },
      {
        at: "-20 11:00",
        by: "ngoc",
        do: "reply",
        with: {
          final: true,
          channel: "ticket",
          content:
            "Chị Phương ơi, bản ghi cũ được các nhà mạng nhớ thêm 24 giờ nên có nơi thấy trang cũ. Trong lúc đó chúng tôi giữ hộp thư cũ chạy song song để chị không mất đơn nào; sáng mai sẽ thông hết. Cảm ơn chị đã hỏi.",
        },
      },
      issues("+15m", "ngoc", "reply-letter"),
      {
        at: "-19 09:30",
        by: "customer",
        do: "record-verdict",
        with: { accepts: "yes", satisfied: "yes", score: 5, words: "Dễ hiểu quá, cảm ơn em." },
      },
      { at: "+1h", by: "ngoc", do: "close", with: { outcome: "agreed" } },
      {
        at: "-18 09:00",
        by: "ngoc",
        do: "record-lesson",
        with: {
          lesson: "Nên nhắc hạ TTL trước khi đổi bản ghi, ngay trên màn hình quản lý.",
          prevention: "Thêm lời nhắc vào trang quản lý tên miền.",
        },
      },
      { at: "-18 10:00", by: "van", do: "archive", with: { place: "Lưu điện tử" } },
    ],
  },
  {
    id: "just-in",
    ends: "received",
    steps: [
      {
        at: "35m ago",
        by: "anh",
        do: "register",
        with: {
          channel: "hotline",
          kind: "quality",
          service: "bkns-service",
          customer: { name: "Phùng Văn Sự", phone: "0983 771 460" },
          content:
            "Đăng nhập trang quản lý cứ báo sai mã xác nhận, mà điện thoại tôi nhận đủ tin. Tôi cần gia hạn tên miền hôm nay!",
        },
      },
      ...autoReceipt(),
    ],
  },
];

function autoReceipt(): Step[] {
  return [{ at: "+1m", by: "system", do: "acknowledge", with: { channel: "email", written: true, automatic: true } }];
}
