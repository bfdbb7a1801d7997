import type { Words } from "../../words/language.ts";

export const wordsOfStaff = {
  import: { vi: "Nhập danh sách từ tệp", en: "Import a list" },
  hint: {
    vi: "Tệp CSV, dòng đầu là tên cột: ho_ten, ten_dang_nhap, email, bo_phan, vai_tro. Mỗi người một dòng; nhiều vai trò cách nhau bằng dấu phẩy, vai trò ở bộ phận khác viết thêm @bộ phận. Ô trống thì giữ nguyên; nhập lại cùng tệp không đổi gì.",
    en: "A CSV file whose first line names the columns: ho_ten, ten_dang_nhap, email, bo_phan, vai_tro. One person a line; several roles with commas between them, one in another unit as role@unit. An empty cell changes nothing, and the same file again changes nothing.",
  },
  choose: { vi: "Chọn tệp CSV", en: "Choose a CSV file" },
  sample: { vi: "Tải tệp mẫu", en: "Download a sample" },
  noColumns: {
    vi: "Dòng đầu phải có cột ho_ten và ten_dang_nhap. Kiểm tra tên cột và dấu phẩy.",
    en: "The first line must have the columns ho_ten and ten_dang_nhap. Check the names and the commas.",
  },
  nothing: { vi: "Tệp không có dòng nào.", en: "The file has no lines." },
  looking: { vi: "Đang xem trước…", en: "Looking at it …" },
  withPasswords: {
    vi: "Tạo mật khẩu dùng một lần cho người mới",
    en: "Make a one-time password for each new person",
  },
  withPasswordsHint: {
    vi: "Hiện một lần sau khi nhập. Lần đăng nhập đầu, mỗi người tự chọn mật khẩu của mình.",
    en: "Shown once after the import. At their first sign-in people choose their own.",
  },
  start: {
    vi: (added: number, changed: number) => `Nhập: thêm ${added}, sửa ${changed}`,
    en: (added: number, changed: number) => `Import: ${added} new, ${changed} changed`,
  },
  counts: {
    vi: (added: number, changed: number, unchanged: number, refused: number) =>
      `Sẽ thêm ${added}, sửa ${changed}, giữ nguyên ${unchanged}; từ chối ${refused} dòng.`,
    en: (added: number, changed: number, unchanged: number, refused: number) =>
      `To be added: ${added}; changed: ${changed}; unchanged: ${unchanged}; lines refused: ${refused}.`,
  },
  done: {
    vi: (added: number, changed: number, unchanged: number, refused: number) =>
      `Đã thêm ${added}, sửa ${changed}, giữ nguyên ${unchanged}; từ chối ${refused} dòng.`,
    en: (added: number, changed: number, unchanged: number, refused: number) =>
      `Added: ${added}; changed: ${changed}; unchanged: ${unchanged}; lines refused: ${refused}.`,
  },
  line: { vi: (line: number) => `Dòng ${line}`, en: (line: number) => `Line ${line}` },
  added: { vi: "Thêm", en: "New" },
  changed: { vi: "Sửa", en: "Change" },
  unchanged: { vi: "Giữ nguyên", en: "Unchanged" },
  refused: { vi: "Từ chối", en: "Refused" },
  gets: { vi: (roles: string) => `Giao vai trò: ${roles}`, en: (roles: string) => `Roles given: ${roles}` },
  becomes: {
    vi: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
    en: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
  },
  column: { vi: (name: string) => `Cột ${name}`, en: (name: string) => `Column ${name}` },
  nameChanged: { vi: "Họ tên", en: "Name" },
  emailChanged: { vi: "Thư điện tử", en: "E-mail" },
  none: { vi: "chưa có", en: "none" },
  passwords: {
    vi: "Mật khẩu dùng một lần. Chỉ hiện lúc này: chép hoặc tải về rồi trao tận tay từng người.",
    en: "One-time passwords. They are shown only now: copy or download them and hand each to its person.",
  },
  copy: { vi: "Chép", en: "Copy" },
  copied: { vi: "Đã chép", en: "Copied" },
  download: { vi: "Tải về CSV", en: "Download as CSV" },
  close: { vi: "Đóng", en: "Close" },
} as const satisfies Words;

export const wordsOfPasswords = {
  title: { vi: "Mật khẩu", en: "Password" },
  hint: {
    vi: "Đặt mật khẩu dùng một lần khi người này quên mật khẩu. Mọi phiên và mã truy cập của họ kết thúc; họ được báo ai đã đặt.",
    en: "Make a one-time password when they forgot theirs. Their sessions and tokens end, and they are told who did it.",
  },
  make: { vi: "Đặt mật khẩu dùng một lần", en: "Make a one-time password" },
  sure: { vi: "Đặt lại, kết thúc các phiên của người này", en: "Make it, and end their sessions" },
  shown: {
    vi: (days: number) => `Chỉ hiện lúc này. Dùng được trong ${days} ngày, cho một lần đăng nhập và đổi mật khẩu.`,
    en: (days: number) => `Shown only now. Good for ${days} days, to sign in once and choose their own.`,
  },
  own: { vi: "Đổi mật khẩu của mình ở trang Mật khẩu.", en: "Change your own on the page Password." },
} as const satisfies Words;
