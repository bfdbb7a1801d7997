import type { Words } from "../../words/language.ts";

export const wordsOfTrack = {
  title: { vi: "Tra cứu khiếu nại", en: "Follow a complaint" },
  code: { vi: "Mã tra cứu", en: "Your code" },
  codeHint: {
    vi: "Mã có trên phiếu tiếp nhận hoặc trong tin nhắn, ví dụ vntt-7K3M-9QXT-2B4R-HN8W. Số khiếu nại thôi thì chưa đủ.",
    en: "It stands on the receipt or in our message, such as vntt-7K3M-9QXT-2B4R-HN8W. The number alone is not enough.",
  },
  codeMissing: { vi: "Nhập mã tra cứu.", en: "Give your code." },
  codeShort: {
    vi: "Đây chưa phải mã tra cứu. Mã gồm tên nhà cung cấp và 16 chữ, số; số khiếu nại không mở được hồ sơ.",
    en: "This is no code yet: a code is the provider's name and 16 letters or digits. A complaint's number opens nothing.",
  },
  open: { vi: "Xem khiếu nại", en: "Open it" },
  notTheNumber: {
    vi: "Số khiếu nại như KN-2026-000018 thôi thì chưa đủ. Mã tra cứu dài hơn, có bốn nhóm bốn ký tự, ví dụ vntt-7K3M-9QXT-2B4R-HN8W.",
    en: "A complaint's number such as KN-2026-000018 is not enough. The code is longer, with four groups of four characters: vntt-7K3M-9QXT-2B4R-HN8W.",
  },
  lost: {
    vi: "Mất mã? Gọi cho nhà cung cấp: nhân viên cấp mã mới và mã cũ không dùng được nữa.",
    en: "Lost it? Call your provider: they give you a new one, and the old one opens nothing any more.",
  },
  tryCode: { vi: "Nhập mã khác", en: "Try another code" },
  heading: { vi: (number: string) => `Khiếu nại ${number}`, en: (number: string) => `Complaint ${number}` },
  received: { vi: (at: string) => `Nhận lúc ${at}`, en: (at: string) => `Received at ${at}` },
  since: { vi: (day: string) => `Từ ${day}`, en: (day: string) => `Since ${day}` },
  days: { vi: "Hạn phải giữ với quý khách", en: "The days we must keep" },
  isDuplicate: {
    vi: "Khiếu nại này trùng với một khiếu nại quý khách đã gửi. Chúng tôi trả lời và giữ hạn ở khiếu nại đó.",
    en: "You had sent this before. We answer, and keep our days, under that number.",
  },
  promises: { vi: "Chúng tôi đã hứa thêm", en: "What we promised besides" },
  promiseBy: { vi: (day: string) => `Trước hết ngày ${day}`, en: (day: string) => `By the end of ${day}` },
  promiseKept: { vi: (day: string) => `Đã làm ngày ${day}`, en: (day: string) => `Done on ${day}` },
  letters: { vi: "Trả lời và giấy tờ gửi quý khách", en: "Answers and papers to you" },
  noLetters: { vi: "Chưa có trả lời hay giấy tờ nào.", en: "There is none yet." },
  openLetter: { vi: "Mở", en: "Open" },
  onPaper: { vi: "Đã giao bản giấy", en: "Handed over on paper" },
  replacement: { vi: "Đã được thay thế bằng văn bản sau", en: "Replaced by a later letter" },
  correction: { vi: "Đã được đính chính bằng văn bản sau", en: "Corrected by a later letter" },
  letterNumber: { vi: (number: string) => `số ${number}`, en: (number: string) => `no. ${number}` },
  asPdf: { vi: "Tải bản PDF", en: "Download as PDF" },
  letterFile: { vi: "thu-tra-loi", en: "letter" },
  downloadFile: { vi: (name: string) => `Tải ${name}`, en: (name: string) => `Download ${name}` },
  history: { vi: "Những gì đã diễn ra", en: "What happened so far" },
  ownWords: { vi: "Quý khách đã viết", en: "What you wrote" },
  remedies: { vi: "Khoản đã thống nhất", en: "What was agreed" },
  remedyDone: { vi: "Đã thực hiện", en: "Done" },
  remedyOpen: { vi: "Đang thực hiện", en: "Under way" },
  more: { vi: "Gửi thêm thông tin hoặc ảnh", en: "Send something more" },
  elsewhere: { vi: "Nếu quý khách không đồng ý", en: "If you do not agree" },
  elsewhereIntro: {
    vi: "Ngoài nhà cung cấp, quý khách có thể nhờ giải quyết ở những nơi này:",
    en: "Besides your provider, you may turn to:",
  },
  negotiate: { vi: "Yêu cầu thương lượng", en: "Ask to negotiate" },
  negotiateHint: {
    vi: "Chúng tôi nhận hoặc từ chối thương lượng, có nêu lý do.",
    en: "We begin to negotiate, or say why not.",
  },
  question: { vi: "Chúng tôi cần thêm thông tin", en: "We need something from you" },
  yourAnswer: { vi: "Quý khách trả lời", en: "Your answer" },
  sendAnswer: { vi: "Gửi", en: "Send" },
  scored: { vi: (score: number) => `Chấm ${score} trên 5 điểm`, en: (score: number) => `Your mark: ${score} of 5` },
  sentFiles: { vi: (names: string) => `Tệp: ${names}`, en: (names: string) => `Files: ${names}` },
  writeOrFile: { vi: "Viết vài dòng hoặc thêm một tệp.", en: "Write a line or add a file." },
  meeting: { vi: "Mời quý khách làm việc", en: "You are invited to a meeting" },
  meetingAt: {
    vi: (at: string, place: string) => `${at}, tại ${place}`,
    en: (at: string, place: string) => `${at}, at ${place}`,
  },
  toCalendar: { vi: "Thêm vào lịch của tôi", en: "Add to my calendar" },
  comes: { vi: "Tôi sẽ đến", en: "I will come" },
  comesNot: { vi: "Tôi không đến được", en: "I cannot come" },
  saidComes: { vi: "Quý khách đã báo sẽ đến.", en: "You said that you will come." },
  saidComesNot: { vi: "Quý khách đã báo không đến được.", en: "You said that you cannot come." },
  whyNot: { vi: "Ngày giờ khác hợp hơn", en: "A time that suits you better" },
  verdict: { vi: "Quý khách có chấp nhận kết quả không?", en: "Do you accept the result?" },
  verdictHint: {
    vi: "Mở trả lời ở dưới để đọc trước khi chọn.",
    en: "Open our answer below and read it first.",
  },
  accept: { vi: "Tôi chấp nhận", en: "I accept it" },
  doNotAccept: { vi: "Tôi không chấp nhận", en: "I do not accept it" },
  satisfied: { vi: "Quý khách có hài lòng không?", en: "Are you satisfied?" },
  yes: { vi: "Có", en: "Yes" },
  no: { vi: "Không", en: "No" },
  notSaid: { vi: "Tôi không muốn nói", en: "I would rather not say" },
  score: { vi: "Quý khách chấm mấy điểm?", en: "How do you rate it?" },
  scoreHint: { vi: "1: rất tệ, 5: rất tốt", en: "1: very bad, 5: very good" },
  why: { vi: "Lý do hoặc lời nhắn", en: "Your reason, or a word to us" },
  sendVerdict: { vi: "Gửi ý kiến", en: "Send" },
  chooseOne: { vi: "Chọn một dòng.", en: "Choose one." },
  saidAccept: {
    vi: (day: string) => `Quý khách đã chấp nhận ngày ${day}.`,
    en: (day: string) => `You accepted on ${day}.`,
  },
  saidNot: {
    vi: (day: string) => `Quý khách đã không chấp nhận ngày ${day}.`,
    en: (day: string) => `You did not accept it, on ${day}.`,
  },
  changeMind: { vi: "Đổi ý kiến", en: "Change my mind" },
  nextLevel: { vi: "Chuyển lên cấp trên", en: "Take it to the next level" },
  nextLevelHint: {
    vi: "Người ở cấp cao hơn của nhà cung cấp xem lại toàn bộ.",
    en: "Somebody higher up at the provider looks at all of it again.",
  },
  nextRound: { vi: "Đề nghị giải quyết lại", en: "Ask us to look at it again" },
  nextRoundHint: { vi: "Chúng tôi xem lại và trả lời lần nữa.", en: "We look at it again, and answer once more." },
  reason: { vi: "Vì sao quý khách chưa đồng ý?", en: "Why do you not agree?" },
  reasonMissing: { vi: "Viết vài lời để người xem lại hiểu.", en: "Write some words for whoever looks at it." },
  sign: { vi: (name: string) => `Ký ${name}`, en: (name: string) => `Sign: ${name}` },
  signHint: {
    vi: "Đọc văn bản, ghi họ tên, ký vào ô bằng ngón tay hoặc chuột.",
    en: "Read it, write your name, and sign in the box with a finger or the mouse.",
  },
  signer: { vi: "Họ tên người ký", en: "Your full name" },
  signHere: { vi: "Ký vào đây", en: "Sign here" },
  clear: { vi: "Ký lại", en: "Sign anew" },
  signNow: { vi: "Ký văn bản", en: "Sign it" },
  signMissing: { vi: "Ghi họ tên và ký vào ô.", en: "Write your name and sign in the box." },
  signTyped: {
    vi: "Không ký bằng tay được? Bấm Ký bằng tên: họ tên đã gõ thay cho nét ký.",
    en: "Cannot draw? Sign by name: your typed name stands for the signature.",
  },
  signByName: { vi: "Ký bằng tên", en: "Sign by name" },
  signKept: {
    vi: "Chúng tôi lưu giờ ký, họ tên và mã của đúng văn bản này.",
    en: "We keep the time, your name, and the fingerprint of this very paper.",
  },
  otp: { vi: "Xác nhận đây là quý khách", en: "Confirm that it is you" },
  otpHint: {
    vi: (to: string) => `Chúng tôi gửi 6 chữ số đến ${to}, là nơi ghi trong hồ sơ.`,
    en: (to: string) => `We send six digits to ${to}, which stands in the file.`,
  },
  otpNone: {
    vi: "Hồ sơ chưa có số điện thoại hoặc thư điện tử. Gọi cho chúng tôi để bổ sung.",
    en: "The file has no number and no address. Call us to add one.",
  },
  otpSend: { vi: "Gửi mã", en: "Send the code" },
  otpDigits: { vi: "6 chữ số", en: "Six digits" },
  otpSent: {
    vi: (to: string, until: string) =>
      `Đã gửi đến ${to}. Mã dùng được đến ${until}. Chưa nhận được thì gọi cho chúng tôi, nhân viên đọc mã cho quý khách.`,
    en: (to: string, until: string) =>
      `Sent to ${to}, good until ${until}. If it does not come, call us and somebody reads it to you.`,
  },
  otpConfirm: { vi: "Xác nhận", en: "Confirm" },
  otpDemo: { vi: "Bản trình diễn không gửi tin nhắn. Mã là", en: "This demonstration sends no message. The code is" },
} as const satisfies Words;

