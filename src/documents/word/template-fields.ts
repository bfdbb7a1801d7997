import type { LetterVariable } from "../../procedure/pure/letters/letter-texts.ts";
import type { Letter, LetterPart } from "../letter.ts";
import { qrPicture, signaturePicture, type Picture } from "./pictures.ts";

type Said = { vi: string; en: string };
type Named = { tag: string; about: Said };
type TextField = Named & { kind: "text"; value: (letter: Letter) => string };
type PictureField = Named & { kind: "picture"; value: (letter: Letter) => Picture | undefined };
export type ItemField = Named & { kind: "text" | "picture" };
type Item = Record<string, string | Picture | undefined>;
type ListField = Named & { kind: "list"; inside: readonly ItemField[]; items: (letter: Letter) => readonly Item[] };

/** What a template of a provider's own may name: `{tag}`, a picture as `{%tag}`, a list as `{#tag}…{/tag}`. */
export type TemplateField = TextField | PictureField | ListField;

/** Every part of a letter under its names in a template; a part without any does not compile. */
const fieldsOfLetter: { [K in keyof Letter]: readonly TemplateField[] } = {
  title: [text("ten_ho_so", "Tên của tệp: loại văn bản và số khiếu nại", "Name of the file", ({ title }) => title)],
  mark: [
    text(
      "dau_ban",
      "Bản xem trước, Tập huấn; trống khi phát hành",
      "Preview or training; empty once issued",
      ({ mark }) => or(mark),
    ),
  ],
  issuer: [
    text("co_quan_chu_quan", "Cơ quan chủ quản, nếu có", "What the provider belongs to", ({ issuer }) =>
      or(issuer.over),
    ),
    text("ten_don_vi", "Tên đơn vị ban hành", "Name of the provider", ({ issuer }) => issuer.name),
  ],
  number: [
    text("so_van_ban", "Số và ký hiệu, lấy từ sổ khi phát hành", "Number and symbol", ({ number }) => or(number)),
  ],
  subject: [text("trich_yeu", "Trích yếu của công văn: V/v …", "Subject of a letter", ({ subject }) => or(subject))],
  placeAndDate: [
    text("dia_danh_ngay_thang", "Địa danh và ngày tháng năm", "Place and day", ({ placeAndDate }) => placeAndDate),
  ],
  day: [
    text("ngay", "Ngày ban hành, hai chữ số", "Day of the month", ({ day }) => String(day.date).padStart(2, "0")),
    text("thang", "Tháng ban hành, hai chữ số", "Month", ({ day }) => String(day.month).padStart(2, "0")),
    text("nam", "Năm ban hành", "Year", ({ day }) => String(day.year)),
  ],
  heading: [
    text("ten_van_ban", "Tên loại văn bản; trống ở công văn", "Name of its kind; empty for a letter", ({ heading }) =>
      or(heading),
    ),
  ],
  about: [text("ve_viec", "Dòng dưới tên loại: Về việc …", "What it is about", ({ about }) => or(about))],
  addressees: [
    text("kinh_gui", "Nơi kính gửi, cách nhau bằng dấu phẩy", "Addressees in one line", ({ addressees }) =>
      addressees.join(", "),
    ),
    list("nguoi_nhan", "Từng nơi kính gửi", "Each addressee", {
      inside: [inside("ten_nguoi_nhan", "Tên nơi nhận", "Name")],
      items: ({ addressees }) => addressees.map((each) => ({ ten_nguoi_nhan: each })),
    }),
  ],
  body: [
    text("noi_dung", "Toàn bộ nội dung, mỗi đoạn một dòng", "All of the content, a line a paragraph", ({ body }) =>
      linesOf(body).join("\n"),
    ),
    list("doan", "Từng đoạn của nội dung", "Each paragraph of the content", {
      inside: [inside("dong", "Chữ của đoạn", "Its words")],
      items: ({ body }) => linesOf(body).map((dong) => ({ dong })),
    }),
    list("doan_truoc", "Từng đoạn trước các mục", "Each paragraph before the items of a form", {
      inside: [inside("dong_truoc", "Chữ của đoạn", "Its words")],
      items: ({ body }) => linesOf(beforeRows(body)).map((each) => ({ dong_truoc: each })),
    }),
    list("muc", "Từng mục của phiếu, biên bản", "Each item of a form", {
      inside: [
        inside("ten_muc", "Tên mục", "Name of the item"),
        inside(
          "gia_tri",
          "Điều ghi ở mục; dấu chấm nếu điền tay",
          "What was found; dots where it is filled in by hand",
        ),
      ],
      items: ({ body }) => rowsOf(body).map(({ label, value }) => ({ ten_muc: label, gia_tri: value ?? "…………………………" })),
    }),
    list("doan_sau", "Từng đoạn sau các mục", "Each paragraph after the items of a form", {
      inside: [inside("dong_sau", "Chữ của đoạn", "Its words")],
      items: ({ body }) => linesOf(afterRows(body)).map((each) => ({ dong_sau: each })),
    }),
  ],
  signatories: [
    list("nguoi_ky", "Từng người ký", "Each who signs", {
      inside: [
        inside("thay_mat", "KT., TL. …; trống nếu ký theo chức vụ của mình", "For whom they sign"),
        inside("chuc_vu", "Chức vụ", "Post"),
        inside("ghi_chu_ky", "(Đã ký), (Ký, ghi rõ họ tên)", "Signed, or to be signed"),
        { ...inside("chu_ky", "Hình chữ ký, nếu có", "Picture of the signature"), kind: "picture" },
        inside("ho_ten", "Họ và tên", "Name"),
      ],
      items: ({ signatories }) =>
        signatories.map(({ delegation, title, note, picture, name }) => ({
          thay_mat: or(delegation),
          chuc_vu: title,
          ghi_chu_ky: or(note),
          chu_ky: picture ? signaturePicture(picture) : undefined,
          ho_ten: or(name),
        })),
    }),
  ],
  recipients: [
    list("noi_nhan", "Từng dòng của Nơi nhận", "Each line of the recipients", {
      inside: [inside("ten_noi_nhan", "Tên nơi nhận", "Name")],
      items: ({ recipients }) => recipients.map((each) => ({ ten_noi_nhan: each })),
    }),
  ],
  follows: [
    text("van_ban_lien_quan", "Văn bản mà nó thay thế hoặc đính chính", "What it replaces or corrects", ({ follows }) =>
      or(follows),
    ),
  ],
  confirmation: [
    text(
      "ma_xac_nhan",
      "Mã để ai cũng kiểm tra được văn bản",
      "Code by which anybody confirms it",
      ({ confirmation }) => or(confirmation?.code),
    ),
    text("dia_chi_xac_nhan", "Địa chỉ trang kiểm tra", "Address of the page for that", ({ confirmation }) =>
      or(confirmation?.address),
    ),
    {
      kind: "picture",
      tag: "ma_qr",
      about: { vi: "Mã QR của trang kiểm tra", en: "QR code of that page" },
      value: ({ confirmation }) => (confirmation ? qrPicture(confirmation.address) : undefined),
    },
  ],
};

