import type { Mark, PauseReason, Phase } from "../procedure/pure/vocabulary.ts";
import type { EditionRef } from "../procedure/pure/edition/edition.ts";
import type { EventData, ActorRef } from "./events/event.ts";
import type { Attachment, Customer, TimeBarAssessment } from "./events/parts.ts";

/**
 * A complaint passes through fixed phases; the stages between them are the pack's.
 *
 * received   it has a number; who, what and when are being put together
 * under way  somebody looks for cause and remedy: first line, units, levels, rounds
 * answered   the customer has a final reply of this round and the provider listens for a verdict
 * closed     the end that the pack's guard allows was reached; follow-up clocks may still run
 * archived   the file is put away and kept for its term
 *
 * Coordination requests, clocks, papers, promises and remedies are collections inside it, not states of it.
 */
export type Complaint = OpenComplaint | ClosedComplaint | ArchivedComplaint;

export type OpenComplaint = ComplaintFile & { phase: "received" | "under-way" | "answered" };
export type ClosedComplaint = ComplaintFile & {
  phase: "closed";
  closedAt: string;
  outcome: EventData<"ComplaintClosed">["outcome"];
};
export type ArchivedComplaint = ComplaintFile & {
  phase: "archived";
  closedAt: string;
  outcome: EventData<"ComplaintClosed">["outcome"];
  archivedAt: string;
};

/** What every phase has. Collections keep the order of their events. */
export type ComplaintFile = {
  phase: Phase;
  /** Sequence of the last event taken in. */
  sequence: number;
  number: string;
  edition: EditionRef;
  /** Instant of receipt by the provider. */
  receivedAt: string;
  channel: string;
  channelType: EventData<"ComplaintRegistered">["channelType"];
  customer: Customer;
  complainant: EventData<"ComplaintRegistered">["complainant"];
  content: string;
  remedySought?: string | undefined;
  eventOn?: string | undefined;
  /** By its postmark: who sent it in time is in time, however long it travelled. */
  sentOn?: string | undefined;
  filled: Record<string, string | number | boolean>;
  attachments: Attachment[];
  classification: EventData<"ComplaintRegistered">["classification"];
  missing: string[];
  timeBar: TimeBarAssessment | null;
  reportedThrough?: string | undefined;
  notedBy?: string | undefined;
  forwardedByAuthority?: string | undefined;
  aboutPersonIds: string[];
  imported: boolean;
  shownIn: ShownIn;
  marks: Mark[];

  stage: string;
  /** How often each stage was entered. */
  stageEntries: Record<string, number>;
  stageEnteredAt: string;
  unit: string | null;
  ownerId: string | null;
  level: number;
  round: number;

  acknowledgements: { acknowledgementId: string; at: string; written: boolean; automatic: boolean }[];
  informationRequests: { requestId: string; at: string; wanted: string[]; answeredAt: string | null }[];
  accepted: { noticeId: string; at: string } | null;
  refused: { noticeId: string; at: string; reason: string; round: number } | null;
  appointments: {
    appointmentId: string;
    madeAt: string;
    callBackAt?: string | undefined;
    outcome: "open" | "fixed" | "not-fixed" | "no-answer";
  }[];
  coordinations: Coordination[];
  findings: {
    findingId: string;
    at: string;
    /** False once another round began or the complaint was reopened. */
    ofThisRound: boolean;
    rootCause: EventData<"FindingRecorded">["rootCause"];
    needsOnSite: boolean;
    cause: string;
  }[];
  handlings: {
    handlingId: string;
    at: string;
    place: EventData<"HandlingRecorded">["place"];
    fixed: boolean;
    method: string;
  }[];
  resolution: {
    resolutionId: string;
    status: "proposed" | "submitted" | "approved" | "sent-back";
    proposedBy: ActorRef;
    to?: string;
  } | null;
  dossiers: { dossierId: string; to: string; at: string; directedAt: string | null }[];
  replies: Reply[];
  promises: { promiseId: string; text: string; dueOn: string; fulfilledAt: string | null }[];
  meetings: {
    meetingId: string;
    meetingAt: string;
    outcome: "invited" | "signed" | "refused-to-sign" | "absent";
    agreed: boolean | null;
    /** What the customer said to the invitation; absent: nothing yet. */
    comes?: boolean;
  }[];
  papersOwed: PaperOwed[];
  /** What was owed and fell away with the end: the customer withdrew, or the matter runs under another number. */
  papersLapsed: PaperOwed[];
  papers: {
    paperId: string;
    paper: string;
    kind: string;
    status: "drafted" | "checked" | "signed" | "issued";
    /** Who has signed so far, in order: the pack's words for the signers. */
    signatures: string[];
    letterNumber?: string | undefined;
    issuedAt?: string | undefined;
    /** The issued paper that it replaces or corrects, and the one that did so with this one. */
    follows?: PaperLink | undefined;
    followedBy?: PaperLink | undefined;
    /** A copy signed on paper was handed in; with the names on it, where they were written down. */
    signedOnPaper?: true | undefined;
    signers?: string | undefined;
    confirmationCode?: string | undefined;
    sealedBy?: string | undefined;
    /** Documents of the file that are scans of its copy signed on paper. */
    scans?: string[] | undefined;
  }[];
  verdict: {
    accepts: "yes" | "no" | "silent";
    satisfied: "yes" | "no" | "not-asked" | "unknown";
    round: number;
    at: string;
  } | null;
  contactAttempts: { at: string; reached: boolean }[];
  remedies: {
    remedyId: string;
    type: string;
    amount: number;
    status: "agreed" | "approved" | "rejected" | "done";
    needsApproval: boolean;
    agreedBy: ActorRef;
  }[];
  debtsHeld: { debtId: string; amount: number; releasedAt: string | null }[];
  actions: {
    actionId: string;
    unit: string;
    status: "ordered" | "completed" | "verified" | "ineffective";
    completedBy: ActorRef | null;
  }[];
  watches: { watchId: string; until: string; endedAt: string | null; recurred: boolean | null }[];
  outsideRemediesToldAt: string | null;
  outsideReferral: { to: string; at: string } | null;
  authority: { authority: string; act: string; at: string }[];
  authorityReportedAt: string | null;
  negotiation: "none" | "asked" | "begun" | "refused";
  withdrawnAt: string | null;
  /** The last time it was taken up again after its end. */
  reopenedAt: string | null;
  lessons: string[];
  links: { linkId: string; to: string; as: string }[];

  clocks: Clock[];
  /** The pause in force, if any; ended pauses live in the clocks they held. */
  pause: { reason: PauseReason; since: string } | null;
};

