import type { EventData } from "../events/event.ts";
import type { Attachment } from "../events/parts.ts";
import type { Complaint } from "../state.ts";

/** The file with more documents, whatever fact brought them. Evidence that was missing is missing no longer. */
export function withDocuments<C extends Complaint>(complaint: C, documents: readonly Attachment[]): C {
  if (documents.length === 0) return complaint;
  return {
    ...complaint,
    attachments: [...complaint.attachments, ...documents],
    missing: complaint.missing.filter((id) => !documents.some(({ evidence }) => evidence === id)),
  };
}

/** The picture of a signature came as a document just before: it is the proof of the signature, and no document of the file. */
export function withoutPicture<C extends Complaint>(
  complaint: C,
  { signedOn, signatureSha256 }: Pick<EventData<"PaperSigned">, "signedOn" | "signatureSha256">,
): C {
  if (signedOn !== "screen" || signatureSha256 === undefined) return complaint;
  const place = complaint.attachments.findLastIndex(({ sha256 }) => sha256 === signatureSha256);
  return { ...complaint, attachments: complaint.attachments.filter((_each, index) => index !== place) };
}

/** The file with more values of the pack's fields. A later value takes the place of an earlier one. */
export function withFilled<C extends Complaint>(complaint: C, filled: Complaint["filled"]): C {
  return {
    ...complaint,
    filled: { ...complaint.filled, ...filled },
    missing: complaint.missing.filter((field) => filled[field] === undefined || filled[field] === ""),
  };
}

/** What was found before is not what a new round, or a reopened complaint, finds. */
export function withoutFindingsOfThisRound<C extends Complaint>(complaint: C): C {
  return { ...complaint, findings: complaint.findings.map((finding) => ({ ...finding, ofThisRound: false })) };
}
