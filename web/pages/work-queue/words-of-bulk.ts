import type { Words } from "../../words/language.ts";

export const wordsOfBulk = {
  assign: { vi: "Giao việc", en: "Assign" },
  assignTo: {
    vi: (count: string) => `Giao ${count} khiếu nại cho`,
    en: (count: string) => `Put in charge of ${count}`,
  },
  toMe: { vi: "Tôi", en: "Me" },
  toNobody: { vi: "Không giao cho ai (để ở bộ phận)", en: "Nobody (left to the unit)" },
  assigned: {
    vi: (count: string, name: string) => `Đã giao ${count} khiếu nại cho ${name}`,
    en: (count: string, name: string) => `${count} given to ${name}`,
  },
  unassigned: {
    vi: (count: string) => `Đã để ${count} khiếu nại về bộ phận`,
    en: (count: string) => `${count} left to the unit`,
  },
  nothingToDo: { vi: "Không có gì để đổi", en: "There is nothing to change" },
  link: { vi: "Gắn vào sự cố", en: "Link to an incident" },
  linkTo: {
    vi: (count: string) => `Gắn ${count} khiếu nại vào sự cố`,
    en: (count: string) => `Link ${count} to an incident`,
  },
  linked: {
    vi: (count: string, title: string) => `Đã gắn ${count} khiếu nại vào “${title}”`,
    en: (count: string, title: string) => `${count} linked to “${title}”`,
  },
  running: { vi: "Sự cố đang diễn ra", en: "Running incidents" },
  noIncident: { vi: "Chưa có sự cố nào đang diễn ra.", en: "No incident is running." },
  newIncident: { vi: "Mở sự cố mới", en: "Open a new incident" },
  incidentTitle: { vi: "Tên sự cố", en: "What happened" },
  service: { vi: "Dịch vụ", en: "Service" },
  startedAt: { vi: "Bắt đầu lúc", en: "Began at" },
  openAndLink: { vi: "Mở và gắn", en: "Open and link" },
  complaintsIn: { vi: (count: string) => `${count} khiếu nại`, en: (count: string) => `${count} complaints` },
  done: {
    vi: (done: string, of: string) => `Đã xong ${done} trong ${of}`,
    en: (done: string, of: string) => `${done} of ${of} done`,
  },
  stop: { vi: "Dừng", en: "Stop" },
  stopping: { vi: "Đang dừng…", en: "Stopping…" },
  goOn: {
    vi: (left: string) => `Làm tiếp ${left} còn lại`,
    en: (left: string) => `Go on with the ${left} left`,
  },
  notDone: {
    vi: (count: string) => `${count} khiếu nại không làm được`,
    en: (count: string) => `${count} could not be done`,
  },
  every: { vi: "tất cả", en: "all" },
  reasonOfUndo: { vi: "Hoàn tác gắn vào sự cố", en: "The link to the incident was undone" },
  unlink: { vi: "Gỡ khỏi sự cố", en: "Take out of the incident" },
  unlinkThese: {
    vi: (count: string, title: string) => `Gỡ ${count} khiếu nại khỏi “${title}”`,
    en: (count: string, title: string) => `Take ${count} out of “${title}”`,
  },
  unlinkHint: {
    vi: "Hồ sơ giữ cả lần gắn và lần gỡ, với lý do.",
    en: "Each file keeps both, with the reason.",
  },
  reason: { vi: "Lý do", en: "Reason" },
  unlinked: {
    vi: (count: string, title: string) => `Đã gỡ ${count} khiếu nại khỏi “${title}”`,
    en: (count: string, title: string) => `${count} taken out of “${title}”`,
  },
  seeIncident: { vi: "Xem khiếu nại của sự cố", en: "See its complaints" },
  undoing: {
    vi: (count: string) => `Đang trả lại ${count} khiếu nại…`,
    en: (count: string) => `Giving ${count} back…`,
  },
  undoneSome: {
    vi: (done: string, of: string) => `Đã trả lại ${done} trong ${of}; số còn lại đã có người thay đổi`,
    en: (done: string, of: string) => `${done} of ${of} are as before; somebody changed the others meanwhile`,
  },
  undone: { vi: "Đã trả lại như trước", en: "As it was before" },
  exportList: { vi: "Xuất CSV", en: "Export CSV" },
  exporting: { vi: "Xuất danh sách", en: "Export the list" },
  exportHint: {
    vi: "Tất cả khiếu nại của danh sách đang xem, mở được bằng Excel. Tệp có dữ liệu cá nhân của khách hàng.",
    en: "All complaints of this list, for Excel. The file holds personal data of customers.",
  },
  exportHintChosen: {
    vi: "Mở được bằng Excel. Tệp có dữ liệu cá nhân của khách hàng.",
    en: "For Excel. The file holds personal data of customers.",
  },
  exportChosen: {
    vi: (count: string) => `Xuất ${count} dòng đã chọn`,
    en: (count: string) => `Export the ${count} chosen rows`,
  },
  exportWhole: { vi: "Xuất cả danh sách", en: "Export the whole list" },
  begin: { vi: "Tạo tệp", en: "Make the file" },
  rowsRead: { vi: (rows: string) => `Đã đọc ${rows} dòng`, en: (rows: string) => `${rows} rows read` },
  rowsReadOf: {
    vi: (rows: string, of: string) => `Đã đọc ${rows} trong ${of} dòng`,
    en: (rows: string, of: string) => `${rows} of ${of} rows read`,
  },
  exported: { vi: (rows: string) => `Đã xuất ${rows} dòng`, en: (rows: string) => `${rows} rows exported` },
} as const satisfies Words;
