import { Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { millimetres } from "./word-text.ts";

/** Between the margins of the decree: A4 without 30 mm to the left and 15 mm to the right. */
export const TEXT_TWIPS = millimetres(165);

/** A table without lines. `isForm`: its first column names what stands in the second, for whoever has it read out. */
export function table({ widths, isForm }: { widths: readonly number[]; isForm: boolean }, rows: TableRow[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: isForm ? 113 : 0 },
    tableLook: {
      firstRow: false,
      lastRow: false,
      firstColumn: isForm,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
  });
}

/** A row that stays on one page. */
export function row(cells: readonly (readonly Paragraph[])[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map((children) => new TableCell({ children: children.length > 0 ? children : [gap(0)] })),
  });
}

/** An empty line of a height in twips. */
export function gap(twips: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: Math.max(twips, 20), lineRule: "exact" },
    children: [],
  });
}