/** What the file says, under its name in a template. */
export const fieldsOfFile: Readonly<Record<LetterVariable, Named>> = {
  organisation: named("ten_ngan", "Tên ngắn của đơn vị", "Short name of the provider"),
  number: named("so_khieu_nai", "Số khiếu nại", "Number of the complaint"),
  receivedAt: named("gio_ngay_nhan", "Giờ, ngày tiếp nhận", "When it was received"),
  receivedOn: named("ngay_nhan", "Ngày tiếp nhận", "Day of receipt"),
  service: named("dich_vu", "Dịch vụ", "Service"),
  channel: named("kenh_nhan", "Kênh tiếp nhận", "Channel"),
  customerName: named("ten_khach_hang", "Tên khách hàng", "Name of the customer"),
  content: named("noi_dung_khieu_nai", "Lời khách hàng", "What the customer said"),
  helplines: named("tong_dai", "Số tổng đài", "Helplines"),
  owner: named("nguoi_phu_trach", "Người phụ trách", "Who is in charge"),
  promises: named("thoi_han_cam_ket", "Các thời hạn", "Terms promised"),
  answerDueOn: named("han_tra_loi", "Hạn trả lời", "Day by which the answer is due"),
  outsideWays: named("noi_giai_quyet_khac", "Nơi khách hàng có thể nhờ giải quyết", "Where else the customer may turn"),
  wanted: named("can_bo_sung", "Điều khách hàng cần bổ sung", "What the customer is asked for"),
  wantedMessage: named("loi_yeu_cau_bo_sung", "Lời kèm yêu cầu bổ sung", "What was said with that"),
  acceptedOn: named("ngay_chap_nhan", "Ngày chấp nhận giải quyết", "Day of acceptance"),
  acceptance: named("loi_chap_nhan", "Lời chấp nhận", "What was said on acceptance"),
  refusalReason: named("ly_do_tu_choi", "Lý do từ chối", "Reason of refusal"),
  refusalBasis: named("can_cu_tu_choi", "Căn cứ từ chối", "Basis of refusal"),
  refusal: named("giai_thich_tu_choi", "Lời giải thích khi từ chối", "What was said on refusal"),
  counted: named("cach_tinh_thoi_hieu", "Cách tính thời hiệu", "How the time-bar was counted"),
  missing: named("con_thieu", "Điều hồ sơ còn thiếu", "What the file still lacks"),
  cause: named("nguyen_nhan", "Nguyên nhân", "Cause"),
  reply: named("noi_dung_tra_loi", "Lời trả lời khách hàng", "What the customer was answered"),
  repliedOn: named("ngay_tra_loi", "Ngày trả lời", "Day of the answer"),
  round: named("lan_giai_quyet", "(lần 2); trống ở lần đầu", "Round; empty for the first"),
  commitments: named("cam_ket", "Các cam kết", "Commitments"),
  remedies: named("khoan_dieu_chinh", "Giảm trừ, hoàn tiền, bồi thường", "Reductions, refunds, compensation"),
  meetingAt: named("gio_ngay_gap", "Giờ, ngày gặp", "When to meet"),
  place: named("noi_gap", "Nơi gặp", "Where to meet"),
  meetingResult: named("ket_qua_trao_doi", "Kết quả trao đổi", "Result of the meeting"),
  question: named("noi_dung_phoi_hop", "Điều cần bộ phận khác làm", "What another unit is asked"),
  resolution: named("phuong_an", "Phương án đề xuất", "What is proposed"),
  dossier: named("noi_dung_trinh", "Nội dung trình", "What is put before the board"),
  action: named("viec_khac_phuc", "Việc khắc phục", "Corrective action"),
  handling: named("cach_xu_ly", "Biện pháp đã thực hiện", "What was done"),
  lesson: named("bai_hoc", "Bài học", "Lesson"),
  authority: named("co_quan_quan_ly", "Cơ quan yêu cầu báo cáo", "Authority"),
};

