import { answers, assigns, confirms, findsFit, issues } from "../../steps.ts";
import type { DemoOrganisation, Story } from "../../story.ts";
import { vnptHueDesk } from "./desk.ts";

const stories: readonly Story[] = [
  {
    id: "unknown-calls",
    ends: "verifying",
    steps: [
      {
        at: "-6 09:00",
        by: "suong",
        do: "register",
        with: ({ day }) => ({
          channel: "counter",
          kind: "charges",
          service: "fixed-telephone",
          eventOn: day(-8),
          customer: {
            name: "Công Tằng Tôn Nữ Diệu Liên",
            phone: "0234 3822 640",
            address: "Kiệt 42 Nguyễn Công Trứ, Huế",
            customerClass: "ordinary",
          },
          content:
            "Mạ tôi ở một mình, điện thoại bàn chỉ gọi cho con cháu, răng tháng ni cước tới 640 ngàn, toàn cuộc gọi ban đêm? Nhờ mấy o kiểm tra giùm.",
          remedySought: "Tra bảng kê và giảm phần không gọi.",
        }),
        filled: ({ day }) => ({
          "bill-number": "HUE-1126-04417",
          "disputed-amount": 512_000,
          "first-billed-on": day(-8),
        }),
      },
      issues("+10m", "suong", "receipt"),
      assigns("-6 10:00", "nhi", "suong"),
      {
        at: "+20m",
        by: "suong",
        do: "request-coordination",
        with: {
          requests: [
            {
              unit: "billing",
              via: "system",
              question: "Bảng kê chi tiết 22:00–05:00 và lịch sử kênh của số 3822640.",
            },
            { unit: "technical-units", via: "phone", question: "Kiểm tra hộp cáp đầu kiệt có bị câu móc không." },
          ],
        },
      },
      confirms("-6 14:00", "diem", "billing"),
      answers("-4 10:00", "diem", {
        unit: "billing",
        cause: "37 cuộc gọi đêm tới đầu số giải trí.",
        measure: "Đề nghị kiểm tra đấu nối ngoài trời.",
      }),
      findsFit("+30m", "suong", "billing"),
      confirms("-4 11:00", "tho", "technical-units"),
    ],
  },
  {
    id: "special-customer",
    ends: "awaiting-approval",
    steps: [
      {
        at: "-5 15:00",
        by: "nhi",
        do: "register",
        with: ({ day }) => ({
          channel: "email",
          kind: "service",
          service: "broadband",
          eventOn: day(-7),
          customer: {
            name: "Bệnh viện Mắt Cố Đô",
            phone: "0234 3901 115",
            email: "hanhchinh@bvmatcodo.vidu.vn",
            customerClass: "special",
            consumer: false,
          },
          content:
            "Nhân viên đến thi công tự ý ngắt mạng phòng mổ giữa giờ, không báo trước. Ca mổ phải chờ 15 phút. Đây là chuyện sinh mạng con người.",
          remedySought: "Kỷ luật, cam kết bằng văn bản.",
        }),
      },
      issues("+20m", "suong", "receipt"),
      assigns("+15m", "nhi", "nhi"),
      {
        at: "-4 09:00",
        by: "nhi",
        do: "record-finding",
        with: { cause: "Phiếu thi công không ghi khu vực cấm ngắt.", rootCause: "provider" },
        filled: { "verification-conclusion": "Khiếu nại đúng: ngắt mạng không xin phép khoa." },
      },
      {
        at: "-2 09:00",
        by: "nhi",
        do: "propose-resolution",
        with: { content: "Thư xin lỗi của lãnh đạo, danh mục khu vực cấm ngắt, đình chỉ tổ trưởng thi công." },
      },
      { at: "-2 10:00", by: "nhi", do: "submit-resolution", with: {} },
      issues("+10m", "suong", "proposal"),
    ],
  },
  {
    id: "just-in",
    ends: "received",
    steps: [
      {
        at: "50m ago",
        by: "suong",
        do: "register",
        with: ({ day }) => ({
          channel: "phone",
          kind: "quality",
          service: "television",
          eventOn: day(-1),
          customer: { name: "Hoàng Trọng Phu", phone: "0905 220 741" },
          content: "Truyền hình sọc ngang, mất tiếng từ tối qua. Nhà có giỗ, bà con tới đông mà tivi rứa thì buồn quá.",
        }),
      },
    ],
  },
];

export const vnptHue: DemoOrganisation = {
  organisation: "vnpt-hue",
  procedure: "khieu-nai",
  people: [
    { id: "suong", name: "Hồ Thị Sương", roles: [{ role: "clerk", unit: "tt-dvkh" }] },
    { id: "nhi", name: "Tôn Nữ Ái Nhi", roles: [{ role: "shift-lead", unit: "tt-dvkh" }] },
    { id: "tho", name: "Trần Đình Thọ", roles: [{ role: "unit-member", unit: "technical-units" }] },
    { id: "diem", name: "Phan Thị Diễm", roles: [{ role: "unit-member", unit: "billing" }] },
    { id: "chau", name: "Nguyễn Phước Châu", roles: [{ role: "approver", unit: "leadership" }] },
    { id: "lien", name: "Lê Thị Liên", roles: [{ role: "records-clerk", unit: "tt-dvkh" }] },
    { id: "thi", name: "Đặng Quốc Thi", roles: [{ role: "administrator", unit: "tt-dvkh" }] },
  ],
  stories,
  desk: vnptHueDesk,
};
