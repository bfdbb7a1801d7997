import { assigns, issues } from "../../steps.ts";
import type { Story } from "../../story.ts";

/** Two customers with the same late complaint: one is refused, the other helped in goodwill. */
export const lateStories: readonly Story[] = [
  {
    id: "film-package-refused",
    ends: "refused",
    steps: [
      {
        at: "-7 09:20",
        by: "my",
        do: "register",
        with: ({ monthsAgo }) => ({
          channel: "email",
          kind: "fee",
          service: "satellite-tv",
          eventOn: monthsAgo(5),
          customer: {
            name: "Lý Văn Hoan",
            phone: "0981 445 207",
            email: "hoan.lv@vidu.vn",
            address: "Long Biên, Hà Nội",
          },
          content:
            "Hôm nay tra sao kê mới thấy năm tháng trước bị trừ 99.000 gói phim mà tôi chưa từng đăng ký. Số tiền nhỏ nhưng tự tiện như vậy là không được.",
          remedySought: "Hoàn 99.000 đồng.",
        }),
        filled: ({ monthsAgo }) => ({
          "card-number": "1188 2034 9981",
          "receiver-number": "SD-330-5512009",
          "first-billed-on": monthsAgo(5),
          "disputed-amount": 99_000,
        }),
      },
      { at: "+3m", by: "system", do: "acknowledge", with: { channel: "email", automatic: true } },
      issues("+20m", "my", "receipt"),
      assigns("+5m", "my", "my"),
      { at: "+20m", by: "my", do: "escalate", with: { reason: "Khiếu nại phí quá 01 tháng, cấp 2 quyết định" } },
      {
        at: "-4 10:00",
        by: "hanh",
        do: "refuse",
        with: {
          reason: "time-barred",
          basis: "Quy định K+: khiếu nại về phí trong 01 tháng",
          channel: "email",
          message:
            "Kính gửi anh Hoan, khoản phí phát sinh năm tháng trước đã quá thời hạn khiếu nại 01 tháng nên K+ không hoàn lại được. Chúng tôi đã khoá đăng ký gói phim trên thẻ của anh để việc này không xảy ra nữa.",
        },
      },
      issues("+30m", "uyen", "refusal-notice"),
    ],
  },
  {
    id: "film-package-goodwill",
    ends: "closed",
    steps: [
      {
        at: "-10 14:00",
        by: "my",
        do: "register",
        with: ({ monthsAgo }) => ({
          channel: "email",
          kind: "fee",
          service: "satellite-tv",
          eventOn: monthsAgo(5),
          customer: { name: "Kim Thị Sương", phone: "0364 229 518", email: "suong.kt@vidu.vn", address: "Trà Vinh" },
          content:
            "Tôi nằm viện mấy tháng, về mới coi lại tiền thì thấy bị trừ gói phim 99.000 từ năm tháng trước. Ở nhà chỉ có bà ngoại coi cải lương, ai mà đăng ký phim.",
          remedySought: "Nhờ xem lại giúp.",
        }),
        filled: ({ monthsAgo }) => ({
          "card-number": "1188 7710 4420",
          "receiver-number": "SD-330-5512644",
          "first-billed-on": monthsAgo(5),
          "disputed-amount": 99_000,
        }),
      },
      { at: "+3m", by: "system", do: "acknowledge", with: { channel: "email", automatic: true } },
      issues("+20m", "my", "receipt"),
      assigns("+5m", "my", "my"),
      {
        at: "+20m",
        by: "my",
        do: "escalate",
        with: { reason: "Quá 01 tháng nhưng có lý do chính đáng, xin cấp 2 xem xét" },
      },
      {
        at: "-8 09:00",
        by: "tien",
        do: "accept",
        with: {
          channel: "email",
          message: "Kính gửi chị Sương, tuy đã quá thời hạn, K+ vẫn nhận xem xét vì hoàn cảnh của chị.",
        },
      },
      issues("+20m", "uyen", "acceptance-notice"),
      {
        at: "-7 10:00",
        by: "my",
        do: "agree-remedy",
        with: ({ day }) => ({ type: "refund", amount: 99_000, reason: "Thiện chí, khách nằm viện", dueOn: day(-4) }),
      },
      {
        at: "-7 14:00",
        by: "hanh",
        do: "approve-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), approved: true, comment: "Thiện chí, không thành lệ." }),
      },
      {
        at: "-6 09:00",
        by: "my",
        do: "reply",
        with: {
          final: true,
          channel: "email",
          content:
            "Kính gửi chị Sương, gói phim được bấm nhầm trên điều khiển. Khoản này đã quá thời hạn khiếu nại nhưng K+ hoàn lại 99.000 đồng theo thiện chí và khoá nút mua nhanh trên đầu thu của bà. Chúc chị mau khoẻ.",
        },
      },
      issues("+20m", "uyen", "reply-letter"),
      {
        at: "-5 09:00",
        by: "cam",
        do: "complete-remedy",
        with: ({ remedy }) => ({ remedyId: remedy(), reference: "HT-21007" }),
      },
      { at: "-4 10:00", by: "my", do: "close", with: { outcome: "goodwill" } },
    ],
  },
];
