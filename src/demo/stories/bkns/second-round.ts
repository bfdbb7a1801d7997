import { assigns, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** After the first "no": round 2 under way, round 2 refused by the customer who then goes outside, silence, refusal. */
export const secondRoundStories: readonly Story[] = [
  {
    id: "triple-renewal",
    ends: "closed-outside",
    steps: [
      {
        at: "-18 10:00",
        by: "van",
        do: "register",
        with: ({ day }) => ({
          channel: "post",
          kind: "business",
          service: "bkns-service",
          eventOn: day(-22),
          customer: {
            name: "Công ty TNHH Nội thất Gỗ Xanh",
            phone: "0243 765 2290",
            address: "Số 9 ngõ 40 Tạ Quang Bửu, Hà Nội",
            contract: "BK-H-15512",
            consumer: false,
          },
          content:
            "Nhân viên kinh doanh viết trong thư rằng năm sau gia hạn vẫn giá năm đầu. Hoá đơn gia hạn gửi ngay trước kỳ nghỉ, gấp ba lần. Gọi thì bảo “giá năm đầu là khuyến mãi, ai cũng biết”. Tôi có thư đây, chữ ký điện tử đủ cả. Làm ăn phải giữ lời.",
          remedySought: "Gia hạn đúng giá đã hứa.",
        }),
        filled: ({ day }) => ({ "first-billed-on": day(-22), "disputed-amount": 8_900_000 }),
      },
      issues("+20m", "van", "receipt"),
      assigns("+20m", "trang", "anh"),
      {
        at: "-18 15:00",
        by: "anh",
        do: "record-finding",
        with: { cause: "Thư chào giá có câu “giữ giá”, không ghi điều kiện.", rootCause: "provider" },
        filled: { "problem-in-our-words": "Lời hứa của nhân viên khác bảng giá công ty." },
      },
      {
        at: "-17 09:00",
        by: "trang",
        do: "invite",
        with: ({ moment }) => ({ meetingAt: moment("in 1d"), place: "Văn phòng BKNS", channel: "post" }),
      },
      issues("+20m", "trang", "invitation"),
      {
        at: "-15 15:00",
        by: "anh",
        do: "record-meeting",
        with: {
          outcome: "signed",
          agreed: false,
          result: "BKNS đề nghị giảm 20 %; khách yêu cầu đúng giá đã hứa, không đồng ý.",
        },
      },
      {
        at: "-14 10:00",
        by: "anh",
        do: "reply",
        with: {
          final: true,
          channel: "post",
          content:
            "Kính gửi Quý công ty, câu “giữ giá” trong thư chào là thiếu điều kiện, nhân viên đã sai. Chúng tôi giảm 20 % phí gia hạn năm nay. Cảm ơn Quý công ty đã dành thời gian gặp chúng tôi.",
        },
      },
      issues("+30m", "van", "reply-letter"),
      {
        at: "-12 09:00",
        by: "anh",
        do: "record-verdict",
        with: { accepts: "no", satisfied: "no", channel: "post", words: "Giữ lời 20 % là giữ lời kiểu gì?" },
      },
      { at: "-12 14:00", by: "anh", do: "start-next-round", with: { reason: "Khách không đồng ý thư trả lời lần 1" } },
      {
        at: "-11 10:00",
        by: "trang",
        do: "reply",
        with: {
          final: true,
          channel: "post",
          content:
            "Kính gửi Quý công ty, sau khi xem lại, chúng tôi giảm 40 % năm nay và giữ giá này ba năm. Đây là mức cao nhất chúng tôi có thể đáp ứng. Nếu vẫn chưa đồng ý, Quý công ty có thể gửi đơn tới cơ quan quản lý hoặc khởi kiện; chúng tôi sẽ cung cấp đủ hồ sơ.",
        },
      },
      issues("+30m", "van", "reply-letter"),
      {
        at: "-8 09:00",
        by: "anh",
        do: "record-verdict",
        with: {
          accepts: "no",
          satisfied: "no",
          channel: "post",
          words: "Không đồng ý lần hai. Chúng tôi sẽ gửi đơn ra ngoài.",
        },
      },
      {
        at: "-7 09:30",
        by: "trang",
        do: "inform-of-outside-remedies",
        with: {
          channel: "post",
          remedies: ["Uỷ ban Cạnh tranh Quốc gia", "Trọng tài thương mại", "Toà án nhân dân nơi bị đơn có trụ sở"],
        },
      },
      {
        at: "-4 10:00",
        by: "van",
        do: "record-outside-referral",
        with: ({ day }) => ({ to: "Uỷ ban Cạnh tranh Quốc gia", onDay: day(-5) }),
      },
      {
        at: "-4 11:00",
        by: "trang",
        do: "close",
        with: { outcome: "outside", summary: "Hai lần không thoả thuận được; khách đã gửi đơn ra ngoài." },
      },
      {
        at: "-2 10:00",
        by: "van",
        do: "record-authority",
        with: ({ day }) => ({
          authority: "Uỷ ban Cạnh tranh Quốc gia",
          act: "request",
          reference: "318/CT-BVNTD",
          content: "Đề nghị cung cấp thư chào giá, hợp đồng và hai thư trả lời.",
          dueOn: day(5),
        }),
      },
    ],
  },
  {
    id: "round-two-running",
    ends: "second-round",
    steps: [
      {
        at: "-6 11:00",
        by: "ngoc",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "charges",
          service: "bkns-service",
          eventOn: day(-8),
          customer: {
            name: "Bùi Thị Thanh Xuân",
            phone: "0936 881 204",
            email: "xuan.btt@vidu.vn",
            contract: "BK-D-9917",
          },
          content:
            "Tôi bấm huỷ tự gia hạn từ hôm 3, hôm 5 thẻ vẫn bị trừ 790.000. Viết thư thì nhận câu trả lời mẫu dán link hướng dẫn. Các bạn có đọc thư tôi không?",
          remedySought: "Hoàn 790.000 đồng vào thẻ.",
        }),
        filled: ({ day }) => ({ "first-billed-on": day(-8), "disputed-amount": 790_000 }),
      },
      { at: "+1m", by: "system", do: "acknowledge", with: { channel: "email", written: true, automatic: true } },
      issues("+20m", "ngoc", "receipt"),
      assigns("+20m", "trang", "ngoc"),
      {
        at: "-6 15:00",
        by: "ngoc",
        do: "record-finding",
        with: { cause: "Lệnh trừ tiền đã tạo trước khi khách bấm huỷ.", rootCause: "provider" },
        filled: { "problem-in-our-words": "Huỷ tự gia hạn không huỷ lệnh đang chờ." },
      },
      {
        at: "-5 09:00",
        by: "ngoc",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Chị Xuân thân mến, lệnh trừ tiền đã tạo trước lúc chị bấm huỷ nên vẫn chạy. Chúng tôi cộng 790.000 đồng vào số dư tài khoản BKNS của chị. Xin lỗi chị vì thư trả lời mẫu hôm trước.",
        },
      },
      issues("+15m", "ngoc", "reply-letter"),
      {
        at: "-3 20:10",
        by: "customer",
        do: "record-verdict",
        with: {
          accepts: "no",
          satisfied: "no",
          words: "Tôi không dùng nữa thì cần số dư làm gì, tôi cần tiền về thẻ.",
        },
      },
      {
        at: "-2 09:00",
        by: "ngoc",
        do: "start-next-round",
        with: { reason: "Khách yêu cầu hoàn về thẻ, không nhận số dư" },
      },
      {
        at: "-2 14:00",
        by: "ngoc",
        do: "agree-remedy",
        with: ({ day }) => ({ type: "refund", amount: 790_000, reason: "Hoàn về thẻ", dueOn: day(3) }),
      },
    ],
  },
  {
    id: "silence",
    ends: "awaiting-verdict",
    steps: [
      {
        at: "-11 09:00",
        by: "anh",
        do: "register",
        with: ({ day }) => ({
          channel: "ticket",
          kind: "quality",
          service: "bkns-service",
          eventOn: day(-12),
          customer: {
            name: "Nhà hàng Hương Quê",
            phone: "0243 933 5180",
            email: "huongque@vidu.vn",
            contract: "BK-H-20044",
            consumer: false,
          },
          content: "Trang đặt bàn cứ tối thứ sáu là chậm như rùa, khách gọi điện hết, nhân viên nghe không kịp.",
          remedySought: "Nhanh lên vào giờ cao điểm.",
        }),
      },
      { at: "+1m", by: "system", do: "acknowledge", with: { channel: "ticket", written: true, automatic: true } },
      issues("+20m", "anh", "receipt"),
      assigns("+5m", "anh", "anh"),
      {
        at: "-11 14:00",
        by: "anh",
        do: "record-finding",
        with: { cause: "Ảnh thực đơn 6 MB mỗi tấm, không nén.", rootCause: "customer" },
        filled: { "problem-in-our-words": "Ảnh nặng làm nghẽn giờ cao điểm." },
      },
      {
        at: "-10 09:30",
        by: "anh",
        do: "reply",
        with: {
          final: true,
          channel: "ticket",
          content:
            "Anh chị thân mến, ảnh thực đơn mỗi tấm 6 MB nên tối thứ sáu đông người là nghẽn. Chúng tôi đã nén giúp toàn bộ, trang nhẹ đi tám lần. Nhờ anh chị thử tối nay và cho chúng tôi biết.",
        },
      },
      issues("+20m", "anh", "reply-letter"),
      {
        at: "-5 09:00",
        by: "anh",
        do: "record-contact-attempt",
        with: { channel: "hotline", reached: false, about: "Hỏi ý kiến về thư trả lời" },
      },
      {
        at: "-2 15:00",
        by: "anh",
        do: "record-contact-attempt",
        with: { channel: "email", reached: false, about: "Hỏi ý kiến về thư trả lời" },
      },
    ],
  },
  {
    id: "too-late",
    ends: "awaiting-verdict",
    steps: [
      {
        at: "-5 10:00",
        by: "van",
        do: "register",
        with: ({ monthsAgo }) => ({
          channel: "post",
          kind: "quality",
          service: "bkns-service",
          eventOn: monthsAgo(7),
          customer: { name: "Tạ Hữu Nghĩa", phone: "0915 336 072", address: "Phủ Lý, Hà Nam", contract: "BK-H-12008" },
          content:
            "Bảy tháng trước trang của tôi mất hai ngày. Nay tôi mới rảnh viết đơn. Đề nghị trả lại tiền hai ngày đó.",
          remedySought: "Hoàn tiền hai ngày.",
        }),
      },
      issues("+20m", "van", "receipt"),
      assigns("+10m", "trang", "ngoc"),
      {
        at: "-4 09:00",
        by: "trang",
        do: "refuse",
        with: {
          reason: "time-barred",
          basis: "Quy định giải quyết khiếu nại của BKNS: không quá 90 ngày với chất lượng dịch vụ",
          channel: "post",
          message:
            "Kính gửi ông Nghĩa, việc xảy ra đã bảy tháng, quá thời hiệu 90 ngày nên chúng tôi không giải quyết hoàn tiền. Chúng tôi gửi kèm báo cáo hoạt động của tháng đó để ông rõ, và rất tiếc vì ông đã gặp chuyện ấy.",
        },
      },
      issues("+30m", "van", "refusal-notice"),
    ],
  },
];
