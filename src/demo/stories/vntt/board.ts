import { answers, assigns, confirms, findsFit, issues } from "../../steps.ts";
import type { Step, Story } from "../../story.ts";

/** Customers who are not satisfied: before the board, directed by it, and settled anew in a second round. */
export const boardStories: readonly Story[] = [
  {
    id: "rude-surveyor",
    ends: "directed",
    steps: [
      {
        at: "-9 10:00",
        by: "hoa",
        do: "register",
        with: ({ day, person }) => ({
          channel: "partner",
          kind: "service",
          service: "internet",
          eventOn: day(-11),
          reportedThrough: "Ban quản lý chung cư Sora Gardens",
          aboutPersonIds: [person("khoa")],
          customer: { name: "Vũ Thị Minh Hằng", phone: "0986 423 517", email: "minhhang.vu@vidu.vn" },
          content:
            "Nhân viên khảo sát hẹn tôi hai buổi đều không tới, không một cuộc gọi. Buổi thứ ba tới trễ một tiếng, tôi góp ý thì anh ta nói “chị không chờ được thì thôi khỏi lắp”. Tôi nghỉ làm hai buổi vì cái hẹn đó. Tôi cần một lời xin lỗi đàng hoàng chứ không phải câu xin lỗi đọc thuộc lòng.",
          remedySought: "Người có trách nhiệm gọi xin lỗi và cho biết đã xử lý nhân viên thế nào.",
        }),
      },
      { at: "+10m", by: "hoa", do: "acknowledge", with: { channel: "email", written: true } },
      issues("+10m", "hoa", "receipt"),
      assigns("+5m", "hoa", "lan"),
      {
        at: "-9 11:00",
        by: "lan",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "ttdvdc",
              via: "email",
              question:
                "Nhờ xác nhận lịch khảo sát ba buổi và báo cáo của tổ khảo sát; người bị khiếu nại không tham gia trả lời.",
            },
            {
              unit: "other-unit",
              via: "email",
              question: "Tổ khảo sát: xác nhận tính trung thực của khiếu nại và nguyên nhân trễ hẹn.",
            },
          ],
        },
      },
      answers("-8 09:30", "phat", {
        unit: "ttdvdc",
        cause: "Lịch hẹn nhập trùng hai khu vực, buổi một và buổi hai không có người đi.",
        measure: "Sửa lịch khảo sát, mỗi khu một người chịu trách nhiệm gọi báo trước.",
      }),
      findsFit("+20m", "lan", "ttdvdc"),
      answers("-8 10:30", "tham", {
        unit: "other-unit",
        cause: "Có lời nói không phù hợp, camera sảnh và bảo vệ xác nhận.",
        measure: "Nhân viên viết tường trình, tạm dừng đi khảo sát một tuần.",
      }),
      findsFit("+20m", "lan", "other-unit"),
      {
        at: "-8 14:00",
        by: "lan",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi chị Hằng, chúng tôi xin lỗi chị về sự bất tiện vừa qua. Lịch hẹn bị nhập trùng và nhân viên đã được nhắc nhở. Mong chị thông cảm.",
        },
      },
      issues("+15m", "lan", "reply-letter"),
      {
        at: "-6 08:30",
        by: "lan",
        do: "record-verdict",
        with: {
          accepts: "no",
          satisfied: "no",
          score: 1,
          channel: "email",
          words:
            "Đúng cái câu xin lỗi chung chung mà tôi đã nói là không chấp nhận. “Sự bất tiện” là hai ngày công của tôi đó.",
        },
      },
      ...putToBoard(
        "-6 14:00",
        "lan",
        "Khách không chấp nhận lời xin lỗi chung chung. Xin ý kiến: ai gọi xin lỗi, có miễn phí lắp đặt không, công bố hình thức xử lý tới đâu.",
      ),
      issues("+30m", "nga", "dossier"),
      {
        at: "0 08:10",
        by: "quan",
        do: "give-direction",
        with: {
          direction:
            "Giám đốc trung tâm trực tiếp gọi xin lỗi khách trong ngày, nói rõ sai ở đâu. Miễn phí lắp đặt. Báo khách hình thức xử lý, không nêu thông tin riêng của nhân viên.",
        },
      },
    ],
  },
  {
    id: "data-centre-power",
    ends: "board",
    steps: [
      {
        at: "-8 07:50",
        by: "minh",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "incident",
          service: "data-center",
          eventOn: day(-8),
          customer: {
            name: "Công ty CP Giải pháp Thanh toán Sao Việt",
            phone: "028 7300 4512",
            email: "noc@saoviet-tt.vidu.vn",
            contract: "VNTT-DC-2022-0017",
            consumer: false,
          },
          content:
            "Hai tủ rack của chúng tôi mất nguồn cả hai nhánh lúc 02:13, 41 phút sau mới có lại. Hợp đồng ghi nguồn kép độc lập. Cổng thanh toán ngừng, 1.900 giao dịch lỗi. Chúng tôi cần nguyên nhân thật, không cần lời giải thích cho qua chuyện.",
          remedySought: "Báo cáo nguyên nhân, bồi thường theo SLA.",
        }),
      },
      { at: "+5m", by: "minh", do: "acknowledge", with: { channel: "email" } },
      issues("+15m", "minh", "receipt"),
      assigns("+5m", "hoa", "minh"),
      {
        at: "+5m",
        by: "hoa",
        do: "mark",
        with: { mark: "severe", reason: "Mất nguồn hai nhánh, khách hàng thanh toán" },
      },
      {
        at: "-8 08:40",
        by: "minh",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "p-vhdc",
              via: "phone",
              question: "Vì sao cả nhánh A và B cùng mất? Nhật ký ATS, UPS từ 02:00 đến 03:00.",
            },
          ],
        },
      },
      confirms("+10m", "son"),
      answers("-8 16:30", "son", {
        cause: "Khi bảo dưỡng UPS nhánh A, tải được gom về nhánh B; bộ chuyển nguồn nhánh B nhả do quá tải.",
        measure: "Không gom tải khi còn khách nguồn kép; thay bộ chuyển nguồn, diễn tập lại.",
      }),
      findsFit("-8 17:00", "minh"),
      {
        at: "-7 09:00",
        by: "minh",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Quý công ty, khi bảo dưỡng UPS nhánh A, toàn bộ tải được gom sang nhánh B và bộ chuyển nguồn nhánh B đã nhả vì quá tải. Việc gom tải khi khách dùng nguồn kép là sai quy trình của chúng tôi. Theo SLA, chúng tôi đề nghị giảm 10 % cước tháng.",
        },
      },
      issues("+30m", "minh", "reply-letter"),
      {
        at: "-4 10:00",
        by: "minh",
        do: "record-verdict",
        with: {
          accepts: "no",
          satisfied: "no",
          channel: "email",
          words: "10 % cước tháng chưa bằng thiệt hại của năm phút. Đề nghị làm việc với người có thẩm quyền.",
        },
      },
      ...putToBoard(
        "-3 15:00",
        "minh",
        "Khách đòi bồi thường 180 triệu đồng ngoài SLA. Xin ý kiến về mức bồi thường và thư xin lỗi của BGĐ.",
      ),
    ],
  },
  {
    id: "second-round",
    ends: "coordination",
    steps: [
      {
        at: "-14 09:10",
        by: "lan",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "business",
          service: "internet",
          eventOn: day(-16),
          customer: {
            name: "Hộ kinh doanh Ngọc Trâm",
            phone: "0909 882 436",
            contract: "VNTT-2024-0519",
            consumer: false,
          },
          content:
            "Nhân viên kinh doanh chào gói 500 Mbps, hợp đồng ký xong về đo toàn 200. Hỏi thì nói “tới 500” nghĩa là cao nhất 500. Vậy là lừa nhau chứ bán buôn gì.",
          remedySought: "Đúng 500 Mbps hoặc cho chuyển gói không mất phí.",
        }),
      },
      { at: "+5m", by: "lan", do: "acknowledge", with: { channel: "phone" } },
      issues("+15m", "lan", "receipt"),
      assigns("+5m", "lan", "lan"),
      {
        at: "-14 10:00",
        by: "lan",
        do: "request-coordination",
        with: {
          requests: [
            { unit: "bp-kd", via: "email", question: "Nội dung tư vấn và tin nhắn chào gói với hộ Ngọc Trâm." },
          ],
        },
      },
      confirms("+1h", "khoa"),
      answers("-13 09:00", "khoa", {
        cause: "Tin chào hàng viết tắt “500 Mbps”, không ghi tốc độ cam kết tối thiểu.",
        measure: "Sửa mẫu tin chào hàng; cho khách đổi gói.",
      }),
      findsFit("+30m", "lan"),
      {
        at: "-13 10:00",
        by: "lan",
        do: "reply",
        with: {
          final: true,
          channel: "phone",
          content:
            "Dạ tin chào gói ghi thiếu tốc độ cam kết. Bên em cho anh chị đổi gói, phí chuyển gói tính theo bảng giá.",
        },
      },
      {
        at: "-11 09:00",
        by: "lan",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "no",
          score: 2,
          channel: "phone",
          words: "Lỗi bên em mà còn đòi phí chuyển gói hả?",
        },
      },
      ...putToBoard(
        "-11 15:00",
        "lan",
        "Lỗi tư vấn của mình mà thu phí chuyển gói. Xin miễn phí và giữ giá cũ 06 tháng.",
      ),
      {
        at: "-10 10:30",
        by: "quan",
        do: "give-direction",
        with: {
          direction: "Miễn phí chuyển gói, giữ giá cũ 06 tháng. Bp. KD sửa toàn bộ mẫu tin chào hàng trong tuần.",
        },
      },
      {
        at: "-2 15:30",
        by: "lan",
        do: "start-next-round",
        with: { reason: "Giải quyết lại theo ý kiến chỉ đạo: miễn phí chuyển gói" },
      },
      {
        at: "-2 16:00",
        by: "lan",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "bp-kd",
              via: "email",
              question: "Lập phụ lục chuyển gói miễn phí, giữ giá 06 tháng cho hộ Ngọc Trâm.",
            },
          ],
        },
      },
      confirms("-1 08:45", "khoa"),
    ],
  },
];

function putToBoard(at: string, by: string, question: string): Step[] {
  return [
    {
      at,
      by,
      do: "submit-dossier",
      with: { summary: "Nội dung khiếu nại, quá trình giải quyết và ý kiến khách hàng kèm theo hồ sơ." },
      filled: { "question-to-board": question },
    },
  ];
}
