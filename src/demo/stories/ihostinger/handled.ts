import { answers, confirms, findsFit, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** Settled at the counter, transferred and told within 24 hours, put right afterwards, and what is no complaint. */
export const handledStories: readonly Story[] = [
  {
    id: "domain-shown-expired",
    ends: "closed",
    steps: [
      {
        at: "-2 09:40",
        by: "ha",
        do: "register",
        with: ({ day }) => ({
          channel: "counter",
          kind: "charges",
          service: "domain",
          eventOn: day(-7),
          customer: { name: "Lương Thị Hạnh", phone: "0902 114 583", serviceNumber: "banhtrangme.vidu.vn" },
          content:
            "Tuần trước chị chuyển tiền gia hạn rồi, giấy chuyển khoản đây nè, mà vô xem vẫn báo tên miền hết hạn. Trang bán bánh tráng của nhà chị đứng từ sáng, mối quen gọi hỏi dẹp tiệm rồi hả.",
          remedySought: "Mở lại tên miền liền trong lúc chị ngồi đây.",
        }),
        filled: ({ day }) => ({
          "contact-person": "Chị Hạnh",
          "domain-or-service": "banhtrangme.vidu.vn",
          "first-billed-on": day(-7),
        }),
      },
      {
        at: "+18m",
        by: "ha",
        do: "answer-at-first-line",
        with: {
          accepted: true,
          content:
            "Dạ tiền của chị vào tài khoản nhưng nội dung ghi thiếu tên miền nên hệ thống treo lại. Em đã đối chiếu giấy chuyển khoản và gia hạn xong, chị mở thử giúp em. Em lập biên bản để chị giữ một bản.",
        },
      },
      issues("+12m", "ha", "settlement-minutes"),
      {
        at: "+4m",
        by: "ha",
        do: "close",
        with: { outcome: "settled", summary: "Thoả thuận tại quầy, có biên bản, không cấp phiếu tiếp nhận." },
      },
    ],
  },
  {
    id: "lost-mail",
    ends: "closed",
    steps: [
      {
        at: "-10 08:30",
        by: "nhung",
        do: "register",
        with: ({ day }) => ({
          channel: "support",
          kind: "fault",
          service: "mail",
          eventOn: day(-11),
          customer: {
            name: "Công ty TNHH Vật liệu Hoàng Long",
            phone: "0938 552 017",
            email: "giamdoc@hoanglong.vidu.vn",
            consumer: false,
          },
          content:
            "Chuyển máy chủ xong thì hộp thư chị kế toán trống trơn thư tháng trước. Hoá đơn điện tử của nhà cung cấp nằm hết trong đó, mai là hạn nộp thuế. Chị ấy khóc từ sáng. Các bạn phải tìm lại bằng được.",
          remedySought: "Khôi phục toàn bộ thư tháng trước.",
        }),
        filled: {
          "contact-person": "Chị Ngân, kế toán",
          "contact-phone": "0938 552 018",
          "domain-or-service": "hoanglong.vidu.vn",
        },
      },
      issues("+15m", "nhung", "receipt"),
      {
        at: "+10m",
        by: "nhung",
        do: "transfer",
        with: {
          unit: "complaint-handling",
          via: "system",
          reason: "Phải dò nhật ký chuyển máy chủ, không thuộc bộ phận tiếp nhận",
        },
      },
      {
        at: "-10 10:30",
        by: "nhung",
        do: "log-call",
        with: {
          direction: "out",
          answered: true,
          summary:
            "Báo khách việc đã chuyển bộ phận giải quyết khiếu nại, anh Kiên phụ trách; chiều nay có kết quả dò.",
        },
      },
      {
        at: "-10 11:00",
        by: "kien",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "related-units",
              via: "system",
              question: "Đối chiếu số thư trước và sau chuyển của hộp ketoan@; bản sao máy cũ còn giữ không?",
            },
          ],
        },
      },
      confirms("+20m", "toan"),
      answers("-10 15:00", "toan", {
        cause: "Đợt đồng bộ cuối bị ngắt, thư mục tháng trước chưa sang máy mới.",
        measure: "Máy cũ còn giữ 07 ngày, đồng bộ lại và đối chiếu số lượng.",
      }),
      findsFit("+15m", "nhung"),
      {
        at: "-10 15:40",
        by: "kien",
        do: "record-finding",
        with: { cause: "Không đối chiếu số thư sau đợt đồng bộ cuối.", rootCause: "provider" },
        filled: { "log-findings": "rsync ngắt lúc 02:51, thiếu 1.284 thư." },
      },
      {
        at: "-10 17:00",
        by: "toan",
        do: "record-handling",
        with: { place: "remote", method: "Đồng bộ lại 1.284 thư từ máy cũ, đối chiếu đủ." },
      },
      {
        at: "-9 08:30",
        by: "kien",
        do: "propose-resolution",
        with: { content: "Khôi phục đủ thư, xin lỗi, tặng 03 tháng thư doanh nghiệp." },
      },
      { at: "+10m", by: "kien", do: "submit-resolution", with: { to: "approver" } },
      {
        at: "-9 10:00",
        by: "luc",
        do: "approve-resolution",
        with: { comment: "Đồng ý. Gọi chị kế toán trước khi gửi thư." },
      },
      {
        at: "-9 10:40",
        by: "kien",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Quý công ty, khi chuyển máy chủ, đợt đồng bộ cuối bị ngắt và chúng tôi đã không đối chiếu số thư. 1.284 thư của hộp kế toán đã về đủ lúc 17:00 hôm qua. Chúng tôi xin lỗi chị Ngân vì một ngày hoảng hốt, và tặng ba tháng sử dụng.",
        },
      },
      issues("+15m", "oanh", "reply-letter"),
      {
        at: "-9 11:30",
        by: "dat",
        do: "order-corrective-action",
        with: ({ day }) => ({
          unit: "related-units",
          action: "Mọi lần chuyển máy chủ thư phải đối chiếu số thư từng hộp trước khi xoá máy cũ.",
          cause: "Thiếu bước đối chiếu",
          dueOn: day(2),
        }),
      },
      issues("+30m", "tuyet", "corrective-order"),
      {
        at: "-8 09:00",
        by: "nhung",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "yes",
          score: 4,
          channel: "support",
          words: "Đủ thư rồi, nộp thuế kịp. Hú hồn.",
        },
      },
      { at: "-7 09:00", by: "nhung", do: "close", with: { outcome: "answered" } },
      {
        at: "-7 10:00",
        by: "dat",
        do: "record-lesson",
        with: {
          lesson: "Chuyển dữ liệu xong mà chưa đếm là chưa xong.",
          cause: "Quy trình chuyển máy không có bước đối chiếu.",
          prevention: "Thêm bảng đối chiếu vào phiếu chuyển máy.",
        },
      },
      {
        at: "-3 15:00",
        by: "toan",
        do: "complete-corrective-action",
        with: ({ action }) => ({
          actionId: action(),
          result: "Đã thêm bước đối chiếu tự động, áp dụng cho ba lần chuyển tuần này.",
        }),
      },
    ],
  },
  {
    id: "abuse-report",
    ends: "closed",
    steps: [
      {
        at: "-5 22:10",
        by: "nhung",
        do: "register",
        with: {
          channel: "email",
          kind: "abuse-report",
          service: "hosting",
          customer: { name: "Nhóm chống lừa đảo mạng", email: "baocao@chonglua.vidu.vn" },
          content:
            "Trang trungthuong-vidu.example đặt trên máy chủ của các bạn giả mạo ngân hàng để lấy mật khẩu. Đề nghị khoá.",
        },
      },
      {
        at: "-4 08:10",
        by: "tuyet",
        do: "close",
        with: { outcome: "recorded", summary: "Chuyển bộ phận an toàn thông tin, đã khoá trang." },
      },
    ],
  },
  {
    id: "watched",
    ends: "answered",
    steps: [
      {
        at: "-8 09:00",
        by: "nhung",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "fault",
          service: "server",
          eventOn: day(-8),
          customer: {
            name: "Ứng dụng đặt sân Bóng Đá Phủi",
            phone: "0971 660 425",
            email: "dev@bongdaphui.vidu.vn",
            consumer: false,
          },
          content: "Máy chủ tự khởi động lại ba lần trong đêm. Đội em thay nhau thức canh, mắt như gấu trúc rồi.",
        }),
        filled: { "contact-person": "Anh Duy, kỹ thuật", "domain-or-service": "VPS-8841" },
      },
      issues("+10m", "nhung", "receipt"),
      {
        at: "+5m",
        by: "nhung",
        do: "transfer",
        with: { unit: "complaint-handling", via: "phone", reason: "Lỗi phần cứng nghi ngờ" },
      },
      {
        at: "+20m",
        by: "kien",
        do: "reply",
        with: {
          final: false,
          channel: "phone",
          content: "Dạ bên em đang đọc nhật ký phần cứng của máy, trước trưa mai em gọi lại.",
        },
      },
      {
        at: "-7 10:00",
        by: "kien",
        do: "record-finding",
        with: { cause: "Thanh nhớ khe B2 lỗi ngẫu nhiên.", rootCause: "provider" },
      },
      {
        at: "-7 11:00",
        by: "toan",
        do: "record-handling",
        with: { place: "on-site", method: "Chuyển máy ảo sang máy chủ khác, thay thanh nhớ." },
      },
      {
        at: "-7 11:20",
        by: "kien",
        do: "propose-resolution",
        with: { content: "Chuyển máy, theo dõi 10 ngày, giảm nửa cước tháng." },
      },
      { at: "+5m", by: "kien", do: "submit-resolution", with: {} },
      { at: "-7 15:00", by: "luc", do: "approve-resolution", with: {} },
      {
        at: "-7 15:30",
        by: "kien",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Chào anh Duy, máy chủ lỗi một thanh nhớ nên tự khởi động lại. Máy ảo của anh đã sang máy khác từ 11 giờ. Chúng tôi cùng anh theo dõi mười ngày và giảm nửa cước tháng này. Mong anh em được ngủ.",
        },
      },
      issues("+20m", "oanh", "reply-letter"),
      {
        at: "-7 16:10",
        by: "dat",
        do: "order-corrective-action",
        with: ({ day }) => ({ unit: "related-units", action: "Bật cảnh báo lỗi bộ nhớ trên toàn cụm.", dueOn: day(4) }),
      },
      issues("+20m", "tuyet", "corrective-order"),
      {
        at: "-7 16:40",
        by: "nhung",
        do: "watch",
        with: ({ day }) => ({ until: day(3), reason: "Cùng khách theo dõi máy mới" }),
      },
    ],
  },
];
