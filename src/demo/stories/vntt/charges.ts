import { answers, assigns, confirms, findsFit, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** Charges go to the Excel register: one reduced after approval, one too late and refused, one fresh this morning. */
export const chargesStories: readonly Story[] = [
  {
    id: "terminated-line",
    ends: "closed",
    steps: [
      {
        at: "-15 09:30",
        by: "minh",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "charges",
          service: "leased-line",
          eventOn: day(-17),
          customer: {
            name: "Công ty TNHH Gỗ Trường Thành Bình Dương",
            phone: "0913 650 774",
            email: "ketoan@gotruongthanh.vidu.vn",
            contract: "VNTT-2017-0088",
            consumer: false,
          },
          content:
            "Kênh thuê riêng về kho Phú Giáo chúng tôi đã ký biên bản thanh lý từ đầu quý, vậy mà hoá đơn tháng này vẫn tính đủ 6.600.000 đồng. Kế toán gọi hai lần, lần nào cũng hẹn “kiểm tra rồi báo lại” mà không ai báo. Đề nghị giảm trừ và thôi tính cước kênh này.",
          remedySought: "Giảm trừ 6.600.000 đồng trên hoá đơn và ngừng tính cước.",
        }),
        filled: ({ day }) => ({
          "bill-number": "HD-0015523",
          "disputed-amount": 6_600_000,
          "first-billed-on": day(-17),
        }),
      },
      { at: "+5m", by: "minh", do: "acknowledge", with: { channel: "email" } },
      issues("+20m", "minh", "receipt"),
      assigns("+5m", "minh", "minh"),
      {
        at: "-15 10:30",
        by: "minh",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "bp-cuoc",
              via: "email",
              question:
                "Nhờ đối chiếu ngày thanh lý kênh TL-0088 với kỳ cước, xác nhận tính trung thực và số tiền phải giảm.",
            },
          ],
        },
      },
      confirms("-15 13:20", "thu"),
      {
        at: "-15 13:40",
        by: "thu",
        do: "hold-debt",
        with: { amount: 6_600_000, bill: "HD-0015523", reason: "Đang khiếu nại, chưa nhắc nợ" },
      },
      answers("-14 10:10", "thu", {
        cause:
          "Biên bản thanh lý đã ký nhưng phiếu ngừng dịch vụ chưa chuyển sang hệ thống cước, nên kỳ này vẫn lên hoá đơn.",
        measure: "Giảm trừ toàn bộ cước kênh, khoá mã kênh trên hệ thống cước.",
      }),
      findsFit("-14 10:40", "minh"),
      {
        at: "-14 11:00",
        by: "minh",
        do: "agree-remedy",
        with: ({ day }) => ({
          type: "charge-reduction",
          amount: 6_600_000,
          reason: "Tính cước kênh đã thanh lý",
          dueOn: day(-10),
        }),
      },
      {
        at: "-14 14:15",
        by: "huong",
        do: "approve-remedy",
        with: ({ remedy }) => ({
          remedyId: remedy(),
          approved: true,
          comment: "Đồng ý, rà lại các kênh thanh lý cùng kỳ.",
        }),
      },
      {
        at: "-14 15:00",
        by: "minh",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Quý công ty, kênh đã thanh lý nhưng phiếu ngừng dịch vụ chưa sang hệ thống cước, đây là lỗi của chúng tôi. Toàn bộ 6.600.000 đồng được giảm trừ, hoá đơn điều chỉnh sẽ đến trong tuần này. Hai lần hẹn mà không gọi lại là điều không nên có, chúng tôi xin lỗi chị kế toán.",
        },
      },
      issues("+20m", "minh", "reply-letter"),
      {
        at: "-11 09:00",
        by: "thu",
        do: "complete-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), reference: "HDDC-000412" }),
      },
      {
        at: "-11 09:10",
        by: "thu",
        do: "release-debt",
        with: ({ file }) => ({ debtId: file.debtsHeld.at(-1)?.debtId, reason: "Đã giảm trừ" }),
      },
      {
        at: "-11 10:00",
        by: "minh",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "yes",
          score: 4,
          channel: "phone",
          words: "Nhận được hoá đơn điều chỉnh rồi. Lần sau nhớ gọi lại giùm.",
        },
      },
      { at: "-11 10:15", by: "minh", do: "close", with: { outcome: "satisfied" } },
      {
        at: "-10 09:00",
        by: "hoa",
        do: "order-corrective-action",
        with: ({ day }) => ({
          unit: "bp-kd",
          action: "Phiếu ngừng dịch vụ phải sang Bp. Cước trong ngày ký thanh lý; rà các kênh thanh lý quý này.",
          dueOn: day(5),
        }),
      },
    ],
  },
  {
    id: "late-bill",
    ends: "refused",
    steps: [
      {
        at: "-6 15:20",
        by: "lan",
        do: "register",
        with: ({ monthsAgo }) => ({
          channel: "counter",
          kind: "charges",
          service: "telephone",
          eventOn: monthsAgo(4),
          customer: { name: "Phan Thị Kim Liên", phone: "0937 118 640", contract: "VNTT-2016-0219" },
          content:
            "Bốn tháng trước hoá đơn điện thoại bàn có mấy cuộc gọi quốc tế mà nhà tôi không gọi. Hồi đó tôi đóng cho xong, giờ dọn giấy tờ mới thấy vô lý quá nên lên hỏi.",
          remedySought: "Trả lại 412.000 đồng.",
        }),
        filled: ({ monthsAgo }) => ({ "first-billed-on": monthsAgo(4), "disputed-amount": 412_000 }),
      },
      issues("+5m", "lan", "receipt"),
      { at: "+5m", by: "lan", do: "acknowledge", with: { channel: "counter" } },
      assigns("+2m", "lan", "lan"),
      {
        at: "-4 09:30",
        by: "huong",
        do: "refuse",
        with: {
          reason: "time-barred",
          basis: "Thông tư 05/2011/TT-BTTTT: khiếu nại cước trong 01 tháng kể từ ngày nhận thông báo cước",
          channel: "post",
          message:
            "Kính gửi chị Liên, khiếu nại về hoá đơn bốn tháng trước đã quá thời hiệu 01 tháng nên chúng tôi không thể giải quyết lại số tiền. Chúng tôi gửi kèm bảng kê cuộc gọi của kỳ đó và đã khoá chiều gọi quốc tế theo yêu cầu của chị để việc này không lặp lại.",
        },
      },
      issues("+40m", "nga", "refusal-notice"),
    ],
  },
  {
    id: "double-setup-fee",
    ends: "at-once",
    steps: [
      {
        at: "-1 16:10",
        by: "minh",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "charges",
          service: "internet",
          eventOn: day(-3),
          customer: {
            name: "Lê Hoàng Nam",
            phone: "0902 557 391",
            email: "lehoangnam@vidu.vn",
            contract: "VNTT-2025-0733",
          },
          content:
            "Nhân viên bán hàng nói miễn phí lắp đặt, tin nhắn còn lưu đây. Giờ hoá đơn đầu tiên ghi 300.000 đồng “phí hoà mạng”. Nói một đằng làm một nẻo, tôi rất thất vọng.",
          remedySought: "Bỏ khoản phí hoà mạng.",
        }),
        filled: ({ day }) => ({ "first-billed-on": day(-3), "disputed-amount": 300_000 }),
      },
      { at: "+3m", by: "system", do: "acknowledge", with: { channel: "email", automatic: true } },
      issues("+15m", "minh", "receipt"),
      assigns("+5m", "hoa", "minh"),
    ],
  },
];
