import { assigns, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** Settled, or still, at the telephone: guided and called back, outside the scope, and just in. */
export const atSupportStories: readonly Story[] = [
  {
    id: "no-page-opens",
    ends: "closed",
    steps: [
      {
        at: "-3 09:05",
        by: "mai",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(-3),
          customer: {
            name: "Cửa hàng điện máy Phúc Lộc",
            phone: "0903 118 227",
            contract: "DC-2024-1182",
            consumer: false,
          },
          content:
            "Đèn modem sáng đủ hết mà không mở được trang nào. Cửa hàng không in được hoá đơn điện tử, khách mua tủ lạnh đứng chờ cả tiếng rồi. Em giúp chị liền đi!",
        }),
        filled: { "installation-address": "72 Lê Văn Việt, TP. Thủ Đức" },
      },
      assigns("+1m", "mai", "mai"),
      {
        at: "+6m",
        by: "mai",
        do: "guide-customer",
        with: {
          channel: "hotline",
          steps:
            "Rút nguồn modem 30 giây; vào cài đặt máy tính bán hàng, để DNS tự động; mở thử trang bằng điện thoại qua wifi.",
        },
      },
      {
        at: "+28m",
        by: "mai",
        do: "call-back",
        with: {
          outcome: "fixed",
          summary: "Máy bán hàng bị đặt DNS tay của nhà mạng cũ, bỏ đi là vào được. Đã in được hoá đơn.",
        },
      },
      {
        at: "+5m",
        by: "mai",
        do: "record-handling",
        with: { place: "remote", method: "Hướng dẫn bỏ DNS đặt tay, để tự động." },
      },
      issues("+5m", "mai", "receipt"),
      issues("+3m", "mai", "reply-letter"),
      {
        at: "+3m",
        by: "mai",
        do: "close",
        with: { outcome: "confirmed", summary: "Khắc phục ngay ở cuộc gọi lại 30 phút." },
      },
    ],
  },
  {
    id: "call-back-soon",
    ends: "guided",
    steps: [
      {
        at: "29m ago",
        by: "phuc",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(0),
          customer: { name: "Nguyễn Thanh Tùng", phone: "0933 507 618", contract: "DC-2025-0441" },
          content:
            "Nhà em hai laptop vào mạng được, riêng tivi với camera thì không. Camera trông bé ở nhà nên em sốt ruột quá.",
        }),
      },
      assigns("+2m", "phuc", "phuc"),
      {
        at: "20m ago",
        by: "phuc",
        do: "guide-customer",
        with: { channel: "hotline", steps: "Đổi mật khẩu wifi 2.4 GHz về dưới 20 ký tự, kết nối lại camera, tivi." },
      },
    ],
  },
  {
    id: "nobody-answers",
    ends: "guided",
    steps: [
      {
        at: "3h ago",
        by: "mai",
        do: "register",
        with: ({ day }) => ({
          channel: "chat",
          kind: "incident",
          service: "internet",
          eventOn: day(0),
          customer: { name: "Lò Thị Hương", phone: "0375 216 880", contract: "DC-2023-2071" },
          content:
            "Mạng cứ vài phút lại mất, dạy học qua zoom mà học sinh kêu cô nói ngắt quãng. Chán không muốn nói luôn.",
        }),
      },
      assigns("+3m", "mai", "mai"),
      {
        at: "+12m",
        by: "mai",
        do: "guide-customer",
        with: {
          channel: "chat",
          steps: "Kiểm tra đầu cắm quang không bị gập, đổi kênh wifi sang 36, thử cắm dây LAN.",
        },
      },
      { at: "+29m", by: "mai", do: "call-back", with: { outcome: "no-answer", summary: "Đổ chuông không bắt máy." } },
      {
        at: "+29m",
        by: "mai",
        do: "call-back",
        with: { outcome: "no-answer", summary: "Lần hai vẫn không bắt máy, đã nhắn tin." },
      },
    ],
  },
  {
    id: "charges-outside-scope",
    ends: "answered",
    steps: [
      {
        at: "-4 14:00",
        by: "phuc",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "charges",
          service: "internet",
          eventOn: day(-6),
          customer: {
            name: "Công ty TNHH Dịch thuật Hoa Sen",
            phone: "028 6270 1199",
            email: "admin@hoasen-dt.vidu.vn",
            consumer: false,
          },
          content:
            "Hoá đơn tháng này tính hai đường truyền trong khi chúng tôi đã trả một đường ở văn phòng cũ từ tháng trước, có biên bản thu hồi thiết bị.",
          remedySought: "Huỷ phần cước 1.320.000 đồng của đường cũ.",
        }),
        filled: ({ day }) => ({
          "bill-number": "DC26-11-0832",
          "disputed-amount": 1_320_000,
          "first-billed-on": day(-6),
        }),
      },
      { at: "+4m", by: "system", do: "acknowledge", with: { channel: "email", automatic: true } },
      issues("+20m", "phuc", "receipt"),
      assigns("+5m", "thao", "phuc"),
      {
        at: "-3 15:30",
        by: "phuc",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Quý công ty, biên bản thu hồi thiết bị chưa được nhập nên hệ thống vẫn tính cước. Chúng tôi giảm 1.320.000 đồng vào kỳ tới và đã khoá mã thuê bao cũ. Xin lỗi vì để Quý công ty phải nhắc.",
        },
      },
      {
        at: "-3 15:40",
        by: "phuc",
        do: "agree-remedy",
        with: ({ day }) => ({
          type: "charge-reduction",
          amount: 1_320_000,
          reason: "Đường truyền đã thu hồi thiết bị",
          dueOn: day(4),
        }),
      },
      {
        at: "-3 16:30",
        by: "duc",
        do: "approve-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), approved: true }),
      },
      issues("+30m", "loan", "reply-letter"),
    ],
  },
  {
    id: "customer-disagrees",
    ends: "disagreed",
    steps: [
      {
        at: "-5 08:20",
        by: "mai",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(-6),
          customer: {
            name: "Trường mầm non Hoa Nắng",
            phone: "028 3727 5501",
            contract: "DC-2022-0733",
            consumer: false,
          },
          content:
            "Camera lớp học xem qua điện thoại cứ giật, phụ huynh nhắn trách cô giáo suốt. Bên em nói gói này xem được 20 camera mà.",
        }),
      },
      issues("+20m", "mai", "receipt"),
      assigns("+2m", "mai", "mai"),
      { at: "+10m", by: "mai", do: "transfer", with: { unit: "noc", via: "phone", reason: "Nghi nghẽn chiều lên" } },
      {
        at: "-5 11:00",
        by: "nam",
        do: "record-finding",
        with: {
          cause: "Chiều lên của gói chỉ 30 Mbps, 24 camera chiếm hết.",
          rootCause: "customer",
          needsOnSite: false,
        },
      },
      {
        at: "-5 13:30",
        by: "nam",
        do: "record-handling",
        with: { place: "core", method: "Nâng tạm chiều lên 60 Mbps trong 30 ngày." },
      },
      {
        at: "-5 14:30",
        by: "mai",
        do: "reply",
        with: {
          final: true,
          channel: "hotline",
          content:
            "Dạ số camera vượt chiều lên của gói, bên em nâng tạm 60 Mbps trong 30 ngày để trường cân nhắc đổi gói ạ.",
        },
      },
      issues("+30m", "loan", "reply-letter"),
      {
        at: "0 08:30",
        by: "mai",
        do: "record-verdict",
        with: {
          accepts: "no",
          satisfied: "no",
          channel: "hotline",
          words:
            "Hợp đồng tư vấn 20 camera, trường gắn 24 con nhưng tắt 6 con ban ngày rồi. Không phải lỗi của trường, kiểm tra lại đi.",
        },
      },
    ],
  },
  {
    id: "just-in",
    ends: "intake",
    steps: [
      {
        at: "12m ago",
        by: "phuc",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(0),
          customer: { name: "Quách Gia Bảo", phone: "0919 330 472", contract: "DC-2025-0910" },
          content: "Chơi game độ trễ nhảy lên 300, tối nào cũng vậy. Em trả gói 300 Mbps chứ có phải gói rẻ đâu.",
        }),
      },
    ],
  },
  {
    id: "old-and-archived",
    ends: "archived",
    steps: [
      {
        at: "-30 10:00",
        by: "mai",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(-30),
          customer: { name: "Huỳnh Thị Diệu", phone: "0987 110 653", contract: "DC-2021-0155" },
          content: "Mưa một trận là mất mạng, tạnh lại có. Tháng này ba lần rồi em.",
        }),
      },
      issues("+15m", "mai", "receipt"),
      assigns("+2m", "mai", "mai"),
      {
        at: "+10m",
        by: "mai",
        do: "guide-customer",
        with: { channel: "hotline", steps: "Lau khô và cắm chặt đầu quang ngoài hiên." },
      },
      { at: "+25m", by: "mai", do: "call-back", with: { outcome: "not-fixed", summary: "Vẫn mất, đèn PON tắt." } },
      {
        at: "-30 13:30",
        by: "nam",
        do: "record-finding",
        with: {
          cause: "Suy hao tăng khi mưa, nước vào măng sông ngoài trời.",
          rootCause: "provider",
          needsOnSite: true,
        },
      },
      {
        at: "-29 09:40",
        by: "long",
        do: "record-handling",
        with: { place: "on-site", method: "Thay măng sông, bọc chống thấm." },
        filled: { conclusion: "Măng sông cột 7 hở gioăng, đã thay; suy hao −18 dBm." },
      },
      { at: "-29 10:20", by: "nam", do: "transfer", with: { unit: "cskh", via: "system" } },
      {
        at: "-29 11:00",
        by: "mai",
        do: "reply",
        with: {
          final: true,
          channel: "hotline",
          content:
            "Dạ nước mưa vào hộp nối ngoài cột 7, kỹ thuật đã thay và bọc chống thấm. Lần mưa tới nếu còn mất cô gọi thẳng em Mai nhé.",
        },
      },
      issues("+20m", "loan", "reply-letter"),
      {
        at: "-27 09:00",
        by: "mai",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "yes",
          score: 5,
          channel: "hotline",
          words: "Hôm qua mưa to mà mạng vẫn chạy, cảm ơn con.",
        },
      },
      { at: "-27 09:15", by: "mai", do: "close", with: { outcome: "confirmed" } },
      { at: "-26 16:00", by: "loan", do: "archive", with: { place: "Kho hồ sơ CSKH" } },
    ],
  },
];