export const wordsOfWhere = {
  received: {
    vi: "Chúng tôi đã nhận khiếu nại và đang xem.",
    en: "We have your complaint and are looking at it.",
  },
  "waiting-for-you": {
    vi: "Chúng tôi đang chờ thông tin của quý khách.",
    en: "We are waiting for something from you.",
  },
  "looked-into": {
    vi: "Chúng tôi đang tìm nguyên nhân và cách giải quyết.",
    en: "We are finding the cause, and what to do.",
  },
  "looked-into-again": {
    vi: "Quý khách chưa đồng ý, chúng tôi đang giải quyết lại.",
    en: "You did not agree: we are looking at it again.",
  },
  "looked-into-to-content": {
    vi: "Quý khách chưa hài lòng, chúng tôi đang giải quyết lại.",
    en: "You are not satisfied: we are looking at it again.",
  },
  "at-next-level": {
    vi: "Cấp cao hơn đang xem khiếu nại của quý khách.",
    en: "Your complaint is with the next level.",
  },
  meeting: { vi: "Chúng tôi đã mời quý khách làm việc.", en: "We have invited you to a meeting." },
  answered: {
    vi: "Chúng tôi đã trả lời và chờ ý kiến của quý khách.",
    en: "We have answered, and wait for what you think.",
  },
  finishing: {
    vi: "Quý khách đã chấp nhận. Chúng tôi đang hoàn tất hồ sơ.",
    en: "You have accepted. We are finishing the file.",
  },
  refused: {
    vi: "Chúng tôi không nhận giải quyết. Lý do ở trong thông báo.",
    en: "We do not take it up. Our notice says why.",
  },
  withdrawn: { vi: "Quý khách đã rút khiếu nại.", en: "You have withdrawn your complaint." },
  closed: { vi: "Khiếu nại đã kết thúc.", en: "Your complaint is closed." },
} as const satisfies Words;

