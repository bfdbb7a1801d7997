import type { Verb } from "../procedure/pure/vocabulary.ts";
import { archive } from "./end/archive.ts";
import { close } from "./end/close.ts";
import { moveToEdition } from "./end/move-to-edition.ts";
import { recordLesson } from "./end/record-lesson.ts";
import { redact } from "./end/redact.ts";
import { reopen } from "./end/reopen.ts";
import { escalate } from "./hear/escalate.ts";
import { askNegotiation, beginNegotiation, refuseNegotiation } from "./hear/negotiation.ts";
import { recordAuthority } from "./hear/record-authority.ts";
import { recordOutsideReferral } from "./hear/record-outside-referral.ts";
import { recordVerdict } from "./hear/record-verdict.ts";
import { reportToAuthority } from "./hear/report-to-authority.ts";
import { startNextRound } from "./hear/start-next-round.ts";
import { acknowledge } from "./receive/acknowledge.ts";
import { correctEntry } from "./receive/correct-entry.ts";
import { link } from "./receive/link.ts";
import { receiveInformation } from "./receive/receive-information.ts";
import { registerRule } from "./receive/register-rule.ts";
import { requestInformation } from "./receive/request-information.ts";
import { split } from "./receive/split.ts";
import { unlink } from "./receive/unlink.ts";
import { withdraw } from "./receive/withdraw.ts";
import { answerAtFirstLine } from "./solve/answer-at-first-line.ts";
import { answerCoordination } from "./solve/answer-coordination.ts";
import { giveDirection, submitDossier } from "./solve/board.ts";
import { callBack } from "./solve/call-back.ts";
import { remindCoordination, withdrawCoordination } from "./solve/chase-coordination.ts";
import { acceptCoordination, returnCoordination } from "./solve/check-coordination.ts";
import { confirmCoordination } from "./solve/confirm-coordination.ts";
import { completeCorrectiveAction, orderCorrectiveAction, verifyCorrectiveAction } from "./solve/corrective-actions.ts";
import { guideCustomer } from "./solve/guide-customer.ts";
import { passOnCoordination } from "./solve/pass-on-coordination.ts";
import { recordFinding } from "./solve/record-finding.ts";
import { recordHandling } from "./solve/record-handling.ts";
import { agreeRemedy, approveRemedy, completeRemedy, holdDebt, releaseDebt } from "./solve/remedies.ts";
import { requestCoordination } from "./solve/request-coordination.ts";
import { approveResolution, proposeResolution, sendBackResolution, submitResolution } from "./solve/resolution.ts";
import { transfer } from "./solve/transfer.ts";
import { endWatch, watch } from "./solve/watch.ts";
import { assign, handOver } from "./sort-out/assign.ts";
import { attach } from "./sort-out/attach.ts";
import { classify, reclassify } from "./sort-out/classify.ts";
import { logCall } from "./sort-out/log-call.ts";
import { mark } from "./sort-out/mark.ts";
import { note } from "./sort-out/note.ts";
import { recordContactAttempt } from "./sort-out/record-contact-attempt.ts";
import { accept } from "./tell/accept.ts";
import { answerInvitation } from "./tell/answer-invitation.ts";
import { fulfilPromise } from "./tell/fulfil-promise.ts";
import { informOfOutsideRemedies } from "./tell/inform-of-outside-remedies.ts";
import { invite } from "./tell/invite.ts";
import { checkPaper, draftPaper, issuePaper, signPaper } from "./tell/papers.ts";
import { recordDispatch } from "./tell/record-dispatch.ts";
import { recordMeeting } from "./tell/record-meeting.ts";
import { refuseComplaint } from "./tell/refuse-complaint.ts";
import { reply } from "./tell/reply.ts";
import { extend } from "./time/extend.ts";
import { pause } from "./time/pause.ts";
import { resume } from "./time/resume.ts";
import type { VerbRule } from "./verb-rule.ts";

/** Every verb of the vocabulary with its rule. A missing one does not compile. */
export const verbRules: Readonly<Record<Verb, VerbRule>> = {
  register: registerRule,
  acknowledge,
  "request-information": requestInformation,
  "receive-information": receiveInformation,
  "correct-entry": correctEntry,
  withdraw,
  link,
  unlink,
  split,
  classify,
  reclassify,
  mark,
  assign,
  "hand-over": handOver,
  note,
  attach,
  "log-call": logCall,
  "record-contact-attempt": recordContactAttempt,
  "guide-customer": guideCustomer,
  "call-back": callBack,
  "answer-at-first-line": answerAtFirstLine,
  transfer,
  "request-coordination": requestCoordination,
  "confirm-coordination": confirmCoordination,
  "pass-on-coordination": passOnCoordination,
  "answer-coordination": answerCoordination,
  "accept-coordination": acceptCoordination,
  "return-coordination": returnCoordination,
  "remind-coordination": remindCoordination,
  "withdraw-coordination": withdrawCoordination,
  "record-finding": recordFinding,
  "record-handling": recordHandling,
  "propose-resolution": proposeResolution,
  "submit-resolution": submitResolution,
  "approve-resolution": approveResolution,
  "send-back-resolution": sendBackResolution,
  "submit-dossier": submitDossier,
  "give-direction": giveDirection,
  "agree-remedy": agreeRemedy,
  "approve-remedy": approveRemedy,
  "complete-remedy": completeRemedy,
  "hold-debt": holdDebt,
  "release-debt": releaseDebt,
  "order-corrective-action": orderCorrectiveAction,
  "complete-corrective-action": completeCorrectiveAction,
  "verify-corrective-action": verifyCorrectiveAction,
  watch,
  "end-watch": endWatch,
  accept,
  refuse: refuseComplaint,
  invite,
  "answer-invitation": answerInvitation,
  "record-meeting": recordMeeting,
  reply,
  "draft-paper": draftPaper,
  "check-paper": checkPaper,
  "sign-paper": signPaper,
  "issue-paper": issuePaper,
  "record-dispatch": recordDispatch,
  "inform-of-outside-remedies": informOfOutsideRemedies,
  "fulfil-promise": fulfilPromise,
  "record-verdict": recordVerdict,
  "start-next-round": startNextRound,
  escalate,
  "record-outside-referral": recordOutsideReferral,
  "record-authority": recordAuthority,
  "report-to-authority": reportToAuthority,
  "ask-negotiation": askNegotiation,
  "begin-negotiation": beginNegotiation,
  "refuse-negotiation": refuseNegotiation,
  extend,
  pause,
  resume,
  close,
  reopen,
  "record-lesson": recordLesson,
  archive,
  redact,
  "move-to-edition": moveToEdition,
};
