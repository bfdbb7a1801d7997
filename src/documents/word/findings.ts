type Said = { vi: string; en: string };

/** Where a finding is: a part of the document and the words of the paragraph, the first being 1. */
export type Where = { part: "body" | "header" | "footer" | "notes"; paragraph: number; text: string };

/** What was found in a template. What is wrong keeps it from being used; a note does not. */
export type Finding = {
  code: keyof typeof words;
  isWrong: boolean;
  /** The field as it stands in the template, or what it is about; null: the whole file. */
  about: string | null;
  /** The name that was most likely meant. */
  suggestion: string | null;
  where: Where | null;
  words: Said;
};

const words = {
  "not-word": say(() => ["Tệp không phải là tài liệu Word .docx.", "The file is no Word document (.docx)."]),
  encrypted: say(() => ["Tệp có mật khẩu; hãy bỏ mật khẩu.", "The file has a password; take it off."]),
  "too-large": say(() => ["Tệp quá lớn sau khi giải nén.", "The file is too large once unpacked."]),
  "wrong-type": say(() => [
    "Hãy lưu thành Word Document (.docx): không nhận .docm, .dotx, .dotm.",
    "Save it as a Word Document (.docx): .docm, .dotx and .dotm are not taken.",
  ]),
  macros: say(() => ["Tệp có macro.", "There are macros in the file."]),
  embedded: say((name) => [
    `Tệp có đối tượng nhúng (${name}); hãy thay bằng chữ hoặc hình.`,
    `An object is embedded in it (${name}); put words or a picture in its place.`,
  ]),
  external: say((target) => [
    `Tệp gọi nội dung ở nơi khác (${target}); hãy chèn hẳn vào tệp.`,
    `It takes content from elsewhere (${target}); insert it into the file.`,
  ]),
  entities: say((part) => [
    `Tệp khai báo thực thể XML (${part}), Word không ghi như vậy.`,
    `XML entities are declared in it (${part}), as Word never does.`,
  ]),
  "not-utf-8": say((part) => [`Phần ${part} không phải UTF-8.`, `Part ${part} is not in UTF-8.`]),
  "word-field": say((code) => [
    `Trường Word {${code}} không được dùng; chỉ nhận số trang (PAGE, NUMPAGES). Muốn bỏ: chọn rồi nhấn Ctrl+Shift+F9.`,
    `The Word field {${code}} may not be used, only page numbers (PAGE, NUMPAGES). To take it out: select it and press Ctrl+Shift+F9.`,
  ]),
  tracked: say(() => [
    "Còn vết sửa (Track Changes): hãy chấp nhận hết rồi lưu lại.",
    "There are tracked changes left: accept them all and save again.",
  ]),
  comments: say(() => ["Còn ghi chú (Comments): hãy xóa hết.", "There are comments left: delete them all."]),
  "too-many-tags": say((count) => [`Quá nhiều trường: nhiều nhất ${count}.`, `Too many fields: ${count} at most.`]),
  "unknown-tag": say((tag) => [`Không có trường ${tag}.`, `There is no field ${tag}.`]),
  "list-without-loop": say((tag) => [
    `${tag} là danh sách: viết {#…} ở đầu và {/…} ở cuối phần lặp lại.`,
    `${tag} is a list: write {#…} where what is repeated begins and {/…} where it ends.`,
  ]),
  "outside-its-list": say((tag, list) => [
    `${tag} chỉ dùng được giữa {#${list}} và {/${list}}.`,
    `${tag} may only stand between {#${list}} and {/${list}}.`,
  ]),
  "is-picture": say((tag, name) => [`${tag} là hình: viết {%${name}}.`, `${tag} is a picture: write {%${name}}.`]),
  "is-no-picture": say((tag, name) => [`${tag} là chữ: viết {${name}}.`, `${tag} is text: write {${name}}.`]),
  "picture-not-in-body": say((tag) => [
    `${tag} chỉ đặt được trong thân văn bản, không ở đầu trang hay cuối trang.`,
    `${tag} may stand in the body only, not above or below the pages.`,
  ]),
  "tag-in-notes": say((tag) => [`${tag} ở cước chú không được điền.`, `${tag} in a footnote is not filled in.`]),
  "not-closed": say((tag) => [`${tag} chưa được đóng lại.`, `${tag} is not closed.`]),
  "not-opened": say((tag) => [`${tag} đóng một phần chưa được mở.`, `${tag} closes what was not opened.`]),
  "closed-crosswise": say((tag, open) => [
    `${tag} đóng sai: phần đang mở là {#${open}}.`,
    `${tag} closes the wrong part: {#${open}} is open.`,
  ]),
  "list-in-list": say((tag) => [`${tag} nằm trong một danh sách khác.`, `${tag} stands within another list.`]),
  "brace-not-closed": say(() => ["Có dấu { mà không có dấu }.", "There is a { without its }."]),
  "brace-not-opened": say(() => ["Có dấu } mà không có dấu {.", "There is a } without its {."]),
  "not-filled": say((why) => [`Không điền thử được: ${why}`, `It could not be filled in for a try: ${why}`]),
  "lacks-number": say(() => ["Thiếu số văn bản: {so_van_ban}.", "The number is missing: {so_van_ban}."]),
  "lacks-day": say(() => [
    "Thiếu ngày tháng: {dia_danh_ngay_thang}, hoặc {ngay}, {thang} và {nam}.",
    "The day is missing: {dia_danh_ngay_thang}, or {ngay}, {thang} and {nam}.",
  ]),
  "lacks-content": say(() => [
    "Thiếu nội dung: {noi_dung}, {#doan} hoặc {#muc}.",
    "The content is missing: {noi_dung}, {#doan} or {#muc}.",
  ]),
  "lacks-signatories": say(() => ["Thiếu người ký: {#nguoi_ky}.", "Who signs is missing: {#nguoi_ky}."]),
  "lacks-confirmation": say(() => [
    "Thiếu mã để kiểm tra văn bản: {%ma_qr} hoặc {ma_xac_nhan}.",
    "What confirms the paper is missing: {%ma_qr} or {ma_xac_nhan}.",
  ]),
  "lacks-addressees": say(() => [
    "Không có nơi kính gửi: {kinh_gui} hoặc {#nguoi_nhan}.",
    "No addressee stands in it: {kinh_gui} or {#nguoi_nhan}.",
  ]),
  "link-removed": say((target) => [
    `Đã bỏ liên kết đến ${target}; chữ vẫn giữ nguyên.`,
    `The link to ${target} was taken out; its words stay.`,
  ]),
  "own-template-removed": say(() => [
    "Đã bỏ tham chiếu đến tệp mẫu trên máy soạn thảo.",
    "The reference to a template on the writer's computer was taken out.",
  ]),
} satisfies Record<string, (about: string, other: string) => Said>;

function say(text: (about: string, other: string) => [string, string]): (about: string, other: string) => Said {
  return (about, other) => {
    const [vi, en] = text(about, other);
    return { vi, en };
  };
}

type Found = { about?: string; other?: string; suggestion?: string | null; where?: Where };

/** What keeps a template from being used. */
export function wrong(code: Finding["code"], { about, other = "", suggestion = null, where }: Found = {}): Finding {
  const said = words[code](about ?? "", other);
  return { code, isWrong: true, about: about ?? null, suggestion, where: where ?? null, words: said };
}

/** What whoever hands a template in should know. */
export function note(code: Finding["code"], found: Found = {}): Finding {
  return { ...wrong(code, found), isWrong: false };
}
