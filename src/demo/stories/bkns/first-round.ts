import { answers, assigns, confirms, findsFit, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** The letter of 48 hours: kept, about to pass, passed; a ticket sent twice; a meeting. */
export const firstRoundStories: readonly Story[] = [
  {
    id: "site-503",
    ends: "closed",
    steps: [
      {
        at: "-7 07:15",
        by: "anh",
        do: "register",
        with: ({ day }) => ({
          channel: "ticket",
          kind: "quality",
          service: "bkns-service",
          eventOn: day(-7),
          customer: {
            name: "Shop thời trang Mây",
            phone: "0912 660 318",
            email: "chushop@maystyle.vidu.vn",
            contract: "BK-H-20981",
            consumer: false,
          },
          content:
            "Trang của tôi báo 503 từ nửa đêm, đúng lúc mở bán bộ sưu tập mới. Tôi đã chạy quảng cáo 20 triệu cho đêm đó. Khách vào không được, bỏ giỏ hàng hết. Mười hai tiếng rồi chưa ai nói cho tôi biết vì sao.",
          remedySought: "Nói rõ nguyên nhân, có cách để không lặp lại, đền bù thoả đáng.",
        }),
        filled: { "full-story": "Mở bán 00:00, 503 từ 00:07 đến 09:40; đã thử khởi động lại gói hosting hai lần." },
      },
      { at: "+1m", by: "system", do: "acknowledge", with: { channel: "ticket", written: true, automatic: true } },
      issues("+20m", "anh", "receipt"),
      assigns("+10m", "trang", "anh"),
      {
        at: "-7 08:15",
        by: "anh",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "related-units",
              via: "system",
              question: "503 máy chủ web-47 từ 00:07. Vì sao không tự chuyển máy?",
            },
          ],
        },
      },
      confirms("+10m", "cuong"),
      answers("-7 13:00", "cuong", {
        cause: "Một trang khác trên web-47 bị tấn công, chiếm hết tiến trình PHP; cảnh báo gửi vào nhóm đã nghỉ ca.",
        measure: "Tách giới hạn tiến trình từng gói, chuyển cảnh báo sang trực đêm.",
      }),
      findsFit("+20m", "anh"),
      {
        at: "-7 13:40",
        by: "anh",
        do: "record-finding",
        with: { cause: "Giới hạn tiến trình dùng chung giữa các gói trên web-47.", rootCause: "provider" },
        filled: {
          "problem-in-our-words": "Một khách bị tấn công làm nghẽn cả máy chủ; cảnh báo đêm không tới người trực.",
        },
      },
      {
        at: "-6 09:20",
        by: "anh",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Chị thân mến, từ 00:07 đến 09:40 trang của chị không mở được vì một trang khác cùng máy chủ bị tấn công và chúng tôi đã để giới hạn dùng chung. Cảnh báo lại rơi vào nhóm đã hết ca. Lỗi này là của chúng tôi. Từ hôm nay mỗi gói có giới hạn riêng, cảnh báo đêm gọi thẳng người trực. Chúng tôi gia hạn gói ba tháng và hoàn 2 triệu đồng. Cảm ơn chị đã kể đủ để chúng tôi tìm ra.",
        },
      },
      {
        at: "+10m",
        by: "anh",
        do: "agree-remedy",
        with: ({ day }) => ({ type: "compensation", amount: 2_000_000, reason: "Đêm mở bán bị 503", dueOn: day(-3) }),
      },
      {
        at: "-6 10:30",
        by: "thanh",
        do: "approve-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), approved: true }),
      },
      issues("+15m", "anh", "reply-letter"),
      {
        at: "-5 09:00",
        by: "anh",
        do: "complete-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), reference: "UNC 10551" }),
      },
      {
        at: "-5 15:00",
        by: "customer",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "yes",
          score: 4,
          channel: "email",
          words: "Cuối cùng cũng có người nói thật. Đồng ý.",
        },
      },
      { at: "-4 09:00", by: "anh", do: "close", with: { outcome: "agreed" } },
      {
        at: "-4 10:00",
        by: "trang",
        do: "order-corrective-action",
        with: ({ day }) => ({
          unit: "related-units",
          action: "Đặt giới hạn tiến trình riêng cho mọi gói trên các máy chủ web-40 đến web-60.",
          dueOn: day(6),
        }),
      },
      {
        at: "-4 10:20",
        by: "trang",
        do: "watch",
        with: ({ day }) => ({ until: day(10), reason: "Theo dõi đợt mở bán kế tiếp của khách" }),
      },
    ],
  },
  {
    id: "sent-twice",
    ends: "closed",
    steps: [
      {
        at: "-7 07:40",
        by: "ngoc",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "quality",
          service: "bkns-service",
          eventOn: day(-7),
          customer: {
            name: "Shop thời trang Mây",
            phone: "0912 660 318",
            email: "chushop@maystyle.vidu.vn",
            contract: "BK-H-20981",
            consumer: false,
          },
          content: "Gửi ticket không ai trả lời nên tôi gửi thêm thư này. Trang 503 từ nửa đêm, mất cả đợt mở bán!",
          remedySought: "Cho biết nguyên nhân ngay.",
        }),
      },
      {
        at: "+20m",
        by: "ngoc",
        do: "link",
        with: ({ complaint }) => ({
          to: complaint("site-503"),
          as: "duplicate",
          reason: "Cùng khách, cùng việc, gửi hai kênh",
        }),
      },
      {
        at: "+10m",
        by: "trang",
        do: "close",
        with: { outcome: "duplicate", summary: "Giải quyết trong ticket của cùng khách hàng." },
      },
    ],
  },
  {
    id: "three-hours-to-letter",
    ends: "verifying",
    steps: [
      {
        at: "45h ago",
        by: "ngoc",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "quality",
          service: "bkns-service",
          eventOn: day(-3),
          customer: {
            name: "Trung tâm Anh ngữ Sunrise",
            phone: "024 6293 7711",
            contract: "BK-E-11720",
            consumer: false,
          },
          content:
            "Thư gửi phụ huynh toàn vào hộp rác, có nhà không nhận được lịch thi. Chúng tôi trả tiền thư doanh nghiệp để khỏi bị vậy mà.",
          remedySought: "Thư vào hộp chính, cho biết bao giờ xong.",
        }),
      },
      assigns("+40m", "trang", "ngoc"),
      issues("+10m", "ngoc", "receipt"),
      {
        at: "+10m",
        by: "ngoc",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "related-units",
              via: "system",
              question: "Địa chỉ máy gửi thư có nằm trong danh sách chặn nào không? SPF, DKIM của khách?",
            },
          ],
        },
      },
      confirms("+2h", "cuong"),
      answers("20h ago", "cuong", {
        cause: "Dải địa chỉ gửi thư bị đưa vào danh sách chặn vì một khách khác gửi thư rác.",
        measure: "Đã xin gỡ, chuyển khách sang dải riêng.",
        repair: 1,
      }),
    ],
  },
  {
    id: "letter-overdue",
    ends: "verifying",
    steps: [
      {
        at: "71h ago",
        by: "anh",
        do: "register",
        with: ({ day }) => ({
          channel: "ticket",
          kind: "quality",
          service: "bkns-service",
          eventOn: day(-5),
          customer: {
            name: "Diễn đàn Cây Cảnh Bắc Bộ",
            phone: "0978 402 663",
            email: "bqt@caycanhbb.vidu.vn",
            contract: "BK-V-7731",
            consumer: false,
          },
          content:
            "Máy chủ ảo nâng cấp xong thì chậm hơn trước. Vào giờ cơm thành viên đăng ảnh chờ cả phút. Nâng cấp kiểu gì mà tốn tiền để chậm đi?",
          remedySought: "Trả lại máy cũ hoặc cho nhanh như quảng cáo.",
        }),
      },
      { at: "+1m", by: "system", do: "acknowledge", with: { channel: "ticket", written: true, automatic: true } },
      assigns("+3h", "trang", "anh"),
      {
        at: "+10m",
        by: "anh",
        do: "mark",
        with: { mark: "complex", reason: "Phải đo ổ đĩa nhiều ngày, liên quan nhà cung cấp phần cứng" },
      },
      {
        at: "+20m",
        by: "anh",
        do: "request-coordination",
        with: {
          requests: [
            { unit: "related-units", via: "system", question: "Đo tốc độ ổ đĩa của cụm mới vào 11:30–13:00." },
          ],
        },
      },
    ],
  },
  {
    id: "meeting-tomorrow",
    ends: "meeting",
    steps: [
      {
        at: "-3 14:30",
        by: "anh",
        do: "register",
        with: ({ day }) => ({
          channel: "counter",
          kind: "quality",
          service: "bkns-service",
          eventOn: day(-6),
          customer: {
            name: "Công ty Du lịch Bốn Mùa",
            phone: "0904 225 870",
            email: "gd@dulichbonmua.vidu.vn",
            contract: "BK-H-18055",
            consumer: false,
          },
          content:
            "Sao lưu hằng ngày bên em ghi trong hợp đồng đâu? Trang bị xoá nhầm, xin khôi phục thì bản gần nhất là của 40 ngày trước. Mất hết tour mới.",
          remedySought: "Khôi phục dữ liệu, bồi thường.",
        }),
        filled: {
          "full-story": "Nhân viên khách xoá nhầm thư mục; bản sao lưu dừng từ khi đổi ổ đĩa.",
          "felt-heard": true,
        },
      },
      issues("+15m", "anh", "receipt"),
      assigns("+5m", "trang", "anh"),
      {
        at: "-2 10:00",
        by: "anh",
        do: "record-finding",
        with: { cause: "Tác vụ sao lưu dừng sau khi đổi ổ đĩa, không ai nhận cảnh báo.", rootCause: "provider" },
        filled: { "problem-in-our-words": "Sao lưu ngừng 40 ngày mà không biết." },
      },
      {
        at: "-2 11:00",
        by: "trang",
        do: "invite",
        with: ({ moment }) => ({
          meetingAt: moment("1 14:00"),
          place: "Văn phòng BKNS, phòng họp 2",
          channel: "email",
        }),
      },
      issues("+30m", "trang", "invitation"),
    ],
  },
];
