import { assigns, issues, joins } from "../../steps.ts";
import type { Step, Story } from "../../story.ts";

/** At the network centre and on site: redone once, in danger, overdue, and two homes behind one broken cabinet. */
export const atNetworkCentreStories: readonly Story[] = [
  {
    id: "dropped-again",
    ends: "closed",
    steps: [
      {
        at: "-8 08:30",
        by: "phuc",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "incident",
          service: "internet",
          eventOn: day(-9),
          customer: {
            name: "Phòng khám nha khoa Việt Mỹ",
            phone: "0908 664 019",
            email: "letan@nhakhoavm.vidu.vn",
            contract: "DC-2023-0876",
            consumer: false,
          },
          content:
            "Hôm trước kỹ thuật thay cáp xong nói yên tâm, tối hôm sau lại rớt mạng y như cũ. Giờ lại nói tại thiết bị của phòng khám. Router này mới mua ba tháng, ở chi nhánh kia chạy bình thường. Chúng tôi không chấp nhận cách trả lời đổ cho khách.",
          remedySought: "Tìm đúng nguyên nhân, sửa dứt điểm.",
        }),
        filled: { "installation-address": "15 Hoàng Diệu 2, TP. Thủ Đức" },
      },
      { at: "+5m", by: "system", do: "acknowledge", with: { channel: "email", automatic: true } },
      issues("+20m", "phuc", "receipt"),
      assigns("+5m", "thao", "phuc"),
      ...toNetworkCentre("+10m", "phuc", "Rớt lại sau khi thay cáp, khách không đồng ý là do thiết bị của họ"),
      {
        at: "-8 14:00",
        by: "nam",
        do: "record-finding",
        with: {
          cause: "Tín hiệu chập chờn vào buổi tối, có thể do đầu nối trong nhà hoặc cổng OLT.",
          rootCause: "unknown",
          needsOnSite: true,
        },
      },
      {
        at: "-7 10:30",
        by: "long",
        do: "record-handling",
        with: { place: "on-site", method: "Thay đầu nối nhanh, đo tại nhà khách đạt." },
        filled: { conclusion: "Đầu nối cũ bị xước, đã thay." },
      },
      {
        at: "-7 11:15",
        by: "nam",
        do: "transfer",
        with: { unit: "kt", via: "phone", reason: "Đo từ NOC vẫn thấy rớt lúc 11:05, chưa đạt" },
      },
      {
        at: "-7 16:40",
        by: "hai",
        do: "record-handling",
        with: { place: "on-site", method: "Kéo lại đoạn cáp thuê bao 60 m, đổi cổng splitter." },
        filled: { conclusion: "Đoạn cáp thay lần trước bị gập ở góc tường, kéo lại toàn bộ." },
      },
      { at: "-6 08:30", by: "viet", do: "transfer", with: { unit: "cskh", via: "system" } },
      {
        at: "-6 09:00",
        by: "phuc",
        do: "log-call",
        with: { direction: "out", answered: true, summary: "Phòng khám xác nhận tối qua không rớt lần nào." },
      },
      {
        at: "-6 09:40",
        by: "phuc",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi Phòng khám, nguyên nhân là đoạn cáp thay lần trước bị gập ở góc tường, không phải router của Phòng khám. Chúng tôi đã kéo lại toàn bộ 60 m và đổi cổng. Việc vội kết luận do thiết bị của Quý vị là sai, chúng tôi xin nhận lỗi.",
        },
      },
      issues("+20m", "loan", "reply-letter"),
      {
        at: "-4 10:00",
        by: "phuc",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "yes",
          score: 4,
          channel: "email",
          words: "Ba hôm nay ổn. Cảm ơn đã nói thẳng nguyên nhân.",
        },
      },
      { at: "+20m", by: "phuc", do: "close", with: { outcome: "confirmed" } },
    ],
  },
  {
    id: "three-hours-left",
    ends: "noc",
    steps: [
      {
        at: "22h ago",
        by: "mai",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "leased-line",
          eventOn: day(-1),
          customer: {
            name: "Công ty Chứng khoán Đông Á Phương",
            phone: "028 3914 7070",
            contract: "DC-KTR-2020-0012",
            consumer: false,
          },
          content:
            "Kênh truyền về sở giao dịch trễ 80 ms, bình thường có 4. Khách đặt lệnh không khớp kịp, giám đốc tôi đang đứng ngay đây. Bao giờ xong?",
        }),
      },
      assigns("+2m", "thao", "mai"),
      { at: "+2m", by: "thao", do: "mark", with: { mark: "severe", reason: "Kênh truyền giao dịch chứng khoán" } },
      ...toNetworkCentre("21h ago", "mai", "Trễ 80 ms trên kênh truyền riêng"),
      {
        at: "15h ago",
        by: "nam",
        do: "record-finding",
        with: {
          cause: "Kênh chạy vòng qua tuyến dự phòng sau khi tuyến chính đứt.",
          rootCause: "third-party",
          needsOnSite: false,
        },
      },
    ],
  },
  {
    id: "on-site-overdue",
    ends: "on-site",
    steps: [
      {
        at: "52h ago",
        by: "phuc",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(-3),
          customer: { name: "Cao Thị Bích Ngọc", phone: "0961 773 204", contract: "DC-2024-0629" },
          content:
            "Mất mạng hẳn từ hôm kia. Hẹn kỹ thuật 2 giờ chiều, tôi xin về sớm chờ mà 6 giờ không ai tới, điện thoại kỹ thuật thuê bao không liên lạc được.",
        }),
      },
      issues("+10m", "phuc", "receipt"),
      assigns("+2m", "phuc", "phuc"),
      ...toNetworkCentre("+8m", "phuc", "LOS đỏ, không có tín hiệu"),
      {
        at: "30h ago",
        by: "nam",
        do: "record-finding",
        with: { cause: "Đứt cáp thuê bao đoạn từ cột vào nhà.", rootCause: "third-party", needsOnSite: true },
      },
      {
        at: "4h ago",
        by: "thao",
        do: "note",
        with: { text: "Quá 24 giờ của Kỹ thuật. Hải báo thiếu thang, chiều nay mượn được. Đã xin lỗi khách." },
      },
    ],
  },
  {
    id: "broken-cabinet-1",
    ends: "ask-customer",
    steps: [
      {
        at: "7h ago",
        by: "mai",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(0),
          customer: { name: "Nhà sách Tri Thức", phone: "0909 230 145", contract: "DC-2021-0402", consumer: false },
          content: "Cả nhà sách mất mạng, quầy tính tiền đứng im. Hôm nay cuối tuần đông khách nhất tuần luôn đó.",
        }),
      },
      assigns("+2m", "mai", "mai"),
      ...toNetworkCentre("+6m", "mai", "Cả hẻm mất mạng"),
      {
        at: "+40m",
        by: "nam",
        do: "record-finding",
        with: {
          cause: "Tủ phối quang hẻm 48 bị xe tải tông móp, tuột dây nhảy.",
          rootCause: "third-party",
          needsOnSite: false,
        },
      },
      {
        at: "+2h",
        by: "nam",
        do: "record-handling",
        with: { place: "core", method: "Chuyển hẻm 48 sang tủ kế bên, đo lại đạt." },
      },
    ],
  },
  {
    id: "broken-cabinet-2",
    ends: "noc",
    steps: [
      {
        at: "6h ago",
        by: "phuc",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "incident",
          service: "internet",
          eventOn: day(0),
          vulnerable: true,
          customer: {
            name: "Đặng Văn Hiền",
            phone: "0347 208 916",
            contract: "DC-2019-0098",
            address: "Hẻm 48 Đặng Văn Bi",
          },
          content:
            "Chú khiếm thị, đi lại phải nhờ điện thoại đọc bản đồ, nhà mất mạng từ sáng. Mấy đứa nhỏ chỉ bấm gì chú không thấy, con giúp chú qua điện thoại được không?",
        }),
      },
      assigns("+2m", "thao", "phuc"),
      joins("+3m", "phuc", "broken-cabinet-1", "Cùng tủ phối quang hẻm 48"),
      ...toNetworkCentre("+5m", "phuc", "Cùng hẻm 48, khách khiếm thị, xin ưu tiên"),
    ],
  },
];

function toNetworkCentre(at: string, by: string, reason: string): Step[] {
  return [{ at, by, do: "transfer", with: { unit: "noc", via: "system", reason } }];
}