/**
 * Where a complaint is shown: among the work; in training, to those who practise; or, once a training was removed, nowhere.
 * Whoever may read both sees one of them at a time.
 */
export type ShownIn = "work" | "training" | "nowhere";

export type PaperLink = { paperId: string; as: "replacement" | "correction" };

/** A duty that is owed; settled by the paper that was issued as it. */
export type PaperOwed = { owedId: string; duty: string; anyOf: string[]; issuedAs: string | null };

export type Coordination = {
  coordinationId: string;
  unit: string;
  askedAt: string;
  status: "asked" | "confirmed" | "answered" | "accepted" | "returned" | "withdrawn";
  reminders: number;
  promisedRepairOn?: string | undefined;
  repairDone: boolean;
};

export type Reply = {
  replyId: string;
  at: string;
  round: number;
  level: number;
  final: boolean;
  substantive: boolean;
  written: boolean;
  channel: string;
  dispatch: "sent" | "bounced";
};

export type Clock = {
  clockId: string;
  rule: string;
  instance: number;
  scope: string;
  scopeId: string;
  origin: "procedure" | "law" | "internal";
  purpose: string;
  startedAt: string;
  term: string | null;
  calendar: "organisation" | "national" | "own";
  calendarVersion: string;
  dueOn: string;
  dueAt: string;
  inclusive: boolean;
  warnAts: string[];
  /** How many of `warnAts` were acted on. */
  warned: number;
  breachedAt: string | null;
  pauses: { from: string; to: string | null }[];
  extensions: { by: string }[];
  status: "running" | "paused" | "met" | "late" | "void";
  endedAt: string | null;
  /** The id of what was sent and ended it; kept while it runs again because that came back. */
  stoppedBy: string | null;
};

/** Running or paused: not ended. */
export function isOpen(clock: Clock): boolean {
  return clock.status === "running" || clock.status === "paused";
}
