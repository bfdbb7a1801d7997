import { answers, assigns, confirms, findsFit, findsMended, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** From an authority, withdrawn, silent, come back, and just in. */
export const otherStories: readonly Story[] = [
  {
    id: "through-authority",
    ends: "satisfaction",
    steps: [
      {
        at: "-5 09:00",
        by: "nga",
        do: "register",
        with: ({ day }) => ({
          channel: "authority",
          kind: "incident",
          service: "internet",
          eventOn: day(-20),
          forwardedByAuthority: "Sở Công Thương",
          customer: { name: "Đoàn Văn Lực", phone: "0355 190 842", address: "Ấp 3, xã Trừ Văn Thố" },
          content:
            "Xã tôi mạng yếu cả tháng, gọi tổng đài thì hẹn, lên cửa hàng thì bảo chờ. Tôi gửi đơn lên Sở vì không biết kêu ai nữa. Con tôi học trực tuyến, tôi bán hàng qua mạng, tháng này coi như mất trắng.",
          remedySought: "Mở thêm cổng hoặc trả lại tiền cước tháng này.",
        }),
      },
      {
        at: "+10m",
        by: "nga",
        do: "record-authority",
        with: ({ day }) => ({
          authority: "Sở Công Thương",
          act: "forwarded",
          reference: "412/PC-SCT",
          content: "Chuyển đơn của ông Đoàn Văn Lực, đề nghị giải quyết và báo kết quả.",
          dueOn: day(10),
        }),
      },
      { at: "+5m", by: "lan", do: "acknowledge", with: { channel: "post", written: true } },
      issues("+15m", "nga", "receipt"),
      assigns("+10m", "hoa", "lan"),
      { at: "+3m", by: "hoa", do: "mark", with: { mark: "priority", reason: "Cơ quan nhà nước chuyển đến" } },
      {
        at: "-5 10:30",
        by: "lan",
        do: "request-coordination",
        with: {
          requests: [
            { unit: "p-ktvt", via: "email", question: "Đo tải nhánh quang xã Trừ Văn Thố, số thuê bao trên splitter." },
          ],
        },
      },
      confirms("+40m", "dung"),
      answers("-4 14:00", "dung", {
        cause: "Splitter 1:64 quá tải, 58 thuê bao hoạt động giờ tối.",
        measure: "Tách nhánh, thêm splitter thứ hai tại cột 14.",
        repair: 3,
      }),
      findsFit("-4 15:00", "lan"),
      {
        at: "-4 16:20",
        by: "lan",
        do: "reply",
        with: ({ day }) => ({
          final: true,
          channel: "post",
          content:
            "Kính gửi ông Lực, bộ chia quang của ấp 3 đang phục vụ quá nhiều hộ nên mạng yếu vào buổi tối. Chúng tôi lắp thêm bộ chia thứ hai tại cột 14. Trong lúc chờ, cước tháng này của ông được giảm một nửa.",
          promises: [{ text: "Lắp thêm bộ chia quang tại cột 14, ấp 3", dueOn: day(3) }],
        }),
      },
      issues("+30m", "nga", "reply-letter"),
    ],
  },
  {
    id: "withdrawn",
    ends: "closed",
    steps: [
      {
        at: "-7 13:30",
        by: "minh",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "incident",
          service: "internet",
          eventOn: day(-7),
          customer: { name: "Trịnh Quốc Bảo", phone: "0966 712 084", contract: "VNTT-2024-0901" },
          content: "Wifi phòng làm việc không bắt được, chắc modem bên anh hư rồi. Cho người qua đổi giùm.",
        }),
      },
      { at: "+3m", by: "minh", do: "acknowledge", with: { channel: "phone" } },
      {
        at: "-7 15:10",
        by: "minh",
        do: "withdraw",
        with: {
          reason: "Khách gọi lại: con mèo nằm lên làm rút dây nguồn bộ phát wifi. Xin rút khiếu nại và cười xin lỗi.",
          channel: "phone",
        },
      },
      { at: "+10m", by: "minh", do: "close", with: { outcome: "withdrawn" } },
    ],
  },
  {
    id: "silent-after-reply",
    ends: "satisfaction",
    steps: [
      {
        at: "-12 10:20",
        by: "lan",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "incident",
          service: "telephone",
          eventOn: day(-13),
          customer: {
            name: "Văn phòng công chứng Phú Hoà",
            phone: "0274 3811 996",
            email: "vpcc.phuhoa@vidu.vn",
            consumer: false,
          },
          content:
            "Hai máy bàn gọi ra được mà gọi vào báo bận. Khách hẹn công chứng không liên lạc được, họ sang chỗ khác hết.",
        }),
      },
      { at: "+5m", by: "lan", do: "acknowledge", with: { channel: "email" } },
      issues("+15m", "lan", "receipt"),
      assigns("+5m", "lan", "lan"),
      {
        at: "-12 11:00",
        by: "lan",
        do: "request-coordination",
        with: { requests: [{ unit: "p-ktvt", via: "phone", question: "Hai số 3811996, 3811997 gọi vào báo bận." }] },
      },
      confirms("+15m", "dung"),
      answers("-12 14:30", "dung", {
        cause: "Cấu hình chuyển hướng cuộc gọi sai sau khi nâng cấp tổng đài.",
        measure: "Đã cấu hình lại, gọi thử 10 lần đạt.",
      }),
      findsFit("+15m", "lan"),
      {
        at: "-12 15:20",
        by: "lan",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Văn phòng, sau khi nâng cấp tổng đài cấu hình chuyển hướng của hai số bị sai. Chúng tôi đã sửa lúc 14:20 và gọi thử mười lần đều được. Rất mong Văn phòng cho biết đã nhận cuộc gọi bình thường.",
        },
      },
      issues("+20m", "lan", "reply-letter"),
      {
        at: "-8 09:00",
        by: "lan",
        do: "record-contact-attempt",
        with: { channel: "phone", reached: false, about: "Hỏi mức độ hài lòng" },
      },
      {
        at: "-5 09:30",
        by: "lan",
        do: "record-contact-attempt",
        with: { channel: "phone", reached: false, about: "Hỏi mức độ hài lòng" },
      },
      { at: "-4 09:00", by: "lan", do: "record-verdict", with: { accepts: "silent", satisfied: "unknown" } },
    ],
  },
  {
    id: "came-back",
    ends: "coordination",
    steps: [
      {
        at: "-13 08:50",
        by: "minh",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "incident",
          service: "internet",
          eventOn: day(-13),
          customer: {
            name: "Khách sạn Bình Minh",
            phone: "0274 3666 001",
            contract: "VNTT-2022-0310",
            consumer: false,
          },
          content: "Khách đoàn kêu wifi tầng 5 rớt liên tục, lễ tân bị mắng từ sáng tới tối.",
        }),
      },
      { at: "+3m", by: "minh", do: "acknowledge", with: { channel: "phone" } },
      assigns("+5m", "minh", "minh"),
      {
        at: "-13 09:20",
        by: "minh",
        do: "request-coordination",
        with: { requests: [{ unit: "p-ktvt", via: "phone", question: "Tầng 5 khách sạn Bình Minh rớt wifi." }] },
      },
      confirms("+15m", "dung"),
      answers("-13 13:30", "dung", {
        cause: "Bộ phát tầng 5 treo vì nóng.",
        measure: "Thay bộ phát, gắn thêm quạt.",
        repair: -12,
      }),
      findsFit("+15m", "minh"),
      {
        at: "-13 14:00",
        by: "minh",
        do: "reply",
        with: {
          final: true,
          channel: "phone",
          content: "Dạ bộ phát tầng 5 treo vì nóng, bên em thay ngay chiều nay và gắn quạt tản nhiệt.",
        },
      },
      findsMended("-12 09:00", "minh"),
      {
        at: "-12 09:10",
        by: "minh",
        do: "record-verdict",
        with: { accepts: "yes", satisfied: "yes", score: 4, channel: "phone", words: "Ổn rồi em." },
      },
      issues("-12 09:30", "minh", "receipt"),
      issues("-12 09:30", "minh", "reply-letter"),
      { at: "-12 09:30", by: "minh", do: "close", with: { outcome: "satisfied" } },
      {
        at: "-1 10:00",
        by: "minh",
        do: "reopen",
        with: { reason: "Khách sạn báo tầng 5 lại rớt từ tối qua, quạt không chạy." },
      },
      {
        at: "+15m",
        by: "minh",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "p-ktvt",
              via: "phone",
              question: "Tầng 5 rớt lại, quạt tản nhiệt không chạy. Xem có nên dời bộ phát khỏi trần kỹ thuật.",
            },
          ],
        },
      },
    ],
  },
  {
    id: "just-in",
    ends: "intake",
    steps: [
      {
        at: "25m ago",
        by: "lan",
        do: "register",
        with: {
          channel: "phone",
          customer: { name: "Mai Thị Xuân", phone: "0348 905 217" },
          content:
            "Sao cước tháng này nhà tôi tăng gần gấp đôi vậy? Có đăng ký thêm gì đâu. Ai giải thích cho tôi với.",
        },
      },
    ],
  },
];
