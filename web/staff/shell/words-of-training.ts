import type { Words } from "../../words/language.ts";

export const wordsOfTraining = {
  training: { vi: "Tập huấn", en: "Training" },
  begin: { vi: "Bật Tập huấn", en: "Turn training on" },
  end: { vi: "Tắt Tập huấn", en: "Turn training off" },
  says: {
    vi: "Chỉ thấy khiếu nại tập huấn (TH-…). Không tính vào số liệu nào, không gửi gì cho khách hàng.",
    en: "You see complaints for practice only (TH-…). They count nowhere, and nothing is sent to customers.",
  },
  noValue: { vi: "TẬP HUẤN — không có giá trị", en: "TẬP HUẤN — không có giá trị (training, without value)" },
  remove: { vi: "Xóa buổi tập", en: "Clear the training" },
  removeAsked: {
    vi: "Mọi khiếu nại tập huấn của đơn vị, của tất cả mọi người, sẽ không còn hiển thị. Nhật ký vẫn giữ. Không lấy lại được.",
    en: "All complaints for practice, of everybody here, will be shown no more. The log keeps them. This cannot be undone.",
  },
  removed: { vi: (count: number) => `Đã xóa ${count} khiếu nại tập huấn`, en: (count: number) => `${count} cleared` },
} as const satisfies Words;
