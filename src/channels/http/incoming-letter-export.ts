import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { incomingLetters, type IncomingLetter } from "../../store/incoming-letters.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { inVietnam, type ExportLanguage } from "./export-lines.ts";
import { letterQuery } from "./incoming-letter-schema.ts";
import { readingRegister, shown } from "./incoming-letters.ts";
import { REGISTER_PAGE, sendRegister, type RegisterColumn } from "./send-register.ts";

type Shown = Awaited<ReturnType<typeof shown>>[number];

const ways: Record<IncomingLetter["cameBy"], Record<ExportLanguage, string>> = {
  post: { vi: "Bưu điện", en: "Post" },
  counter: { vi: "Trực tiếp", en: "By hand" },
  fax: { vi: "Fax", en: "Fax" },
  authority: { vi: "Cơ quan chuyển đến", en: "From an authority" },
};
const outcomes: Record<IncomingLetter["outcome"], Record<ExportLanguage, string>> = {
  waiting: { vi: "Chờ xử lý", en: "Waits" },
  registered: { vi: "Đã tiếp nhận khiếu nại", en: "Taken in as a complaint" },
  added: { vi: "Đã bổ sung vào hồ sơ", en: "Added to a complaint" },
  "nothing-to-do": { vi: "Không phải xử lý", en: "Nothing to do" },
  struck: { vi: "Huỷ dòng", en: "Struck out" },
};

const yes = { vi: "Có", en: "Yes" };

const columns: readonly RegisterColumn<Shown>[] = [
  { name: { vi: "Số đến", en: "Number" }, value: ({ number }) => number },
  { name: { vi: "Năm", en: "Year" }, value: ({ year }) => year },
  { name: { vi: "Ngày đến", en: "Received at" }, value: ({ receivedAt }) => inVietnam(receivedAt) },
  { name: { vi: "Dấu bưu điện", en: "Postmark" }, value: ({ postmarkedOn }) => postmarkedOn },
  { name: { vi: "Đến bằng", en: "Came by" }, value: ({ cameBy }, language) => ways[cameBy][language] },
  { name: { vi: "Nơi gửi", en: "Sender" }, value: ({ sender }) => sender },
  { name: { vi: "Số, ký hiệu", en: "Sender's number" }, value: ({ theirNumber }) => theirNumber },
  { name: { vi: "Ngày văn bản", en: "Sender's date" }, value: ({ theirDate }) => theirDate },
  { name: { vi: "Trích yếu", en: "About" }, value: ({ about }) => about },
  { name: { vi: "Số tờ", en: "Sheets" }, value: ({ sheets }) => sheets },
  { name: { vi: "Đơn vị nhận", en: "Given to" }, value: ({ unitName }) => unitName },
  { name: { vi: "Kết quả", en: "What became of it" }, value: ({ outcome }, language) => outcomes[outcome][language] },
  { name: { vi: "Khiếu nại", en: "Complaint" }, value: ({ complaintNumber }) => complaintNumber },
  { name: { vi: "Lý do", en: "Reason" }, value: ({ outcomeReason }) => outcomeReason },
  {
    name: { vi: "Đã sửa", en: "Corrected" },
    value: ({ isCorrected }, language) => (isCorrected ? yes[language] : null),
  },
  { name: { vi: "Người vào sổ", en: "Entered by" }, value: ({ recordedBy }) => recordedBy },
];

/** `/incoming-letters/export`: the register, or a part of it, as a table for spreadsheets. */
export function incomingLetterExportRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/incoming-letters/export",
    {
      config: { scope: "read" },
      exposeHeadRoute: false,
      schema: {
        tags: ["letters"],
        summary: "The register of letters received as a CSV file",
        description: "The latest number first. Who took it out stands in the organisation's log.",
        querystring: z.strictObject({ ...letterQuery, language: z.enum(["vi", "en"]).default("vi") }),
        produces: ["text/csv"],
      },
    },
    (request, reply) => {
      const who = readingRegister(signedIn(request));
      const { organisation } = who.identity;
      const { language: _, search: words, ...narrowed } = request.query;
      const asked = { organisation, visibility: visibilityOf(who.actor), filter: { ...narrowed, words } };
      const rowsAfter = async (connection: Connection, before: Shown | undefined) =>
        shown(connection, organisation, await incomingLetters(connection, { ...asked, before, limit: REGISTER_PAGE }));
      // Letters are the organisation's whoever practises.
      const table = {
        list: "incoming-letters",
        isForPractice: false,
        name: "cong-van-den",
        columns,
        rowsAfter,
      } as const;
      return sendRegister(reply, wiring, who, { table, query: request.query });
    },
  );
}
