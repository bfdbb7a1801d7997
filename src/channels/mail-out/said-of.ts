import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import { missingWords } from "../../complaint/forms/missing-words.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { MailTextId, MailValues } from "../../procedure/pure/mail/mail-texts.ts";
import { CALENDAR, CALENDAR_NAME, invitationCalendar } from "../../documents/invitation-calendar.ts";
import { lettersTo } from "../../projections/customer-view/letters.ts";
import { dayInWords, instantInWords } from "./days.ts";

/** Which text a fact is told by, and what is particular to it. */
export type Said = {
  [Id in MailTextId]: { id: Id; values: Omit<MailValues<Id>, "organisation" | "number" | "trackUrl"> };
}[MailTextId] & {
  documents?: readonly Attachment[];
  /** Files that are made at this moment and kept nowhere. */
  made?: readonly MadeFile[];
};

export type MadeFile = { name: string; type: string; content: Buffer };

/** What a customer is told of a fact; undefined where there is nothing to tell. */
export function saidOf(
  event: ComplaintEvent,
  file: { complaint: Complaint; events: readonly ComplaintEvent[]; edition: Edition },
): Said | undefined {
  const { edition } = file;
  switch (event.type) {
    case "InformationRequested": {
      const wanted = event.data.wanted.map((each) => `- ${missingWords(each, edition).label.vi}`).join("\n");
      return { id: "information-request", values: { wanted, message: event.data.message ?? "" } };
    }
    case "ComplaintAccepted":
      return { id: "acceptance", values: { message: event.data.message ?? "" } };
    case "ComplaintRefused": {
      const { message, reason, basis } = event.data;
      return { id: "refusal", values: { message, reason, basis } };
    }
    case "CustomerInvited": {
      const { meetingAt, place, meetingId } = event.data;
      const values = { meetingAt: instantInWords(meetingAt), place };
      return { id: "invitation", values, made: calendarOf(meetingId, file) };
    }
    case "ReplyGiven":
      return { id: "reply", values: { message: event.data.content }, documents: event.data.attachments };
    case "AnsweredAtFirstLine":
      return { id: "reply", values: { message: event.data.content } };
    case "OutsideRemediesTold":
      return {
        id: "outside-remedies",
        values: { remedies: event.data.remedies.map((each) => `- ${each}`).join("\n") },
      };
    case "NegotiationRefused":
      return { id: "negotiation-refused", values: { reason: event.data.reason } };
    case "TermExtended": {
      const { rule, dueOn, reason } = event.data;
      const promise = edition.clocks.find(({ id }) => id === rule)?.name ?? rule;
      return { id: "extension", values: { promise, dueOn: dayInWords(dueOn), reason } };
    }
    case "PaperIssued":
      return paperIn(event.data.paperId, file);
    default:
      return undefined;
  }
}

/** The meeting for the reader's calendar. */
function calendarOf(
  meetingId: string,
  file: { complaint: Complaint; events: readonly ComplaintEvent[]; edition: Edition },
): MadeFile[] {
  const calendar = invitationCalendar(meetingId, file);
  return calendar === undefined ? [] : [{ name: CALENDAR_NAME, type: CALENDAR, content: Buffer.from(calendar) }];
}

function paperIn(
  paperId: string,
  file: { complaint: Complaint; events: readonly ComplaintEvent[]; edition: Edition },
): Said | undefined {
  const { events, edition } = file;
  const letter = lettersTo(events, edition).find(({ letterId }) => letterId === paperId);
  if (!letter) return undefined;
  const { name, number, text, documents } = letter;
  const invited = events.findLast(({ type }) => type === "CustomerInvited");
  const isInvitation = file.complaint.papers.find((each) => each.paperId === paperId)?.kind === "invitation";
  return {
    id: "paper",
    values: { paper: name ?? "", letterNumber: number ?? "", message: text ?? "" },
    documents,
    made: isInvitation && invited?.type === "CustomerInvited" ? calendarOf(invited.data.meetingId, file) : [],
  };
}
