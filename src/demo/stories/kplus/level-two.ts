import { answers, assigns, confirms, findsFit, issues } from "../../steps.ts";
import type { Step, Story } from "../../story.ts";

/** Level 2: accepted or not within 05 working days, answered in writing within 20. */
export const levelTwoStories: readonly Story[] = [
  {
    id: "charged-twice",
    ends: "closed",
    steps: [
      {
        at: "-14 10:10",
        by: "quynh",
        do: "register",
        with: ({ day }) => ({
          channel: "store",
          kind: "fee",
          service: "satellite-tv",
          eventOn: day(-16),
          customer: {
            name: "Hồ Thị Ngọc Ánh",
            phone: "0914 770 218",
            email: "anh.htn@vidu.vn",
            address: "Hải Châu, Đà Nẵng",
          },
          content:
            "Gói sáu tháng bị trừ hai lần trong thẻ, mỗi lần 1.050.000 đồng. Tôi gọi tổng đài bốn lần, lần nào cũng “chúng tôi sẽ gọi lại”. Hai tuần rồi không một cuộc. Tôi phải nghỉ buổi làm để ra tận cửa hàng.",
          remedySought: "Hoàn 1.050.000 đồng và cho biết vì sao không ai gọi lại.",
        }),
        filled: ({ day }) => ({
          "card-number": "7733 0019 2845",
          "receiver-number": "SD-330-9910237",
          "first-billed-on": day(-16),
          "disputed-amount": 1_050_000,
        }),
      },
      issues("+10m", "quynh", "receipt"),
      assigns("+2m", "quynh", "quynh"),
      {
        at: "+20m",
        by: "quynh",
        do: "answer-at-first-line",
        with: { accepted: false, content: "Dạ cửa hàng thấy hai giao dịch nhưng không có quyền hoàn tiền ạ." },
      },
      ...escalated("+10m", "quynh", "Hoàn tiền vượt quyền cửa hàng"),
      {
        at: "-12 09:00",
        by: "my",
        do: "accept",
        with: {
          channel: "email",
          message: "Kính gửi chị Ánh, K+ tiếp nhận khiếu nại bị trừ phí hai lần và sẽ trả lời bằng văn bản.",
        },
      },
      issues("+20m", "uyen", "acceptance-notice"),
      assigns("+5m", "tien", "my"),
      {
        at: "-12 10:00",
        by: "my",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "billing",
              via: "system",
              question: "Đối soát hai giao dịch 1.050.000 đồng của thẻ 7733 0019 2845.",
            },
          ],
        },
      },
      confirms("+1h", "cam"),
      answers("-11 15:00", "cam", {
        cause: "Cổng thanh toán gửi lại lệnh khi quá thời gian chờ, hệ thống ghi nhận hai lần.",
        measure: "Hoàn 1.050.000 đồng, chặn lệnh trùng mã giao dịch.",
      }),
      findsFit("+30m", "my"),
      {
        at: "-11 16:00",
        by: "my",
        do: "record-finding",
        with: {
          cause: "Lệnh thanh toán lặp không bị chặn; yêu cầu gọi lại không có người nhận.",
          rootCause: "provider",
        },
      },
      {
        at: "-11 16:20",
        by: "my",
        do: "agree-remedy",
        with: ({ day }) => ({ type: "refund", amount: 1_050_000, reason: "Trừ phí hai lần", dueOn: day(-6) }),
      },
      {
        at: "-10 09:00",
        by: "hanh",
        do: "approve-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), approved: true }),
      },
      {
        at: "-10 09:30",
        by: "my",
        do: "invite",
        with: ({ moment }) => ({ meetingAt: moment("in 1h"), place: "K+ Store Đà Nẵng", channel: "email" }),
      },
      issues("+10m", "uyen", "invitation"),
      {
        at: "-9 14:30",
        by: "my",
        do: "record-meeting",
        with: {
          outcome: "signed",
          agreed: true,
          result: "K+ xin lỗi, hoàn 1.050.000 đồng trong 03 ngày làm việc; khách đồng ý. Hai bên ký.",
        },
      },
      issues("+20m", "my", "meeting-minutes"),
      {
        at: "-8 10:00",
        by: "my",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi chị Ánh, cổng thanh toán gửi lại lệnh khi quá thời gian chờ nên thẻ của chị bị trừ hai lần; 1.050.000 đồng đã được lệnh hoàn. Bốn lần chị gọi đều được ghi nhận nhưng không giao cho ai, đó là lỗi của chúng tôi. Từ nay mỗi cuộc hẹn gọi lại có tên một người chịu trách nhiệm.",
        },
      },
      issues("+20m", "uyen", "reply-letter"),
      {
        at: "-7 09:00",
        by: "cam",
        do: "complete-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), reference: "HT-20931" }),
      },
      {
        at: "-6 10:00",
        by: "customer",
        do: "record-verdict",
        with: { accepts: "yes", satisfied: "yes", score: 3, words: "Tiền về rồi. Giá mà gọi lại ngay từ đầu." },
      },
      { at: "-6 11:00", by: "my", do: "close", with: { outcome: "answered" } },
    ],
  },
  {
    id: "accept-today",
    ends: "level-2-deciding",
    steps: [
      ...deciding("-5 09:30", "thuy", {
        name: "Vi Văn Thắng",
        phone: "0977 205 613",
        card: "2210 4408 7731",
        kind: "decoder",
        content:
          "Đầu thu mới mua hai tháng mà tự tắt liên tục, mang bảo hành ba lần đều trả lại y vậy. Tôi muốn đổi máy mới.",
      }),
    ],
  },
  {
    id: "accept-overdue",
    ends: "level-2-deciding",
    steps: [
      ...deciding("-8 15:00", "quynh", {
        name: "Đàm Thị Thu Trà",
        phone: "0356 118 790",
        card: "8890 1203 4472",
        kind: "service",
        content:
          "Hẹn thợ ba lần không tới, lần bốn tới thì đòi thêm 200.000 tiền “leo mái”. Không có trong bảng giá nào hết.",
      }),
      {
        at: "-1 09:00",
        by: "tien",
        do: "note",
        with: { text: "Đã quá 05 ngày làm việc chưa gửi thông báo chấp nhận. My gửi trong sáng nay." },
      },
    ],
  },
  {
    id: "technical-asked",
    ends: "level-2-solving",
    steps: [
      ...deciding("-6 10:00", "thuy", {
        name: "Câu lạc bộ Bida Hoàng Tử",
        phone: "0908 331 574",
        card: "6601 9923 0045",
        kind: "decoder",
        content:
          "Quán tôi trả gói kinh doanh mà cứ mưa lất phất là mất tín hiệu, khách đang coi bỏ về. Thợ chỉnh chảo hai lần rồi.",
      }),
      { at: "-4 09:00", by: "my", do: "accept", with: { channel: "email" } },
      issues("+20m", "uyen", "acceptance-notice"),
      assigns("+5m", "tien", "my"),
      {
        at: "-4 10:00",
        by: "my",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "technical",
              via: "system",
              question: "Đo mức tín hiệu tại quán, xem có che khuất và có cần chảo 75 cm không.",
            },
          ],
        },
      },
      confirms("-4 11:00", "bao"),
      {
        at: "-2 09:00",
        by: "my",
        do: "remind-coordination",
        with: ({ coordination }) => ({ coordinationId: coordination(), via: "phone" }),
      },
    ],
  },
  {
    id: "would-not-sign",
    ends: "level-2-solving",
    steps: [
      ...deciding("-9 13:30", "quynh", {
        name: "Quan Hữu Đạt",
        phone: "0949 660 127",
        card: "3345 7781 9026",
        kind: "service",
        content:
          "Nhân viên cửa hàng nói tôi “khách kiểu này thì thôi khỏi phục vụ”. Tôi yêu cầu gặp quản lý và xin lỗi công khai.",
      }),
      { at: "-7 09:00", by: "tien", do: "accept", with: { channel: "email" } },
      issues("+20m", "uyen", "acceptance-notice"),
      assigns("+5m", "tien", "my"),
      {
        at: "-6 09:00",
        by: "my",
        do: "invite",
        with: ({ moment }) => ({ meetingAt: moment("in 2h"), place: "K+ Store Hải Châu", channel: "email" }),
      },
      issues("+10m", "uyen", "invitation"),
      {
        at: "-3 15:00",
        by: "my",
        do: "record-meeting",
        with: {
          outcome: "refused-to-sign",
          agreed: false,
          result: "Quản lý xin lỗi trực tiếp; khách yêu cầu đăng báo, không đồng ý và không ký.",
          witness: "Lưu Như Quỳnh",
        },
      },
      issues("+20m", "my", "meeting-minutes"),
    ],
  },
  {
    id: "vulnerable-viewer",
    ends: "level-2-solving",
    steps: [
      {
        at: "-5 09:00",
        by: "thuy",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "decoder",
          service: "satellite-tv",
          eventOn: day(-6),
          vulnerable: true,
          customer: {
            name: "Nguyễn Văn Mười",
            phone: "0331 905 772",
            email: "connguoi.muoi@vidu.vn",
            address: "Liên Chiểu, Đà Nẵng",
          },
          content:
            "Bác không nhìn thấy, chỉ nghe tivi. Bản mới bỏ mất tiếng đọc tên kênh, bác chuyển kênh toàn phải nhờ cháu. Sao không ai nghĩ tới người mù?",
          remedySought: "Bật lại tiếng đọc tên kênh.",
        }),
        filled: { "card-number": "9021 5540 3377", "receiver-number": "SD-330-7700125" },
      },
      issues("+15m", "thuy", "receipt"),
      assigns("+2m", "thuy", "thuy"),
      ...escalated("+10m", "thuy", "Thay đổi phần mềm đầu thu, tổng đài không tự làm được"),
      { at: "-3 09:00", by: "my", do: "accept", with: { channel: "email" } },
      issues("+20m", "uyen", "acceptance-notice"),
      assigns("+5m", "tien", "my"),
      {
        at: "-3 10:00",
        by: "my",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "technical",
              via: "system",
              question: "Bản 4.2 bỏ tiếng đọc tên kênh. Bật lại được cho thẻ này trước không?",
            },
          ],
        },
      },
      confirms("+1h", "bao"),
      answers("-1 10:00", "bao", {
        cause: "Gói giọng đọc bị gỡ khỏi bản 4.2 để giảm dung lượng.",
        measure: "Cài riêng gói giọng đọc cho thẻ này, đưa lại vào bản 4.3.",
        repair: 2,
      }),
    ],
  },
  {
    id: "asks-to-negotiate",
    ends: "answered",
    steps: [
      ...deciding("-13 09:00", "thuy", {
        name: "Bế Thị Lan Hương",
        phone: "0912 008 654",
        card: "4471 0090 2218",
        kind: "service",
        content:
          "Tự động đổi gói của tôi sang gói đắt hơn rồi bảo đã nhắn tin. Tôi không nhận tin nào, cũng không đồng ý điều gì.",
      }),
      { at: "-11 09:00", by: "my", do: "accept", with: { channel: "email" } },
      issues("+20m", "uyen", "acceptance-notice"),
      assigns("+5m", "tien", "my"),
      {
        at: "-7 10:00",
        by: "my",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi chị Hương, tin nhắn đổi gói gửi vào số cũ của chị. Chúng tôi đưa chị về gói cũ từ kỳ sau và tặng một tháng. Rất tiếc vì đã để chị bất ngờ.",
        },
      },
      issues("+20m", "uyen", "reply-letter"),
      {
        at: "-5 08:30",
        by: "customer",
        do: "record-verdict",
        with: { accepts: "no", satisfied: "no", words: "Còn tiền chênh lệch hai tháng vừa rồi?" },
      },
      {
        at: "-4 09:00",
        by: "customer",
        do: "ask-negotiation",
        with: { words: "Tôi yêu cầu thương lượng theo Luật Bảo vệ quyền lợi người tiêu dùng." },
      },
    ],
  },
];

function deciding(
  at: string,
  by: string,
  { name, phone, card, kind, content }: { name: string; phone: string; card: string; kind: string; content: string },
): Step[] {
  return [
    {
      at,
      by,
      do: "register",
      with: ({ day }) => ({
        channel: by === "quynh" ? "store" : "hotline",
        kind,
        service: "satellite-tv",
        eventOn: day(-15),
        customer: { name, phone, email: "khachhang@vidu.vn", address: "Đà Nẵng" },
        content,
      }),
      filled: { "card-number": card, "receiver-number": `SD-330-${card.slice(-4)}001` },
    },
    issues("+15m", by, "receipt"),
    assigns("+2m", by, by),
    {
      at: "+25m",
      by,
      do: "answer-at-first-line",
      with: {
        accepted: false,
        content: "Dạ bên em ghi nhận và xin lỗi quý khách; việc này cấp 1 chưa giải quyết được ạ.",
      },
    },
    ...escalated("+15m", by, "Cấp 1 không giải quyết được"),
  ];
}

function escalated(at: string, by: string, reason: string): Step[] {
  return [{ at, by, do: "escalate", with: { reason } }];
}
