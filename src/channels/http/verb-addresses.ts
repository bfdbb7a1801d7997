import type { Verb } from "../../procedure/pure/vocabulary.ts";

/** Where a verb is carried out: the thing that it makes, below `/complaints/{complaintId}/`. `:name` gives the field of that name. */
export type VerbAddress = {
  path: string;
  tag: "receive" | "sort out" | "solve" | "tell" | "hear" | "time" | "end";
  summary: string;
};

/** Every verb on a complaint that exists. `POST /complaints` registers one. A missing verb does not compile. */
export const verbAddresses: Readonly<Record<Exclude<Verb, "register">, VerbAddress>> = {
  acknowledge: { path: "acknowledgements", tag: "receive", summary: "Say that it arrived" },
  "request-information": {
    path: "information-requests",
    tag: "receive",
    summary: "Ask the customer for what is missing",
  },
  "receive-information": { path: "information", tag: "receive", summary: "Take in what the customer sent" },
  "correct-entry": { path: "corrections", tag: "receive", summary: "Correct what was typed in" },
  withdraw: { path: "withdrawals", tag: "receive", summary: "The customer withdraws it" },
  link: { path: "links", tag: "receive", summary: "Link it to another: duplicate, same incident, related" },
  unlink: { path: "links/:linkId/removals", tag: "receive", summary: "Take a link away" },
  split: { path: "splits", tag: "receive", summary: "Split a part off into another complaint" },

  classify: { path: "classifications", tag: "sort out", summary: "Say what kind it is" },
  reclassify: {
    path: "reclassifications",
    tag: "sort out",
    summary: "Say that it is of another kind, under the same number",
  },
  mark: { path: "marks", tag: "sort out", summary: "Mark it complex, severe, priority or vulnerable" },
  assign: { path: "assignments", tag: "sort out", summary: "Put somebody in charge" },
  "hand-over": { path: "hand-overs", tag: "sort out", summary: "Hand it over to somebody" },
  note: { path: "notes", tag: "sort out", summary: "Write a note for colleagues" },
  attach: { path: "documents", tag: "sort out", summary: "Put uploaded documents into the file" },
  "log-call": { path: "calls", tag: "sort out", summary: "Log a telephone call" },
  "record-contact-attempt": {
    path: "contact-attempts",
    tag: "sort out",
    summary: "Record an attempt to reach the customer",
  },

  "guide-customer": { path: "guidances", tag: "solve", summary: "Guide the customer through a remedy" },
  "call-back": { path: "call-backs", tag: "solve", summary: "Call the customer back, and say how it went" },
  "answer-at-first-line": { path: "first-line-answers", tag: "solve", summary: "Answer at the first line" },
  transfer: { path: "transfers", tag: "solve", summary: "Pass it on to another unit" },
  "request-coordination": { path: "coordinations", tag: "solve", summary: "Ask a unit to coordinate" },
  "confirm-coordination": {
    path: "coordinations/:coordinationId/confirmations",
    tag: "solve",
    summary: "The unit confirms that it has the request",
  },
  "pass-on-coordination": {
    path: "coordinations/:coordinationId/passings-on",
    tag: "solve",
    summary: "The unit passes the request on, with its own clock",
  },
  "answer-coordination": { path: "coordinations/:coordinationId/answers", tag: "solve", summary: "The unit answers" },
  "accept-coordination": {
    path: "coordinations/:coordinationId/acceptances",
    tag: "solve",
    summary: "Find the answer suitable",
  },
  "return-coordination": {
    path: "coordinations/:coordinationId/returns",
    tag: "solve",
    summary: "Send the answer back",
  },
  "remind-coordination": { path: "coordinations/:coordinationId/reminders", tag: "solve", summary: "Remind the unit" },
  "withdraw-coordination": {
    path: "coordinations/:coordinationId/withdrawals",
    tag: "solve",
    summary: "Take the request back",
  },
  "record-finding": { path: "findings", tag: "solve", summary: "Record the cause that was found" },
  "record-handling": { path: "handlings", tag: "solve", summary: "Record how it was handled" },
  "propose-resolution": { path: "resolution-proposals", tag: "solve", summary: "Propose how to settle it" },
  "submit-resolution": { path: "resolution-submissions", tag: "solve", summary: "Submit the proposal for approval" },
  "approve-resolution": { path: "resolution-approvals", tag: "solve", summary: "Approve the proposal" },
  "send-back-resolution": { path: "resolution-returns", tag: "solve", summary: "Send the proposal back" },
  "submit-dossier": { path: "dossiers", tag: "solve", summary: "Submit the dossier to the board" },
  "give-direction": { path: "directions", tag: "solve", summary: "The board says how to go on" },
  "agree-remedy": { path: "remedies", tag: "solve", summary: "Agree on a charge reduction, refund or compensation" },
  "approve-remedy": { path: "remedies/:remedyId/approvals", tag: "solve", summary: "Approve a remedy, or not" },
  "complete-remedy": { path: "remedies/:remedyId/completions", tag: "solve", summary: "The remedy is done" },
  "hold-debt": { path: "held-debts", tag: "solve", summary: "Hold a disputed debt" },
  "release-debt": { path: "held-debts/:debtId/releases", tag: "solve", summary: "Release a held debt" },
  "order-corrective-action": { path: "corrective-actions", tag: "solve", summary: "Order a corrective action" },
  "complete-corrective-action": {
    path: "corrective-actions/:actionId/completions",
    tag: "solve",
    summary: "The corrective action is done",
  },
  "verify-corrective-action": {
    path: "corrective-actions/:actionId/verifications",
    tag: "solve",
    summary: "Check whether the corrective action helped",
  },
  watch: { path: "watches", tag: "solve", summary: "Watch whether it comes back" },
  "end-watch": { path: "watch-results", tag: "solve", summary: "End the watch" },

  accept: { path: "acceptances", tag: "tell", summary: "Tell the customer that it is taken up" },
  refuse: { path: "refusals", tag: "tell", summary: "Refuse it, with reason and basis" },
  invite: { path: "invitations", tag: "tell", summary: "Invite the customer" },
  "answer-invitation": {
    path: "invitations/:meetingId/answers",
    tag: "tell",
    summary: "Write down whether the customer comes to the meeting",
  },
  "record-meeting": { path: "meetings", tag: "tell", summary: "Record a meeting and its minutes" },
  reply: { path: "replies", tag: "tell", summary: "Answer the customer" },
  "draft-paper": { path: "papers", tag: "tell", summary: "Draft a paper" },
  "check-paper": { path: "papers/:paperId/checks", tag: "tell", summary: "Check a paper" },
  "sign-paper": { path: "papers/:paperId/signatures", tag: "tell", summary: "Sign a paper" },
  "issue-paper": { path: "issued-papers", tag: "tell", summary: "Number and issue a paper" },
  "record-dispatch": { path: "dispatches", tag: "tell", summary: "Record what became of something sent" },
  "inform-of-outside-remedies": {
    path: "outside-remedy-notices",
    tag: "tell",
    summary: "Tell the customer where else to turn",
  },
  "fulfil-promise": { path: "promises/:promiseId/fulfilments", tag: "tell", summary: "A promise is kept" },

  "record-verdict": { path: "verdicts", tag: "hear", summary: "Record what the customer says to the reply" },
  "start-next-round": { path: "rounds", tag: "hear", summary: "Start the next round" },
  escalate: { path: "escalations", tag: "hear", summary: "Take it to the next level" },
  "record-outside-referral": { path: "outside-referrals", tag: "hear", summary: "The customer went outside" },
  "record-authority": { path: "authority-acts", tag: "hear", summary: "Record what an authority asked or decided" },
  "report-to-authority": { path: "authority-reports", tag: "hear", summary: "Report to the authority" },
  "ask-negotiation": { path: "negotiation-requests", tag: "hear", summary: "The customer asks to negotiate" },
  "begin-negotiation": { path: "negotiations", tag: "hear", summary: "Begin to negotiate" },
  "refuse-negotiation": { path: "negotiation-refusals", tag: "hear", summary: "Refuse to negotiate" },

  extend: { path: "clocks/:clockId/extensions", tag: "time", summary: "Give a clock more time" },
  pause: { path: "pauses", tag: "time", summary: "Let clocks stand still" },
  resume: { path: "resumptions", tag: "time", summary: "Let clocks run again" },

  close: { path: "closings", tag: "end", summary: "Close it" },
  reopen: { path: "reopenings", tag: "end", summary: "Reopen it" },
  "record-lesson": { path: "lessons", tag: "end", summary: "Record a lesson" },
  archive: { path: "archivings", tag: "end", summary: "Put the file away" },
  redact: { path: "redactions", tag: "end", summary: "Erase personal values" },
  "move-to-edition": { path: "edition-moves", tag: "end", summary: "Move it to another edition" },
};
