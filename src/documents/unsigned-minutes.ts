import type { Signatory } from "./letter.ts";
import { lastOf, type PaperFacts } from "./paper-facts.ts";
import type { PaperKind } from "../procedure/pure/vocabulary.ts";

/** How minutes stand that the customer would not sign or did not come to; null for any other paper, and where both signed. */
export function unsignedMinutes(
  kind: PaperKind,
  facts: PaperFacts,
): { note: string; witness: Signatory | null } | null {
  const met = lastOf(facts, "MeetingRecorded")?.data;
  if (kind !== "meeting-minutes" || met === undefined || met.outcome === "signed") return null;
  const { outcome, witness: name = null } = met;
  return {
    note: outcome === "absent" ? "(Vắng mặt)" : "(Từ chối ký)",
    witness:
      name === null
        ? null
        : { delegation: null, title: "Người làm chứng", name, note: "(Ký, ghi rõ họ tên)", picture: null },
  };
}
