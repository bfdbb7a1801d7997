import type { Words } from "../../words/language.ts";

export const wordsOfPublished = {
  lead: {
    vi: (provider: string) => `Cách ${provider} tiếp nhận và giải quyết khiếu nại của quý khách.`,
    en: (provider: string) => `How ${provider} takes in and settles your complaint.`,
  },
  inForce: {
    vi: (from: string) => `Có hiệu lực từ ngày ${from}.`,
    en: (from: string) => `In force since ${from}.`,
  },
  published: {
    vi: (on: string) => `Đăng ngày ${on}; văn bản không ghi ngày hiệu lực.`,
    en: (on: string) => `Published on ${on}; the text names no day from which it is in force.`,
  },
  undated: {
    vi: "Văn bản không ghi ngày ban hành và ngày hiệu lực.",
    en: "The text names no day of its publishing or from which it is in force.",
  },
  number: { vi: (number: string) => `Số hiệu ${number}.`, en: (number: string) => `Number ${number}.` },
  complain: { vi: "Gửi khiếu nại ngay", en: "Complain now" },
  track: { vi: "Xem khiếu nại đã gửi", en: "Follow a complaint that you sent" },
  print: { vi: "In trang này", en: "Print this page" },
  vietnamese: {
    vi: "",
    en: "Names are translated for reading; the provider's Vietnamese text is the one that holds.",
  },
  channels: { vi: "Quý khách gửi khiếu nại ở đâu", en: "Where to complain" },
  closed: {
    vi: (reason: string) => `Đang tạm đóng: ${reason}. Quý khách dùng kênh khác.`,
    en: (reason: string) => `Closed for now: ${reason}. Please use another one.`,
  },
  who: { vi: "Ai được khiếu nại", en: "Who may complain" },
  withDocuments: { vi: (list: string) => `cần kèm ${list}`, en: (list: string) => `with ${list}` },
  whenToComplain: { vi: "Trong bao lâu kể từ khi sự việc xảy ra", en: "How long you have to complain" },
  timeBar: {
    vi: (about: string, term: string, from: string) => `${about}: trong ${term} kể từ ${from}`,
    en: (about: string, term: string, from: string) => `${about}: within ${term} of: ${from}`,
  },
  byLaw: { vi: "theo luật", en: "by law" },
  byProvider: { vi: "theo quy trình", en: "by the procedure" },
  laterHolds: {
    vi: "Quy trình và luật khác nhau thì tính theo ngày đến sau. Khiếu nại gửi muộn vẫn được ghi nhận.",
    en: "Where procedure and law differ, the later day holds. Complaints that come late are still taken in.",
  },
  steps: { vi: "Các bước và thời gian của từng bước", en: "The steps, and the time of each" },
  doneBy: { vi: "Thực hiện", en: "Done by" },
  together: { vi: "Phối hợp", en: "Together with" },
  papersYouGet: { vi: "Giấy tờ quý khách nhận được", en: "Papers that you get" },
  bothSign: { vi: "quý khách cùng ký", en: "signed by you too" },
  stepTime: { vi: "Thời gian", en: "Time" },
  promises: { vi: "Chúng tôi hẹn với quý khách những gì", en: "What we promise you" },
  workingDays: {
    vi: "Ngày làm việc không kể ngày nghỉ hằng tuần và ngày lễ.",
    en: "Working days leave out days of rest and holidays.",
  },
  promisesHint: {
    vi: "Cùng một việc có hai thời hạn thì hạn đến trước được giữ.",
    en: "Where two terms run for one thing, the earlier one is kept.",
  },
  from: { vi: (event: string) => `kể từ khi ${event}`, en: (event: string) => `from when ${event}` },
  ifThen: {
    vi: (term: string, when: string) => `${term} nếu ${when}`,
    en: (term: string, when: string) => `${term} if ${when}`,
  },
  documents: { vi: "Cần chuẩn bị gì", en: "What to have at hand" },
  documentsHint: {
    vi: "Thiếu thông tin hay giấy tờ, khiếu nại vẫn được tiếp nhận; chúng tôi sẽ hỏi thêm.",
    en: "Without some of it we still take your complaint, and ask you later.",
  },
  needed: { vi: "Thông tin", en: "Tell us" },
  papers: { vi: "Giấy tờ", en: "Documents" },
  priority: { vi: "Trường hợp được ưu tiên", en: "Who comes first" },
  priorityText: {
    vi: "Người cao tuổi, người khuyết tật, trẻ em, phụ nữ đang mang thai hoặc nuôi con nhỏ, người bệnh hiểm nghèo, hộ nghèo và người dễ bị tổn thương khác được giải quyết trước. Khiếu nại của họ không bị chuyển cho bên thứ ba; nếu từ chối, chúng tôi nêu căn cứ pháp luật (Luật 19/2023/QH15, Điều 8).",
    en: "Elderly and disabled people, children, pregnant women and mothers of small children, the seriously ill, poor households and others who are vulnerable come first. Their complaints are not passed to third parties, and a refusal names its legal basis (Law 19/2023/QH15, Article 8).",
  },
  outside: { vi: "Khi quý khách không đồng ý với cách giải quyết", en: "If you do not agree with us" },
  negotiate: {
    vi: (term: string) => `Yêu cầu thương lượng: chúng tôi bắt đầu, hoặc từ chối và nêu lý do, trong ${term}.`,
    en: (term: string) => `Ask to negotiate: we begin, or refuse with our reasons, within ${term}.`,
  },
  outsideText: {
    vi: "Gửi đơn đến cơ quan quản lý nhà nước về bảo vệ quyền lợi người tiêu dùng hoặc tổ chức bảo vệ người tiêu dùng; yêu cầu hòa giải; đưa ra trọng tài; hoặc khởi kiện ra Tòa án. Khiếu nại với chúng tôi không làm mất các quyền này.",
    en: "Turn to the state authority for the protection of consumers or to a consumers' association, ask for mediation, go to arbitration, or go to court. Complaining to us takes none of these rights away.",
  },
  rate: { vi: "Ý kiến của quý khách về trang này", en: "What you think of this page" },
  yes: { vi: "Có", en: "Yes" },
  no: { vi: "Không", en: "No" },
  stars: { vi: (score: number) => `${score} trên 5`, en: (score: number) => `${score} of 5` },
  worst: { vi: "1 là rất kém, 5 là rất tốt", en: "1 is very poor, 5 is very good" },
  thanks: {
    vi: "Đã ghi nhận. Quý khách có thể đổi ý kiến bất cứ lúc nào.",
    en: "Noted. You may change it at any time.",
  },
} as const satisfies Words;
