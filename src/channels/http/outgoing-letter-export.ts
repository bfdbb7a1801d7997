import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { outgoingLetters } from "../../store/outgoing-letters.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { inVietnam, type ExportLanguage } from "./export-lines.ts";
import { outgoingQuery, type OutgoingLetterShown } from "./outgoing-letter-schema.ts";
import { lettersShown, readingLetters } from "./outgoing-letters.ts";
import { REGISTER_PAGE, sendRegister, type RegisterColumn } from "./send-register.ts";

const followed = {
  replacement: { vi: "Đã thay thế bằng", en: "Replaced by" },
  correction: { vi: "Đã đính chính bằng", en: "Corrected by" },
} as const;
const becameOfIt: Readonly<Record<string, Record<ExportLanguage, string>>> = {
  dispatched: { vi: "Đã gửi", en: "Sent" },
  delivered: { vi: "Đã đến", en: "Delivered" },
  bounced: { vi: "Bị trả lại", en: "Came back" },
  failed: { vi: "Không gửi được", en: "Failed" },
  unknown: { vi: "Chưa rõ", en: "Unknown" },
};

const columns: readonly RegisterColumn<OutgoingLetterShown>[] = [
  { name: { vi: "Số, ký hiệu", en: "Number" }, value: ({ numberOnPaper }) => numberOnPaper },
  { name: { vi: "Sổ", en: "Register" }, value: ({ register }) => register },
  { name: { vi: "Năm", en: "Year" }, value: ({ year }) => year },
  { name: { vi: "Số", en: "Running number" }, value: ({ number }) => number },
  { name: { vi: "Ngày văn bản", en: "Day" }, value: ({ issuedOn }) => issuedOn },
  { name: { vi: "Tên loại", en: "Kind" }, value: ({ paper }) => paper },
  { name: { vi: "Trích yếu", en: "Subject" }, value: ({ subject }) => subject },
  { name: { vi: "Nơi nhận", en: "Recipient" }, value: ({ recipient }) => recipient },
  { name: { vi: "Người ký", en: "Signed by" }, value: ({ signers }) => signers.join("; ") },
  { name: { vi: "Người phát hành", en: "Issued by" }, value: ({ issuedBy }) => issuedBy },
  { name: { vi: "Gửi qua", en: "Sent by" }, value: ({ channel }) => channel },
  {
    name: { vi: "Tình trạng gửi", en: "What became of it" },
    value: ({ dispatch }, language) => (dispatch === null ? null : (becameOfIt[dispatch]?.[language] ?? dispatch)),
  },
  { name: { vi: "Khiếu nại", en: "Complaint" }, value: ({ complaintNumber }) => complaintNumber },
  { name: { vi: "Số bản", en: "Copies" }, value: ({ stamp }) => stamp?.copies ?? null },
  { name: { vi: "Đóng dấu lúc", en: "Stamped at" }, value: ({ stamp }) => stamp && inVietnam(stamp.stampedAt) },
  { name: { vi: "Người đóng dấu", en: "Stamped by" }, value: ({ stamp }) => stamp?.stampedBy ?? null },
  {
    name: { vi: "Thay thế, đính chính", en: "Replaced or corrected" },
    value: ({ followedBy }, language) =>
      followedBy && `${followed[followedBy.as][language]} ${followedBy.number ?? ""}`.trim(),
  },
];

/** `/outgoing-letters/export`: the registers, or a part of them, as a table for spreadsheets. */
export function outgoingLetterExportRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/outgoing-letters/export",
    {
      config: { scope: "read" },
      exposeHeadRoute: false,
      schema: {
        tags: ["letters"],
        summary: "The register of outgoing letters as a CSV file",
        description: "The latest number first. Who took it out stands in the organisation's log.",
        querystring: z.strictObject({ ...outgoingQuery, language: z.enum(["vi", "en"]).default("vi") }),
        produces: ["text/csv"],
      },
    },
    (request, reply) => {
      const who = readingLetters(signedIn(request));
      const { organisation } = who.identity;
      const { language: _, search: words, ...narrowed } = request.query;
      const asked = { organisation, visibility: visibilityOf(who.actor), filter: { ...narrowed, words } };
      const rowsAfter = async (connection: Connection, before: OutgoingLetterShown | undefined) => {
        const letters = await outgoingLetters(connection, { ...asked, before, limit: REGISTER_PAGE });
        return lettersShown(wiring, connection, { organisation, letters });
      };
      const isForPractice = who.identity.isTraining;
      const table = { list: "outgoing-letters", isForPractice, name: "cong-van-di", columns, rowsAfter } as const;
      return sendRegister(reply, wiring, who, { table, query: request.query });
    },
  );
}
