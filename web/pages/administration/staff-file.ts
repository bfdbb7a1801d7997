import type { Parts } from "../../api/ask.ts";
import { saveAs } from "../../parts/save-as.ts";
import { rowsOfCsv } from "./csv.ts";

export type StaffLine = Parts<"POST /people-imports">["body"]["lines"][number];

/** The columns of a list of staff, by what the server calls them. */
export const staffColumns = {
  name: "ho_ten",
  signInName: "ten_dang_nhap",
  email: "email",
  unit: "bo_phan",
  roles: "vai_tro",
} as const;

/** The lines of a file; "no-columns" where its first line does not name them. Lines are counted as Excel does, the first line is 1. */
export function staffLinesOf(text: string): StaffLine[] | "no-columns" {
  const rows = rowsOfCsv(text);
  const [first] = rows;
  if (first && !(staffColumns.name in first && staffColumns.signInName in first)) return "no-columns";
  return rows.map((row, place) => ({
    line: place + 2,
    name: row[staffColumns.name] ?? "",
    signInName: row[staffColumns.signInName] ?? "",
    email: row[staffColumns.email] ?? "",
    unit: row[staffColumns.unit] ?? "",
    roles: (row[staffColumns.roles] ?? "").split(/[,;|]/).flatMap((role) => (role.trim() === "" ? [] : [role.trim()])),
  }));
}

/** A file to begin with. */
export const sampleFile = `${Object.values(staffColumns).join(",")}\nNguyễn Thị Lan,lan,lan@example.vn,CSKH,clerk\n`;

/**
 * A file that spreadsheets open: what they would run as a formula is made harmless, also where they take a semicolon, a tab or a line
 * break in a text for the end of a cell.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `"${text.replaceAll(/(^|[;\t\r\n])(?=["' ]*[=+\-@＝＋－＠])/g, "$1'").replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

export function saveCsv(name: string, text: string): void {
  saveAs(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
}
