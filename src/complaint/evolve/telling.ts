import { given } from "../given.ts";
import type { Complaint } from "../state.ts";
import type { Changes } from "./change.ts";
import { withDocuments, withoutPicture } from "./file.ts";

type TellingEvent =
  | "ComplaintAccepted"
  | "ComplaintRefused"
  | "CustomerInvited"
  | "InvitationAnswered"
  | "MeetingRecorded"
  | "ReplyGiven"
  | "PaperOwed"
  | "PaperDrafted"
  | "PaperChecked"
  | "PaperSigned"
  | "PaperIssued"
  | "DispatchRecorded"
  | "OutsideRemediesTold"
  | "PromiseFulfilled";

export const tellingChanges: Pick<Changes, TellingEvent> = {
  ComplaintAccepted: (complaint, { data, occurredAt }) => ({
    ...complaint,
    accepted: { noticeId: data.noticeId, at: occurredAt },
  }),
  ComplaintRefused: (complaint, { data, occurredAt }) => ({
    ...complaint,
    refused: { noticeId: data.noticeId, at: occurredAt, reason: data.reason, round: data.round },
  }),
  CustomerInvited: (complaint, { data }) => ({
    ...complaint,
    meetings: [
      ...complaint.meetings,
      { meetingId: data.meetingId, meetingAt: data.meetingAt, outcome: "invited", agreed: null },
    ],
  }),
  InvitationAnswered: (complaint, { data }) => ({
    ...complaint,
    meetings: complaint.meetings.map((meeting) =>
      meeting.meetingId === data.meetingId ? { ...meeting, comes: data.comes } : meeting,
    ),
  }),
  MeetingRecorded: (complaint, { data, occurredAt }) => {
    const known = complaint.meetings.some((meeting) => meeting.meetingId === data.meetingId);
    const held = { meetingId: data.meetingId, outcome: data.outcome, agreed: data.agreed };
    return {
      ...withDocuments(complaint, data.attachments),
      meetings: known
        ? complaint.meetings.map((meeting) =>
            meeting.meetingId === data.meetingId ? { ...meeting, ...held } : meeting,
          )
        : [...complaint.meetings, { ...held, meetingAt: occurredAt }],
    };
  },
  ReplyGiven: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    replies: [
      ...complaint.replies,
      {
        replyId: data.replyId,
        at: occurredAt,
        round: data.round,
        level: data.level,
        final: data.final,
        substantive: data.substantive,
        written: data.written,
        channel: data.channel,
        dispatch: "sent",
      },
    ],
    promises: [...complaint.promises, ...data.promises.map((promise) => ({ ...promise, fulfilledAt: null }))],
    contactAttempts: [],
  }),
  PaperOwed: (complaint, { data }) => ({
    ...complaint,
    papersOwed: [...complaint.papersOwed, { owedId: data.owedId, duty: data.duty, anyOf: data.anyOf, issuedAs: null }],
  }),
  PaperDrafted: (complaint, { data }) => ({
    ...complaint,
    papers: [
      ...complaint.papers,
      {
        paperId: data.paperId,
        paper: data.paper,
        kind: data.kind,
        status: "drafted",
        signatures: [],
        ...given({ follows: data.follows }),
      },
    ],
  }),
  PaperChecked: (complaint, { data }) => changePaper(complaint, data.paperId, () => ({ status: "checked" })),
  PaperSigned: (complaint, { data }) =>
    changePaper(withoutPicture(complaint, data), data.paperId, ({ signatures }) => ({
      status: "signed",
      signatures: [...signatures, data.by],
    })),
  PaperIssued: (complaint, { data, occurredAt }) => {
    const signatures = complaint.papers.find(({ paperId }) => paperId === data.paperId)?.signatures ?? [];
    const { paperId, paper, kind, letterNumber, follows, signedOnPaper, signers, confirmationCode, sealedBy } = data;
    const later = given({ follows, signedOnPaper, signers, confirmationCode, sealedBy });
    const issued = { paperId, paper, kind, signatures, letterNumber, issuedAt: occurredAt, ...later };
    const others = complaint.papers
      .filter((each) => each.paperId !== data.paperId)
      .map((each) => (each.paperId === follows?.paperId ? { ...each, followedBy: { paperId, as: follows.as } } : each));
    // One paper may settle the provider's duty and the law's at once.
    return {
      ...complaint,
      papers: [...others, { ...issued, status: "issued" }],
      papersOwed: complaint.papersOwed.map((owed) =>
        owed.issuedAs === null && (data.settles?.includes(owed.owedId) ?? owed.anyOf.includes(data.paper))
          ? { ...owed, issuedAs: data.paperId }
          : owed,
      ),
    };
  },
  DispatchRecorded: (complaint, { data }) => ({
    ...complaint,
    replies: complaint.replies.map((reply) =>
      reply.replyId === data.of
        ? { ...reply, dispatch: data.outcome === "bounced" || data.outcome === "failed" ? "bounced" : "sent" }
        : reply,
    ),
  }),
  OutsideRemediesTold: (complaint, { occurredAt }) => ({ ...complaint, outsideRemediesToldAt: occurredAt }),
  PromiseFulfilled: (complaint, { data, occurredAt }) => ({
    ...complaint,
    promises: complaint.promises.map((promise) =>
      promise.promiseId === data.promiseId ? { ...promise, fulfilledAt: occurredAt } : promise,
    ),
  }),
};

type Paper = Complaint["papers"][number];

function changePaper(complaint: Complaint, paperId: string, change: (paper: Paper) => Partial<Paper>): Complaint {
  return {
    ...complaint,
    papers: complaint.papers.map((each) => (each.paperId === paperId ? { ...each, ...change(each) } : each)),
  };
}
