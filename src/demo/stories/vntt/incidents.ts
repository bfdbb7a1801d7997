import { answers, assigns, confirms, findsFit, findsMended, issues, joins, keepsPromise } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** Incidents (Case on CRM): one gone well to the end, one overdue, one in danger, and a cut cable with three complaints. */
export const incidentStories: readonly Story[] = [
  {
    id: "slow-network",
    ends: "archived",
    steps: [
      {
        at: "-9 08:40",
        by: "lan",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "incident",
          service: "internet",
          eventOn: day(-10),
          customer: {
            name: "Công ty TNHH May mặc Thuận An Phát",
            phone: "0274 3555 218",
            email: "it@thuananphat.vidu.vn",
            contract: "VNTT-2021-0457",
            address: "Lô B12, KCN Mỹ Phước 2, Bến Cát",
            consumer: false,
          },
          content:
            "Mạng công ty chậm từ hôm qua tới giờ. Họp video với khách bên Nhật cứ vài phút lại đứng hình, tắt bật lại modem mấy lần rồi vẫn vậy. Chị em văn phòng không gửi được bản vẽ, tôi phải chạy ra quán cà phê để gửi. Trả tiền gói doanh nghiệp mà vậy thì ai chịu nổi?",
          remedySought: "Cho biết nguyên nhân và khi nào mạng bình thường trở lại.",
        }),
        filled: { "installation-address": "Lô B12, KCN Mỹ Phước 2, Bến Cát" },
      },
      { at: "+6m", by: "lan", do: "acknowledge", with: { channel: "phone" } },
      issues("+10m", "lan", "receipt"),
      assigns("+5m", "hoa", "lan"),
      {
        at: "-9 09:20",
        by: "lan",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "p-ktvt",
              via: "phone",
              question:
                "Khách báo mạng chậm, rớt gói từ chiều qua. Nhờ kiểm tra tuyến từ tủ MP2-07 và cho biết nguyên nhân, thời gian khắc phục.",
            },
          ],
        },
      },
      confirms("+25m", "dung"),
      answers("-9 15:10", "dung", {
        cause:
          "Cổng uplink của switch tại tủ MP2-07 lỗi, rớt khoảng 12 % gói tin vào giờ cao điểm. Đường quang vào xưởng khách không suy hao.",
        measure: "Chuyển khách sang cổng dự phòng trong tối nay, thay module quang của switch.",
        repair: -8,
      }),
      findsFit("-9 15:40", "lan"),
      {
        at: "-9 16:05",
        by: "lan",
        do: "reply",
        with: ({ day }) => ({
          final: true,
          channel: "email",
          content:
            "Kính gửi Quý công ty, nguyên nhân mạng chậm là một cổng của thiết bị chuyển mạch tại tủ MP2-07 bị lỗi, không phải do thiết bị của Quý công ty. Tối nay chúng tôi chuyển sang cổng dự phòng và thay module quang, sáng mai đường truyền sẽ ổn định. Chúng tôi xin lỗi vì buổi họp với khách hàng của Quý công ty đã bị gián đoạn.",
          promises: [{ text: "Chuyển cổng dự phòng và thay module quang của switch MP2-07", dueOn: day(-8) }],
        }),
      },
      findsMended("-8 08:15", "lan"),
      keepsPromise("+10m", "lan", "Đã chuyển cổng lúc 22:40, đo lại không còn mất gói."),
      {
        at: "-8 09:00",
        by: "lan",
        do: "record-verdict",
        with: {
          accepts: "yes",
          satisfied: "yes",
          score: 5,
          channel: "phone",
          words: "Sáng nay họp êm rồi em, cảm ơn bên em làm nhanh.",
        },
      },
      issues("-8 09:20", "lan", "reply-letter"),
      {
        at: "-8 10:00",
        by: "lan",
        do: "close",
        with: { outcome: "satisfied", summary: "Lỗi cổng uplink MP2-07, đã chuyển cổng và thay module." },
      },
      {
        at: "-7 14:00",
        by: "hoa",
        do: "record-lesson",
        with: {
          lesson: "Switch cũ ở các tủ MP2 rớt gói trước khi báo lỗi; nên đặt ngưỡng cảnh báo 3 %.",
          prevention: "Đặt cảnh báo rớt gói trên toàn bộ tủ Mỹ Phước 2.",
        },
      },
      { at: "-5 15:30", by: "nga", do: "archive", with: { place: "Tủ CSKH 2, ngăn 4" } },
    ],
  },
  {
    id: "overdue-unit",
    ends: "coordination",
    steps: [
      {
        at: "-4 10:15",
        by: "minh",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "incident",
          service: "leased-line",
          eventOn: day(-5),
          customer: {
            name: "Công ty CP Logistics Tân Uyên",
            phone: "0908 771 032",
            email: "vanhanh@logtanuyen.vidu.vn",
            contract: "VNTT-2019-0113",
            consumer: false,
          },
          content:
            "Kênh thuê riêng giữa kho Tân Uyên và văn phòng quận 1 chập chờn, ngày rớt bốn năm lần, mỗi lần 10–15 phút. Xe xếp hàng ngoài cổng vì không in được phiếu xuất kho. Đây là lần thứ ba trong tháng, lần nào cũng nghe câu “đang kiểm tra”.",
          remedySought: "Đổi tuyến cáp khác và giảm cước những ngày bị rớt.",
        }),
      },
      { at: "+3m", by: "system", do: "acknowledge", with: { channel: "email", automatic: true } },
      issues("+30m", "minh", "receipt"),
      assigns("+5m", "minh", "minh"),
      {
        at: "-4 11:10",
        by: "minh",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "p-ktvt",
              via: "email",
              question: "Kênh TL-0113 rớt lặp lại, khách yêu cầu đổi tuyến. Nhờ đo suy hao từng chặng.",
            },
          ],
        },
      },
      confirms("-4 13:30", "dung"),
      {
        at: "-2 08:30",
        by: "minh",
        do: "remind-coordination",
        with: ({ coordination }) => ({ coordinationId: coordination(), via: "phone" }),
      },
      {
        at: "-1 09:00",
        by: "hoa",
        do: "remind-coordination",
        with: ({ coordination }) => ({ coordinationId: coordination(), via: "phone" }),
      },
      {
        at: "-1 09:10",
        by: "hoa",
        do: "note",
        with: {
          text: "Đã quá hạn 02 ngày. Anh Bình hứa chiều nay có kết quả đo; nếu chưa có thì trả lời tạm thời cho khách trước.",
        },
      },
    ],
  },
  {
    id: "due-today",
    ends: "reply-check",
    steps: [
      {
        at: "-2 14:20",
        by: "lan",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "incident",
          service: "internet",
          eventOn: day(-2),
          customer: { name: "Nguyễn Văn Tài", phone: "0918 204 556", contract: "VNTT-2023-1190" },
          content:
            "Từ trưa tới giờ con tôi không vào học trực tuyến được, đèn LOS nháy đỏ. Gọi lên tổng đài chờ máy gần 20 phút mới có người nghe. Ngày mai cháu thi rồi, các anh làm ơn xử lý giùm.",
        }),
        filled: { "installation-address": "Căn B-1205, chung cư Sora, Thủ Dầu Một" },
      },
      { at: "+4m", by: "lan", do: "acknowledge", with: { channel: "phone" } },
      assigns("+2m", "lan", "lan"),
      {
        at: "-2 14:45",
        by: "lan",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "p-ktvt",
              via: "phone",
              question: "LOS đỏ từ 12:30, nhờ cử người kiểm tra dây quang vào căn B-1205.",
            },
          ],
        },
      },
      confirms("+20m", "dung"),
      answers("-1 10:30", "dung", {
        cause: "Dây quang trong hộp kỹ thuật tầng 12 bị gập khi đội thi công nội thất căn kế bên kéo dây điện.",
        measure: "Đã hàn lại, suy hao còn −19 dBm. Làm việc với ban quản lý để khoá hộp kỹ thuật.",
      }),
      {
        at: "-1 10:50",
        by: "lan",
        do: "note",
        with: { text: "Gọi khách 10:45 chưa bắt máy, hẹn gọi lại. Phải trả lời xong trong hôm nay." },
      },
    ],
  },
  ...cutCable(),
];

