import type { Changes } from "./change.ts";
import { withDocuments, withFilled } from "./file.ts";

type SortingEvent =
  | "ComplaintClassified"
  | "ComplaintMarked"
  | "ComplaintAssigned"
  | "NoteWritten"
  | "AttachmentAdded"
  | "FormFilled"
  | "CallLogged"
  | "ContactAttempted";

export const sortingChanges: Pick<Changes, SortingEvent> = {
  ComplaintClassified: (complaint, { data }) => {
    const { previousKind: _previous, reason: _reason, missing, timeBar, ...classification } = data;
    return { ...complaint, classification, missing, timeBar };
  },
  ComplaintMarked: (complaint, { data }) => {
    const others = complaint.marks.filter((mark) => mark !== data.mark);
    return { ...complaint, marks: data.on ? [...others, data.mark] : others };
  },
  ComplaintAssigned: (complaint, { data }) => ({ ...complaint, ownerId: data.personId, unit: data.unit }),
  NoteWritten: (complaint) => complaint,
  AttachmentAdded: (complaint, { data: { attachment, scanOf } }) => {
    const filed = withDocuments(complaint, [attachment]);
    if (scanOf === undefined) return filed;
    const papers = filed.papers.map((each) =>
      each.paperId === scanOf ? { ...each, scans: [...(each.scans ?? []), attachment.attachmentId] } : each,
    );
    return { ...filed, papers };
  },
  FormFilled: (complaint, { data }) => withFilled(complaint, data.filled),
  CallLogged: (complaint) => complaint,
  ContactAttempted: (complaint, { data, occurredAt }) => ({
    ...complaint,
    contactAttempts: [...complaint.contactAttempts, { at: occurredAt, reached: data.reached }],
  }),
};
