import type { Command } from "../complaint/command.ts";
import { textCharsMax } from "../complaint/events/parts.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Arrival, RecognisedBy } from "../store/arrivals.ts";

/** Why an arrival waits for a person: one of these, or `refused:` with the code of the core's refusal. */
export const waitingReasons = [
  "just-arrived",
  "unreadable",
  "empty",
  "bounce-unknown",
  "auto-not-answered",
  "list-not-answered",
  "loop-not-answered",
  "not-complaint-mailbox",
  "no-channel",
  "channel-closed",
  "other-sender",
  "several-complaints",
  "closed-complaint",
  "many-of-sender",
  // The program could not make up its mind, for a reason of its own.
  "failed",
] as const;
export type WaitingReason = (typeof waitingReasons)[number] | `refused:${string}`;

/** What was found out about an arrival before anything is made of it. */
export type Seen = {
  /** The complaint that it is about for certain, as it stands. */
  about: { complaintId: string; by: RecognisedBy; complaint: Complaint | undefined } | undefined;
  /** A complaint in whose thread somebody else wrote. */
  besides: string | undefined;
  hasSeveral: boolean;
  isChannelClosed: boolean;
  /** What the program took in by itself of this sender, by this connection, within a day. */
  ofSender: number;
};

/**
 * Of one sender in a day: what comes after waits for a person. A robot that answers each acknowledgement with a new mail, and whoever writes
 * under somebody else's address, would otherwise fill the files and that person's mailbox without end.
 */
export const NEW_OF_SENDER_MAX = 10;
export const ALL_OF_SENDER_MAX = 100;

/**
 * What an arrival becomes.
 *
 * register  a new complaint
 * add       what the customer said, in the file
 * reopen    the same, where the edition lets a closed complaint be taken up again for a customer's word; otherwise a person decides
 * returned  a message of ours came back for good
 * note      it is shown at its complaint
 * wait      a person looks
 */
export type Becomes =
  | { does: "register" }
  | { does: "add" | "reopen" | "note"; complaintId: string; by: RecognisedBy }
  | { does: "returned"; complaintId: string; by: RecognisedBy; messageId: string }
  | { does: "wait"; reason: WaitingReason; about?: { complaintId: string; by: RecognisedBy } };

const unanswered = {
  automatic: "auto-not-answered",
  list: "list-not-answered",
  loop: "loop-not-answered",
  bounce: "bounce-unknown",
} as const;

/** Only what a person wrote begins or answers a complaint. RFC 3834. */
export function becomes(arrival: Arrival, seen: Seen): Becomes {
  const { about, besides, hasSeveral, isChannelClosed, ofSender } = seen;
  const { nature, channel, beginsComplaints, mailHeaders } = arrival;
  if (nature === "unreadable") return { does: "wait", reason: "unreadable" };
  if (nature !== "message") {
    if (!about) return { does: "wait", reason: unanswered[nature] };
    const { complaintId, by } = about;
    const bounce = nature === "bounce" ? mailHeaders?.bounce : null;
    return bounce?.isPermanent && bounce.ofMessageId !== null
      ? { does: "returned", complaintId, by, messageId: bounce.ofMessageId }
      : { does: "note", complaintId, by };
  }
  if (about) {
    const { complaintId, by, complaint } = about;
    if (!complaint) return { does: "wait", reason: "refused:complaint-unknown" };
    if (ofSender >= ALL_OF_SENDER_MAX) return { does: "wait", reason: "many-of-sender", about: { complaintId, by } };
    const isOver = complaint.phase === "closed" || complaint.phase === "archived";
    return { does: isOver ? "reopen" : "add", complaintId, by };
  }
  if (besides !== undefined)
    return { does: "wait", reason: "other-sender", about: { complaintId: besides, by: "sender" } };
  if (hasSeveral) return { does: "wait", reason: "several-complaints" };
  if (isEmpty(arrival)) return { does: "wait", reason: "empty" };
  if (!beginsComplaints) return { does: "wait", reason: "not-complaint-mailbox" };
  if (channel === null) return { does: "wait", reason: "no-channel" };
  if (isChannelClosed) return { does: "wait", reason: "channel-closed" };
  if (ofSender >= NEW_OF_SENDER_MAX) return { does: "wait", reason: "many-of-sender" };
  return { does: "register" };
}

/** Who says nothing complains of nothing: no term begins by it. */
function isEmpty({ subject, content, quoted, attachments }: Arrival): boolean {
  return attachments.length === 0 && [subject, content, quoted ?? ""].every((words) => words.trim() === "");
}

/** The key under which one fact is made of it, whoever makes it. */
export function keyOf({ arrivalId }: Pick<Arrival, "arrivalId">, step?: "reopen" | "acknowledge"): string {
  return step === undefined ? `arrival ${arrivalId}` : `arrival ${arrivalId} ${step}`;
}

const NOTHING_WRITTEN = "(không có nội dung)";

/** A new complaint in the sender's words. Whatever is missing is asked for later. */
export function registrationOf(arrival: Arrival): Command {
  const { channel, sender, receivedAt, recordedAt, attachments } = arrival;
  const { name, email, phone } = sender;
  const customer = Object.fromEntries(
    Object.entries({ name: lineOf(name), email: lineOf(email), phone: lineOf(phone) }).filter(([, value]) => value),
  );
  return {
    verb: "register",
    occurredAt: earlierOf(receivedAt, recordedAt),
    data: { channel, customer, content: wordsOf(arrival) },
    attachments,
  };
}

/** What the customer said later, as an answer to what was asked last where something was. */
export function informationOf(arrival: Arrival, complaint: Complaint): Command {
  const { receivedAt, recordedAt, attachments } = arrival;
  const open = complaint.informationRequests.findLast(({ answeredAt }) => answeredAt === null);
  const at = earlierOf(receivedAt, recordedAt);
  return {
    verb: "receive-information",
    occurredAt: at < complaint.receivedAt ? complaint.receivedAt : at,
    data: { message: messageOf(arrival, complaint), ...(open && { requestId: open.requestId }) },
    attachments,
  };
}

/** Whether whoever wrote it is the customer as the file knows them; a number or account that goes on with its own complaint is. */
export function isByCustomer(
  { medium, sender }: Pick<Arrival, "medium" | "sender">,
  { customer }: Pick<Complaint, "customer">,
): boolean {
  if (medium !== "mail") return true;
  return sender.email !== undefined && sender.email === customer.email?.trim().toLowerCase();
}

/** With whoever wrote it, where that is somebody else. */
export function messageOf(arrival: Arrival, complaint: Pick<Complaint, "customer">): string {
  const words = ownWords(arrival);
  const { name, email } = arrival.sender;
  if (email === undefined || isByCustomer(arrival, complaint)) return words;
  return cut(`${[name, `<${email}>`].filter(Boolean).join(" ")}:\n\n${words}`);
}

/** The subject is part of what somebody tells us, unless their words begin with it. */
function wordsOf({ subject, content, medium }: Arrival): string {
  const title = subject.trim();
  const words = content.trim();
  if (medium !== "mail" || title === "" || words.startsWith(title)) return ownWords({ content });
  return cut(words === "" ? title : `${title}\n\n${words}`);
}

function ownWords({ content }: Pick<Arrival, "content">): string {
  return cut(content.trim()) || NOTHING_WRITTEN;
}

function cut(text: string): string {
  return text.slice(0, textCharsMax);
}

function lineOf(text: string | undefined): string | undefined {
  return text?.trim().slice(0, 1000) || undefined;
}

/** A clock of theirs that is fast puts nothing into the future. */
function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}