/** A cut cable: three customers, one incident, one of them vulnerable. */
function cutCable(): Story[] {
  const reason = "Cùng sự cố đứt cáp quang tuyến đường ĐX-033";
  return [
    {
      id: "cut-cable-1",
      ends: "coordination",
      steps: [
        {
          at: "9h ago",
          by: "lan",
          do: "register",
          with: ({ day }) => ({
            channel: "phone",
            kind: "incident",
            service: "internet",
            eventOn: day(0),
            customer: {
              name: "Tiệm thuốc Minh Châu",
              phone: "0274 3822 117",
              contract: "VNTT-2020-0802",
              consumer: false,
            },
            content:
              "Cả dãy phố mất mạng từ sáng sớm. Tiệm thuốc của tôi phải liên thông đơn thuốc quốc gia, mất mạng là không bán được thuốc kê đơn, khách vô phải lắc đầu hết.",
          }),
          filled: { "installation-address": "218 đường ĐX-033, Thủ Dầu Một" },
        },
        { at: "+3m", by: "lan", do: "acknowledge", with: { channel: "phone" } },
        assigns("+2m", "hoa", "lan"),
        {
          at: "+5m",
          by: "hoa",
          do: "mark",
          with: { mark: "severe", reason: "Đứt cáp, nhiều khách hàng cùng mất dịch vụ" },
        },
        {
          at: "+5m",
          by: "lan",
          do: "request-coordination",
          with: {
            requests: [
              {
                unit: "p-ktvt",
                via: "phone",
                question:
                  "Mất tín hiệu cả tuyến ĐX-033, nghi đứt cáp do thi công cống. Cần vị trí đứt và giờ hàn xong.",
              },
            ],
          },
        },
        confirms("+10m", "dung"),
        {
          at: "+20m",
          by: "lan",
          do: "reply",
          with: ({ day }) => ({
            final: false,
            channel: "phone",
            content:
              "Dạ tuyến cáp ĐX-033 bị máy xúc làm đứt lúc rạng sáng. Đội kỹ thuật đang hàn, dự kiến trong ngày có mạng trở lại. Em sẽ báo ngay khi thông tuyến.",
            promises: [{ text: "Hàn xong tuyến cáp ĐX-033 và báo lại khách hàng", dueOn: day(1) }],
          }),
        },
      ],
    },
    {
      id: "cut-cable-2",
      ends: "coordination",
      steps: [
        {
          at: "8h ago",
          by: "minh",
          do: "register",
          with: ({ day }) => ({
            channel: "web-form",
            kind: "incident",
            service: "internet",
            eventOn: day(0),
            vulnerable: true,
            customer: {
              name: "Bà Trần Thị Bảy",
              phone: "0384 610 275",
              contract: "VNTT-2018-0341",
              address: "236 đường ĐX-033, Thủ Dầu Một",
            },
            content:
              "Mẹ tôi 82 tuổi ở một mình, máy đo tim của bà gửi số liệu về bệnh viện qua mạng nhà. Mất mạng từ sáng, bệnh viện gọi cho tôi hỏi sao không thấy dữ liệu. Tôi ở xa, lo lắm. Mong công ty ưu tiên.",
            remedySought: "Có mạng trong hôm nay, hoặc cho mượn tạm thiết bị 4G.",
          }),
          filled: { "installation-address": "236 đường ĐX-033, Thủ Dầu Một" },
        },
        { at: "+2m", by: "system", do: "acknowledge", with: { channel: "email", written: true, automatic: true } },
        assigns("+6m", "hoa", "minh"),
        joins("+4m", "minh", "cut-cable-1", reason),
        {
          at: "+6m",
          by: "minh",
          do: "request-coordination",
          with: {
            requests: [
              {
                unit: "p-ktvt",
                via: "phone",
                question:
                  "Nhà bà Bảy có thiết bị theo dõi sức khoẻ, nhờ mang bộ phát 4G cho mượn trong lúc chờ hàn cáp.",
              },
            ],
          },
        },
        confirms("+15m", "binh"),
      ],
    },
    {
      id: "cut-cable-3",
      ends: "at-once",
      steps: [
        {
          at: "5h ago",
          by: "lan",
          do: "register",
          with: ({ day }) => ({
            channel: "phone",
            kind: "incident",
            service: "internet",
            eventOn: day(0),
            customer: {
              name: "Quán net Hoàng Gia",
              phone: "0977 340 908",
              contract: "VNTT-2022-0650",
              consumer: false,
            },
            content:
              "Ba mươi máy nằm không từ sáng tới giờ. Khách chửi, tui trả tiền điện tiền nhà ai bù? Báo giờ nào có mạng cho tui biết một tiếng coi!",
            remedySought: "Giảm cước ngày mất mạng.",
          }),
        },
        assigns("+5m", "lan", "lan"),
        joins("+3m", "lan", "cut-cable-1", reason),
      ],
    },
  ];
}
