import type { Changes } from "./change.ts";
import { withDocuments, withoutFindingsOfThisRound } from "./file.ts";

type HearingEvent =
  | "VerdictRecorded"
  | "RoundStarted"
  | "LevelEscalated"
  | "OutsideReferralRecorded"
  | "AuthorityActed"
  | "AuthorityReported"
  | "NegotiationAsked"
  | "NegotiationBegun"
  | "NegotiationRefused";

export const hearingChanges: Pick<Changes, HearingEvent> = {
  VerdictRecorded: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    verdict: { accepts: data.accepts, satisfied: data.satisfied, round: data.round, at: occurredAt },
  }),
  RoundStarted: (complaint, { data }) => ({
    ...withoutFindingsOfThisRound(complaint),
    round: data.round,
    verdict: null,
    resolution: null,
  }),
  LevelEscalated: (complaint, { data }) => ({ ...complaint, level: data.level }),
  OutsideReferralRecorded: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.evidence),
    outsideReferral: { to: data.to, at: occurredAt },
  }),
  AuthorityActed: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    forwardedByAuthority: data.act === "forwarded" ? data.authority : complaint.forwardedByAuthority,
    authority: [...complaint.authority, { authority: data.authority, act: data.act, at: occurredAt }],
  }),
  AuthorityReported: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    authorityReportedAt: occurredAt,
  }),
  NegotiationAsked: (complaint) => ({ ...complaint, negotiation: "asked" }),
  NegotiationBegun: (complaint) => ({ ...complaint, negotiation: "begun" }),
  NegotiationRefused: (complaint) => ({ ...complaint, negotiation: "refused" }),
};
