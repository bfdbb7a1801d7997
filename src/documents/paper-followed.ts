import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { plainDay } from "./days-in-words.ts";
import type { PaperAsked } from "./letter-of-paper.ts";

/** "(Thay thế văn bản số 03/2026/TL-BKNS ngày 5/3/2026)": what stands on a paper that replaces or corrects an issued one. */
export function followedInWords({ follows, complaint, events }: PaperAsked): string | null {
  if (!follows) return null;
  const first = complaint.papers.find(({ paperId }) => paperId === follows.paperId);
  if (first?.issuedAt === undefined) return null;
  const issued = events.find((event) => event.type === "PaperIssued" && event.data.paperId === follows.paperId);
  const written = issued?.type === "PaperIssued" ? (issued.data.numberOnPaper ?? issued.data.letterNumber) : undefined;
  const words = follows.as === "replacement" ? "Thay thế văn bản" : "Đính chính văn bản";
  const number = written === undefined ? "" : ` số ${written}`;
  return `(${words}${number} ngày ${plainDay(dayInVietnam(first.issuedAt))})`;
}
