import type { Complaint, Coordination } from "../state.ts";
import type { Changes } from "./change.ts";
import { withDocuments, withFilled } from "./file.ts";

type SolvingEvent =
  | "CustomerGuided"
  | "CustomerCalledBack"
  | "AnsweredAtFirstLine"
  | "ComplaintTransferred"
  | "CoordinationRequested"
  | "CoordinationConfirmed"
  | "CoordinationPassedOn"
  | "CoordinationAnswered"
  | "CoordinationAccepted"
  | "CoordinationReturned"
  | "CoordinationReminded"
  | "CoordinationWithdrawn"
  | "FindingRecorded"
  | "HandlingRecorded"
  | "ResolutionProposed"
  | "ResolutionSubmitted"
  | "ResolutionApproved"
  | "ResolutionSentBack"
  | "DossierSubmitted"
  | "DirectionGiven"
  | "RemedyAgreed"
  | "RemedyApproved"
  | "RemedyCompleted"
  | "DebtHeld"
  | "DebtReleased"
  | "CorrectiveActionOrdered"
  | "CorrectiveActionCompleted"
  | "CorrectiveActionVerified"
  | "WatchBegun"
  | "WatchEnded";

export const solvingChanges: Pick<Changes, SolvingEvent> = {
  CustomerGuided: (complaint, { data, occurredAt }) => ({
    ...complaint,
    appointments: [
      ...complaint.appointments,
      { appointmentId: data.appointmentId, madeAt: occurredAt, callBackAt: data.callBackAt, outcome: "open" },
    ],
  }),
  CustomerCalledBack: (complaint, { data, occurredAt }) => {
    const appointments = complaint.appointments.map((appointment) =>
      appointment.appointmentId === data.appointmentId ? { ...appointment, outcome: data.outcome } : appointment,
    );
    const next = data.nextAppointmentId
      ? [
          {
            appointmentId: data.nextAppointmentId,
            madeAt: occurredAt,
            callBackAt: data.callBackAt,
            outcome: "open" as const,
          },
        ]
      : [];
    return { ...complaint, appointments: [...appointments, ...next] };
  },
  AnsweredAtFirstLine: (complaint, { data, occurredAt }) => ({
    ...complaint,
    replies: [
      ...complaint.replies,
      {
        replyId: data.replyId,
        at: occurredAt,
        round: data.round,
        level: data.level,
        final: true,
        substantive: true,
        written: data.written,
        channel: data.channel,
        dispatch: "sent",
      },
    ],
  }),
  ComplaintTransferred: (complaint, { data }) => ({
    ...withFilled(complaint, data.information),
    unit: data.unit,
    ownerId: null,
  }),
  CoordinationRequested: (complaint, { data, occurredAt }) => ({
    ...withFilled(complaint, data.information),
    coordinations: [
      ...complaint.coordinations,
      {
        coordinationId: data.coordinationId,
        unit: data.unit,
        askedAt: occurredAt,
        status: "asked",
        reminders: 0,
        repairDone: false,
      },
    ],
  }),
  CoordinationConfirmed: (complaint, { data }) => coordination(complaint, data.coordinationId, { status: "confirmed" }),
  CoordinationPassedOn: (complaint, { data }) =>
    coordination(complaint, data.coordinationId, { status: "asked", unit: data.unit }),
  CoordinationAnswered: (complaint, { data }) =>
    coordination(withDocuments(withFilled(complaint, data.filled), data.attachments), data.coordinationId, {
      status: "answered",
      promisedRepairOn: data.promisedRepairOn,
    }),
  CoordinationAccepted: (complaint, { data }) =>
    coordination(complaint, data.coordinationId, { status: "accepted", repairDone: data.repairDone }),
  CoordinationReturned: (complaint, { data }) => coordination(complaint, data.coordinationId, { status: "returned" }),
  CoordinationReminded: (complaint, { data }) =>
    coordination(complaint, data.coordinationId, { reminders: data.times }),
  CoordinationWithdrawn: (complaint, { data }) => coordination(complaint, data.coordinationId, { status: "withdrawn" }),
  FindingRecorded: (complaint, { data, occurredAt }) => ({
    ...withDocuments(withFilled(complaint, data.filled), data.attachments),
    findings: [
      ...complaint.findings,
      {
        findingId: data.findingId,
        at: occurredAt,
        ofThisRound: true,
        rootCause: data.rootCause,
        needsOnSite: data.needsOnSite,
        cause: data.cause,
      },
    ],
  }),
  HandlingRecorded: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    handlings: [
      ...complaint.handlings,
      { handlingId: data.handlingId, at: occurredAt, place: data.place, fixed: data.fixed, method: data.method },
    ],
  }),
  ResolutionProposed: (complaint, { data, actor }) => ({
    ...complaint,
    resolution: { resolutionId: data.resolutionId, status: "proposed", proposedBy: actor },
  }),
  ResolutionSubmitted: (complaint, { data }) => resolution(complaint, { status: "submitted", to: data.to }),
  ResolutionApproved: (complaint) => resolution(complaint, { status: "approved" }),
  ResolutionSentBack: (complaint) => resolution(complaint, { status: "sent-back" }),
  DossierSubmitted: (complaint, { data, occurredAt }) => ({
    ...withDocuments(complaint, data.attachments),
    dossiers: [...complaint.dossiers, { dossierId: data.dossierId, to: data.to, at: occurredAt, directedAt: null }],
  }),
  DirectionGiven: (complaint, { data, occurredAt }) => ({
    ...complaint,
    dossiers: complaint.dossiers.map((dossier) =>
      dossier.dossierId === data.dossierId ? { ...dossier, directedAt: occurredAt } : dossier,
    ),
  }),
  RemedyAgreed: (complaint, { data, actor }) => ({
    ...complaint,
    remedies: [
      ...complaint.remedies,
      {
        remedyId: data.remedyId,
        type: data.type,
        amount: data.amount,
        status: "agreed",
        needsApproval: data.needsApproval,
        agreedBy: actor,
      },
    ],
  }),
  RemedyApproved: (complaint, { data }) => remedy(complaint, data.remedyId, data.approved ? "approved" : "rejected"),
  RemedyCompleted: (complaint, { data }) => remedy(complaint, data.remedyId, "done"),
  DebtHeld: (complaint, { data }) => ({
    ...complaint,
    debtsHeld: [...complaint.debtsHeld, { debtId: data.debtId, amount: data.amount, releasedAt: null }],
  }),
  DebtReleased: (complaint, { data, occurredAt }) => ({
    ...complaint,
    debtsHeld: complaint.debtsHeld.map((debt) =>
      debt.debtId === data.debtId ? { ...debt, releasedAt: occurredAt } : debt,
    ),
  }),
  CorrectiveActionOrdered: (complaint, { data }) => ({
    ...complaint,
    actions: [...complaint.actions, { actionId: data.actionId, unit: data.unit, status: "ordered", completedBy: null }],
  }),
  CorrectiveActionCompleted: (complaint, { data, actor }) => ({
    ...complaint,
    actions: complaint.actions.map((action) =>
      action.actionId === data.actionId ? { ...action, status: "completed", completedBy: actor } : action,
    ),
  }),
  CorrectiveActionVerified: (complaint, { data }) => ({
    ...complaint,
    actions: complaint.actions.map((action) =>
      action.actionId === data.actionId ? { ...action, status: data.effective ? "verified" : "ineffective" } : action,
    ),
  }),
  WatchBegun: (complaint, { data }) => ({
    ...complaint,
    watches: [...complaint.watches, { watchId: data.watchId, until: data.until, endedAt: null, recurred: null }],
  }),
  WatchEnded: (complaint, { data, occurredAt }) => ({
    ...complaint,
    watches: complaint.watches.map((watch) =>
      watch.watchId === data.watchId ? { ...watch, endedAt: occurredAt, recurred: data.recurred } : watch,
    ),
  }),
};

function coordination(complaint: Complaint, coordinationId: string, change: Partial<Coordination>): Complaint {
  return {
    ...complaint,
    coordinations: complaint.coordinations.map((each) =>
      each.coordinationId === coordinationId ? { ...each, ...change } : each,
    ),
  };
}

function resolution(complaint: Complaint, change: Partial<NonNullable<Complaint["resolution"]>>): Complaint {
  return complaint.resolution ? { ...complaint, resolution: { ...complaint.resolution, ...change } } : complaint;
}

function remedy(complaint: Complaint, remedyId: string, status: Complaint["remedies"][number]["status"]): Complaint {
  return {
    ...complaint,
    remedies: complaint.remedies.map((each) => (each.remedyId === remedyId ? { ...each, status } : each)),
  };
}
