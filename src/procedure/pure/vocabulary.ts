/**
 * The closed lists that packs and code share. A pack chooses from them; it never adds to them.
 * A new word here is a new verb, event or fact of the trade, and the compiler then names what must handle it.
 */

/** The fixed phases of a complaint. Every stage that a pack names belongs to one of them. */
export const phases = ["received", "under-way", "answered", "closed", "archived"] as const;
export type Phase = (typeof phases)[number];

/** Roles that a person may hold in a unit. A pack gives them the provider's own names. */
export const roles = [
  "clerk",
  "shift-lead",
  "unit-member",
  "unit-head",
  "field-technician",
  "records-clerk",
  "approver",
  "board",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export const channelTypes = [
  "phone",
  "email",
  "web-form",
  "ticket",
  "counter",
  "post",
  "sms",
  "chat",
  "unit",
  "partner",
  "press",
  "authority",
] as const;
export type ChannelType = (typeof channelTypes)[number];

/** What a complaint is about, for the law. A pack's kinds each belong to one. */
export const natures = ["incident", "quality", "charges", "service", "business", "other"] as const;
export type Nature = (typeof natures)[number];

export const marks = ["complex", "severe", "priority", "vulnerable"] as const;
export type Mark = (typeof marks)[number];

export const remedyTypes = ["charge-reduction", "refund", "compensation"] as const;
export type RemedyType = (typeof remedyTypes)[number];

/** What readers may rate: the page on which the procedure is published, and the provider's help pages as a whole. */
export const ratingSubjects = ["article", "help-centre"] as const;
export type RatingSubject = (typeof ratingSubjects)[number];

export const paperKinds = [
  "receipt",
  "acknowledgement",
  "information-request",
  "acceptance-notice",
  "refusal-notice",
  "coordination-slip",
  "proposal",
  "reply-letter",
  "invitation",
  "meeting-minutes",
  "settlement-minutes",
  "dossier",
  "corrective-order",
  "closing-slip",
  "lesson",
  "authority-report",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Where a customer may turn besides the provider. */
export const outsideWays = ["consumer-authority", "consumer-organisation", "arbitration", "court"] as const;
export type OutsideWay = (typeof outsideWays)[number];

/** What a running clock is counted for. Each start opens a numbered instance for its scope. */
export const clockScopes = [
  "complaint",
  "level",
  "round",
  "stage",
  "coordination",
  "appointment",
  "promise",
  "remedy",
  "action",
] as const;
export type ClockScope = (typeof clockScopes)[number];

/** Why a clock may stand still. A pack's clock names those that pause it; a law clock only what the law names. */
export const pauseReasons = [
  "waiting-for-customer",
  "waiting-for-third-party",
  "force-majeure",
  "agreed-with-customer",
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The verbs of the trade: one file each in `src/complaint/`. */
export const verbs = [
  // receive
  "register",
  "acknowledge",
  "request-information",
  "receive-information",
  "correct-entry",
  "withdraw",
  "link",
  "unlink",
  "split",
  // sort out
  "classify",
  "reclassify",
  "mark",
  "assign",
  "hand-over",
  "note",
  "attach",
  "log-call",
  "record-contact-attempt",
  // solve
  "guide-customer",
  "call-back",
  "answer-at-first-line",
  "transfer",
  "request-coordination",
  "confirm-coordination",
  "pass-on-coordination",
  "answer-coordination",
  "accept-coordination",
  "return-coordination",
  "remind-coordination",
  "withdraw-coordination",
  "record-finding",
  "record-handling",
  "propose-resolution",
  "submit-resolution",
  "approve-resolution",
  "send-back-resolution",
  "submit-dossier",
  "give-direction",
  "agree-remedy",
  "approve-remedy",
  "complete-remedy",
  "hold-debt",
  "release-debt",
  "order-corrective-action",
  "complete-corrective-action",
  "verify-corrective-action",
  "watch",
  "end-watch",
  // tell
  "accept",
  "refuse",
  "invite",
  "answer-invitation",
  "record-meeting",
  "reply",
  "draft-paper",
  "check-paper",
  "sign-paper",
  "issue-paper",
  "record-dispatch",
  "inform-of-outside-remedies",
  "fulfil-promise",
  // hear
  "record-verdict",
  "start-next-round",
  "escalate",
  "record-outside-referral",
  "record-authority",
  "report-to-authority",
  "ask-negotiation",
  "begin-negotiation",
  "refuse-negotiation",
  // time
  "extend",
  "pause",
  "resume",
  // end
  "close",
  "reopen",
  "record-lesson",
  "archive",
  "redact",
  "move-to-edition",
] as const;
export type Verb = (typeof verbs)[number];

/** The facts that packs may start, stop or void a clock on, or owe a paper on. Past tense; one schema each in `src/complaint/events/`. */
export const eventTypes = [
  "ComplaintRegistered",
  "StageEntered",
  "ReceiptAcknowledged",
  "InformationRequested",
  "InformationReceived",
  "EntryCorrected",
  "ComplaintWithdrawn",
  "ComplaintLinked",
  "ComplaintUnlinked",
  "ComplaintSplit",
  "ComplaintClassified",
  "ComplaintMarked",
  "ComplaintAssigned",
  "NoteWritten",
  "AttachmentAdded",
  "FormFilled",
  "CallLogged",
  "ContactAttempted",
  "CustomerGuided",
  "CustomerCalledBack",
  "AnsweredAtFirstLine",
  "ComplaintTransferred",
  "CoordinationRequested",
  "CoordinationConfirmed",
  "CoordinationPassedOn",
  "CoordinationAnswered",
  "CoordinationAccepted",
  "CoordinationReturned",
  "CoordinationReminded",
  "CoordinationWithdrawn",
  "FindingRecorded",
  "HandlingRecorded",
  "ResolutionProposed",
  "ResolutionSubmitted",
  "ResolutionApproved",
  "ResolutionSentBack",
  "DossierSubmitted",
  "DirectionGiven",
  "RemedyAgreed",
  "RemedyApproved",
  "RemedyCompleted",
  "DebtHeld",
  "DebtReleased",
  "CorrectiveActionOrdered",
  "CorrectiveActionCompleted",
  "CorrectiveActionVerified",
  "WatchBegun",
  "WatchEnded",
  "ComplaintAccepted",
  "ComplaintRefused",
  "CustomerInvited",
  "InvitationAnswered",
  "MeetingRecorded",
  "ReplyGiven",
  "PaperOwed",
  "PaperDrafted",
  "PaperChecked",
  "PaperSigned",
  "PaperIssued",
  "DispatchRecorded",
  "OutsideRemediesTold",
  "PromiseFulfilled",
  "VerdictRecorded",
  "RoundStarted",
  "LevelEscalated",
  "OutsideReferralRecorded",
  "AuthorityActed",
  "AuthorityReported",
  "NegotiationAsked",
  "NegotiationBegun",
  "NegotiationRefused",
  "ClockStarted",
  "ClockStopped",
  "ClockWarned",
  "ClockBreached",
  "ClockMoved",
  "ClockReinstated",
  "TermExtended",
  "ComplaintPaused",
  "ComplaintResumed",
  "ComplaintClosed",
  "ComplaintReopened",
  "LessonRecorded",
  "ComplaintArchived",
  "ComplaintRedacted",
  "EditionMoved",
  "TrainingRemoved",
] as const;
export type EventType = (typeof eventTypes)[number];
