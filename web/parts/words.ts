import type { Words } from "../words/language.ts";

export const wordsOfParts = {
  narrow: { vi: "Lọc", en: "Narrow" },
  optional: { vi: "không bắt buộc", en: "optional" },
  close: { vi: "Đóng", en: "Close" },
  dayShape: { vi: "ngày/tháng/năm", en: "day/month/year" },
  noDay: { vi: "Chưa đọc được ngày. Gõ như 24/11/2026.", en: "This is no day. Type it as 24/11/2026." },
  atShape: { vi: "giờ:phút ngày/tháng/năm", en: "hour:minute day/month/year" },
  noAt: {
    vi: "Chưa đọc được giờ và ngày. Gõ như 09:30 24/11/2026.",
    en: "This is no time and day. Type it as 09:30 24/11/2026.",
  },
  chooseFile: { vi: "Chọn tệp", en: "Choose files" },
  orDrop: { vi: "hoặc kéo vào đây", en: "or drop them here" },
  loading: { vi: "Đang tải…", en: "Loading…" },
  tryAgain: { vi: "Thử lại", en: "Try again" },
  noConnection: { vi: "Không kết nối được máy chủ", en: "The server cannot be reached" },
  noConnectionHint: {
    vi: "Kiểm tra mạng rồi thử lại. Những gì bạn đã nhập vẫn còn.",
    en: "Check the network and try again. What you typed is still here.",
  },
  somethingWrong: { vi: "Không mở được", en: "This cannot be shown" },
  requestId: { vi: "Mã yêu cầu", en: "Request id" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  cancel: { vi: "Hủy", en: "Cancel" },
  paused: { vi: "Tạm dừng", en: "Paused" },
  met: { vi: "Đúng hạn", en: "Kept" },
  late: { vi: "Trễ hạn", en: "Late" },
  void: { vi: "Không còn", en: "Void" },
  noTerm: { vi: "Không có hạn", en: "No term" },
} as const satisfies Words;