export const letterFields: readonly TemplateField[] = Object.values(fieldsOfLetter).flat();

/** All that a template is filled with. */
export type Filling = { letter: Letter; values: Readonly<Record<LetterVariable, string>> };
type FillingData = Record<string, string | Picture | undefined | readonly Item[]>;

/** By the names of a template. */
export function fillingData({ letter, values }: Filling): FillingData {
  const data: FillingData = {};
  for (const field of letterFields) data[field.tag] = field.kind === "list" ? field.items(letter) : field.value(letter);
  for (const [variable, { tag }] of Object.entries(fieldsOfFile)) data[tag] = values[variable as LetterVariable].trim();
  return data;
}

function named(tag: string, vi: string, en: string): Named {
  return { tag, about: { vi, en } };
}

function text(tag: string, vi: string, en: string, value: TextField["value"]): TextField {
  return { ...named(tag, vi, en), kind: "text", value };
}

function list(tag: string, vi: string, en: string, rest: Pick<ListField, "inside" | "items">): ListField {
  return { ...named(tag, vi, en), kind: "list", ...rest };
}

function inside(tag: string, vi: string, en: string): ItemField {
  return { ...named(tag, vi, en), kind: "text" };
}

function or(value: string | null | undefined): string {
  return value ?? "";
}

function linesOf(body: readonly LetterPart[]): string[] {
  return body.flatMap((part) =>
    part.kind === "text"
      ? part.text.split("\n")
      : part.rows.map(({ label, value }) => `${label}: ${value ?? "…………………………"}`),
  );
}

function rowsOf(body: readonly LetterPart[]) {
  return body.flatMap((part) => (part.kind === "rows" ? part.rows : []));
}

function beforeRows(body: readonly LetterPart[]): readonly LetterPart[] {
  const first = body.findIndex(({ kind }) => kind === "rows");
  return first === -1 ? body : body.slice(0, first);
}

function afterRows(body: readonly LetterPart[]): readonly LetterPart[] {
  const last = body.findLastIndex(({ kind }) => kind === "rows");
  return last === -1 ? [] : body.slice(last + 1).filter(({ kind }) => kind === "text");
}
