import { issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** With 24 hours running or run out, before the superior, taken up again, about a colleague, just in. */
export const underWayStories: readonly Story[] = [
  {
    id: "tell-within-two-hours",
    ends: "finding-cause",
    steps: [
      {
        at: "23h ago",
        by: "nhung",
        do: "register",
        with: ({ day }) => ({
          channel: "support",
          kind: "quality",
          service: "hosting",
          eventOn: day(-1),
          customer: {
            name: "Phòng tranh Nét Xưa",
            email: "lienhe@netxua.vidu.vn",
            phone: "0903 887 214",
            consumer: false,
          },
          content:
            "Trang của tôi bị chèn quảng cáo cờ bạc, khách mở triển lãm thấy mà sượng trân. Tôi không hề cài gì lạ.",
        }),
        filled: { "contact-person": "Cô Lam", "domain-or-service": "netxua.vidu.vn" },
      },
      {
        at: "22h ago",
        by: "nhung",
        do: "transfer",
        with: { unit: "complaint-handling", via: "system", reason: "Cần dò mã độc và nhật ký truy cập" },
      },
    ],
  },
  {
    id: "nobody-told-the-customer",
    ends: "finding-cause",
    steps: [
      {
        at: "34h ago",
        by: "nhung",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "charges",
          service: "domain",
          eventOn: day(-2),
          customer: { name: "Võ Minh Trí", phone: "0965 220 178", email: "tri.vm@vidu.vn" },
          content:
            "Chuyển tên miền sang nhà khác mà vẫn bị thu phí năm tới, xin huỷ thì không ai trả lời. Im lặng như vậy là sao?",
        }),
        filled: ({ day }) => ({ "contact-person": "Anh Trí", "first-billed-on": day(-2), "disputed-amount": 450_000 }),
      },
      issues("+20m", "nhung", "receipt"),
      {
        at: "31h ago",
        by: "nhung",
        do: "transfer",
        with: { unit: "complaint-handling", via: "system", reason: "Đối soát phí với nhà đăng ký mới" },
      },
      {
        at: "5h ago",
        by: "tuyet",
        do: "note",
        with: { text: "Quá 24 giờ mà chưa ai báo khách. Nhung gọi khách trước 17 giờ hôm nay." },
      },
    ],
  },
  {
    id: "before-superior",
    ends: "awaiting-approval",
    steps: [
      {
        at: "-4 09:15",
        by: "ha",
        do: "register",
        with: ({ day }) => ({
          channel: "counter",
          kind: "fault",
          service: "hosting",
          eventOn: day(-6),
          customer: { name: "Trần Ngọc Diễm", phone: "0918 445 902", email: "tiemhoa.diem@vidu.vn", consumer: false },
          content:
            "Trang tiệm hoa sập đúng ngày lễ, em mất hơn trăm đơn. Em tới tận nơi vì gọi hoài không gặp ai chịu trách nhiệm.",
          remedySought: "Bồi thường doanh thu một ngày.",
        }),
        filled: { "contact-person": "Chị Diễm", "domain-or-service": "hoadiem.vidu.vn" },
      },
      issues("+10m", "ha", "receipt"),
      {
        at: "+5m",
        by: "ha",
        do: "transfer",
        with: { unit: "complaint-handling", via: "phone", reason: "Khách yêu cầu bồi thường" },
      },
      {
        at: "+30m",
        by: "ha",
        do: "log-call",
        with: { direction: "out", answered: true, summary: "Báo chị Diễm đã chuyển anh Kiên." },
      },
      {
        at: "-3 10:00",
        by: "kien",
        do: "record-finding",
        with: { cause: "Máy chủ hết dung lượng tạm lúc 9 giờ, tự phục hồi 14 giờ.", rootCause: "provider" },
      },
      {
        at: "-2 14:00",
        by: "kien",
        do: "propose-resolution",
        with: { content: "Hoàn phí ba tháng, bồi thường 3.000.000 đồng theo đơn hàng khách chứng minh được." },
      },
      { at: "-1 15:00", by: "kien", do: "submit-resolution", with: {} },
    ],
  },
  {
    id: "answer-not-accepted",
    ends: "finding-cause",
    steps: [
      {
        at: "-9 10:00",
        by: "nhung",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "quality",
          service: "mail",
          eventOn: day(-10),
          customer: {
            name: "Trường Nghề Cửu Long",
            email: "vanthu@cuulong.vidu.vn",
            phone: "0292 3777 015",
            consumer: false,
          },
          content:
            "Thư gửi học sinh cứ đến chậm ba, bốn tiếng. Thông báo dời giờ thi mà thi xong mới tới nơi thì để làm gì?",
        }),
        filled: { "contact-person": "Thầy Khang" },
      },
      issues("+20m", "nhung", "receipt"),
      {
        at: "+10m",
        by: "nhung",
        do: "request-information",
        with: { wanted: ["Một thư đến chậm còn nguyên phần đầu thư", "Số người nhận mỗi lần gửi"], channel: "email" },
      },
      {
        at: "-8 09:00",
        by: "customer",
        do: "receive-information",
        with: { message: "Gửi kèm thư 14:02, nhận lúc 17:40; mỗi lần gửi 1.200 người." },
      },
      {
        at: "-8 13:00",
        by: "nhung",
        do: "record-finding",
        with: { cause: "Gửi vượt hạn mức 500 thư mỗi giờ nên thư xếp hàng.", rootCause: "customer" },
        filled: { "log-findings": "Hàng đợi 700 thư từ 14:05 đến 17:50." },
      },
      { at: "-8 14:00", by: "nhung", do: "propose-resolution", with: { content: "Giải thích hạn mức, mời nâng gói." } },
      { at: "+10m", by: "nhung", do: "submit-resolution", with: {} },
      { at: "-7 09:00", by: "luc", do: "approve-resolution", with: {} },
      {
        at: "-7 09:40",
        by: "nhung",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Thầy, mỗi lần trường gửi 1.200 thư trong khi gói có hạn mức 500 thư một giờ nên thư xếp hàng. Nhà trường có thể chia đợt gửi hoặc nâng gói.",
        },
      },
      issues("+15m", "oanh", "reply-letter"),
      {
        at: "-3 08:20",
        by: "nhung",
        do: "record-verdict",
        with: {
          accepts: "no",
          satisfied: "no",
          channel: "email",
          words: "Lúc ký hợp đồng không ai nói có hạn mức, trong hợp đồng cũng không có dòng nào.",
        },
      },
    ],
  },
  {
    id: "about-a-colleague",
    ends: "analysing",
    steps: [
      {
        at: "-1 14:00",
        by: "tuyet",
        do: "register",
        with: ({ day, person }) => ({
          channel: "phone",
          kind: "service",
          service: "hosting",
          eventOn: day(-1),
          aboutPersonIds: [person("nhung")],
          customer: { name: "Đinh Công Thành", phone: "0944 018 336" },
          content:
            "Bạn nữ trực máy sáng nay nói chuyện cụt lủn, hỏi tới thì bảo “anh tự tra trên mạng đi” rồi cúp. Tôi lớn tuổi, không rành máy móc mới phải gọi.",
          remedySought: "Có người hướng dẫn lại từ đầu, nhẹ nhàng.",
        }),
        filled: { "contact-person": "Bác Thành" },
      },
      { at: "+10m", by: "tuyet", do: "assign", with: ({ person }) => ({ personId: person("tuyet"), unit: "cskh" }) },
      {
        at: "+20m",
        by: "tuyet",
        do: "note",
        with: { text: "Đã nghe lại ghi âm. Người bị khiếu nại không xem và không xử lý hồ sơ này." },
      },
    ],
  },
  {
    id: "just-in",
    ends: "received",
    steps: [
      {
        at: "18m ago",
        by: "nhung",
        do: "register",
        with: {
          channel: "phone",
          kind: "fault",
          service: "domain",
          customer: { name: "Kha Thị Mỹ", phone: "0386 550 914" },
          content:
            "Tên miền tự nhiên trỏ qua trang lạ toàn chữ nước ngoài. Chị không biết gì hết trơn, em coi gấp giùm chị.",
        },
      },
    ],
  },
];
