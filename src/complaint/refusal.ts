/**
 * Why a command was not carried out: a value named after the rule that it would have broken, for the person who gave it.
 * Nothing was changed.
 */
export type Refusal = {
  refused: true;
  code: RefusalCode;
  /** What the messages speak of, for the screen: facts not met, roles that may, values that are wanted. */
  details: Record<string, unknown>;
  vi: string;
  en: string;
  /** The field of the command that must change, where one must. */
  field?: string;
};

/** Every code with its message; `{name}` stands for a detail. */
export const refusalMessages = {
  "not-at-this-stage": ["Bước «{stage}» không có việc «{words}».", "Stage “{stage}” has no “{words}”."],
  "not-your-role": ["Việc này dành cho: {words}.", "This is for: {words}."],
  "guard-not-met": ["{words}.", "{words}."],
  "not-with-this-result": [
    "Quy trình không có bước tiếp theo cho kết quả này.",
    "The procedure has no next step for this result.",
  ],
  "complaint-about-yourself": [
    "Không ai được xử lý khiếu nại về chính mình.",
    "Nobody handles a complaint about themselves.",
  ],
  "complaint-unknown": ["Không có khiếu nại này.", "There is no such complaint."],
  "already-registered": ["Khiếu nại này đã được tiếp nhận.", "This complaint is registered already."],
  "complaint-ended": ["Hồ sơ đã kết thúc.", "The file is closed."],
  "complaint-open": ["Hồ sơ chưa kết thúc.", "The file is not closed."],
  "malformed-command": ["Dữ liệu chưa đúng: {reason}.", "The command is malformed: {reason}."],
  "in-the-future": ["Thời điểm xảy ra không thể ở tương lai.", "It cannot have happened in the future."],
  "before-receipt": [
    "Không thể xảy ra trước khi tiếp nhận khiếu nại.",
    "It cannot have happened before the complaint was received.",
  ],
  "not-confirmed": ["Cần xác nhận: {wanted}.", "These must be confirmed: {wanted}."],
  "field-missing": ["Còn thiếu: {wanted}.", "Missing: {wanted}."],
  "scan-missing": [
    "Đính kèm bản quét hoặc ảnh chụp văn bản đã ký trên giấy.",
    "Attach a scan or a photograph of the paper that was signed.",
  ],
  "signature-missing": ["Ký vào ô, hoặc ký bằng tên.", "Sign in the box, or by name."],
  "not-own-signature": [
    "Không ký thay được: chữ ký của {words} chỉ nhập từ bản giấy đã ký, kèm bản quét.",
    "Nobody signs for another: the signature of {words} is entered from the paper they signed, with its scan.",
  ],
  "evidence-missing": ["Còn thiếu chứng cứ: {wanted}.", "Evidence is missing: {wanted}."],
  "unknown-field": ["Quy trình không có trường «{name}».", "The procedure has no field “{name}”."],
  "field-value": ["Giá trị của «{name}» chưa đúng: {reason}.", "The value of “{name}” is wrong: {reason}."],
  "unknown-kind": ["Không có loại khiếu nại «{name}»; có: {known}.", "There is no kind “{name}”; there are: {known}."],
  "unknown-channel": ["Không có kênh «{name}»; có: {known}.", "There is no channel “{name}”; there are: {known}."],
  "unknown-unit": ["Không có bộ phận «{name}»; có: {known}.", "There is no unit “{name}”; there are: {known}."],
  "unknown-service": ["Không có dịch vụ «{name}»; có: {known}.", "There is no service “{name}”; there are: {known}."],
  "unknown-complainant": [
    "Không có tư cách người khiếu nại «{name}»; có: {known}.",
    "There is no complainant “{name}”; there are: {known}.",
  ],
  "unknown-customer-class": [
    "Không có nhóm khách hàng «{name}»; có: {known}.",
    "There is no customer class “{name}”; there are: {known}.",
  ],
  "unknown-paper": [
    "Quy trình không có giấy tờ «{name}»; có: {known}.",
    "The procedure has no paper “{name}”; there are: {known}.",
  ],
  "unit-does-not-coordinate": [
    "Bộ phận «{name}» không nhận yêu cầu phối hợp; các bộ phận nhận: {known}.",
    "Unit “{name}” takes no coordination requests; these do: {known}.",
  ],
  "channel-not-allowed": ["Phải trả lời qua: {wanted}.", "It must leave by: {wanted}."],
  "not-in-writing": ["Phải bằng văn bản.", "It must be in writing."],
  "unknown-item": ["Không có mục này trong hồ sơ: {words}.", "The file has no such item: {words}."],
  "item-not-open": ["Mục này không còn mở: {name}.", "This item is not open: {name}."],
  "already-done": ["Việc này đã làm rồi.", "This is done already."],
  "not-time-barred": ["Chưa hết thời hiệu khiếu nại.", "The time-bar has not passed."],
  "silence-not-established": [
    "Chưa đủ thời gian chờ hoặc số lần liên hệ.",
    "The waiting time or the contact attempts are not enough yet.",
  ],
  "no-reply-yet": ["Chưa có trả lời nào để khách hàng cho ý kiến.", "There is no reply to have an opinion on."],
  "promise-open": ["Còn cam kết trong thư trả lời chưa thực hiện.", "A promise made in the reply is still open."],
  "remedy-open": ["Còn khoản giảm trừ/bồi thường chưa xong.", "A remedy is not done yet."],
  "rounds-exhausted": ["Đã hết số lần giải quyết của quy trình.", "The procedure knows no further round."],
  "levels-exhausted": ["Đã ở cấp cao nhất.", "There is no higher level."],
  "own-proposal": ["Không tự phê duyệt đề xuất của mình.", "Nobody approves their own proposal."],
  "own-work": ["Không tự kiểm tra việc của mình.", "Nobody verifies their own work."],
  "minutes-need-witness": [
    "Khách hàng không ký hoặc vắng mặt thì phải có người làm chứng.",
    "Minutes without the customer's signature need a witness.",
  ],
  "clock-unknown": ["Không có thời hạn này.", "There is no such clock."],
  "clock-not-running": ["Thời hạn này không còn chạy.", "This clock is not running."],
  "clock-not-extendable": ["Thời hạn này không được gia hạn.", "This clock may not be extended."],
  "law-clock": [
    "Thời hạn luật chỉ dừng hoặc gia hạn khi luật cho phép.",
    "A law clock stops or moves only where the law allows it.",
  ],
  "not-later": ["Hạn mới phải sau hạn cũ.", "The new due day must be after the old one."],
  "already-paused": ["Khiếu nại đang tạm dừng.", "The complaint is paused already."],
  "not-paused": ["Khiếu nại không tạm dừng.", "The complaint is not paused."],
  "nothing-to-pause": ["Không thời hạn nào được tạm dừng vì lý do này.", "No clock may pause for this reason."],
  "signature-not-wanted": ["Văn bản này do {wanted} ký.", "This paper is signed by {wanted}."],
  "replaces-or-corrects": [
    "Một văn bản thì thay thế hoặc đính chính, không cả hai.",
    "A paper replaces another one or corrects it, not both.",
  ],
  "paper-not-ready": ["Văn bản chưa sẵn sàng cho việc này: {words}.", "The paper is not ready for this: {words}."],
  "paper-empty": [
    "«{name}» chưa có nội dung: kèm tệp văn bản, hoặc soạn nội dung trước.",
    "“{name}” has no content yet: hand in its document, or draft its text first.",
  ],
  "reopening-not-allowed": ["Quy trình không cho mở lại.", "The procedure does not reopen complaints."],
  "reopening-too-late": ["Đã quá thời hạn mở lại ({until}).", "It may be reopened only until {until}."],
  "same-unit": ["Đã ở bộ phận này.", "It is with this unit already."],
  "same-edition": ["Hồ sơ đang theo lần ban hành này.", "The file runs under this edition already."],
  "edition-unknown": [
    "Không có lần ban hành «{name}» của quy trình này.",
    "There is no edition “{name}” of this procedure.",
  ],
  "stage-unknown": ["Lần ban hành mới không có bước «{name}».", "The new edition has no stage “{name}”."],
  "link-to-itself": ["Không thể liên kết với chính nó.", "A complaint is not linked to itself."],
  "link-target-unknown": ["Không có khiếu nại hay sự cố «{name}».", "There is no complaint or incident “{name}”."],
  "nothing-changed": ["Không có gì thay đổi.", "Nothing would change."],
  "day-in-past": ["Ngày này đã qua.", "This day has passed."],
  "event-after-receipt": [
    "Ngày xảy ra sự việc ({eventOn}) không thể sau ngày tiếp nhận khiếu nại ({receivedOn}).",
    "What is complained of cannot have happened on {eventOn}, after the complaint was received on {receivedOn}.",
  ],
  "sent-after-receipt": [
    "Ngày gửi ({sentOn}) không thể sau ngày tiếp nhận khiếu nại ({receivedOn}).",
    "It cannot have been sent on {sentOn}, after it was received on {receivedOn}.",
  ],
  "nothing-sent": ["Chưa có gì được gửi đi từ hồ sơ này.", "Nothing has been sent from this file yet."],
  "not-forwarded": ["Khiếu nại này không do cơ quan nhà nước chuyển đến.", "No authority forwarded this complaint."],
  "vulnerable-not-transferred": [
    "Không chuyển khiếu nại của khách hàng dễ bị tổn thương cho bên thứ ba (Luật 19/2023 Đ8).",
    "A vulnerable consumer's complaint is not passed to a third party (Law 19/2023 Art. 8).",
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type RefusalCode = keyof typeof refusalMessages;

/** `details.words` are details in both languages: each message takes its own. */
export function refuse(code: RefusalCode, details: Record<string, unknown> = {}, field?: string): Refusal {
  const [vi, en] = refusalMessages[code];
  const { words, ...rest } = details;
  const said = (words ?? (code === "unknown-item" ? itemInWords(details["name"]) : undefined)) as
    { vi: unknown; en: unknown } | undefined;
  const messages = { vi: filledIn(vi, { ...rest, words: said?.vi }), en: filledIn(en, { ...rest, words: said?.en }) };
  const refusal = { refused: true as const, code, details: rest, ...messages };
  return field === undefined ? refusal : { ...refusal, field };
}

/** What kind of item there is none of; an id that somebody named stands for itself. */
function itemInWords(name: unknown): { vi: unknown; en: unknown } {
  const known = itemWords[String(name)];
  return known ? { vi: known[0], en: known[1] } : { vi: name, en: name };
}

const itemWords: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  action: ["hành động khắc phục chờ việc này", "a corrective action that waits for this"],
  appointment: ["lịch hẹn gọi lại", "an appointment to call back"],
  coordination: ["yêu cầu phối hợp chờ việc này", "a coordination request that waits for this"],
  debt: ["khoản nợ đang tạm ngừng đòi", "a held debt"],
  kind: ["loại khiếu nại đã phân", "a kind that it was classified as"],
  link: ["liên kết", "a link"],
  meeting: ["buổi làm việc đã mời", "a meeting that was invited to"],
  negotiation: ["yêu cầu thương lượng đang chờ", "a request for negotiation that waits"],
  paper: ["văn bản đã soạn chờ việc này", "a drafted paper that waits for this"],
  promise: ["cam kết chưa thực hiện", "a promise that is not kept yet"],
  remedy: ["khoản giảm trừ, bồi hoàn chờ việc này", "a reduction or compensation that waits for this"],
  resolution: ["phương án chờ việc này", "a resolution that waits for this"],
  watch: ["việc đang theo dõi", "a watch"],
};

/** What there is instead of a name that is unknown, for `details.known`: ids with the names that people know. */
export function known(named: readonly { id: string; name: string }[]): { known: string[] } {
  return { known: named.length === 0 ? ["–"] : named.map(({ id, name }) => `${id} (${name})`) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}

function filledIn(message: string, details: Record<string, unknown>): string {
  return message.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = details[name];
    return Array.isArray(value) ? value.join(", ") : String(value);
  });
}
