import type { EventOf } from "../events/event.ts";
import type { Complaint, OpenComplaint } from "../state.ts";
import type { Changes } from "./change.ts";
import { withDocuments } from "./file.ts";

type IntakeEvent =
  | "StageEntered"
  | "ReceiptAcknowledged"
  | "InformationRequested"
  | "InformationReceived"
  | "EntryCorrected"
  | "ComplaintWithdrawn"
  | "ComplaintLinked"
  | "ComplaintUnlinked"
  | "ComplaintSplit";

/** The first fact makes the complaint. */
export function registered({ data, sequence, occurredAt }: EventOf<"ComplaintRegistered">): OpenComplaint {
  return {
    phase: "received",
    sequence,
    number: data.number,
    edition: data.edition,
    receivedAt: occurredAt,
    channel: data.channel,
    channelType: data.channelType,
    customer: data.customer,
    complainant: data.complainant,
    content: data.content,
    remedySought: data.remedySought,
    eventOn: data.eventOn,
    sentOn: data.sentOn,
    filled: data.filled,
    attachments: data.attachments,
    classification: data.classification,
    missing: data.missing,
    timeBar: data.timeBar,
    reportedThrough: data.reportedThrough,
    notedBy: data.notedBy,
    forwardedByAuthority: data.forwardedByAuthority,
    aboutPersonIds: data.aboutPersonIds,
    imported: data.imported,
    shownIn: data.training ? "training" : "work",
    marks: data.vulnerable ? ["vulnerable", "priority"] : [],
    stage: "",
    stageEntries: {},
    stageEnteredAt: occurredAt,
    unit: null,
    ownerId: null,
    level: 1,
    round: 1,
    ...empty(),
  };
}

function empty() {
  return {
    acknowledgements: [],
    informationRequests: [],
    accepted: null,
    refused: null,
    appointments: [],
    coordinations: [],
    findings: [],
    handlings: [],
    resolution: null,
    dossiers: [],
    replies: [],
    promises: [],
    meetings: [],
    papersOwed: [],
    papersLapsed: [],
    papers: [],
    verdict: null,
    contactAttempts: [],
    remedies: [],
    debtsHeld: [],
    actions: [],
    watches: [],
    outsideRemediesToldAt: null,
    outsideReferral: null,
    authority: [],
    authorityReportedAt: null,
    negotiation: "none" as const,
    withdrawnAt: null,
    reopenedAt: null,
    lessons: [],
    links: [],
    clocks: [],
    pause: null,
  };
}

export const intakeChanges: Pick<Changes, IntakeEvent> = {
  StageEntered: (complaint, { data, occurredAt }) => {
    const entered: Complaint = {
      ...complaint,
      stage: data.stage,
      stageEntries: { ...complaint.stageEntries, [data.stage]: (complaint.stageEntries[data.stage] ?? 0) + 1 },
      stageEnteredAt: occurredAt,
      unit: data.unit,
      level: data.level,
      round: data.round,
    };
    // Closing, archiving and reopening are facts of their own that carry when and how; this one only moves inside the open phases.
    const isOpenPhase = data.phase !== "closed" && data.phase !== "archived";
    return isOpenPhase && !isEnded(complaint) ? ({ ...entered, phase: data.phase } as OpenComplaint) : entered;
  },
  ReceiptAcknowledged: (complaint, { data, occurredAt }) => ({
    ...complaint,
    acknowledgements: [
      ...complaint.acknowledgements,
      { acknowledgementId: data.acknowledgementId, at: occurredAt, written: data.written, automatic: data.automatic },
    ],
  }),
  InformationRequested: (complaint, { data, occurredAt }) => ({
    ...complaint,
    informationRequests: [
      ...complaint.informationRequests,
      { requestId: data.requestId, at: occurredAt, wanted: data.wanted, answeredAt: null },
    ],
  }),
  InformationReceived: (complaint, { data, occurredAt }) => ({
    ...complaint,
    filled: { ...complaint.filled, ...data.filled },
    attachments: [...complaint.attachments, ...data.attachments],
    missing: data.missing,
    timeBar: data.timeBar,
    eventOn: data.eventOn ?? complaint.eventOn,
    informationRequests: complaint.informationRequests.map((request) =>
      request.answeredAt === null && (data.requestId ?? request.requestId) === request.requestId
        ? { ...request, answeredAt: occurredAt }
        : request,
    ),
  }),
  EntryCorrected: (complaint, { data }) => ({
    ...complaint,
    customer: { ...complaint.customer, ...data.customer },
    content: data.content ?? complaint.content,
    remedySought: data.remedySought ?? complaint.remedySought,
    eventOn: data.eventOn ?? complaint.eventOn,
    sentOn: data.sentOn ?? complaint.sentOn,
    filled: { ...complaint.filled, ...data.filled },
    aboutPersonIds: data.aboutPersonIds ?? complaint.aboutPersonIds,
    missing: data.missing,
    timeBar: data.timeBar,
  }),
  ComplaintWithdrawn: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    withdrawnAt: occurredAt,
  }),
  ComplaintLinked: (complaint, { data }) => ({
    ...complaint,
    links: [...complaint.links, { linkId: data.linkId, to: data.to, as: data.as }],
  }),
  ComplaintUnlinked: (complaint, { data }) => ({
    ...complaint,
    links: complaint.links.filter((link) => link.linkId !== data.linkId),
  }),
  ComplaintSplit: (complaint) => complaint,
};

function isEnded(complaint: Complaint): boolean {
  return complaint.phase === "closed" || complaint.phase === "archived";
}
