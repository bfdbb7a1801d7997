import { assigns, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** At the hotline and in the stores. */
export const levelOneStories: readonly Story[] = [
  {
    id: "big-match-tonight",
    ends: "closed",
    steps: [
      {
        at: "-2 17:20",
        by: "thuy",
        do: "register",
        with: ({ day }) => ({
          channel: "hotline",
          kind: "decoder",
          service: "satellite-tv",
          eventOn: day(-2),
          customer: {
            name: "Trương Công Vinh",
            phone: "0905 114 730",
            email: "vinh.tc@vidu.vn",
            address: "K82 Núi Thành, Đà Nẵng",
          },
          content:
            "Anh đóng tiền từ trưa mà thẻ chưa mở kênh. Tối nay chung kết, cả xóm qua nhà anh coi, em mà không mở kịp là anh không dám nhìn mặt ai.",
        }),
        filled: { "card-number": "1029 3847 5610", "receiver-number": "SD-330-8827410" },
      },
      assigns("+1m", "thuy", "thuy"),
      {
        at: "+14m",
        by: "thuy",
        do: "answer-at-first-line",
        with: {
          accepted: true,
          content:
            "Dạ tiền đã vào nhưng lệnh mở thẻ bị treo. Em gửi lại lệnh rồi, anh để kênh 1 khoảng năm phút. Anh thấy hình chưa ạ?",
        },
      },
      issues("+6m", "thuy", "receipt"),
      issues("+6m", "thuy", "reply-letter"),
      {
        at: "+6m",
        by: "thuy",
        do: "close",
        with: { outcome: "solved", summary: "Gửi lại lệnh mở thẻ, khách xác nhận có hình trước giờ bóng lăn." },
      },
    ],
  },
  {
    id: "must-escalate",
    ends: "level-1-unsolved",
    steps: [
      {
        at: "3h ago",
        by: "quynh",
        do: "register",
        with: ({ day }) => ({
          channel: "store",
          kind: "service",
          service: "satellite-tv",
          eventOn: day(-4),
          customer: {
            name: "Nguyễn Thị Bưởi",
            phone: "0366 902 145",
            email: "buoi.nt@vidu.vn",
            address: "Thanh Khê, Đà Nẵng",
          },
          content:
            "Thợ lắp chảo khoan thủng ống nước nhà tôi rồi dán băng keo bỏ đi. Nước rỉ xuống trần phòng khách, mốc một mảng. Ai đền cho tôi?",
          remedySought: "Sửa lại ống và trần.",
        }),
        filled: { "card-number": "5510 2277 1904", "receiver-number": "SD-330-1120054" },
      },
      issues("+10m", "quynh", "receipt"),
      assigns("+2m", "quynh", "quynh"),
      {
        at: "+30m",
        by: "quynh",
        do: "answer-at-first-line",
        with: {
          accepted: false,
          content: "Dạ cửa hàng xin lỗi cô và nhờ thợ qua xem, còn sửa trần thì cửa hàng không tự quyết được.",
        },
      },
    ],
  },
  {
    id: "at-level-one",
    ends: "level-1",
    steps: [
      {
        at: "-1 10:00",
        by: "thuy",
        do: "register",
        with: ({ day }) => ({
          channel: "web-form",
          kind: "decoder",
          service: "online-tv",
          eventOn: day(-2),
          customer: {
            name: "Phạm Tuấn Kiệt",
            phone: "0932 407 586",
            email: "kiet.pt@vidu.vn",
            address: "Quận 7, TP. HCM",
          },
          content:
            "Xem trên tivi cứ đứng hình ở phút 60, tua lại thì báo lỗi 403. Trận nào cũng vậy, coi bóng đá mà như coi ảnh.",
        }),
        filled: { "card-number": "OTT-88120", "receiver-number": "—" },
      },
      { at: "+2m", by: "system", do: "acknowledge", with: { channel: "email", written: true, automatic: true } },
      issues("+20m", "thuy", "receipt"),
      assigns("+5m", "dao", "thuy"),
    ],
  },
  {
    id: "just-in",
    ends: "intake",
    steps: [
      {
        at: "8m ago",
        by: "quynh",
        do: "register",
        with: {
          channel: "store",
          customer: { name: "Lê Thị Sáu", phone: "0372 114 096" },
          content: "Cái điều khiển bấm không ăn, đổi pin rồi cũng vậy. Má tui ở nhà một mình chỉ có cái tivi làm bạn.",
        },
      },
    ],
  },
];