export const wordsOfPath = {
  received: { vi: "Đã nhận", en: "Received" },
  lookedInto: { vi: "Đang giải quyết", en: "Looked into" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  closed: { vi: "Kết thúc", en: "Closed" },
  done: { vi: "đã xong", en: "done" },
  now: { vi: "hiện tại", en: "now" },
  path: { vi: "Khiếu nại đang ở bước nào", en: "Where it stands" },
} as const satisfies Words;

export const wordsOfHappened = {
  received: { vi: "Chúng tôi nhận khiếu nại", en: "We received your complaint" },
  acknowledged: { vi: "Chúng tôi báo đã nhận", en: "We told you that it arrived" },
  "asked-for-information": { vi: "Chúng tôi hỏi thêm thông tin", en: "We asked you for something" },
  "information-received": { vi: "Quý khách gửi thêm thông tin", en: "You sent something more" },
  accepted: { vi: "Chúng tôi nhận giải quyết", en: "We took it up" },
  refused: { vi: "Chúng tôi từ chối giải quyết", en: "We refused to take it up" },
  answered: { vi: "Chúng tôi trả lời quý khách", en: "We answered you" },
  "answered-for-now": { vi: "Chúng tôi báo tình hình", en: "We told you how it goes" },
  invited: { vi: "Chúng tôi mời quý khách làm việc", en: "We invited you to a meeting" },
  "meeting-confirmed": { vi: "Quý khách nhận lời", en: "You said that you come" },
  "meeting-declined": { vi: "Quý khách báo không đến được", en: "You said that you cannot come" },
  "meeting-held": { vi: "Đã ghi biên bản buổi làm việc", en: "The meeting was put down in minutes" },
  "paper-signed": { vi: "Quý khách ký văn bản", en: "You signed a paper" },
  "customer-accepts": { vi: "Quý khách chấp nhận kết quả", en: "You accepted the result" },
  "customer-does-not-accept": { vi: "Quý khách không chấp nhận kết quả", en: "You did not accept the result" },
  "next-level": { vi: "Khiếu nại chuyển lên cấp trên", en: "It went to the next level" },
  "next-round": { vi: "Bắt đầu giải quyết lại", en: "We began anew" },
  "term-extended": { vi: "Hạn được gia hạn, đã báo quý khách", en: "A day was put off, and you were told" },
  "remedy-done": { vi: "Đã giảm trừ, hoàn tiền hoặc bồi thường", en: "We paid or credited what was agreed" },
  "told-where-else": { vi: "Chúng tôi báo những nơi khác có thể giải quyết", en: "We told you where else to turn" },
  "negotiation-asked": { vi: "Quý khách yêu cầu thương lượng", en: "You asked to negotiate" },
  "negotiation-begun": { vi: "Bắt đầu thương lượng", en: "We began to negotiate" },
  "negotiation-refused": { vi: "Chúng tôi từ chối thương lượng", en: "We refused to negotiate" },
  withdrawn: { vi: "Quý khách rút khiếu nại", en: "You withdrew it" },
  closed: { vi: "Khiếu nại kết thúc", en: "It was closed" },
  reopened: { vi: "Khiếu nại được mở lại", en: "It was taken up again" },
} as const satisfies Words;

export const wordsOfLetters = {
  reply: { vi: "Thư trả lời", en: "Our answer" },
  "interim-reply": { vi: "Thư báo tình hình", en: "How it goes" },
  acceptance: { vi: "Thông báo nhận giải quyết", en: "Notice that we take it up" },
  refusal: { vi: "Thông báo từ chối", en: "Notice that we do not take it up" },
  paper: { vi: "Văn bản", en: "Paper" },
} as const satisfies Words;

/** What was said and not written: "Trả lời qua điện thoại". */
export const wordsOfTold = {
  reply: { vi: "Trả lời", en: "Our answer" },
  "interim-reply": { vi: "Báo tình hình", en: "How it goes" },
  acceptance: { vi: "Báo nhận giải quyết", en: "That we take it up" },
  refusal: { vi: "Báo từ chối", en: "That we do not take it up" },
  paper: { vi: "Văn bản", en: "Paper" },
} as const satisfies Words;

export const wordsOfRemedies = {
  "charge-reduction": { vi: "Giảm trừ cước", en: "Charge reduction" },
  refund: { vi: "Hoàn tiền", en: "Refund" },
  compensation: { vi: "Bồi thường", en: "Compensation" },
} as const satisfies Words;

export const wordsOfChannels = {
  phone: { vi: "qua điện thoại", en: "by telephone" },
  email: { vi: "qua thư điện tử", en: "by e-mail" },
  "web-form": { vi: "qua trang mạng", en: "on the web" },
  ticket: { vi: "qua trang mạng", en: "on the web" },
  counter: { vi: "trực tiếp", en: "at the counter" },
  post: { vi: "qua bưu điện", en: "by post" },
  sms: { vi: "qua tin nhắn", en: "by text message" },
  chat: { vi: "qua tin nhắn", en: "by chat" },
  unit: { vi: "qua một đơn vị của chúng tôi", en: "through one of our offices" },
  partner: { vi: "qua đối tác", en: "through a partner" },
  press: { vi: "qua báo chí", en: "through the press" },
  authority: { vi: "qua cơ quan nhà nước", en: "through an authority" },
} as const satisfies Words;

export const wordsOfOutsideWays = {
  "consumer-authority": {
    vi: "Cơ quan quản lý nhà nước về bảo vệ quyền lợi người tiêu dùng nơi quý khách ở",
    en: "The authority for consumers' rights where you live",
  },
  "consumer-organisation": {
    vi: "Tổ chức xã hội tham gia bảo vệ quyền lợi người tiêu dùng, để hòa giải",
    en: "A consumers' organisation, for conciliation",
  },
  arbitration: { vi: "Trọng tài", en: "Arbitration" },
  court: { vi: "Tòa án", en: "The court" },
} as const satisfies Words;
