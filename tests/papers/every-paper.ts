import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { PaperAsked } from "../../src/documents/letter-of-paper.ts";
import type { Edition } from "../../src/procedure/pure/edition/edition.ts";
import { did } from "../support/given.ts";
import { replied } from "../support/facts.ts";
import { paperAsked } from "../support/paper-file.ts";

export type PaperToRead = { name: string; asked: PaperAsked };

/** Every paper of an edition about the file of Lê Minh, and those that say something else in a later round or unsigned. */
export function papersOf(edition: Edition): PaperToRead[] {
  const plain = edition.papers.map((paper) => ({ name: paper.id, asked: paperAsked(edition, paper) }));
  const letters = edition.papers.filter(({ kind }) => kind === "reply-letter");
  const minutes = edition.papers.filter(({ kind }) => kind === "meeting-minutes");
  return [
    ...plain,
    ...letters.map((paper) => ({ name: `${paper.id} (lần 2)`, asked: paperAsked(edition, paper, secondRound) })),
    ...minutes.flatMap((paper) => [
      { name: `${paper.id} (từ chối ký)`, asked: paperAsked(edition, paper, [minutesOf("refused-to-sign")]) },
      { name: `${paper.id} (vắng mặt)`, asked: paperAsked(edition, paper, [minutesOf("absent")]) },
    ]),
  ];
}

const secondRound = [
  did("VerdictRecorded", { verdictId: "v-1", accepts: "no", satisfied: "no", attachments: [], round: 1 }),
  did("RoundStarted", { round: 2, reason: "Khách hàng chưa đồng ý" }),
  replied({
    replyId: "reply-2",
    content: "Chúng tôi đề nghị giảm cước hai tháng và thay modem mới.",
    promises: [],
    written: true,
    round: 2,
  }),
];

function minutesOf(outcome: "refused-to-sign" | "absent") {
  return did("MeetingRecorded", {
    meetingId: "g-1",
    outcome,
    agreed: false,
    result: outcome === "absent" ? "Khách hàng không đến." : "Khách hàng không đồng ý mức giảm trừ.",
    attachments: [],
    witness: "Lý Hoa",
  });
}

/**
 * What stands below the motto, by paper, as somebody read it and found it right: `tests/papers/as-read/<organisation>.yaml`. With
 * HOIAM_WRITE_AS_READ=1 in the environment what was found is written there, to be read in the difference.
 */
export function expectedOf(organisation: string, found: Record<string, string>): unknown {
  const file = join(import.meta.dirname, "as-read", `${organisation}.yaml`);
  if (process.env.HOIAM_WRITE_AS_READ === "1") writeFileSync(file, stringify(found, { lineWidth: 120 }));
  return parse(readFileSync(file, "utf8"));
}
